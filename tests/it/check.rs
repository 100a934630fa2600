//! `tsukuroi check`: planted faults are found where they stand, near misses are not.

use std::fmt::Write;

use serde_json::Value;

use crate::desk::{Desk, EN, JA, json};
use crate::support::path;

const BASE: &str = include_str!("check/base.toml");

#[derive(serde::Deserialize)]
struct Table {
    #[serde(default)]
    fault: Vec<Fault>,
    #[serde(default)]
    fine: Vec<Change>,
}

#[derive(serde::Deserialize)]
struct Fault {
    check: String,
    at: String,
    #[serde(flatten)]
    change: Change,
}

#[derive(serde::Deserialize)]
struct Change {
    old: String,
    new: String,
    also_old: Option<String>,
    also_new: Option<String>,
    /// Entries taken out, since they would hide the fault.
    #[serde(default)]
    without: Vec<String>,
}

impl Change {
    fn of(&self, source: &str) -> String {
        let source = replaced(source, &self.old, &self.new);
        let source = match (&self.also_old, &self.also_new) {
            (Some(old), Some(new)) => replaced(&source, old, new),
            _ => source,
        };
        self.without.iter().fold(source, |source, id| {
            let entries = source.split("\n\n").filter(|entry| !entry.contains(&format!("\nid = \"{id}\"")));
            entries.collect::<Vec<_>>().join("\n\n")
        })
    }
}

fn replaced(source: &str, old: &str, new: &str) -> String {
    if old == new {
        return source.to_owned();
    }
    assert!(source.contains(old), "{old} is not in the case");
    source.replacen(old, new, 1)
}

/// The line of some words, or of the nth header: `[[timeline]]#2`.
fn line_of(source: &str, at: &str) -> usize {
    let (words, nth) = match at.split_once('#') {
        Some((words, nth)) if words.starts_with('[') => (words, nth.parse().unwrap()),
        _ => (at, 1),
    };
    let header = words.starts_with('[') && words.ends_with(']') && words.is_ascii() && words != "[INST]";
    let found =
        source.lines().enumerate().filter(|(_, line)| if header { *line == words } else { line.contains(words) });
    found.map(|(index, _)| index + 1).nth(nth - 1).unwrap_or_else(|| panic!("{at} is not in the case"))
}

fn remarks(desk: &Desk, source: &str) -> Vec<Value> {
    let case = desk.file("case.toml", source).display().to_string();
    let value = json(&desk.run(&["check", &case, "--format", "json"]));
    assert_eq!(value["valid"], true, "{value:#}");
    value["risks"].as_array().unwrap().clone()
}

fn shown(remark: &Value) -> String {
    format!("{}:{} {} {}", remark["line"], remark["risk"], remark["severity"], remark["message"])
}

