//! `tsukuroi next`, as managers and programs read it.

use tsukuroi::facts::{Audience, Facts};
use tsukuroi::kind::Library;
use tsukuroi::lang::Lang;
use tsukuroi::workflow::{Gate, Paper};

use crate::desk::{Desk, EN, JA, json};
use crate::support::{example, path};

/// The examples with the language their manager reads, and the days asked about: from the complaint to the follow-up.
const DAYS: [(&str, &str, [&str; 5]); 3] = [
    ("cartons", JA, ["2026-11-13", "2026-11-20", "2026-11-24", "2026-12-07", "2027-01-18"]),
    ("onboarding", EN, ["2026-11-02", "2026-11-05", "2026-11-10", "2026-11-16", "2026-12-07"]),
    ("hotel", JA, ["2026-12-07", "2026-12-18", "2027-01-27", "2027-02-09", "2027-02-15"]),
];

/// As a user in the folder of the repository writes it.
fn case(name: &str) -> String {
    format!("examples/{name}/case.toml")
}

#[test]
fn the_way_as_it_reads() {
    for (name, lang, days) in DAYS {
        for on in days {
            let run = Desk::new(lang).run(&["next", &case(name), "--on", on]);
            assert_eq!((run.code, run.err.as_str()), (0, ""), "{name} {on}");
            insta::with_settings!({ snapshot_path => "next", prepend_module_to_snapshot => false, omit_expression => true }, {
                insta::assert_snapshot!(format!("{name}.{on}"), run.out);
            });
        }
    }
}

#[test]
fn without_a_day_it_is_the_day_of_the_case_and_the_language_is_the_user_s() {
    let desk = Desk::new(EN);
    let (plain, dated) =
        (desk.run(&["next", &case("cartons")]), desk.run(&["next", &case("cartons"), "--on", "2026-11-24"]));
    assert_eq!(plain.out, dated.out);
    assert!(plain.out.contains("Tuesday 24 November 2026: day 11"), "{}", plain.out);
    let ja = desk.run(&["next", &case("onboarding"), "--lang", "ja"]);
    assert!(ja.out.contains("■ 作る文書") && ja.out.contains("あと"), "{}", ja.out);
    assert!(!ja.out.contains("business day"), "{}", ja.out);
}

#[test]
fn english_has_no_japanese_in_it_where_the_case_has_english() {
    for (name, _, days) in DAYS {
        for on in days {
            let run = Desk::new(EN).run(&["next", &case(name), "--on", on]);
            let japanese =
                |c: char| matches!(c, '\u{3000}'..='\u{30ff}' | '\u{4e00}'..='\u{9fff}' | '\u{ff00}'..='\u{ffef}');
            let found: Vec<&str> = run.out.lines().filter(|line| line.contains(japanese)).collect();
            assert!(found.is_empty(), "{name} {on}: {found:?}");
        }
    }
}

#[test]
fn a_holiday_in_between_is_named() {
    let run = Desk::new(JA).run(&["next", &case("cartons"), "--on", "2026-11-20"]);
    assert!(run.out.contains("途中の休日：11月23日（月）勤労感謝の日"), "{}", run.out);
}

