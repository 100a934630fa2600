//! Which documents are due, by when, and what holds them up.

use super::{CLAIM, COMPLAINT, DEMAND, SECRET, action, call, day, document, event, made, report, way};
use crate::workflow::{Paper, Stage};

fn heard() -> String {
    call("E2", "2026-11-02") + &event("E3", "2026-11-04", "interview") + SECRET
}

#[test]
fn the_first_response_is_due_on_the_next_business_day_over_a_holiday() {
    let way = way(&[COMPLAINT], "2026-11-02");
    let first = document(&way, Paper::FirstResponse).unwrap();
    let by = first.by.as_ref().unwrap();
    assert_eq!((by.day, by.business_days, first.stage), (day("2026-11-04"), Some(1), Some(Stage::S0)));
    assert_eq!(by.between[0].1.ja, "文化の日");
    let answered = super::way(&[COMPLAINT, &call("E2", "2026-11-02")], "2026-11-02");
    assert!(document(&answered, Paper::FirstResponse).is_none());
}

#[test]
fn a_document_that_has_gone_out_is_not_due_again() {
    let parts = |paper| made("DC1", paper, "2026-11-06");
    for paper in
        [Paper::IncidentLog, Paper::ApologyLetter, Paper::ActionPlan, Paper::MeetingRequest, Paper::FeedbackNote]
    {
        let before = way(&[COMPLAINT, &heard()], "2026-11-09");
        assert!(document(&before, paper).is_some(), "{paper:?}");
        let after = way(&[COMPLAINT, &heard(), &parts(paper)], "2026-11-09");
        assert!(document(&after, paper).is_none(), "{paper:?}");
    }
    let by_code = "[[documents]]\nid = \"DC1\"\nkind = \"D11\"\ndate = 2026-11-06\n";
    assert!(document(&way(&[COMPLAINT, &heard(), by_code], "2026-11-09"), Paper::IncidentLog).is_none());
}

#[test]
fn each_promised_report_has_its_document() {
    let reports = report("R1", "2026-11-13") + &report("R2", "2026-11-20") + &report("R3", "2026-11-27");
    let of = |way: &crate::workflow::Way| -> Vec<(&str, Option<String>)> {
        let reports = way.documents.iter().filter(|document| document.report.is_some());
        reports.map(|document| (document.paper.code(), document.report.clone())).collect()
    };
    let id = |id: &str| Some(id.to_owned());
    assert_eq!(of(&way(&[COMPLAINT, &heard(), &reports], "2026-11-09")), [("D03", id("R1")), ("D05", id("R2"))]);
    let account = made("DC1", Paper::IncidentExplanation, "2026-11-12");
    assert_eq!(of(&way(&[COMPLAINT, &heard(), &reports, &account], "2026-11-16")), [("D05", id("R2"))]);
    assert_eq!(
        of(&way(&[COMPLAINT, &heard(), &reports, &account], "2026-11-24")),
        [("D05", id("R2")), ("D05", id("R3"))],
        "the late one, and the next"
    );
}

#[test]
fn a_promise_is_due_even_before_the_rep_was_heard() {
    let (reports, demand) = (report("R1", "2026-11-06"), format!("{DEMAND}deadline = 2026-11-10\n"));
    let way = way(&[COMPLAINT, &call("E2", "2026-11-02"), &reports, &demand], "2026-11-04");
    for (paper, by) in [(Paper::IncidentExplanation, "2026-11-06"), (Paper::ReplyToDemand, "2026-11-10")] {
        let found = document(&way, paper).unwrap();
        assert_eq!(found.by.as_ref().unwrap().day, day(by));
        assert!(found.blocked.iter().any(|reason| reason.text.en.contains("not been heard")), "{found:#?}");
    }
    assert!(document(&way, Paper::ApologyLetter).is_none(), "nothing is promised of it");
}

