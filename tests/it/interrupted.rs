//! Ctrl-C while a model writes, as a terminal sends it.

#![cfg(unix)]

use std::io::{BufRead, BufReader, Read};
use std::process::{Command, Stdio};

use serde_json::Value;

use crate::desk::{Desk, EN, json};
use crate::support::path;
use crate::tiny_models::placed;

/// The program is told to stop as soon as its model is loaded, before it has written much.
fn interrupted(desk: &Desk, args: &[&str]) -> (Option<i32>, String, String) {
    let mut child = desk.command(args).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut stderr = BufReader::new(child.stderr.take().unwrap());
    let (mut told, mut line) = (String::new(), String::new());
    while stderr.read_line(&mut line).unwrap() > 0 {
        told.push_str(&line);
        if line.contains("memory, estimated") {
            let status = Command::new("kill").args(["-INT", &child.id().to_string()]).status().unwrap();
            assert!(status.success());
        }
        line.clear();
    }
    let mut out = String::new();
    child.stdout.take().unwrap().read_to_string(&mut out).unwrap();
    (child.wait().unwrap().code(), out, told)
}

#[test]
fn what_is_finished_is_kept_and_the_rest_has_the_built_in_wording() {
    let desk = Desk::new(EN);
    let (model, case) = (placed(&desk, 32_768), path("examples/onboarding/case.toml").display().to_string());
    let draft = ["draft", "D01", &case, "--format", "json", "--no-cache"];
    let (code, out, told) = interrupted(&desk, &[&draft[..], &["-v", "--model", &model]].concat());
    assert_eq!(code, Some(130), "{told}");
    assert!(told.contains("interrupted: what was not finished has the built-in wording"), "{told}");
    let value: Value = serde_json::from_str(&out).unwrap_or_else(|error| panic!("{error}: {out}"));
    assert_eq!(value["interrupted"], true);
    // A whole document: nothing torn, and no half sentence of the model's.
    let built_in = json(&desk.run(&[&draft[..], &["--model", "builtin"]].concat()));
    assert_eq!(value["text"], built_in["text"]);
}

#[test]
fn a_stage_that_is_interrupted_writes_whole_documents() {
    let desk = Desk::new(EN);
    let (model, case) = (placed(&desk, 32_768), path("examples/onboarding/case.toml").display().to_string());
    let folder = desk.folder.path().join("out");
    let into = folder.display().to_string();
    let args = ["draft", "--stage", "S2", &case, "-o", &into, "-v", "--no-cache", "--model", &model];
    let (code, out, told) = interrupted(&desk, &args);
    assert_eq!(code, Some(130), "{told}");
    assert!(out.contains("(interrupted)"), "{out}");
    let files: Vec<_> = std::fs::read_dir(&folder).unwrap().map(|file| file.unwrap().path()).collect();
    assert!(files.len() > 1, "{files:?}");
    for file in files {
        assert!(!std::fs::read_to_string(&file).unwrap().is_empty(), "{}", file.display());
    }
}
