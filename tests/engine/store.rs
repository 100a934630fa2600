//! The store of installed models.

use std::fs;

use tempfile::TempDir;
use tsukuroi::engine::EngineError;
use tsukuroi::engine::store::{Going, Installed, Intake, Store};

use super::support::assert_fit;
use super::support::tiny::{Placed, SMALLEST, model};

fn import(store: &Store, placed: &Placed, name: &str, force: bool) -> Result<Installed, EngineError> {
    store.import(&placed.path(), name, &Intake { force, ..Intake::default() }, &mut |_, _| Going::On)
}

fn names(folder: &TempDir) -> Vec<String> {
    let Ok(entries) = fs::read_dir(folder.path().join("models")) else {
        return Vec::new();
    };
    entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned()).collect()
}

#[test]
fn an_imported_model_is_found_and_runs() {
    let data = TempDir::new().unwrap();
    let store = Store::new(data.path());
    assert_eq!(store.list().unwrap(), []);
    let placed = Placed::new(&model(&SMALLEST, false));
    let mut last = (0, 0);
    let installed = store
        .import(&placed.path(), "tiny-1", &Intake::default(), &mut |done, total| {
            last = (done, total);
            Going::On
        })
        .unwrap();
    assert_eq!((last, installed.note.size()), ((last.1, last.1), last.1));
    assert_eq!(installed.note.source, "tiny.gguf");
    assert_eq!(fs::read(&installed.file).unwrap(), fs::read(placed.path()).unwrap());
    assert_eq!(store.list().unwrap(), std::slice::from_ref(&installed));
    assert_eq!(store.find("tiny-1").unwrap().as_ref(), Some(&installed));
    assert_eq!(store.find("other").unwrap(), None);
    assert_eq!(store.find("../models/tiny-1").unwrap(), None);
    assert_eq!(names(&data), ["tiny-1"]);
}

#[cfg(unix)]
#[test]
fn only_the_owner_can_read() {
    use std::os::unix::fs::PermissionsExt;
    let data = TempDir::new().unwrap();
    let store = Store::new(data.path());
    let placed = Placed::new(&model(&SMALLEST, false));
    fs::write(placed.folder().join("tokenizer.json"), super::support::vocabulary::json()).unwrap();
    let installed = import(&store, &placed, "tiny", false).unwrap();
    assert_eq!(installed.note.files[1].name, "tokenizer.json");
    let folder = installed.file.parent().unwrap();
    let mode = |path: &std::path::Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!((mode(&data.path().join("models")), mode(folder)), (0o700, 0o700));
    for file in ["model.gguf", "model.toml", "tokenizer.json"] {
        assert_eq!(mode(&folder.join(file)), 0o600, "{file}");
    }
}

#[test]
fn a_taken_name_needs_force() {
    let data = TempDir::new().unwrap();
    let store = Store::new(data.path());
    let first = import(&store, &Placed::new(&model(&SMALLEST, false)), "tiny", false).unwrap();
    let other = Placed::new(&model(&SMALLEST, true));
    let error = import(&store, &other, "tiny", false).unwrap_err();
    assert!(matches!(error, EngineError::Exists { .. }), "{error}");
    assert_fit(&error);
    let second = import(&store, &other, "tiny", true).unwrap();
    assert_ne!(first.note.sha256(), second.note.sha256());
    assert_eq!(store.list().unwrap(), [second]);
    assert_eq!(names(&data), ["tiny"]);
}

#[test]
fn what_fails_leaves_nothing() {
    let data = TempDir::new().unwrap();
    let store = Store::new(data.path());
    let placed = Placed::new(&model(&SMALLEST, false));
    for name in ["", "..", "A", "a/b"] {
        assert!(matches!(import(&store, &placed, name, true), Err(EngineError::Name { .. })));
    }
    let damaged = Placed::bytes(b"GGUF, more or less");
    assert!(matches!(import(&store, &damaged, "tiny", false), Err(EngineError::Gguf { .. })));
    let stopped = store.import(&placed.path(), "tiny", &Intake::default(), &mut |_, _| Going::Stop);
    assert!(matches!(stopped, Err(EngineError::Cancelled)));
    let none = placed.folder().join("none.gguf");
    assert!(matches!(
        store.import(&none, "tiny", &Intake::default(), &mut |_, _| Going::On),
        Err(EngineError::Read { .. })
    ));
    assert_eq!(names(&data), Vec::<String>::new());

    // A model stays when its successor fails.
    let installed = import(&store, &placed, "tiny", false).unwrap();
    assert!(import(&store, &damaged, "tiny", true).is_err());
    assert_eq!(store.list().unwrap(), [installed]);
}

#[test]
fn a_damaged_note_says_what_to_do() {
    let data = TempDir::new().unwrap();
    let store = Store::new(data.path());
    let installed = import(&store, &Placed::new(&model(&SMALLEST, false)), "tiny", false).unwrap();
    fs::write(installed.file.with_file_name("model.toml"), "sha = 1").unwrap();
    let error = store.list().unwrap_err();
    assert_fit(&error);
    assert!(error.to_string().contains("import the model again"), "{error}");
}
