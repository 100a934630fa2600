//! Tokens: published test vectors, `tokenizer.json`.

use std::fs;
use std::path::{Path, PathBuf};

use tsukuroi::engine::candle::Vocabulary;
use tsukuroi::engine::gguf::Gguf;

use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;

use super::support::gguf_writer::{File, Meta};
use super::support::sentence::Recorded;
use super::support::shared;
use super::support::tiny::{Placed, SMALLEST, model};
use super::support::vocabulary::{control, json};

/// The vocabularies that lie beside the repository, and those of a folder named by `TSUKUROI_VOCABULARIES`.
fn published() -> Vec<PathBuf> {
    let folders = [shared("tokenizers"), std::env::var_os("TSUKUROI_VOCABULARIES").map(PathBuf::from)];
    let files = folders.into_iter().flatten().flat_map(|folder| fs::read_dir(folder).expect("a folder"));
    let files = files.map(|entry| entry.expect("a file").path());
    files.filter(|path| path.extension().is_some_and(|extension| extension == "gguf")).collect()
}

fn read(path: &Path) -> Vocabulary {
    Vocabulary::read(&Gguf::open(path).expect("a sound file")).expect("a vocabulary")
}

/// The published format: texts with a separator after each, and a line of ids for each.
#[test]
fn published_vectors_agree() {
    let files = published();
    if files.is_empty() {
        println!("skipped: no published vocabulary here");
    }
    for path in files {
        let vocabulary = read(&path);
        let beside = |end: &str| fs::read_to_string(format!("{}{end}", path.display())).unwrap();
        let (texts, ids) = (beside(".inp"), beside(".out"));
        let texts: Vec<&str> = texts.split("\n__ggml_vocab_test__\n").collect();
        let ids: Vec<&str> = ids.lines().collect();
        assert!(ids.len() >= 46 && texts.len() >= ids.len(), "{}: {} of {}", path.display(), ids.len(), texts.len());
        for (text, ids) in texts.iter().zip(ids) {
            let expected: Vec<u32> = ids.split_whitespace().map(|id| id.parse().unwrap()).collect();
            assert_eq!(vocabulary.content(text).unwrap(), expected, "{}: {text:?}", path.display());
        }
    }
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
fn sentencepiece_agrees() {
    let recorded = Recorded::read();
    let mut file = File::new();
    recorded.put(&mut file);
    let placed = Placed::new(&file);
    let vocabulary = read(&placed.path());
    assert_eq!((vocabulary.begins(), vocabulary.ends(2)), (Some(1), true));
    fs::write(placed.folder().join("tokenizer.json"), recorded.json()).unwrap();
    let beside = read(&placed.path());
    for (text, ids) in recorded.texts.iter().zip(&recorded.ids) {
        assert_eq!(&vocabulary.content(text).unwrap(), ids, "{text:?}");
        assert_eq!(&beside.content(text).unwrap(), ids, "tokenizer.json: {text:?}");
    }
    for id in 0..vocabulary.len() as u32 {
        assert_eq!(vocabulary.written(id), beside.written(id), "{id}");
    }
    // Behind a control token a text begins anew; in the midst of a text it does not.
    let ids = vocabulary.template("<|user|>the<|user|> the").unwrap();
    let [the, control] = ["▁the", "<|user|>"].map(|name| recorded.tokens.iter().position(|token| token == name));
    assert_eq!(ids[..3], [control, the, control].map(|id| id.unwrap() as u32));
    let mut ids = vocabulary.content("check").unwrap();
    vocabulary.content_after("the", &mut ids).unwrap();
    assert_eq!(written(&vocabulary, &ids), " checkthe");
}

#[test]
fn a_sentencepiece_vocabulary_that_cannot_be_used_is_an_error() {
    let refused = |change: &dyn Fn(&mut File)| {
        let mut file = File::new();
        Recorded::read().put(&mut file);
        change(&mut file);
        let error = Vocabulary::read(&Gguf::open(&Placed::new(&file).path()).unwrap()).map(|_| ()).unwrap_err();
        super::support::assert_fit(&error);
        error.to_string()
    };
    let count = Recorded::read().tokens.len();
    assert!(refused(&|file| file.unset("tokenizer.ggml.scores")).contains("scores"));
    assert!(refused(&|file| file.set("tokenizer.ggml.scores", Meta::F32s(vec![0.0]))).contains("as many"));
    assert!(refused(&|file| file.set("tokenizer.ggml.scores", Meta::F32s(vec![f32::NAN; count]))).contains("finite"));
    assert!(refused(&|file| file.set("tokenizer.ggml.token_type", Meta::I32s(vec![6; count]))).contains("byte token"));
    assert!(refused(&|file| file.set("tokenizer.ggml.model", Meta::text("t5"))).contains("t5"));
    assert!(refused(&|file| file.set("tokenizer.ggml.bos_token_id", Meta::U32(count as u32))).contains("bos"));
}

/// Runs of white space may be tokens of any text; everything else that was added may not.
#[test]
fn white_space_that_is_a_token_is_found_in_contents() {
    let mut file = model(&SMALLEST, false);
    let mut tokens = super::support::vocabulary::tokens();
    let [breaks, spaces] = [control("<|extra|>"), control("<|vision_start|>")];
    tokens[breaks as usize] = "\n\n".to_owned();
    tokens[spaces as usize] = "   ".to_owned();
    let mut types = vec![1; 308];
    types.extend([3, 3, 3, 3, 4, 4, 4, 4, 3, 4, 5, 4]);
    file.set("tokenizer.ggml.tokens", Meta::Texts(tokens));
    file.set("tokenizer.ggml.token_type", Meta::I32s(types));
    let vocabulary = read(&Placed::new(&file).path());
    let (a, n) = (u32::from(b'a'), u32::from(b'\n'));
    assert_eq!(vocabulary.content("a\n\n\na   a").unwrap(), [a, breaks, n, a, spaces, a]);
    assert_eq!(vocabulary.written(breaks), Some(&b"\n\n"[..]));
    assert!(!vocabulary.is_added(breaks) && vocabulary.is_added(control("<tool_call>")));
    assert!(vocabulary.content("<tool_call>").unwrap().iter().all(|id| !vocabulary.is_added(*id)));
}

fn written(vocabulary: &Vocabulary, ids: &[u32]) -> String {
    let bytes = ids.iter().flat_map(|id| vocabulary.written(*id).unwrap_or_default().to_vec()).collect();
    String::from_utf8(bytes).expect("whole characters")
}

/// Texts of all kinds of characters, with names of tokens among them.
fn texts() -> impl Strategy<Value = String> {
    const NAMES: [&str; 10] =
        ["<|im_end|>", "<think>", "<s>", "<0x0A>", "<|user|>", "▁", "  ", "\n\n", "</s>", "[PAD0]"];
    let piece = prop_oneof![
        ".{0,8}",
        "[ -~]{0,12}",
        "[ぁ-ん一-龠、。\u{3000}]{0,8}",
        "[\\s]{0,4}",
        proptest::sample::select(&NAMES[..]).prop_map(str::to_owned),
    ];
    proptest::collection::vec(piece, 0..6).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn tokens_write_the_text_they_were_made_of(texts in proptest::collection::vec(texts(), 1..8)) {
        let recorded = Recorded::read();
        let mut sentence = File::new();
        recorded.put(&mut sentence);
        let bytes = Placed::new(&model(&SMALLEST, false));
        for (placed, json) in [(Placed::new(&sentence), recorded.json()), (bytes, json())] {
            let own = read(&placed.path());
            fs::write(placed.folder().join("tokenizer.json"), json).unwrap();
            let beside = read(&placed.path());
            for text in &texts {
                let ids = own.content(text).unwrap();
                prop_assert!(ids.iter().all(|id| !own.is_added(*id)));
                let normal: String = text.nfc().collect();
                let lead = own.begins().map_or(normal, |_| format!(" {text}").replace('▁', " "));
                prop_assert_eq!(written(&own, &ids), if text.is_empty() { String::new() } else { lead });
                prop_assert_eq!(beside.content(text).unwrap(), ids);
            }
        }
    }
}

#[test]
fn long_texts_of_one_kind_take_no_longer_than_mixed_ones() {
    // Quadratic time would take minutes here.
    let recorded = Recorded::read();
    let mut sentence = File::new();
    recorded.put(&mut sentence);
    for file in [sentence, model(&SMALLEST, false)] {
        let vocabulary = read(&Placed::new(&file).path());
        for unit in ["a", " ", "\n", "ba", "申し", "🍵", "1", " \n", "e\u{301}", "<|im_end|>"] {
            let text = unit.repeat(25_000);
            assert!(!vocabulary.content(&text).unwrap().is_empty(), "{unit:?}");
        }
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
        &json().replace("\"A\":65,", ""),
        &json().replace("\"id\":319", "\"id\":4294967295"),
        &"[".repeat(100_000),
    ] {
        fs::write(&beside, text).unwrap();
        let error = Vocabulary::read(&gguf).map(|_| ()).unwrap_err();
        super::support::assert_fit(&error);
        assert!(error.to_string().contains("tokenizer.json"), "{error}");
    }
}
