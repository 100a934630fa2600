//! How each stage is entered and left.

use super::{CLAIM, COMPLAINT, DEMAND, SECRET, action, call, case, day, event, made, report, state, way};
use crate::facts::{Audience, Facts};
use crate::lang::Lang;
use crate::workflow::{Paper, Stage, StageState, Way};

use StageState::{Done, NotStarted, Open};

const ON: &str = "2026-11-30";

#[test]
fn nothing_begins_without_a_complaint() {
    let way = way(&[], ON);
    assert_eq!((way.day, way.complaint.is_none()), (None, true));
    assert!(way.stages.iter().all(|standing| standing.state == NotStarted));
    assert!(way.documents.is_empty() && way.dues.is_empty());
}

#[test]
fn the_complaint_is_day_nought() {
    let at = |on: &str| way(&[COMPLAINT], on).day;
    assert_eq!((at("2026-11-02"), at("2026-11-12"), at("2026-11-01")), (Some(0), Some(10), None));
    let by_position = way(&[DEMAND], ON);
    assert_eq!(by_position.complaint.unwrap().id.as_str(), "V1");
}

#[test]
fn s0_ends_when_the_client_has_been_answered() {
    let open = way(&[COMPLAINT], ON);
    assert_eq!((state(&open, Stage::S0), state(&open, Stage::S1)), (Open, NotStarted));
    assert!(open.stages[0].late);
    for answer in [call("E2", "2026-11-02"), made("DC1", Paper::FirstResponse, "2026-11-03")] {
        let answered = way(&[COMPLAINT, &answer], ON);
        assert_eq!((state(&answered, Stage::S0), state(&answered, Stage::S1)), (Done, Open));
    }
    let early = call("E2", "2026-11-01");
    assert_eq!(
        state(&way(&[COMPLAINT, &early], ON), Stage::S0),
        Open,
        "a call before the complaint is no answer to it"
    );
}

#[test]
fn s1_ends_with_the_facts_the_secrets_and_the_approvals() {
    let (call, heard) = (call("E2", "2026-11-02"), event("E3", "2026-11-04", "interview"));
    let state_of = |parts: &[&str]| state(&way(parts, ON), Stage::S1);
    assert_eq!(state_of(&[COMPLAINT, &call, SECRET]), Open, "the rep has not been heard");
    assert_eq!(state_of(&[COMPLAINT, &call, &heard]), Open, "nothing says what must not be told");
    assert_eq!(state_of(&[COMPLAINT, &call, &heard, SECRET]), Done);
    assert_eq!(state_of(&[COMPLAINT, &call, &heard, SECRET, CLAIM]), Open, "nobody was asked about the money");
    let asked = "[[approvals]]\nid = \"G1\"\nby = \"insurer\"\ndate = 2026-11-05\nstatus = \"asked\"\n\
                 scope = \"the loss\"\ncovers = [\"M1\"]\n";
    assert_eq!(state_of(&[COMPLAINT, &call, &heard, SECRET, CLAIM, asked]), Done);
    let unverified = event("E4", "2026-11-05", "normal").replace("confirmed", "unverified");
    assert_eq!(state_of(&[COMPLAINT, &call, &heard, SECRET, &unverified]), Open, "neither basis nor check");
    let based = format!("{unverified}evidence = \"their account\"\n");
    assert_eq!(state_of(&[COMPLAINT, &call, &heard, SECRET, &based]), Done);
}

