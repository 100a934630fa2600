//! Chat templates: published ones, and the frame around contents.

use std::collections::BTreeMap;
use std::fs;

use tsukuroi::engine::candle::{Chat, Frame, Role, Turn, Vocabulary, conversation};
use tsukuroi::engine::gguf::Gguf;

use super::support::gguf_writer::Meta;
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

/// What `reference/frames.py` recorded.
#[derive(serde::Deserialize)]
struct Recorded {
    turns: BTreeMap<String, Vec<Said>>,
    templates: BTreeMap<String, Rendered>,
}

#[derive(serde::Deserialize)]
struct Said {
    role: Role,
    content: String,
}

/// What became of one template.
#[derive(serde::Deserialize)]
struct Rendered {
    frame: RecordedFrame,
    conversations: BTreeMap<String, String>,
}

#[derive(serde::Deserialize)]
struct RecordedFrame {
    before: String,
    between: Option<String>,
    after: String,
}

#[test]
fn published_templates_render_as_recorded() {
    if shared("chat_templates").is_none() {
        println!("skipped: no published templates here");
        return;
    }
    let recorded: Recorded = serde_json::from_str(include_str!("reference/frames.json")).unwrap();
    assert_eq!((recorded.templates.len(), recorded.turns.len()), (6, 4));
    for (name, Rendered { frame: RecordedFrame { before, between, after }, conversations }) in recorded.templates {
        assert_eq!(published(&name), Some(Frame { before, between, after }), "{name}");
        let template = fs::read_to_string(shared(&format!("chat_templates/{name}.jinja")).unwrap()).unwrap();
        for (turns, expected) in conversations {
            let said = recorded.turns[&turns].iter().map(|said| Turn::new(said.role, said.content.as_str()));
            let rendered = conversation(&template, &said.collect::<Vec<_>>(), "<bos>", "<eos>");
            assert_eq!(rendered.as_deref(), Ok(expected.as_str()), "{name}: {turns}");
        }
    }
}

#[test]
fn a_prompt_is_the_conversation_its_template_renders() {
    let placed = Placed::new(&model(&SMALLEST, false));
    let gguf = Gguf::open(&placed.path()).unwrap();
    let vocabulary = Vocabulary::read(&gguf).unwrap();
    let encoded = Chat::read(&gguf, &vocabulary).unwrap().encode(&prompt("a", 10), &vocabulary).unwrap();
    let prompt = prompt("a", 10);
    let turns =
        [Turn::new(Role::System, prompt.system), Turn::new(Role::User, format!("{}{}", prompt.shared, prompt.task))];
    let whole = vocabulary.template(&conversation(TEMPLATE, &turns, "", "").unwrap()).unwrap();
    assert_eq!([encoded.prefix, encoded.rest].concat(), whole);
}

/// Some templates leave it to the vocabulary to begin a text; those that do it themselves do it once.
#[test]
fn a_text_begins_once() {
    let begin = control("<|endoftext|>");
    let first = |template: &str, add: u8| {
        let mut file = model(&SMALLEST, false);
        file.set("tokenizer.chat_template", Meta::text(template));
        file.set("tokenizer.ggml.bos_token_id", Meta::U32(begin));
        file.set("tokenizer.ggml.add_bos_token", Meta::Bool(add));
        let placed = Placed::new(&file);
        let gguf = Gguf::open(&placed.path()).unwrap();
        let vocabulary = Vocabulary::read(&gguf).unwrap();
        let encoded = Chat::read(&gguf, &vocabulary).unwrap().encode(&prompt("a", 10), &vocabulary).unwrap();
        encoded.prefix.iter().take_while(|id| **id == begin).count()
    };
    let own = format!("{{{{ bos_token }}}}{TEMPLATE}");
    assert_eq!([first(TEMPLATE, 0), first(TEMPLATE, 1), first(&own, 0), first(&own, 1)], [0, 1, 1, 1]);
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
