//! Tiny models with made-up weights, as the program is called with them. Their recipe is that of the engine's tests.

#![allow(dead_code, reason = "the recipe offers more than is cooked here")]

#[path = "../engine/support/gguf_writer.rs"]
mod gguf_writer;
#[path = "../engine/support/tiny.rs"]
mod tiny;
#[path = "../engine/support/vocabulary.rs"]
mod vocabulary;

use std::path::Path;

use tiny::{SMALLEST, Shape, model};
use tsukuroi::engine::store::{Installed, Store};

use crate::desk::{Desk, EN, JA, json};
use crate::support::path;

/// A model file on a desk.
pub(crate) fn placed(desk: &Desk, context: usize) -> String {
    let file = desk.folder.path().join("Tiny Model.gguf");
    std::fs::write(&file, bytes(context)).unwrap();
    file.display().to_string()
}

/// The bytes of a model.
pub(crate) fn bytes(context: usize) -> Vec<u8> {
    model(&Shape { context, ..SMALLEST }, false).write().bytes
}

/// A store, and a model of it.
pub(crate) fn installed(data: &Path, name: &str) -> (Store, Installed) {
    let store = Store::new(data);
    let installed = store.find(name).unwrap().unwrap();
    (store, installed)
}

fn onboarding() -> String {
    path("examples/onboarding/case.toml").display().to_string()
}

#[test]
fn an_imported_model_is_listed_and_not_replaced_unasked() {
    let desk = Desk::new(JA);
    let file = placed(&desk, 512);
    let run = desk.run(&["models", "import", &file]);
    assert_eq!(run.code, 0, "{}", run.err);
    assert!(run.out.contains("tiny-model を取り込みました") && run.err.contains("--model tiny-model"), "{}", run.err);
    let run = desk.run(&["models", "import", &file]);
    assert_eq!(run.code, 5);
    assert!(run.err.contains("--force"), "{}", run.err);
    assert_eq!(desk.run(&["models", "import", &file, "--force"]).code, 0);
    let list = desk.run(&["models", "list"]);
    let row = list.out.lines().find(|line| line.starts_with("tiny-model")).unwrap();
    assert!(row.contains("導入済み") && row.contains("足りる") && row.ends_with("Tiny Model.gguf"), "{row}");
    let value = json(&desk.run(&["models", "list", "--format", "json"]));
    let model = value.as_array().unwrap().iter().find(|model| model["name"] == "tiny-model").unwrap();
    assert_eq!(model["installed"], true);
    assert_eq!(model["sha256"].as_str().unwrap().len(), 64);
}

#[test]
fn a_case_that_does_not_fit_the_model_is_refused_and_never_cut() {
    let desk = Desk::new(EN);
    let file = placed(&desk, 512);
    let run = desk.run(&["draft", "D01", &onboarding(), "--model", &file]);
    assert_eq!((run.code, run.out.as_str()), (4, ""), "{}", run.err);
    assert!(run.err.contains("exceed the model's context of 512"), "{}", run.err);
}

#[test]
fn what_a_model_without_sense_writes_never_reaches_the_draft() {
    let desk = Desk::new(EN);
    let file = placed(&desk, 32_768);
    let list = "[[model]]\nname = \"tiny-model\"\nfamily = \"qwen3\"\ntitle = \"Tiny\"\nparameters = \"0\"\n\
                licence = \"MIT\"\nquantisation = \"F32\"\ncontext = 32768\nlanguages = [\"en\"]\n";
    std::fs::create_dir(desk.folder.path().join("config")).unwrap();
    desk.file("config/models.toml", list);
    assert_eq!(desk.run(&["models", "import", &file]).code, 0);
    let args = ["draft", "D01", &onboarding(), "--model", "tiny-model", "--format", "json"];
    let run = desk.run(&args);
    assert_eq!(run.code, 0, "{}", run.err);
    let value = json(&run);
    assert_eq!(value["manifest"]["model"]["model"], "tiny-model");
    for section in value["sections"].as_array().unwrap() {
        assert_ne!(section["writer"], "model", "{section:#}");
    }
    assert_eq!(
        value["text"],
        json(&desk.run(&["draft", "D01", &onboarding(), "--model", "builtin", "--format", "json"]))["text"]
    );
}

/// What a model reads of a case is kept, listed and removed, and nothing is kept where nobody wants it.
#[test]
fn what_a_model_has_read_is_kept_until_it_is_cleared() {
    let desk = Desk::new(EN);
    let file = placed(&desk, 32_768);
    let draft = |more: &[&str]| {
        let case = onboarding();
        let args = [&["draft", "D01", &case, "--model", &file, "--format", "json", "-v"], more].concat();
        let run = desk.run(&args);
        assert_eq!(run.code, 0, "{}", run.err);
        (json(&run)["text"].clone(), run.err)
    };
    let files = || json(&desk.run(&["models", "cache", "--format", "json"]))["files"].as_array().unwrap().len();
    let (plain, told) = draft(&["--no-cache"]);
    assert!(files() == 0 && !told.contains("kept for the next run"), "{told}");
    let (first, told) = draft(&[]);
    assert!(files() == 1 && told.contains("kept for the next run"), "{told}");
    let (again, told) = draft(&[]);
    assert!(files() == 1 && told.contains("was read in an earlier run"), "{told}");
    assert_eq!((&first, &again), (&plain, &plain));
    let shown = desk.run(&["models", "cache"]);
    assert!(shown.out.contains(".kv") && shown.out.contains("1 files"), "{}", shown.out);
    assert!(shown.err.contains("models cache clear"), "{}", shown.err);
    let cleared = desk.run(&["models", "cache", "clear"]);
    assert!(cleared.code == 0 && cleared.out.contains("removed: 1 files"), "{}", cleared.out);
    assert_eq!(files(), 0);
    assert_eq!(desk.run(&["models", "cache", "clear", "--format", "json"]).code, 0);
}