#[test]
fn s2_waits_for_clearance_unless_a_date_is_promised() {
    let (call, heard) = (call("E2", "2026-11-02"), event("E3", "2026-11-04", "interview"));
    let state_of = |parts: &[&str]| state(&way(parts, ON), Stage::S2);
    assert_eq!(state_of(&[COMPLAINT, &call]), NotStarted);
    assert_eq!(state_of(&[COMPLAINT, &call, &heard]), Open);
    assert_eq!(state_of(&[COMPLAINT, &call, &heard, CLAIM]), NotStarted, "money is not cleared");
    let cleared = "[[approvals]]\nid = \"G1\"\nby = \"legal\"\ndate = 2026-11-05\nstatus = \"granted\"\n\
                   scope = \"the loss\"\ncovers = [\"M1\"]\n";
    assert_eq!(state_of(&[COMPLAINT, &call, &heard, CLAIM, cleared]), Open);
    let promised = report("R1", "2026-12-04");
    assert_eq!(state_of(&[COMPLAINT, &call, &heard, CLAIM, &promised]), Open, "what is promised is kept");
}

#[test]
fn s2_ends_when_the_client_was_heard_has_the_plan_and_an_answer() {
    let heard = event("E3", "2026-11-04", "interview");
    let (visit, plan) = (event("E5", "2026-11-10", "visit"), made("DC1", Paper::ActionPlan, "2026-11-12"));
    let reply = made("DC2", Paper::ReplyToDemand, "2026-11-12");
    let state_of = |parts: &[&str]| state(&way(parts, ON), Stage::S2);
    assert_eq!(state_of(&[COMPLAINT, &heard, &plan]), Open);
    assert_eq!(state_of(&[COMPLAINT, &heard, &visit]), Open);
    assert_eq!(state_of(&[COMPLAINT, &heard, &visit, &plan]), Done, "there is no demand to answer");
    assert_eq!(state_of(&[COMPLAINT, DEMAND, &heard, &visit, &plan]), Open);
    assert_eq!(state_of(&[COMPLAINT, DEMAND, &heard, &visit, &plan, &reply]), Done);
}

#[test]
fn s3_runs_beside_the_others() {
    let wish = "[[rep.wishes]]\nid = \"D1\"\ntext = \"to stay\"\n";
    let support = "[[rep.support]]\nid = \"B1\"\nwhat = \"I come along\"\nwho = \"manager\"\nfrom = 2026-11-09\n";
    let plan = made("DC1", Paper::SupportPlan, "2026-11-06");
    let state_of = |parts: &[&str], on: &str| state(&way(parts, on), Stage::S3);
    assert_eq!(state_of(&[COMPLAINT], "2026-11-02"), Open);
    assert_eq!(state_of(&[wish, support, COMPLAINT], ON), Open, "the rep has nothing in writing");
    assert_eq!(state_of(&[support, COMPLAINT, &plan], ON), Open, "no wish is recorded");
    assert_eq!(state_of(&[wish, support, COMPLAINT, &plan], "2026-11-06"), Open, "the support has not begun");
    assert_eq!(state_of(&[wish, support, COMPLAINT, &plan], ON), Done);
}

#[test]
fn s4_ends_with_dates_requests_and_first_results() {
    let causes = made("DC1", Paper::CauseAnalysis, "2026-11-05");
    let done = action("A1", "status = \"done\"\ndone = 2026-11-10");
    let planned = action("A2", "status = \"planned\"\ndue = 2026-12-10");
    let ask =
        "[[requests]]\nid = \"RQ1\"\nto = \"chief\"\nwhat = \"a field\"\nwhy = \"it is needed\"\ndue = 2026-12-01\n";
    let asked = made("DC2", Paper::CoordinationRequest, "2026-11-12");
    let state_of = |parts: &[&str]| state(&way(parts, ON), Stage::S4);
    assert_eq!(state_of(&[COMPLAINT, &done]), NotStarted);
    assert_eq!(state_of(&[COMPLAINT, &causes, &planned]), Open);
    assert_eq!(state_of(&[COMPLAINT, &causes, &planned, &done]), Done);
    assert_eq!(state_of(&[COMPLAINT, &causes, &done, ask]), Open);
    assert_eq!(state_of(&[COMPLAINT, &causes, &done, ask, &asked]), Done);
    let before = way(&[COMPLAINT, &causes, &done], "2026-11-09");
    assert_eq!(state(&before, Stage::S4), Open, "what is done on the 10th is not done on the 9th");
}

