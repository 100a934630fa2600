//! The engine that replies from a file.

use std::path::PathBuf;

use tempfile::TempDir;
use tsukuroi::engine::scripted::Scripted;
use tsukuroi::engine::{Ended, Engine, EngineError};
use tsukuroi::lang::Lang;

use super::support::assert_fit;
use super::support::job::{prompt, try_write, write, write_until};

fn script(text: &str) -> (TempDir, PathBuf) {
    let folder = TempDir::new().expect("a folder");
    let path = folder.path().join("replies.toml");
    std::fs::write(&path, text).expect("a file");
    (folder, path)
}

fn engine(text: &str) -> Result<Scripted, EngineError> {
    let (_folder, path) = script(text);
    Scripted::from_file(&path)
}

const REPLIES: &str = r#"
[[reply]]
section = "apology"
text = "お詫び"

[[reply]]
section = "apology"
text = "second"
attempt = 1
ended = "length"

[[reply]]
section = "apology"
text = "sorry"
lang = "en"
"#;

#[test]
fn the_reply_that_fits_best_comes() {
    let mut engine = engine(REPLIES).unwrap();
    let ja = prompt("apology", 10);
    let mut en = ja.clone();
    en.lang = Lang::En;
    let replies = write(&mut engine, &[ja.clone(), en.clone()], 0, 0);
    assert_eq!(replies.iter().map(|reply| reply.text.as_str()).collect::<Vec<_>>(), ["お詫び", "sorry"]);
    assert_eq!(replies[0].ended, Ended::Stop);
    let second = write(&mut engine, std::slice::from_ref(&ja), 0, 1).remove(0);
    assert_eq!((second.text.as_str(), second.ended), ("second", Ended::Length));
    assert_eq!(write(&mut engine, &[ja], 0, 2).remove(0).text, "お詫び");
    assert_eq!(engine.identity().engine, "scripted");
}

#[test]
fn a_missing_reply_says_which() {
    let error = try_write(&mut engine(REPLIES).unwrap(), &[prompt("closing", 10)], 0, 0).unwrap_err();
    assert_fit(&error);
    let message = error.message();
    assert!(message.ja.contains("closing") && message.en.contains("closing") && message.en.contains("replies.toml"));
}

#[test]
fn a_cancelled_job_ends() {
    let prompts = [prompt("apology", 10), prompt("apology", 10)];
    let (replies, _) = write_until(&mut engine(REPLIES).unwrap(), &prompts, |_| true);
    assert_eq!([replies[0].ended, replies[1].ended], [Ended::Stop, Ended::Cancelled]);
}

#[test]
fn a_file_that_is_no_list_says_where() {
    for (text, place) in [
        ("\n\n[[reply]]\nsection = 1\ntext = \"\"", "replies.toml:4"),
        ("[[reply]]\nsection = \"a\"", "text"),
        ("[[reply]]\nsection = \"a\"\ntext = \"\"\nlnag = \"ja\"", "lnag"),
        ("[[reply]]\nsection = \"a\"\ntext = \"\"\nlang = \"fr\"", "fr"),
        ("[[reply]]\nsection = \"a\"\ntext = \"\"\nended = \"never\"", "never"),
        ("reply", "replies.toml:1"),
    ] {
        let error = engine(text).unwrap_err();
        assert_fit(&error);
        assert!(error.to_string().contains(place), "{error}");
    }
    let (folder, _) = script("");
    let error = Scripted::from_file(&folder.path().join("none.toml")).unwrap_err();
    assert!(matches!(error, EngineError::Read { .. }));
}