#[test]
fn the_base_case_has_no_fault() {
    let found = remarks(&Desk::new(JA), BASE);
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn every_planted_fault_is_found_by_its_check_at_its_line() {
    let table: Table = toml::from_str(include_str!("check/planted.toml")).unwrap();
    assert!(table.fault.len() >= 40);
    let desk = Desk::new(JA);
    let mut missed = String::new();
    for fault in &table.fault {
        let source = fault.change.of(BASE);
        let line = line_of(&source, &fault.at);
        let found = remarks(&desk, &source);
        let hit = found.iter().any(|remark| remark["risk"] == fault.check.as_str() && remark["line"] == line);
        if !hit {
            let all: Vec<String> = found.iter().map(shown).collect();
            let _ = writeln!(missed, "{} at {line} ({}): {all:#?}", fault.check, fault.change.new);
        }
    }
    assert!(missed.is_empty(), "{missed}");
}

#[test]
fn near_misses_are_not_flagged() {
    let table: Table = toml::from_str(include_str!("check/fine.toml")).unwrap();
    assert!(table.fine.len() >= 25);
    let desk = Desk::new(JA);
    let mut flagged = String::new();
    for change in &table.fine {
        let found = remarks(&desk, &change.of(BASE));
        if !found.is_empty() {
            let all: Vec<String> = found.iter().map(shown).collect();
            let _ = writeln!(flagged, "{}: {all:#?}", change.new);
        }
    }
    assert!(flagged.is_empty(), "{flagged}");
}

#[test]
fn what_cannot_be_seen_is_refused_with_its_line() {
    let desk = Desk::new(JA);
    for hidden in ['\u{200B}', '\u{202E}', '\u{2066}', '\u{FEFF}', '\u{E0041}'] {
        let source = BASE.replacen("担当を替えてほしい", &format!("担当を{hidden}替えてほしい"), 1);
        let case = desk.file("case.toml", &source).display().to_string();
        let run = desk.run(&["check", &case, "--format", "json"]);
        assert_eq!(run.code, 3);
        let value = json(&run);
        assert_eq!(value["problems"][0]["line"], line_of(&source, "替えてほしい"), "{value:#}");
    }
}

#[test]
fn the_graver_comes_first_and_every_remark_says_what_to_do() {
    let source = BASE
        .replacen("due = 2026-12-11", "due = 2026-11-20", 1)
        .replacen("臨時便の費用38,500円の負担", "臨時便の費用35,800円の負担", 1)
        .replacen(
            "what = { ja = \"課は5名です。\", en = \"The section has five people.\" }",
            "what = \"課は5名です。\"",
            1,
        );
    for lang in [JA, EN] {
        let desk = Desk::new(lang);
        let found = remarks(&desk, &source);
        let grave: Vec<&str> = found.iter().filter_map(|remark| remark["severity"].as_str()).collect();
        let mut sorted = grave.clone();
        sorted.sort_by_key(|word| ["error", "warn", "hint"].iter().position(|one| one == word));
        assert_eq!(grave, sorted);
        assert!(grave.contains(&"error") && grave.contains(&"hint"), "{found:#?}");
        for remark in &found {
            assert!(!remark["message"].as_str().unwrap().is_empty() && !remark["do"].as_str().unwrap().is_empty());
        }
        let case = desk.file("case.toml", &source).display().to_string();
        let text = desk.run(&["check", &case]).out;
        let headings = if lang == JA {
            ["矛盾（", "不足（", "注意（"]
        } else {
            ["Contradictions (", "Missing (", "Mind ("]
        };
        let places: Vec<usize> = headings.iter().map(|heading| text.find(heading).unwrap()).collect();
        assert!(places.is_sorted(), "{text}");
        assert!(
            text.lines().last().unwrap().contains(if lang == JA { "矛盾 2 件" } else { "contradictions: 2" }),
            "{text}"
        );
    }
}

#[test]
fn one_kind_is_asked_about_alone() {
    let desk = Desk::new(JA);
    let case = desk.file("case.toml", BASE).display().to_string();
    let value = json(&desk.run(&["check", &case, "--kind", "D02", "--format", "json"]));
    assert!(value["kinds"].as_array().unwrap().iter().all(|kind| kind["code"] == "D02"), "{value:#}");
    assert_eq!(value["summary"]["errors"], 0);
}

#[test]
fn the_shipped_examples_give_no_contradiction() {
    for name in ["cartons", "onboarding", "hotel"] {
        for (lang, code) in [(JA, "ja"), (EN, "en")] {
            let desk = Desk::new(lang);
            let run = desk.run(&[
                "check",
                &path(&format!("examples/{name}/case.toml")).display().to_string(),
                "--format",
                "json",
            ]);
            let value = json(&run);
            assert_eq!(value["summary"]["errors"], 0, "{name}: {:#}", value["risks"]);
            let told: Vec<String> = value["risks"].as_array().unwrap().iter().map(told).collect();
            insta::with_settings!({ snapshot_path => "check", prepend_module_to_snapshot => false }, {
                insta::assert_snapshot!(format!("{name}.{code}"), told.join("\n"));
            });
        }
    }
}

/// A remark without its line: examples are edited all the time, what is found in them is not.
fn told(remark: &Value) -> String {
    let word = |key: &str| remark[key].as_str().unwrap_or("-").to_owned();
    format!(
        "{} {} {} {}\n    {}\n    → {}",
        word("group"),
        word("severity"),
        word("risk"),
        word("id"),
        word("message"),
        word("do")
    )
}

#[test]
fn a_case_of_sixty_events_is_checked_whole() {
    let found = remarks(&Desk::new(JA), &long_case());
    assert!(found.is_empty(), "{found:#?}");
}

/// The base case with sixty events more.
fn long_case() -> String {
    let mut source = BASE.to_owned();
    for number in 10..70 {
        let (month, day) = (1 + number % 9, 1 + number % 27);
        let _ = write!(
            source,
            "\n[[timeline]]\nid = \"E{number}\"\ndate = 2026-{month:02}-{day:02}\nfrom = \"kuze\"\nto = \"asakura\"\ncontent = {{ ja = \"久世様から第{number}回のお打ち合わせの資料を頂戴し、{month}月{day}日に内容を確認しました。\", en = \"Mr. Kuze sent us the papers of meeting {number}, and we went through them on {day} {}.\" }}\nstatus = \"confirmed\"\nvisibility = \"client\"\nevidence = {{ ja = \"受信メール\", en = \"the mail\" }}\nquote = \"資料を送ります。ご確認ください。\"\n",
            ["January", "February", "March", "April", "May", "June", "July", "August", "September"][month - 1]
        );
    }
    source
}
