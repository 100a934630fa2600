//! Who writes, as the program is called: scripted replies, models that are not there, models imported.

use std::fmt::Write;

use tsukuroi::facts::Facts;
use tsukuroi::kind::Library;
use tsukuroi::lang::Lang;

use crate::desk::{Desk, EN, JA, json};
use crate::support::{example, path};

/// A file of replies that are good, except where told otherwise: section, text, further keys.
fn script(desk: &Desk, other: &[(&str, &str, &str)]) -> String {
    let library = Library::embedded().unwrap();
    let kind = library.kind("D02").unwrap();
    let case = example("cartons");
    let facts = Facts::of(&case, kind.spec.audience, Lang::Ja);
    let wording = library.draftable(kind, &facts).unwrap().sources().unwrap().wording;
    let mut file = String::new();
    for (section, text) in &wording {
        if other.iter().all(|(name, ..)| name != section) {
            writeln!(file, "[[reply]]\nsection = \"{section}\"\ntext = {}", toml::Value::from(text.as_str())).unwrap();
        }
    }
    for (section, text, more) in other.iter().filter(|(_, text, _)| !text.is_empty()) {
        let text = if *text == "good" { &wording[*section] } else { *text };
        writeln!(file, "[[reply]]\nsection = \"{section}\"\ntext = {}\n{more}", toml::Value::from(text)).unwrap();
    }
    format!("scripted:{}", desk.file("replies.toml", &file).display())
}

fn cartons() -> String {
    path("examples/cartons/case.toml").display().to_string()
}

fn section<'a>(value: &'a serde_json::Value, name: &str) -> &'a serde_json::Value {
    value["sections"].as_array().unwrap().iter().find(|section| section["name"] == name).unwrap()
}

#[test]
fn scripted_replies_write_the_draft() {
    let desk = Desk::new(JA);
    let model = script(&desk, &[]);
    let run = desk.run(&["draft", "D02", &cartons(), "--model", &model, "--format", "json", "--seed", "3"]);
    assert_eq!(run.code, 0, "{}", run.err);
    let value = json(&run);
    assert_eq!(section(&value, "apology")["writer"], "model");
    assert_eq!(section(&value, "apology")["tries"], 1);
    assert_eq!(section(&value, "apology").get("fallback"), None);
    assert_eq!(value["manifest"]["model"]["engine"], "scripted");
    assert_eq!(value["manifest"]["seed"], 3);
    assert!(run.err.contains("書き手: モデル"), "{}", run.err);
    let again = desk.run(&["draft", "D02", &cartons(), "--model", &model, "--format", "json", "--seed", "3"]);
    assert_eq!(again.out, run.out, "the same byte for byte");
}

#[test]
fn verbose_runs_tell_each_section() {
    let desk = Desk::new(EN);
    let model = script(&desk, &[("apology", "〇〇様へ。", "")]);
    let run = desk.run(&["draft", "D02", &cartons(), "--model", &model, "-v"]);
    assert_eq!(run.code, 0, "{}", run.err);
    assert!(
        run.err.contains("apology: builtin (tries: 3)") && run.err.contains("burden: model (tries: 1)"),
        "{}",
        run.err
    );
    assert!(!desk.run(&["draft", "D02", &cartons(), "--model", &model]).err.contains("(tries:"));
}

#[test]
fn a_section_that_fails_three_times_is_told() {
    for (lang, words) in [(JA, "節 apology は組み込みの文面です"), (EN, "section apology has the built-in wording")]
    {
        let desk = Desk::new(lang);
        let model = script(&desk, &[("apology", "〇〇様にお詫び申し上げます。", "")]);
        let run = desk.run(&["draft", "D02", &cartons(), "--model", &model, "--format", "json"]);
        assert_eq!(run.code, 0, "{}", run.err);
        assert!(run.err.contains(words), "{}", run.err);
        let value = json(&run);
        let apology = section(&value, "apology");
        assert_eq!((&apology["writer"], &apology["tries"]), (&"builtin".into(), &3.into()));
        assert_eq!(apology["fallback"]["reason"], "section");
        assert!(apology["fallback"]["rules"].as_array().unwrap().contains(&"placeholder".into()));
        assert_eq!(section(&value, "burden")["writer"], "model");
    }
}

#[test]
fn a_second_try_may_be_good() {
    let desk = Desk::new(JA);
    let model = script(
        &desk,
        &[
            ("apology", "〇〇様へ。", "attempt = 0"),
            ("apology", "good", "attempt = 1"),
            ("burden", "good", "ended = \"length\""),
        ],
    );
    let value = json(&desk.run(&["draft", "D02", &cartons(), "--model", &model, "--format", "json"]));
    let apology = section(&value, "apology");
    assert_eq!((&apology["writer"], &apology["tries"]), (&"model".into(), &2.into()));
    assert_eq!(section(&value, "burden")["fallback"]["rules"], serde_json::json!(["unfinished"]));
}

#[test]
fn an_interrupted_draft_keeps_what_is_finished() {
    let desk = Desk::new(JA);
    let model = script(&desk, &[("closing", "途中", "ended = \"cancelled\"")]);
    let out = desk.folder.path().join("letter.json").display().to_string();
    let run = desk.run(&["draft", "D02", &cartons(), "--model", &model, "-o", &out]);
    assert_eq!(run.code, 130, "{}", run.err);
    assert!(run.err.contains("中断しました"), "{}", run.err);
    let value: serde_json::Value = serde_json::from_str(&std::fs::read_to_string(out).unwrap()).unwrap();
    assert_eq!(value["interrupted"], true);
    assert_eq!(section(&value, "apology")["writer"], "model");
    assert_eq!(section(&value, "closing")["fallback"]["reason"], "interrupted");
    assert!(!value["text"].as_str().unwrap().contains("途中"));
}

#[test]
fn a_model_that_is_not_there_is_exit_4() {
    for lang in [JA, EN] {
        let desk = Desk::new(lang);
        let none = format!("scripted:{}", desk.folder.path().join("none.toml").display());
        let broken = format!("scripted:{}", desk.file("broken.toml", "reply = 3").display());
        let gguf = desk.file("model.gguf", "not a model").display().to_string();
        let lacking = script(&desk, &[("burden", "", "")]);
        for model in ["no-such-model", &none, &broken, &gguf, &lacking] {
            let run = desk.run(&["draft", "D02", &cartons(), "--model", model]);
            assert_eq!((run.code, run.out.as_str()), (4, ""), "{model}: {}", run.err);
            assert!(run.err.starts_with(if lang == JA { "エラー: " } else { "error: " }), "{}", run.err);
        }
    }
}

#[test]
fn what_fails_quickly_fails_before_the_model() {
    let desk = Desk::new(EN);
    let out = desk.file("letter.txt", "").display().to_string();
    let run = desk.run(&["draft", "D02", &cartons(), "--model", "no-such-model", "-o", &out]);
    assert_eq!(run.code, 5, "{}", run.err);
}

#[test]
fn what_is_no_model_is_not_imported() {
    let desk = Desk::new(EN);
    let file = desk.file("model.gguf", "not a model").display().to_string();
    let run = desk.run(&["models", "import", &file]);
    assert_eq!((run.code, run.out.as_str()), (4, ""), "{}", run.err);
    let none = desk.folder.path().join("none.gguf").display().to_string();
    let run = desk.run(&["models", "import", &none]);
    assert_eq!(run.code, 5, "{}", run.err);
    let run = desk.run(&["models", "import", &file, "--name", "../x"]);
    assert_eq!(run.code, 2, "{}", run.err);
    assert!(!desk.folder.path().join("data/models").exists(), "nothing is left behind");
}
