//! Chat templates: published ones, and the frame around contents.

use std::collections::BTreeMap;
use std::fs;

use tsukuroi::engine::candle::{Chat, Frame, Vocabulary};
use tsukuroi::engine::gguf::Gguf;

use super::support::job::prompt;
use super::support::shared;
use super::support::tiny::{Placed, SMALLEST, model};
use super::support::vocabulary::{TEMPLATE, control};

fn published(name: &str) -> Option<Frame> {
    let path = shared(&format!("chat_templates/{name}.jinja"))?;
    Some(Frame::of(&fs::read_to_string(path).expect("a template"), "<bos>", "<eos>").expect(name))
}

#[test]
fn the_template_of_qwen3_turns_thinking_off() {
    let frame = Frame {
        before: "<|im_start|>system\n".to_owned(),
        between: Some("<|im_end|>\n<|im_start|>user\n".to_owned()),
        after: "<|im_end|>\n<|im_start|>assistant\n<think>\n\n</think>\n\n".to_owned(),
    };
    assert_eq!(Frame::of(TEMPLATE, "", "").as_ref(), Ok(&frame));
    match published("Qwen-Qwen3-0.6B") {
        Some(published) => assert_eq!(published, frame),
        None => println!("skipped: no published templates here"),
    }
}

/// What `reference/frames.py` recorded of a template.
#[derive(serde::Deserialize)]
struct Recorded {
    before: String,
    between: Option<String>,
    after: String,
}

#[test]
fn published_templates_give_the_recorded_frames() {
    if shared("chat_templates").is_none() {
        println!("skipped: no published templates here");
        return;
    }
    let recorded: BTreeMap<String, Recorded> = serde_json::from_str(include_str!("reference/frames.json")).unwrap();
    assert_eq!(recorded.len(), 6);
    for (name, Recorded { before, between, after }) in recorded {
        assert_eq!(published(&name), Some(Frame { before, between, after }), "{name}");
    }
}

#[test]
fn contents_stand_in_the_frame() {
    let placed = Placed::new(&model(&SMALLEST, false));
    let gguf = Gguf::open(&placed.path()).unwrap();
    let vocabulary = Vocabulary::read(&gguf).unwrap();
    let chat = Chat::read(&gguf, &vocabulary).unwrap();
    let mut prompt = prompt("a", 10);
    let encoded = chat.encode(&prompt, &vocabulary).unwrap();
    let all = [encoded.prefix.clone(), encoded.rest].concat();
    let written: Vec<u8> = all.iter().flat_map(|id| vocabulary.name(*id).unwrap_or_default().into_bytes()).collect();
    // Bytes of Japanese characters are tokens of their own here, so names are lossy: compare the ASCII.
    let text: String = String::from_utf8_lossy(&written).chars().filter(char::is_ascii).collect();
    assert_eq!(
        text,
        "<|im_start|>system\nYou write letters.<|im_end|>\n<|im_start|>user\nFacts:\n[E1] \nWrite: a<|im_end|>\n\
         <|im_start|>assistant\n<think>\n\n</think>\n\n"
    );
    assert_eq!(all[0], control("<|im_start|>"));

    prompt.task = "another".to_owned();
    assert_eq!(chat.encode(&prompt, &vocabulary).unwrap().prefix, encoded.prefix);
    prompt.shared = prompt.shared.trim_end().to_owned();
    let parted = chat.encode(&prompt, &vocabulary).unwrap().prefix;
    assert!(parted.ends_with(&[10, 10]), "an empty line parts facts and task");
}

#[test]
fn templates_that_lose_contents_are_refused() {
    for template in [
        "",
        "{{ messages[0].content }}",
        "{{ messages[-1].content }}{{ messages[-1].content }}",
        "{{ messages[-1].content | upper }}",
        "{{ messages[-1].content | length }}",
    ] {
        let frame = Frame::of(template, "", "");
        let kept = frame.as_ref().is_ok_and(|frame| frame.between.is_none());
        assert!(frame.is_err() || (kept && template == "{{ messages[0].content }}"), "{template}: {frame:?}");
    }
}
