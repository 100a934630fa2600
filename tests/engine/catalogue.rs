//! `models.toml`, the program's and a user's own.

use tempfile::TempDir;
use tsukuroi::engine::EngineError;
use tsukuroi::engine::catalogue::Catalogue;
use tsukuroi::engine::store::valid_name;

use super::support::assert_fit;

const OWN: &str = r#"
[[model]]
name = "own"
family = "qwen3"
title = "Own"
parameters = "1 B"
licence = "MIT"
quantisation = "Q8_0"
context = 4096
languages = ["ja"]
"#;

fn with(text: &str) -> Result<Catalogue, EngineError> {
    let folder = TempDir::new().expect("a folder");
    std::fs::write(folder.path().join("models.toml"), text).expect("a file");
    Catalogue::load(folder.path())
}

#[test]
fn the_built_in_list_is_valid() {
    let catalogue = Catalogue::built_in().unwrap();
    assert!(catalogue.default_model().is_some());
    assert!(catalogue.models().iter().all(|model| valid_name(&model.name)));
    let folder = TempDir::new().unwrap();
    assert_eq!(Catalogue::load(folder.path()).unwrap(), catalogue);
}

#[test]
fn a_users_list_adds_and_replaces() {
    let count = Catalogue::built_in().unwrap().models().len();
    let catalogue = with(&format!("default = \"own\"\n{OWN}")).unwrap();
    assert_eq!(catalogue.models().len(), count + 1);
    assert_eq!(catalogue.default_model().map(|model| model.title.as_str()), Some("Own"));
    assert_eq!(catalogue.find("own").map(|model| model.settings().context), Some(4096));
    let replaced = with(&OWN.replace("\"own\"", "\"qwen3-0.6b\"")).unwrap();
    assert_eq!(replaced.models().len(), count);
    assert_eq!(replaced.find("qwen3-0.6b").map(|model| model.title.as_str()), Some("Own"));
}

#[test]
fn a_wrong_list_says_what_is_wrong() {
    let wrong = |from: &str, to: &str| OWN.replace(from, to);
    for (text, part) in [
        ("defualt = \"x\"".to_owned(), "defualt"),
        (wrong("context = 4096", "context = 4096\nlicense = \"MIT\""), "license"),
        (wrong("context = 4096", ""), "context"),
        (wrong("4096", "10"), "context"),
        (wrong("4096", "-1"), "models.toml:9"),
        (wrong("\"qwen3\"", "\"bert\""), "family"),
        (wrong("[\"ja\"]", "[\"fr\"]"), "languages"),
        (wrong("[\"ja\"]", "[]"), "languages"),
        (wrong("\"own\"", "\"../own\""), "name"),
        (format!("{OWN}[model.sampling]\ntop_p = 2.0"), "top_p"),
        (format!("{OWN}[model.sampling]\ntemperature = nan"), "temperature"),
        (format!("{OWN}[model.sampling]\ntop_q = 2"), "top_q"),
        (format!("{OWN}{OWN}"), "twice"),
        ("default = \"none\"".to_owned(), "none"),
        ("x".to_owned(), "models.toml:1"),
    ] {
        let error = with(&text).unwrap_err();
        assert_fit(&error);
        assert!(error.to_string().contains(part), "{part}: {error}");
    }
}