#[test]
fn s5_and_s6_follow_the_plan_the_reports_and_the_closing() {
    let plan = made("DC1", Paper::ActionPlan, "2026-11-06");
    let reports = report("R1", "2026-11-13") + &report("R2", "2026-11-20");
    let (first, second) =
        (made("DC2", Paper::ProgressReport, "2026-11-13"), made("DC3", Paper::ProgressReport, "2026-11-19"));
    let normal = event("E8", "2026-11-25", "normal");
    let both = |parts: &[&str]| {
        let way = way(parts, ON);
        (state(&way, Stage::S5), state(&way, Stage::S6))
    };
    assert_eq!(both(&[COMPLAINT]), (NotStarted, NotStarted));
    assert_eq!(both(&[COMPLAINT, &plan]), (Open, NotStarted));
    assert_eq!(both(&[COMPLAINT, &plan, &reports, &first, &normal]), (Open, NotStarted), "one report only");
    let late = made("DC3", Paper::ProgressReport, "2026-11-23").replace("date", "report = \"R2\"\ndate");
    assert_eq!(both(&[COMPLAINT, &plan, &reports, &first, &late, &normal]), (Open, NotStarted), "the second was late");
    assert_eq!(both(&[COMPLAINT, &plan, &reports, &first, &second]), (Open, NotStarted), "no ordinary business yet");
    let stable = [COMPLAINT, &plan, &reports, &first, &second, &normal];
    assert_eq!(both(&stable), (Done, Open));
    let breach = event("E9", "2026-11-26", "breach");
    assert_eq!(both(&[stable.as_slice(), &[&breach]].concat()), (Open, NotStarted));
    let refused = event("E9", "2026-11-24", "refusal");
    assert_eq!(both(&[stable.as_slice(), &[&refused]].concat()), (Open, NotStarted), "not with this rep");
    let with_rep = event("E10", "2026-11-26", "normal") + "to = \"seller\"\n";
    assert_eq!(both(&[stable.as_slice(), &[&refused, &with_rep]].concat()), (Done, Open));
    let changed = made("DC4", Paper::ChangeNotice, "2026-11-27");
    assert_eq!(both(&[COMPLAINT, &plan, &changed]), (Done, Open), "the other way out");
    let closure = event("E9", "2026-11-27", "closure");
    let closed = way(&[stable.as_slice(), &[&closure]].concat(), ON);
    assert_eq!((state(&closed, Stage::S6), closed.closed, closed.current().count()), (Done, true, 0));
    assert!(closed.documents.is_empty());
}

#[test]
fn what_happened_later_is_not_known_yet() {
    let parts = [call("E2", "2026-11-03"), event("E3", "2026-11-05", "interview"), event("E4", "2026-11-10", "visit")];
    let parts: Vec<&str> = std::iter::once(COMPLAINT).chain(parts.iter().map(String::as_str)).collect();
    let at = |on: &str| way(&parts, on);
    assert_eq!(state(&at("2026-11-02"), Stage::S0), Open);
    assert_eq!(state(&at("2026-11-03"), Stage::S0), Done);
    assert_eq!(state(&at("2026-11-04"), Stage::S2), NotStarted);
    assert_eq!(state(&at("2026-11-05"), Stage::S2), Open);
    assert_eq!(at("2026-11-12"), Way::of(&case(&parts).groups, day("2026-11-12")));
}

#[test]
fn the_gate_works_on_a_view_too() {
    let case = case(&[COMPLAINT]);
    let facts = Facts::of(&case, Audience::Personnel, Lang::Ja);
    let gate = crate::workflow::Gate::of(&facts, day(ON));
    assert_eq!(gate, way(&[COMPLAINT], ON).gate);
}
