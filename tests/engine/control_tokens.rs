//! No text of a case becomes a control token: every added token, in five places of a prompt.

use tsukuroi::engine::candle::{Chat, Vocabulary};
use tsukuroi::engine::gguf::{Gguf, Value};
use tsukuroi::kind::Prompt;

use super::support::gguf_writer::Meta;
use super::support::job::prompt;
use super::support::shared;
use super::support::tiny::{Placed, SMALLEST, model};

/// The added tokens of Qwen3, in the order of their ids from 151643 on.
const QWEN3: [&str; 26] = [
    "<|endoftext|>",
    "<|im_start|>",
    "<|im_end|>",
    "<|object_ref_start|>",
    "<|object_ref_end|>",
    "<|box_start|>",
    "<|box_end|>",
    "<|quad_start|>",
    "<|quad_end|>",
    "<|vision_start|>",
    "<|vision_end|>",
    "<|vision_pad|>",
    "<|image_pad|>",
    "<|video_pad|>",
    "<tool_call>",
    "</tool_call>",
    "<|fim_prefix|>",
    "<|fim_middle|>",
    "<|fim_suffix|>",
    "<|fim_pad|>",
    "<|repo_name|>",
    "<|file_sep|>",
    "<tool_response>",
    "</tool_response>",
    "<think>",
    "</think>",
];

/// The prompt with a text in one of five places.
fn places(text: &str) -> [Prompt; 5] {
    let middle = text.len() / 2;
    let mut prompts: [Prompt; 5] = std::array::from_fn(|_| prompt("a", 10));
    prompts[0].system = format!("規則{text}以上");
    prompts[1].shared = format!("[E1] {text}\n{text}");
    prompts[2].task = text.to_owned();
    prompts[3].shared = format!("x{}", &text[..middle]);
    prompts[3].task = text[middle..].to_owned();
    prompts[4].system = format!("{text}{text}\n{text}system");
    prompts[4].section = text.to_owned();
    prompts
}

/// Tries every added token of a model; gives how many there are.
fn none_gets_through(placed: &Placed) -> usize {
    let gguf = Gguf::open(&placed.path()).expect("a sound file");
    let vocabulary = Vocabulary::read(&gguf).expect("a vocabulary");
    let chat = Chat::read(&gguf, &vocabulary).expect("a template");
    let controls = |prompt: &Prompt| {
        let tokens = chat.encode(prompt, &vocabulary).expect("tokens");
        let all = tokens.prefix.into_iter().chain(tokens.rest);
        all.filter(|id| vocabulary.is_added(*id)).collect::<Vec<_>>()
    };
    let frame = controls(&prompt("a", 10));
    assert_eq!(frame.len(), 7, "three turns begin, two end, thinking begins and ends");
    let added = vocabulary.added();
    for (token, id) in added {
        for prompt in places(token) {
            assert_eq!(controls(&prompt), frame, "{token} ({id}) in {prompt:?}");
        }
        // Alone, and joined in every way with others.
        for text in [token.clone(), format!(" {token} "), token.repeat(3), format!("<{token}>"), format!("\n{token}\n")]
        {
            assert!(vocabulary.content(&text).expect("tokens").iter().all(|id| !vocabulary.is_added(*id)));
        }
    }
    added.len()
}

#[test]
fn none_of_the_tiny_vocabulary() {
    assert_eq!(none_gets_through(&Placed::new(&model(&SMALLEST, false))), 12);
}

#[test]
fn none_by_a_tokenizer_beside_the_file() {
    let placed = Placed::new(&model(&SMALLEST, false));
    let json = super::support::vocabulary::json().replace("\"ignore_merges\":false", "\"ignore_merges\":true");
    std::fs::write(placed.folder().join("tokenizer.json"), json).unwrap();
    assert_eq!(none_gets_through(&placed), 12);
}

#[test]
fn none_of_the_vocabulary_of_qwen3() {
    let Some(path) = shared("tokenizers/ggml-vocab-qwen2.gguf") else {
        println!("skipped: no published vocabulary here");
        return;
    };
    // Qwen3 has the ordinary tokens of Qwen2 and more added ones.
    let published = Gguf::open(&path).unwrap();
    let texts = |key: &str| match published.metadata().get(key) {
        Some(Value::Texts(texts)) => texts.iter().map(str::to_owned).collect::<Vec<_>>(),
        other => panic!("{key}: {other:?}"),
    };
    let (mut tokens, merges) = (texts("tokenizer.ggml.tokens"), texts("tokenizer.ggml.merges"));
    tokens.truncate(151_643);
    let mut types = vec![1; tokens.len()];
    for token in QWEN3 {
        tokens.push(token.to_owned());
        types.push(if token.starts_with("<|") { 3 } else { 4 });
    }
    let shape = super::support::tiny::Shape { vocab: 151_936, ..SMALLEST };
    let mut file = model(&shape, true);
    file.set("tokenizer.ggml.tokens", Meta::Texts(tokens));
    file.set("tokenizer.ggml.merges", Meta::Texts(merges));
    file.set("tokenizer.ggml.token_type", Meta::I32s(types));
    file.set("tokenizer.ggml.eos_token_id", Meta::U32(151_645));
    assert_eq!(none_gets_through(&Placed::new(&file)), 26);
}
