//! The `config.json` of a model folder.
#![no_main]

use libfuzzer_sys::fuzz_target;
use tsukuroi::engine::candle::Folder;
use tsukuroi_fuzz::{assert_fit, with_file};

/// A file of weights without any tensor.
const EMPTY: &[u8] = b"\x02\0\0\0\0\0\0\0{}";

fuzz_target!(|bytes: &[u8]| {
    with_file("config.json", bytes, |path| {
        std::fs::write(path.with_file_name("model.safetensors"), EMPTY).expect("a file");
        if let Err(error) = Folder::open(path.parent().expect("a folder")) {
            assert_fit(&error);
        }
    });
});