#[test]
fn what_holds_a_document_up_is_named() {
    let setup = "[contact_setup]\nid = \"T1\"\nfront = \"manager\"\n";
    let approved = format!("{setup}approved_by = \"chief\"\napproved_on = 2026-11-10\n");
    let blocked = |parts: &[&str], on: &str, paper| -> Vec<String> {
        let way = way(&[&[COMPLAINT, DEMAND, &heard()], parts].concat(), on);
        document(&way, paper).unwrap().blocked.iter().flat_map(|reason| reason.facts.clone()).collect()
    };
    assert_eq!(blocked(&[setup], "2026-11-11", Paper::ReplyToDemand), ["T1"]);
    assert_eq!(blocked(&[&approved], "2026-11-09", Paper::ReplyToDemand), ["T1"], "not approved by that day");
    assert!(blocked(&[&approved], "2026-11-11", Paper::ReplyToDemand).is_empty());
    let bare = action("A1", "status = \"planned\"\ndue = 2026-12-10").replace("verification = \"a count\"\n", "");
    assert_eq!(blocked(&[&bare], "2026-11-09", Paper::ActionPlan), ["A1"]);
    let remedy =
        CLAIM.replace("requested", "authorised").replace("by = \"boss\"", "by = \"chief\"\nvisibility = \"client\"");
    assert_eq!(blocked(&[&remedy], "2026-11-09", Paper::ApologyLetter), ["M1"]);
    let asked = "[[approvals]]\nid = \"G1\"\nby = \"legal\"\ndate = 2026-11-05\nstatus = \"asked\"\nscope = \"the letter\"\n\
                 covers = [\"client-apology-letter\"]\n";
    assert_eq!(blocked(&[asked], "2026-11-09", Paper::ApologyLetter), ["G1"]);
    let given = asked.replace("G1", "G2").replace("2026-11-05", "2026-11-08").replace("asked", "granted");
    assert!(blocked(&[asked, &given], "2026-11-09", Paper::ApologyLetter).is_empty());
}

#[test]
fn an_open_claim_is_minded_and_not_spoken_of() {
    let way = way(&[COMPLAINT, DEMAND, &heard(), CLAIM, &report("R1", "2026-11-13")], "2026-11-09");
    let letter = document(&way, Paper::ApologyLetter).unwrap();
    assert!(letter.cautions.iter().any(|caution| caution.facts == ["M1"]), "{letter:#?}");
}

#[test]
fn advice_is_due_for_money_threats_data_injury_health_and_two_failures() {
    let threat = "[[conduct]]\nid = \"C1\"\nkind = \"threat\"\ndate = 2026-11-05\nwhat = \"a threat\"\nstatus = \"unverified\"\n";
    let leak = event("E8", "2026-11-05", "normal").replace("it happened", "personal data went to a wrong address");
    let hurt = event("E8", "2026-11-05", "normal").replace("it happened", "a driver was injured");
    let failures = event("E8", "2026-11-05", "breach") + &event("E9", "2026-11-06", "breach");
    let due = |part: &str| {
        let way = way(&[COMPLAINT, part], "2026-11-09");
        document(&way, Paper::ExpertBrief).map(|document| (document.stage, document.why.facts.clone()))
    };
    assert_eq!(due(""), None);
    assert_eq!(due(&event("E8", "2026-11-05", "breach")), None, "one failure");
    for (part, fact) in [
        (CLAIM, "M1"),
        (threat, "C1"),
        (leak.as_str(), "E8"),
        (hurt.as_str(), "E8"),
        ("[wellbeing]\nleave = \"from Monday\"\n", "wellbeing"),
        (failures.as_str(), "E8"),
    ] {
        let (stage, facts) = due(part).unwrap();
        assert!(stage.is_none() && facts.iter().any(|it| it == fact), "{fact}: {facts:?}");
    }
}

#[test]
fn a_change_takes_the_decision_then_the_brief_then_the_notice() {
    let option =
        "[change_option]\nid = \"X1\"\nsuccessor = \"manager\"\nstart = 2027-01-12\nbusiness_risk = \"Lost.\"\n";
    let plan = made("DC1", Paper::ActionPlan, "2026-11-06");
    let codes = |parts: &[&str], on: &str| -> Vec<&str> {
        let way = way(&[&[COMPLAINT, &plan], parts].concat(), on);
        let found = way.documents.iter().map(|document| document.paper.code());
        found.filter(|code| ["D08", "D16", "D17"].contains(code)).collect()
    };
    assert!(codes(&[option], "2026-11-20").is_empty(), "not before day 30");
    assert_eq!(codes(&[option], "2026-12-02"), ["D16"]);
    let approved = format!("{option}approved_by = \"chief\"\napproved_on = 2026-12-10\n");
    assert_eq!(codes(&[&approved], "2026-12-11"), ["D17", "D08"]);
}