#[test]
fn programs_get_it_all() {
    let run = Desk::new(EN).run(&["next", &case("onboarding"), "--format", "json"]);
    assert_eq!(run.code, 0);
    let value = json(&run);
    let keys: Vec<&str> = value.as_object().unwrap().keys().map(String::as_str).collect();
    assert_eq!(keys, ["case", "on", "as_of", "complaint", "day", "closed", "stages", "due", "documents", "gate"]);
    assert_eq!((&value["complaint"]["fact"], &value["day"]), (&"E8".into(), &3.into()));
    let states: Vec<&str> =
        value["stages"].as_array().unwrap().iter().map(|stage| stage["state"].as_str().unwrap()).collect();
    assert_eq!(states, ["done", "open", "open", "open", "not_started", "not_started", "not_started"]);
    let due = value["due"].as_array().unwrap();
    let report = due.iter().find(|due| due["fact"] == "R1").unwrap();
    let keys: Vec<&str> = report.as_object().unwrap().keys().map(String::as_str).collect();
    assert_eq!(
        keys,
        ["kind", "what", "fact", "state", "date", "days", "business_days", "holidays_between", "closed", "blocked_by"]
    );
    assert_eq!(
        (&report["kind"], &report["state"], &report["business_days"]),
        (&"report".into(), &"ahead".into(), &3.into())
    );
    let review = due.iter().find(|due| due["kind"] == "setup_review").unwrap();
    assert_eq!(review["holidays_between"][0]["date"], "2026-11-23");
    let documents = value["documents"].as_array().unwrap();
    assert!(!documents.iter().any(|document| document["code"] == "D01"), "it has gone out");
    let reply = documents.iter().find(|document| document["code"] == "D07").unwrap();
    assert_eq!(reply["kind"], "client-reply-rep-change-demand");
    assert_eq!(reply["command"], serde_json::json!(["tsukuroi", "draft", "D07", case("onboarding")]));
    let gate = &value["gate"];
    assert_eq!((&gate["recommendation"], &gate["decided"]), (&"keep".into(), &serde_json::Value::Null));
    let criteria = gate["criteria"].as_array().unwrap();
    assert_eq!(criteria.len(), 7);
    assert!(criteria.iter().all(|criterion| criterion["score"].as_u64().unwrap() <= 2));
    assert_eq!(gate["non_reasons"][0]["kind"], "anger");
}

#[test]
fn a_day_nobody_can_read_is_a_usage_error() {
    for wrong in ["10/11", "2026-11-31", "tomorrow", "2026-1-1", ""] {
        for (lang, words) in [(JA, "日付として読めません"), (EN, "is not a date; write year-month-day")] {
            let run = Desk::new(lang).run(&["next", &case("cartons"), "--on", wrong]);
            assert_eq!((run.code, run.out.as_str()), (2, ""), "{wrong}");
            assert!(run.err.contains(words) && run.err.contains("--on"), "{}", run.err);
        }
    }
}

#[test]
fn a_case_that_cannot_be_read_or_is_not_valid_has_its_exit_code() {
    let desk = Desk::new(EN);
    let none = desk.folder.path().join("none").display().to_string();
    assert_eq!(desk.run(&["next", &none]).code, 5);
    let broken = desk.file("case.toml", "[case]\nas_of = \"10/11\"\n").display().to_string();
    let run = desk.run(&["next", &broken]);
    assert_eq!((run.code, run.out.as_str()), (3, ""));
    assert!(run.err.contains("year-month-day"), "{}", run.err);
}

#[test]
fn days_far_off_are_no_trouble() {
    for on in ["0001-01-01", "9999-12-31", "1999-01-01"] {
        let run = Desk::new(JA).run(&["next", &case("cartons"), "--on", on]);
        assert_eq!(run.code, 0, "{on}: {}", run.err);
    }
}

#[test]
fn a_file_name_with_spaces_can_be_pasted_into_a_shell() {
    let desk = Desk::new(EN);
    let source = std::fs::read_to_string(path("examples/cartons/case.toml")).unwrap();
    let file = desk.file("my case.toml", &source).display().to_string();
    let run = desk.run(&["next", &file]);
    assert!(run.out.contains(&format!("$ tsukuroi draft D03 '{file}'")), "{}", run.out);
}

#[test]
fn who_decides_sees_the_same_gate() {
    for name in ["onboarding", "hotel"] {
        let case = example(name);
        let on = case.groups.case.as_of;
        for lang in Lang::ALL {
            let facts = Facts::of(&case, Audience::Personnel, lang);
            assert_eq!(Gate::of(&facts, on), Gate::of(&case.groups, on), "{name} {lang}");
        }
    }
}

#[test]
fn the_documents_of_the_way_are_those_that_can_be_drafted() {
    let library = Library::embedded().unwrap();
    for kind in library.kinds() {
        let paper = Paper::ALL.iter().find(|paper| paper.code() == kind.spec.code);
        let paper = paper.unwrap_or_else(|| panic!("{} is no document of the domain", kind.spec.code));
        assert_eq!(paper.kind(), kind.id, "{}", kind.spec.code);
        let (title, named) = (paper.title(), &kind.spec.title);
        assert_eq!((&title.ja, &title.en), (&named.ja, &named.en), "one name for {}", kind.spec.code);
    }
}
