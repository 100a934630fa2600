//! `tsukuroi models`, without the hub.

use crate::desk::{Desk, EN, JA, json};
use crate::tiny_models;

#[test]
fn the_list_tells_what_is_known_and_no_more() {
    let desk = Desk::new(JA);
    let run = desk.run(&["models", "list"]);
    assert!(run.code == 0 && run.err.contains("models pull") && run.err.contains("models import"), "{}", run.err);
    assert!(run.out.contains("Qwen3 1.7B (Q4_K_M)、メモリ 8 GB の既定"), "{}", run.out);
    let value = json(&desk.run(&["models", "list", "--format", "json"]));
    let defaults: Vec<_> = value.as_array().unwrap().iter().filter(|model| model["default"] == true).collect();
    let sizes: Vec<String> = defaults.iter().map(|model| model["default_of_gb"].to_string()).collect();
    assert_eq!(sizes, ["[8]", "[16]"]);
    for model in value.as_array().unwrap() {
        assert!(model["licence"].is_string());
        assert!(model["size"].is_null() && model["sha256"].is_null(), "learnt at the first pull: {model:#}");
        assert_eq!((&model["fits"], &model["installed"]), (&"unknown".into(), &false.into()));
    }
}

#[test]
fn show_tells_all_and_an_unknown_name_which_there_are() {
    let desk = Desk::new(EN);
    let run = desk.run(&["models", "show", "qwen3-1.7b"]);
    for part in ["ggml-org/Qwen3-1.7B-GGUF:Qwen3-1.7B-Q4_K_M.gguf (main)", "Apache-2.0 https://", "temperature 0.7"] {
        assert!(run.out.contains(part), "{part}: {}", run.out);
    }
    let run = desk.run(&["models", "show", "qwen9"]);
    assert!(run.code == 4 && run.err.contains("qwen3-1.7b"), "{}", run.err);
}

#[test]
fn two_hundred_flips_of_a_bit_are_all_caught_by_verify_and_none_is_loaded() {
    let desk = Desk::new(EN);
    let file = tiny_models::placed(&desk, 512);
    assert_eq!(desk.run(&["models", "import", &file]).code, 0);
    let folder = desk.folder.path().join("data");
    let (store, installed) = tiny_models::installed(&folder, "tiny-model");
    let sound = std::fs::read(&installed.file).unwrap();
    let mut caught = 0;
    for at in 0..200 {
        let mut bytes = sound.clone();
        let place = at * (sound.len() - 1) / 199;
        bytes[place] ^= 1 << (at % 8);
        std::fs::write(&installed.file, &bytes).unwrap();
        let model = store.find("tiny-model").unwrap().unwrap();
        let error = model.verify(&mut |_, _| tsukuroi::engine::store::Going::On).unwrap_err();
        assert!(error.to_string().contains("SHA-256 differs"), "byte {place}: {error}");
        assert!(model.ensure_unchanged().is_err(), "byte {place}");
        caught += 1;
    }
    assert_eq!(caught, 200);
    let run = desk.run(&["models", "verify"]);
    assert!(run.code == 4 && run.out.contains("import the model again"), "{}", run.out);
    let case = crate::support::path("examples/onboarding/case.toml").display().to_string();
    let run = desk.run(&["draft", "D01", &case, "--model", "tiny-model"]);
    assert!(run.code == 4 && run.out.is_empty() && run.err.contains("SHA-256 differs"), "{}", run.err);
    // Put right, and only touched, it is the model again.
    std::fs::write(&installed.file, &sound).unwrap();
    assert_eq!(desk.run(&["models", "verify", "--format", "json"]).code, 0);
    let noted = std::fs::read_to_string(folder.join("models/tiny-model/model.toml")).unwrap();
    store.find("tiny-model").unwrap().unwrap().ensure_unchanged().unwrap();
    assert_eq!(std::fs::read_to_string(folder.join("models/tiny-model/model.toml")).unwrap(), noted);
}

#[test]
fn a_file_whose_size_and_time_are_as_noted_is_not_read_again() {
    let desk = Desk::new(EN);
    let file = tiny_models::placed(&desk, 512);
    assert_eq!(desk.run(&["models", "import", &file]).code, 0);
    let (_, installed) = tiny_models::installed(&desk.folder.path().join("data"), "tiny-model");
    // With the old time put back a change is seen by verify alone: that is the bargain, and it is kept.
    let time = std::fs::metadata(&installed.file).unwrap().modified().unwrap();
    let mut bytes = std::fs::read(&installed.file).unwrap();
    *bytes.last_mut().unwrap() ^= 1;
    std::fs::write(&installed.file, bytes).unwrap();
    std::fs::File::options().write(true).open(&installed.file).unwrap().set_modified(time).unwrap();
    installed.ensure_unchanged().unwrap();
    assert_eq!(desk.run(&["models", "verify", "tiny-model"]).code, 4);
}

#[test]
fn a_linked_model_stays_where_it_is_and_is_found_gone_when_it_goes() {
    let desk = Desk::new(JA);
    let file = tiny_models::placed(&desk, 512);
    let run = desk.run(&["models", "import", &file, "--link", "--name", "own"]);
    assert_eq!(run.code, 0, "{}", run.err);
    let shown = json(&desk.run(&["models", "show", "own", "--format", "json"]));
    assert_eq!(shown["path"], file);
    assert!(!desk.folder.path().join("data/models/own/model.gguf").exists());
    assert_eq!(desk.run(&["models", "verify", "own"]).code, 0);
    let run = desk.run(&["models", "remove", "own"]);
    assert!(run.code == 0 && std::path::Path::new(&file).exists(), "{}", run.err);
    assert_eq!(desk.run(&["models", "import", &file, "--link", "--name", "own"]).code, 0);
    std::fs::remove_file(&file).unwrap();
    let run = desk.run(&["models", "verify"]);
    assert!(run.code == 4 && run.out.contains("読めません"), "{}", run.out);
}

#[test]
fn a_removed_model_is_gone_and_another_one_stays() {
    let desk = Desk::new(EN);
    let file = tiny_models::placed(&desk, 512);
    for name in ["one", "two"] {
        assert_eq!(desk.run(&["models", "import", &file, "--name", name]).code, 0);
    }
    let run = desk.run(&["models", "remove", "one", "three"]);
    assert!(run.code == 4 && run.err.contains("there is no model `three`"), "{}", run.err);
    assert_eq!(desk.run(&["models", "remove", "one"]).out, "removed the model one\n");
    let names: Vec<_> = std::fs::read_dir(desk.folder.path().join("data/models")).unwrap().collect();
    assert_eq!(names.len(), 1);
    assert_eq!(desk.run(&["models", "remove", "qwen3-1.7b"]).code, 4);
}

#[test]
fn a_model_of_a_family_that_does_not_run_yet_says_so_and_is_not_fetched() {
    let desk = Desk::new(EN);
    let value = json(&desk.run(&["models", "show", "lfm2.5-1.2b-jp", "--format", "json"]));
    assert_eq!(value["supported"], false);
    let run = desk.run(&["models", "pull", "lfm2.5-1.2b-jp", "--accept-licence", "--offline"]);
    assert!(run.code == 4 && run.err.contains("does not run yet"), "{}", run.err);
}

#[test]
fn a_folder_that_is_no_model_is_told_what_it_lacks() {
    let desk = Desk::new(EN);
    let folder = desk.folder.path().display().to_string();
    let run = desk.run(&["models", "import", &folder, "--name", "x"]);
    assert!(run.code == 5 && run.err.contains("config.json"), "{}", run.err);
}
