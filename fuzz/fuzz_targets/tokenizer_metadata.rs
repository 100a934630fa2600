//! The vocabulary of a model file, and texts split by it.
#![no_main]

use libfuzzer_sys::fuzz_target;
use tsukuroi::engine::candle::Vocabulary;
use tsukuroi::engine::gguf::Gguf;
use tsukuroi_fuzz::{assert_fit, vocabulary, with_file};

fuzz_target!(|text: &str| {
    let bytes = vocabulary(text);
    with_file("model.gguf", &bytes, |path| {
        let gguf = Gguf::open(path).expect("a sound header");
        match Vocabulary::read(&gguf) {
            Err(error) => assert_fit(&error),
            Ok(vocabulary) => {
                if let Ok(ids) = vocabulary.content(text) {
                    assert!(ids.iter().all(|id| (*id as usize) < vocabulary.len()));
                }
            }
        }
    });
});
