//! The header of a model file: sizes, tensors, vocabulary, chat template.
#![no_main]

use libfuzzer_sys::fuzz_target;
use tsukuroi::engine::candle::check;
use tsukuroi_fuzz::{assert_fit, with_file};

fuzz_target!(|bytes: &[u8]| {
    with_file("model.gguf", bytes, |path| {
        if let Err(error) = check(path) {
            assert_fit(&error);
        }
    });
});
