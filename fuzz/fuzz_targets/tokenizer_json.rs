//! A `tokenizer.json` beside a model file.
#![no_main]

use libfuzzer_sys::fuzz_target;
use tsukuroi::engine::candle::Vocabulary;
use tsukuroi::engine::gguf::Gguf;
use tsukuroi_fuzz::{assert_fit, vocabulary, with_file};

fuzz_target!(|bytes: &[u8]| {
    with_file("model.gguf", &vocabulary("gpt2\nqwen2"), |path| {
        std::fs::write(path.with_file_name("tokenizer.json"), bytes).expect("a file");
        match Vocabulary::read(&Gguf::open(path).expect("a sound header")) {
            Err(error) => assert_fit(&error),
            Ok(vocabulary) => {
                let _ = vocabulary.content("拝啓 <|im_end|> It's 12\n");
            }
        }
    });
});
