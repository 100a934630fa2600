//! Typical faults of a small model: none reaches the output, a good reply does.

use std::path::Path;

use assert_cmd::Command;
use serde_json::Value;
use tsukuroi::facts::Facts;
use tsukuroi::kind::Library;
use tsukuroi::lang::Lang;

use crate::support::{example, path};

const KIND: &str = "client-apology-letter";

#[derive(serde::Deserialize)]
struct Faults {
    fault: Vec<Fault>,
}

#[derive(serde::Deserialize)]
struct Fault {
    name: String,
    section: String,
    text: String,
    marker: String,
    rule: String,
}

/// What a model that does everything right would reply: the built-in wording under its own name.
fn good_replies(case: &str, lang: Lang) -> Vec<(String, String)> {
    let library = Library::embedded().unwrap_or_else(|error| panic!("{error}"));
    let kind = library.kind(KIND).expect("the kind");
    let facts = Facts::of(&example(case), kind.spec.audience, lang);
    let draftable = library.draftable(kind, &facts).expect("nothing missing");
    draftable.sources().expect("templates").wording.into_iter().collect()
}

fn script(replies: &[(String, String)]) -> String {
    let reply = |(section, text): &(String, String)| {
        format!("[[reply]]\nsection = {}\ntext = {}\n", Value::from(section.as_str()), Value::from(text.as_str()))
    };
    replies.iter().map(reply).collect()
}

fn draft(case: &str, lang: Lang, replies: &[(String, String)], home: &Path) -> (i32, String, Value) {
    let file = home.join("replies.toml");
    std::fs::write(&file, script(replies)).expect("written");
    let run = |format: &str| {
        Command::new(env!("CARGO_BIN_EXE_tsukuroi"))
            .args(["draft", KIND, &format!("examples/{case}/case.toml"), "--lang", lang.code(), "--format", format])
            .arg("--model")
            .arg(format!("scripted:{}", file.display()))
            .current_dir(path(""))
            .env("TSUKUROI_DATA", home.join("data"))
            .env("TSUKUROI_CONFIG", home.join("config"))
            .output()
            .expect("the program runs")
    };
    let output = run("json");
    let json = serde_json::from_slice(&output.stdout)
        .unwrap_or_else(|error| panic!("{error}: {}", String::from_utf8_lossy(&output.stderr)));
    let text = String::from_utf8(run("txt").stdout).expect("UTF-8");
    (output.status.code().expect("a code"), text, json)
}

fn section<'a>(json: &'a Value, name: &str) -> &'a Value {
    let sections = json["sections"].as_array().expect("sections");
    sections.iter().find(|section| section["name"] == name).unwrap_or_else(|| panic!("no section {name}"))
}

fn no_fault_gets_through(case: &str, lang: Lang) {
    let home = tempfile::tempdir().expect("a folder");
    let file = std::fs::read_to_string(path(&format!("tests/it/faults/{lang}.toml"))).expect("the faults");
    let faults: Faults = toml::from_str(&file).expect("faults");
    assert!(faults.fault.len() >= 20);
    let good = good_replies(case, lang);
    let mut through = Vec::new();
    for fault in &faults.fault {
        let mut replies = good.clone();
        let reply = replies.iter_mut().find(|(section, _)| *section == fault.section).expect("the section");
        reply.1.clone_from(&fault.text);
        let (code, text, json) = draft(case, lang, &replies, home.path());
        let section = section(&json, &fault.section);
        let rules = section["fallback"].to_string();
        if code != 0 || text.contains(&fault.marker) || section["writer"] != "builtin" || !rules.contains(&fault.rule) {
            through.push(format!("{}: code {code}, writer {}, fallback {rules}", fault.name, section["writer"]));
        }
    }
    assert!(through.is_empty(), "{}", through.join("\n"));
}

fn a_good_reply_gets_through(case: &str, lang: Lang) {
    let home = tempfile::tempdir().expect("a folder");
    let (code, text, json) = draft(case, lang, &good_replies(case, lang), home.path());
    assert_eq!(code, 0);
    for (name, wording) in good_replies(case, lang) {
        assert_eq!(section(&json, &name)["writer"], "model", "{name}: {}", section(&json, &name));
        let first = tsukuroi::kind::uncite(&wording).text;
        let first = first.lines().next().expect("a line");
        assert!(text.contains(first), "{first}");
    }
}

#[test]
fn no_fault_gets_through_in_japanese() {
    no_fault_gets_through("cartons", Lang::Ja);
}

#[test]
fn no_fault_gets_through_in_english() {
    no_fault_gets_through("onboarding", Lang::En);
}

#[test]
fn good_replies_get_through_in_both_languages() {
    for case in ["cartons", "onboarding"] {
        for lang in Lang::ALL {
            a_good_reply_gets_through(case, lang);
        }
    }
}
