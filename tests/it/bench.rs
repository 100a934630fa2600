//! How fast a model is, as the program is called.

use crate::desk::{Desk, EN, JA, json};
use crate::tiny_models::placed;

#[test]
fn a_model_is_measured() {
    let desk = Desk::new(EN);
    let model = placed(&desk, 2048);
    let run = desk.run(&["bench", "--model", &model, "--format", "json"]);
    assert_eq!(run.code, 0, "{}", run.err);
    let value = json(&run);
    assert_eq!(value["model"], "Tiny Model");
    for (name, tokens) in
        [("prefill_128", 128), ("prefill_512", 512), ("prefill_1024", 1024), ("decode", 64), ("letter", 960)]
    {
        assert_eq!(value[name]["tokens"], tokens, "{name}");
        for key in ["seconds", "tokens_per_s", "bandwidth_share", "int8_share"] {
            let number = value[name][key].as_f64().unwrap();
            assert!(number > 0.0 && number.is_finite(), "{name} {key}: {number}");
        }
    }
    assert!(value.get("prefill_4096").is_none(), "it does not fit the context");
    assert!(run.err.contains("left out"), "{}", run.err);
    assert!(value["load"]["to_reading"].as_f64().unwrap() > 0.0);
    for (part, figures) in [
        ("beginning", &["bytes", "keep_s", "find_s", "read_s", "to_reading"][..]),
        ("load", &["seconds", "hashed_s", "reading_s", "to_reading"]),
        ("grammar", &["first_s", "per_token_s", "slowest_s", "decode_share", "letter_share"]),
        ("guesses", &["guesses", "pass_cost", "gain"]),
    ] {
        for figure in figures {
            assert!(value[part][figure].as_f64().is_some_and(|number| number > 0.0), "{part} {figure}: {value:#}");
        }
    }
    assert!(value["machine"]["threads"].as_u64().unwrap() > 0);
    if cfg!(target_os = "linux") {
        assert!(value["peak_bytes"].as_u64().unwrap() > value["file_bytes"].as_u64().unwrap());
    }
}

#[test]
fn a_table_tells_it_to_a_person() {
    let desk = Desk::new(JA);
    let model = placed(&desk, 512);
    let run = desk.run(&["bench", "--model", &model, "--only", "decode"]);
    assert_eq!(run.code, 0, "{}", run.err);
    assert!(run.out.contains("単独の書き出し") && run.out.contains("tok/s"), "{}", run.out);
    assert!(!run.out.contains("読解"), "{}", run.out);
}

#[test]
fn what_cannot_be_measured_is_refused() {
    let desk = Desk::new(EN);
    for (args, code, told) in [
        (&["bench", "--model", "builtin"][..], 2, "is no model"),
        (&["bench", "--model", "nowhere"], 4, "nowhere"),
        (&["bench", "--shape", "7B"], 2, "0.6B | 1.7B | 4B"),
        (&["bench", "--quantisation", "Q2"], 2, "Q4_K_M | Q8_0"),
        (&["bench", "--model", "a.gguf", "--shape", "4B"], 2, "--shape"),
    ] {
        let run = desk.run(args);
        assert_eq!(run.code, code, "{args:?}: {}", run.err);
        assert!(run.err.contains(told), "{args:?}: {}", run.err);
    }
    let there = desk.file("there.gguf", "mine").display().to_string();
    let run = desk.run(&["bench", "--shape", "0.6B", "--keep", &there]);
    assert_eq!(run.code, 5, "{}", run.err);
    assert_eq!(std::fs::read_to_string(&there).unwrap(), "mine");
}
