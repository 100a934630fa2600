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
    let defaults =
        |gb: u64| catalogue.defaults(Some(gb << 30)).iter().map(|model| model.name.clone()).collect::<Vec<_>>();
    assert_eq!(defaults(8), ["qwen3-1.7b", "qwen3-4b-2507"]);
    assert_eq!(defaults(16), ["qwen3-4b-2507", "qwen3-1.7b"]);
    assert_eq!(catalogue.default_of("qwen3-1.7b"), [8]);
    for model in catalogue.models() {
        let source = model.source().unwrap_or_else(|| panic!("{}", model.name));
        assert_eq!(catalogue.at(&source).map(|model| &model.name), Some(&model.name), "an address is listed once");
        assert!(model.licence_url.is_some() && model.good_for.is_some() && model.memory_gb.is_some(), "{}", model.name);
    }
    assert!(catalogue.models().iter().all(|model| valid_name(&model.name)));
    let folder = TempDir::new().unwrap();
    assert_eq!(Catalogue::load(folder.path()).unwrap(), catalogue);
}

#[test]
fn a_users_list_adds_and_replaces() {
    let count = Catalogue::built_in().unwrap().models().len();
    let catalogue = with(&format!("default = \"own\"\n{OWN}")).unwrap();
    assert_eq!(catalogue.models().len(), count + 1);
    assert_eq!(
        catalogue.defaults(Some(64 << 30)).iter().map(|model| model.title.as_str()).collect::<Vec<_>>(),
        ["Own"]
    );
    assert_eq!(catalogue.default_of("own"), [8, 16]);
    assert!(!catalogue.offline() && with("offline = true").unwrap().offline());
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
        (wrong("context = 4096", "context = 4096\nrepo = \"a/b\""), "file"),
        (wrong("context = 4096", "context = 4096\nrepo = \"../b\"\nfile = \"x.gguf\""), "owner/name"),
        (wrong("context = 4096", "context = 4096\nrepo = \"a/b\"\nfile = \"../x.gguf\""), "gguf"),
        (wrong("context = 4096", "context = 4096\nsha256 = \"abc\""), "sha256"),
        (wrong("context = 4096", "context = 4096\nsize = 0"), "size"),
        (wrong("context = 4096", "context = 4096\nlicence_url = \"javascript:x\""), "licence_url"),
        (wrong("context = 4096", "context = 4096\nthinking = \"loud\""), "loud"),
        (format!("{OWN}{OWN}"), "twice"),
        ("default_16gb = \"none\"".to_owned(), "none"),
        ("default = \"none\"".to_owned(), "none"),
        ("x".to_owned(), "models.toml:1"),
    ] {
        let error = with(&text).unwrap_err();
        assert_fit(&error);
        assert!(error.to_string().contains(part), "{part}: {error}");
    }
}
