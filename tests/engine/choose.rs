//! `--model …`.

use tempfile::TempDir;
use tsukuroi::engine::EngineError;
use tsukuroi::engine::catalogue::Catalogue;
use tsukuroi::engine::choose::Choice;
use tsukuroi::engine::store::{Going, Intake, Store};

use super::support::assert_fit;
use super::support::job::{prompt, write};
use super::support::tiny::{Placed, SMALLEST, model};

#[test]
fn each_form_leads_to_its_engine() {
    let data = TempDir::new().unwrap();
    let (catalogue, store) = (Catalogue::built_in().unwrap(), Store::new(data.path()));
    let choose = |asked: Option<&str>| Choice::of(asked, &catalogue, &store, Some(8 << 30));

    assert!(matches!(choose(Some("builtin")), Ok(Choice::Builtin { notice: None })));
    let Ok(Choice::Builtin { notice: Some(notice) }) = choose(None) else {
        panic!("nothing is installed");
    };
    assert!(notice.ja.contains("qwen3-1.7b") && notice.en.contains("tsukuroi models import"));

    let script = data.path().join("replies.toml");
    std::fs::write(&script, "[[reply]]\nsection = \"a\"\ntext = \"b\"\n").unwrap();
    let scripted = choose(Some(&format!("scripted:{}", script.display()))).unwrap();
    let mut engine = scripted.open(None).unwrap().unwrap();
    assert_eq!(write(&mut *engine, &[prompt("a", 5)], 0, 0)[0].text, "b");
    assert!(choose(Some("scripted:none.toml")).is_err());

    let error = choose(Some("qwen3-1.7b")).unwrap_err();
    assert!(matches!(error, EngineError::NotInstalled { .. }), "{error}");
    assert_fit(&error);

    let placed = Placed::new(&model(&SMALLEST, false));
    let Ok(Choice::Model { settings, installed: None, .. }) = choose(placed.path().to_str()) else {
        panic!("a file");
    };
    assert_eq!(settings.name, "tiny");

    store.import(&placed.path(), "qwen3-1.7b", &Intake::default(), &mut |_, _| Going::On).unwrap();
    for asked in [None, Some("qwen3-1.7b")] {
        let choice = choose(asked).unwrap();
        let Choice::Model { settings, installed, .. } = &choice else {
            panic!("an installed model");
        };
        assert_eq!((settings.name.as_str(), installed.is_some()), ("qwen3-1.7b", true));
        assert_eq!(choice.open(None).unwrap().unwrap().identity().engine, "candle");
    }
    assert!(Choice::Builtin { notice: None }.open(None).unwrap().is_none());
}
