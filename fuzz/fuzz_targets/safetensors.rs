//! The header of a file of published weights.
#![no_main]

use libfuzzer_sys::fuzz_target;
use tsukuroi::engine::safetensors::Safetensors;
use tsukuroi_fuzz::{assert_fit, with_file};

fuzz_target!(|bytes: &[u8]| {
    with_file("model.safetensors", bytes, |path| match Safetensors::open(path) {
        Err(error) => assert_fit(&error),
        Ok(file) => assert!(file.tensors.values().all(|place| place.at + place.bytes <= bytes.len() as u64)),
    });
});
