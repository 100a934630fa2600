//! A model's chat template.
#![no_main]

use libfuzzer_sys::fuzz_target;
use tsukuroi::engine::candle::Frame;

fuzz_target!(|template: &str| {
    if let Ok(frame) = Frame::of(template, "<s>", "</s>") {
        assert!(frame.before.len() + frame.after.len() < 1 << 20);
    }
});
