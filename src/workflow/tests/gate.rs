//! The seven criteria, protection first, and what is no reason.

use super::{COMPLAINT, DEMAND, event, made, report, way};
use crate::workflow::{Gate, NonReasonKind, Paper, Recommendation};

const ON: &str = "2026-12-20";

fn gate(parts: &[&str]) -> Gate {
    way(&[&[COMPLAINT], parts].concat(), ON).gate
}

fn score(number: usize, parts: &[&str]) -> u8 {
    gate(parts).criteria[number - 1].score
}

/// `[change_option]` with some fields.
fn option(fields: &str) -> String {
    format!("[change_option]\nid = \"X1\"\n{fields}\n")
}

/// Everything a repair takes.
fn repair() -> String {
    [
        made("DC1", Paper::ApologyLetter, "2026-11-06"),
        event("E5", "2026-11-10", "visit"),
        made("DC2", Paper::ActionPlan, "2026-11-12"),
        report("R1", "2026-11-20"),
        report("R2", "2026-12-04"),
        made("DC3", Paper::ProgressReport, "2026-11-20"),
        made("DC4", Paper::ProgressReport, "2026-12-04"),
    ]
    .concat()
}

fn refusals() -> String {
    event("E6", "2026-11-24", "refusal") + &event("E7", "2026-12-08", "refusal")
}

/// A change with everything that the last five criteria ask.
fn full_option() -> String {
    option(
        "rep_heard = 2026-12-09\nrep_view = \"I agree\"\nnext_role = \"key accounts\"\nnot_disciplinary = \"No.\"\n\
         successor = \"manager\"\nwilling = 2026-12-10\ncapacity = \"free\"\nfit = \"knows the trade\"\n\
         handover = [\"open orders\"]\njoint_visits = [2027-01-12]\nprecedent_by = \"chief\"\n\
         precedent_on = 2026-12-11\n\
         [[change_option.alternatives]]\nid = \"AL1\"\nwhat = \"manager in front\"\ndate = 2026-11-16\nresult = \"refused\"\n\
         [[change_option.alternatives]]\nid = \"AL2\"\nwhat = \"two-person cover\"\ndate = 2026-11-30\nresult = \"refused\"",
    )
}

#[test]
fn repair_counts_apology_visit_plan_and_two_reports_on_time() {
    assert_eq!(score(1, &[]), 0);
    assert_eq!(score(1, &[&made("DC1", Paper::ApologyLetter, "2026-11-06")]), 1);
    assert_eq!(score(1, &[&repair()]), 2);
    let found = gate(&[&repair().replace("date = 2026-12-04\nwhat", "date = 2026-12-18\nwhat")]);
    assert_eq!(found.criteria[0].score, 2, "an early report is on time");
    let found = gate(&[&event("E5", "2026-11-10", "visit")]);
    assert_eq!((found.criteria[0].evidence.as_slice(), found.criteria[0].missing.len()), (&["E5".to_owned()][..], 3));
}

#[test]
fn a_refusal_counts_after_the_repair_only() {
    assert_eq!(score(2, &[&refusals()]), 0, "nothing has been tried yet");
    let visit = event("E5", "2026-11-10", "visit");
    assert_eq!(score(2, &[&visit, &event("E6", "2026-11-24", "refusal")]), 1);
    assert_eq!(score(2, &[&visit, &refusals()]), 2);
    assert_eq!(score(2, &[&event("E5", "2026-12-01", "visit"), &refusals()]), 1, "one of them came before it");
    assert_eq!(score(2, &[&option("business_risk = \"The tender is lost.\"")]), 2);
}

#[test]
fn a_way_counts_once_it_has_a_day_and_a_result() {
    let tried =
        |id: &str, rest: &str| format!("[[change_option.alternatives]]\nid = \"{id}\"\nwhat = \"a way\"\n{rest}\n");
    let (one, two) =
        (tried("AL1", "date = 2026-11-16\nresult = \"no\""), tried("AL2", "date = 2026-11-30\nresult = \"no\""));
    let open = tried("AL3", "result = \"Not tried yet.\"");
    assert_eq!(score(3, &[&option("")]), 0);
    assert_eq!(score(3, &[&option(&one)]), 1);
    assert_eq!(score(3, &[&option(&format!("{one}{two}"))]), 2);
    let found = gate(&[&option(&format!("{one}{two}{open}"))]);
    assert_eq!(found.criteria[2].score, 1);
    assert!(found.criteria[2].missing.iter().any(|missing| missing.en.contains("AL3")));
    let later = tried("AL2", "date = 2027-01-08\nresult = \"no\"");
    assert_eq!(score(3, &[&option(&format!("{one}{later}"))]), 1, "not tried by that day");
    let front = "[contact_setup]\nid = \"T1\"\nfront = \"manager\"\nfrom = 2026-11-16\napproved_by = \"chief\"\n\
                 approved_on = 2026-11-13\n";
    assert_eq!(score(3, &[front]), 1, "the manager in front is a way");
}

