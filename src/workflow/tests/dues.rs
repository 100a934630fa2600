//! What is due, and what no longer is.

use super::{COMPLAINT, DEMAND, action, day, event, made, report, way};
use crate::workflow::{DueKind, Paper, Way};

fn found(way: &Way, kind: DueKind) -> Vec<(&str, i32)> {
    way.dues.iter().filter(|due| due.kind == kind).map(|due| (due.fact.as_str(), due.when.days)).collect()
}

#[test]
fn a_report_is_due_until_it_has_gone_out() {
    let reports = report("R1", "2026-11-13") + &report("R2", "2026-11-27");
    let open = way(&[COMPLAINT, &reports], "2026-11-16");
    assert_eq!(found(&open, DueKind::Report), [("R1", -3), ("R2", 11)]);
    let named = made("DC1", Paper::ActionPlan, "2026-11-16").replace("date", "report = \"R1\"\ndate");
    assert_eq!(found(&way(&[COMPLAINT, &reports, &named], "2026-11-16"), DueKind::Report), [("R2", 11)]);
    let before = made("DC1", Paper::ProgressReport, "2026-10-30");
    assert_eq!(found(&way(&[COMPLAINT, &reports, &before], "2026-11-16"), DueKind::Report).len(), 2);
}

#[test]
fn actions_are_due_unless_done_proposed_or_running() {
    let actions = [
        action("A1", "status = \"planned\"\ndue = 2026-11-10"),
        action(
            "A2",
            "status = \"planned\"\ndue = 2026-11-10\nrevised = 2026-11-24\nreason = \"the test takes longer\"",
        ),
        action("A3", "status = \"done\"\ndone = 2026-11-20"),
        action("A4", "status = \"proposed\"\ndue = 2026-11-10"),
        action("A5", "status = \"in_progress\"\nfrom = 2026-11-06\nevery = \"Fridays\""),
    ];
    let actions = actions.concat();
    let at = |on: &str| {
        let way = way(&[COMPLAINT, &actions], on);
        found(&way, DueKind::Action).into_iter().map(|(id, days)| (id.to_owned(), days)).collect::<Vec<_>>()
    };
    let expected = |list: &[(&str, i32)]| list.iter().map(|(id, days)| ((*id).to_owned(), *days)).collect::<Vec<_>>();
    assert_eq!(at("2026-11-20"), expected(&[("A1", -10), ("A2", 4)]));
    assert_eq!(at("2026-11-19"), expected(&[("A1", -9), ("A3", 1), ("A2", 5)]), "A3 is done on the 20th only");
}

#[test]
fn a_visit_ends_the_search_for_a_date() {
    let meeting = "[meeting]\npurpose = \"to listen\"\nattendees = [\"manager\"]\n[[meeting.candidates]]\nid = \"S1\"\n\
                   date = 2026-11-23\ntime = 10:00:00\nplace = \"your office\"\n";
    let ahead = way(&[COMPLAINT, meeting], "2026-11-16");
    assert_eq!(found(&ahead, DueKind::Meeting), [("S1", 7)]);
    let due = ahead.dues.iter().find(|due| due.kind == DueKind::Meeting).unwrap();
    assert_eq!(due.when.closed.as_ref().unwrap().ja, "勤労感謝の日");
    assert!(due.blocked[0].text.en.contains("D06"));
    assert_eq!(found(&way(&[COMPLAINT, meeting], "2026-11-25"), DueKind::Meeting), [("S1", -2)], "no visit on record");
    let visited = event("E5", "2026-11-20", "visit");
    assert!(found(&way(&[COMPLAINT, meeting, &visited], "2026-11-25"), DueKind::Meeting).is_empty());
}

#[test]
fn a_deadline_of_the_client_ends_with_the_answer() {
    let demand = format!("{DEMAND}deadline = 2026-11-10\n");
    assert_eq!(found(&way(&[COMPLAINT, &demand], "2026-11-09"), DueKind::Deadline), [("V1", 1)]);
    let reply = made("DC1", Paper::ReplyToDemand, "2026-11-09");
    assert!(found(&way(&[COMPLAINT, &demand, &reply], "2026-11-09"), DueKind::Deadline).is_empty());
}

#[test]
fn a_check_ends_when_its_event_is_settled() {
    let case = |status: &str| {
        format!(
            "[incident]\nid = \"I1\"\ntitle = \"boxes\"\nmatter = \"the boxes\"\ndate = 2026-11-01\nstatus = \"confirmed\"\n\
             [[incident.checks]]\nid = \"Q1\"\nwhat = \"the call\"\nowner = \"manager\"\ndue = 2026-11-12\nabout = \"E2\"\n{}",
            event("E2", "2026-11-01", "normal").replace("confirmed", status)
        )
    };
    assert_eq!(found(&way(&[COMPLAINT, &case("unverified")], "2026-11-13"), DueKind::Check), [("Q1", -1)]);
    assert!(found(&way(&[COMPLAINT, &case("confirmed")], "2026-11-13"), DueKind::Check).is_empty());
}

#[test]
fn talks_with_the_rep_are_due_ahead_only() {
    let talks = "[rep.follow_up]\ndate = 2026-11-09\n";
    assert_eq!(found(&way(&[talks, COMPLAINT], "2026-11-05"), DueKind::FollowUp), [("rep.follow_up", 4)]);
    assert!(found(&way(&[talks, COMPLAINT], "2026-11-10"), DueKind::FollowUp).is_empty());
}

#[test]
fn dues_are_in_the_order_of_their_days() {
    let parts = report("R1", "2026-11-13") + &action("A1", "status = \"planned\"\ndue = 2026-11-10");
    let days: Vec<_> = way(&[COMPLAINT, &parts], "2026-11-05").dues.iter().map(|due| due.when.day).collect();
    assert_eq!(days, [day("2026-11-10"), day("2026-11-13")]);
}
