//! A case file, and the views of it.
#![no_main]

use libfuzzer_sys::fuzz_target;
use tsukuroi::facts::{Audience, Case, Facts};
use tsukuroi::lang::Lang;

fuzz_target!(|text: &str| {
    if let Ok(case) = Case::parse("case.toml", text) {
        for lang in Lang::ALL {
            let _ = Facts::of(&case, Audience::Client, lang);
        }
    }
});