#[test]
fn the_last_four_criteria_ask_for_what_the_domain_asks() {
    for (number, fields, expected) in [
        (4, "", 0),
        (4, "rep_heard = 2026-12-09", 1),
        (4, "rep_heard = 2027-01-09\n", 0),
        (4, "rep_heard = 2026-12-09\nnext_role = \"a\"\nnot_disciplinary = \"b\"", 2),
        (5, "successor = \"manager\"", 0),
        (5, "successor = \"manager\"\nwilling = 2026-12-10", 1),
        (5, "successor = \"manager\"\nwilling = 2026-12-10\ncapacity = \"a\"\nfit = \"b\"", 2),
        (6, "handover = [\"a\"]", 1),
        (6, "handover = [\"a\"]\njoint_visits = [2027-01-12]", 2),
        (7, "precedent_by = \"chief\"", 0),
        (7, "precedent_by = \"manager\"\nprecedent_on = 2026-12-11", 1),
        (7, "precedent_by = \"chief\"\nprecedent_on = 2026-12-11", 2),
    ] {
        assert_eq!(score(number, &[&option(fields)]), expected, "{number}: {fields}");
    }
}

#[test]
fn all_seven_or_no_change() {
    let full = [repair(), refusals(), full_option()];
    let full: Vec<&str> = full.iter().map(String::as_str).collect();
    let found = gate(&full);
    assert_eq!(found.recommendation, Recommendation::Change, "{found:#?}");
    assert_eq!(found.missing().count(), 0);
    for lack in ["next_role = \"key accounts\"\n", "joint_visits = [2027-01-12]\n", "fit = \"knows the trade\"\n"] {
        let option = full_option().replace(lack, "");
        let found = gate(&[&repair(), &refusals(), &option]);
        assert_eq!(found.recommendation, Recommendation::NotYet, "{lack}");
        assert_eq!(found.missing().count(), 1);
    }
    assert_eq!(gate(&[&repair(), &full_option()]).recommendation, Recommendation::Keep, "nobody refused the rep");
    assert_eq!(gate(&[]).recommendation, Recommendation::Keep);
}

#[test]
fn a_relation_that_is_stable_again_keeps_its_rep() {
    let normal = event("E9", "2026-12-15", "normal") + "to = \"seller\"\n";
    let found = gate(&[&repair(), &event("E6", "2026-11-24", "refusal"), &normal]);
    assert_eq!(found.recommendation, Recommendation::Keep);
}

#[test]
fn protection_comes_first_and_skips_the_repair() {
    let conduct = |kind: &str, status: &str| {
        format!(
            "[[conduct]]\nid = \"C1\"\nkind = \"{kind}\"\ndate = 2026-11-10\nwhat = \"it happened\"\nstatus = \"{status}\"\n"
        )
    };
    for kind in ["shouting", "detention", "threat", "dogeza"] {
        let found = gate(&[&conduct(kind, "confirmed"), &full_option()]);
        assert_eq!(found.protect[0].facts, ["C1"], "{kind}");
        assert_eq!(found.recommendation, Recommendation::Change, "criteria 1 to 3 are not asked");
        let skipped: Vec<bool> = found.criteria.iter().map(|criterion| criterion.skipped).collect();
        assert_eq!(skipped, [true, true, true, false, false, false, false]);
    }
    assert!(gate(&[&conduct("threat", "unverified")]).protect.is_empty());
    assert!(gate(&[&conduct("sns", "confirmed")]).protect.is_empty());
    let considered = gate(&[&conduct("threat", "confirmed"), &option("")]);
    assert_eq!(considered.recommendation, Recommendation::NotYet);
    let found = gate(&["[wellbeing]\nhealth = \"sleeps badly\"\n", DEMAND]);
    assert_eq!((found.protect[0].facts[0].as_str(), found.recommendation), ("wellbeing", Recommendation::Keep));
    assert!(!found.protect[0].text.en.contains("sleeps"), "what it is stays private");
    assert!(found.verdict().en.starts_with("Protect the rep first") && found.non_reasons.is_empty());
}

#[test]
fn what_is_no_reason_is_named_where_nothing_else_speaks_for_a_change() {
    let constraint =
        |id: &str, kind: &str| format!("[[constraints]]\nid = \"{id}\"\nkind = \"{kind}\"\nwhat = \"so it is\"\n");
    let lapse = "[[timeline]]\nid = \"E2\"\ndate = 2026-11-01\nfrom = \"seller\"\ncontent = \"no reply went out.\"\n\
                 status = \"confirmed\"\nvisibility = \"client\"\nlapse = \"not replying\"\n";
    let (share, staff) = (constraint("K1", "revenue_share"), constraint("K2", "staffing"));
    let kinds = |parts: &[&str]| -> Vec<(NonReasonKind, Vec<String>)> {
        gate(parts).non_reasons.into_iter().map(|reason| (reason.kind, reason.facts)).collect()
    };
    let ids = |ids: &[&str]| ids.iter().map(|id| (*id).to_owned()).collect::<Vec<_>>();
    assert_eq!(
        kinds(&[DEMAND, &share, &staff, lapse]),
        [
            (NonReasonKind::Anger, ids(&["V1"])),
            (NonReasonKind::Rank, ids(&["V1", "K1"])),
            (NonReasonKind::Convenience, ids(&["K2"])),
            (NonReasonKind::Punishment, ids(&["E2"])),
        ]
    );
    assert!(kinds(&[]).is_empty());
    assert!(kinds(&[DEMAND, &option("business_risk = \"The tender is lost.\"")]).is_empty());
}

#[test]
fn an_approved_change_is_said_so() {
    let approved = option("approved_by = \"chief\"\napproved_on = 2026-12-14");
    assert_eq!(gate(&[&approved]).decided, Some(super::day("2026-12-14")));
    assert_eq!(gate(&[&approved.replace("2026-12-14", "2027-01-14")]).decided, None);
}
