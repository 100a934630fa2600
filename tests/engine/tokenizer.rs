//! Tokens: published test vectors, `tokenizer.json`.

use std::fs;

use tsukuroi::engine::candle::Vocabulary;
use tsukuroi::engine::gguf::Gguf;

use super::support::shared;
use super::support::tiny::{Placed, SMALLEST, model};
use super::support::vocabulary::{control, json};

#[test]
fn published_vectors_agree() {
    let Some(path) = shared("tokenizers/ggml-vocab-qwen2.gguf") else {
        println!("skipped: no published vocabulary here");
        return;
    };
    let vocabulary = Vocabulary::read(&Gguf::open(&path).unwrap()).unwrap();
    let read = |end: &str| fs::read_to_string(format!("{}{end}", path.display())).unwrap();
    let (texts, ids) = (read(".inp"), read(".out"));
    let texts: Vec<&str> = texts.split("\n__ggml_vocab_test__\n").collect();
    let mut agreed = 0;
    for (text, ids) in texts.iter().zip(ids.lines()) {
        let expected: Vec<u32> = ids.split_whitespace().map(|id| id.parse().unwrap()).collect();
        assert_eq!(vocabulary.content(text).unwrap(), expected, "{text:?}");
        agreed += 1;
    }
    assert_eq!(agreed, 46);
}

#[test]
fn a_tokenizer_beside_the_file_wins_and_agrees() {
    let placed = Placed::new(&model(&SMALLEST, false));
    let gguf = Gguf::open(&placed.path()).unwrap();
    let own = Vocabulary::read(&gguf).unwrap();
    fs::write(placed.folder().join("tokenizer.json"), json()).unwrap();
    let beside = Vocabulary::read(&gguf).unwrap();
    assert_ne!(own.sha256(), beside.sha256());
    assert_eq!(own.added(), beside.added());
    for text in ["", "banana  bo\n\n x", "<|im_end|> <think>", "大変申し訳ございません。\r\n", "ｶﾞ か\u{3099}"]
    {
        assert_eq!(own.content(text).unwrap(), beside.content(text).unwrap(), "{text:?}");
        assert_eq!(own.template(text).unwrap(), beside.template(text).unwrap(), "{text:?}");
    }
    assert_eq!(own.template("x<|im_end|>").unwrap(), [u32::from(b'x'), control("<|im_end|>")]);
    for id in 0..320 {
        assert_eq!((own.written(id), own.ends(id)), (beside.written(id), beside.ends(id)), "{id}");
    }
}

#[test]
fn a_tokenizer_that_cannot_be_used_is_an_error() {
    let placed = Placed::new(&model(&SMALLEST, false));
    let gguf = Gguf::open(&placed.path()).unwrap();
    let beside = placed.folder().join("tokenizer.json");
    for text in [
        "",
        "{}",
        "[]",
        "{\"model\": {\"type\": \"Unigram\"}}",
        "{\"added_tokens\": 1}",
        "{\"added_tokens\": [], \"model\": {\"type\": \"BPE\", \"vocab\": {}, \"merges\": []}}",
        &json().replace("\"Ā\":0,", ""),
        &json().replace("\"id\":319", "\"id\":4294967295"),
        &"[".repeat(100_000),
    ] {
        fs::write(&beside, text).unwrap();
        let error = Vocabulary::read(&gguf).map(|_| ()).unwrap_err();
        super::support::assert_fit(&error);
        assert!(error.to_string().contains("tokenizer.json"), "{error}");
    }
}
