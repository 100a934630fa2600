//! Replies: seed, stop, thinking, half characters, loops, lengths, cancel, context, memory.

use std::collections::BTreeSet;

use tsukuroi::engine::candle::{Candle, LoadOptions};
use tsukuroi::engine::{Ended, Engine, EngineError, Sampling, Step};
use tsukuroi::lang::Lang;

use super::support::assert_fit;
use super::support::gguf_writer::Meta;
use super::support::job::{load, prompt, settings, try_write, write, write_until};
use super::support::tiny::{Placed, RECORDED, model};
use super::support::vocabulary::{TEMPLATE, control};
use super::support::{chain, tiny};

const WARM: Sampling = Sampling { temperature: 1.0, top_k: 0, top_p: 1.0, min_p: 0.0, repetition_penalty: 1.1 };

/// The text and the end of what a model says that says `tokens`.
fn said(tokens: &[u32], max_chars: usize) -> (String, Ended) {
    let mut engine = load(&chain::model(tokens), Sampling::GREEDY);
    let reply = write(&mut engine, &[prompt("a", max_chars)], 0, 0).remove(0);
    assert!(!reply.text.contains(char::REPLACEMENT_CHARACTER));
    (reply.text, reply.ended)
}

fn ids(text: &str) -> Vec<u32> {
    text.bytes().map(u32::from).collect()
}

fn with_end(tokens: &[u32]) -> Vec<u32> {
    [tokens, &[control("<|im_end|>")]].concat()
}

#[test]
fn the_same_seed_gives_the_same_bytes() {
    let file = model(&RECORDED, false);
    let prompts = [prompt("apology", 60), prompt("closing", 60)];
    let first = write(&mut load(&file, WARM), &prompts, 5, 0);
    let mut engine = load(&file, WARM);
    assert_eq!(write(&mut engine, &prompts, 5, 0), first);
    assert_eq!(write(&mut engine, &prompts, 5, 0), first, "again on a used engine");
    assert_ne!(write(&mut engine, &prompts, 6, 0), first, "another seed");
    assert_ne!(write(&mut engine, &prompts, 5, 1), first, "another try");
    assert_eq!(first.iter().map(|reply| reply.section.as_str()).collect::<Vec<_>>(), ["apology", "closing"]);
    let distinct: BTreeSet<_> = (0..8).map(|seed| write(&mut engine, &prompts[..1], seed, 0).remove(0).text).collect();
    // Some end at their first token and are alike: empty.
    assert!(distinct.len() > 4, "{distinct:?}");
}

#[test]
fn a_reply_does_not_depend_on_its_neighbours() {
    let file = model(&RECORDED, false);
    let prompts = ["a", "b", "c"].map(|section| prompt(section, 40));
    let together = write(&mut load(&file, WARM), &prompts, 9, 0);
    for (prompt, reply) in prompts.iter().zip(together) {
        let alone = write(&mut load(&file, WARM), std::slice::from_ref(prompt), 9, 0);
        assert_eq!(alone, [reply]);
    }
}

#[test]
fn a_reply_ends_where_the_model_ends_it() {
    assert_eq!(said(&with_end(&ids("mend, it")), 99), ("mend, it".to_owned(), Ended::Stop));
    assert_eq!(said(&[control("<|endoftext|>")], 99), (String::new(), Ended::Stop));
}

#[test]
fn thinking_is_removed() {
    let (open, close) = (control("<think>"), control("</think>"));
    let tokens = [&[open][..], &ids("abc"), &[close], &ids("xyz")].concat();
    assert_eq!(said(&with_end(&tokens), 99), ("xyz".to_owned(), Ended::Stop));
    // A bound on the reply does not count what is thought.
    assert_eq!(said(&with_end(&tokens), 3), ("xyz".to_owned(), Ended::Stop));
    let endless = [&[open][..], &ids("abc")].concat();
    assert_eq!(said(&with_end(&endless), 99), (String::new(), Ended::Stop));
    let literal = ids("<think>")[..3].to_vec();
    assert_eq!(said(&with_end(&literal), 99).0, "<th");
}

#[test]
fn thinking_that_the_template_begins_is_removed_too() {
    let tokens = [&ids("abc")[..], &[control("</think>")], &ids("xyz")].concat();
    for (tokens, text) in [(with_end(&tokens), "xyz"), (with_end(&ids("abc")), "")] {
        let mut file = chain::model(&tokens);
        let template = TEMPLATE.replace("\\n\\n</think>\\n\\n", "\\n");
        assert_ne!(template, TEMPLATE);
        file.set("tokenizer.chat_template", Meta::text(&template));
        let reply = write(&mut load(&file, Sampling::GREEDY), &[prompt("a", 50)], 0, 0).remove(0);
        assert_eq!((reply.text.as_str(), reply.ended), (text, Ended::Stop));
    }
}

#[test]
fn only_whole_characters_come() {
    let tokens = [&ids("あ")[..], &[0xf0]].concat();
    assert_eq!(said(&with_end(&tokens), 99), ("あ".to_owned(), Ended::Stop));
    let tokens = [&[0xff, 0xe3], &ids("b")[..]].concat();
    assert_eq!(said(&with_end(&tokens), 99), ("b".to_owned(), Ended::Stop));
}

#[test]
fn control_tokens_are_never_written() {
    for token in ["<|im_start|>", "<tool_call>", "[PAD0]", "<|extra|>"] {
        let (text, _) = said(&[u32::from(b'x'), control(token)], 20);
        assert!(!text.contains(token), "{text}");
    }
}

#[test]
fn loops_are_stopped() {
    let (text, ended) = said(&ids("xx"), 500);
    assert_eq!((text.as_str(), ended), ("x".repeat(24).as_str(), Ended::Loop));
    let (_, ended) = said(&ids("abcdefga"), 500);
    assert_eq!(ended, Ended::Loop);
    // Greedy, this model falls into repetition by itself.
    let reply = write(&mut load(&model(&RECORDED, true), Sampling::GREEDY), &[prompt("a", 300)], 0, 0).remove(0);
    assert_eq!(reply.ended, Ended::Loop);
}

#[test]
fn a_reply_keeps_to_its_length() {
    let long: Vec<u32> = (b'!'..=b'~').map(u32::from).collect();
    let (text, ended) = said(&with_end(&long), 50);
    assert_eq!((text.chars().count(), ended), (50, Ended::Length));
    let mut engine = load(&model(&RECORDED, false), WARM);
    for reply in write(&mut engine, &[prompt("a", 10), prompt("b", 10)], 3, 0) {
        assert!(reply.text.chars().count() <= 10);
    }
}

#[test]
fn a_cancelled_job_gives_what_is_finished() {
    let prompts = ["a", "b", "c"].map(|section| prompt(section, 30));
    let mut engine = load(&model(&RECORDED, false), WARM);
    let whole = write(&mut engine, &prompts, 1, 0);

    // All are written together: what is begun is told as far as it is, and what is finished stays.
    let (replies, heard) = write_until(&mut engine, &prompts, |progress| {
        progress.section == 2 && progress.step == Step::Writing && progress.done == 5
    });
    for (reply, whole) in replies.iter().zip(&whole) {
        let finished = whole.tokens <= 5 && reply == whole;
        assert!(finished || (reply.ended, reply.tokens) == (Ended::Cancelled, 5), "{reply:?}");
        assert!(whole.text.starts_with(&reply.text));
    }
    assert!(heard.iter().all(|progress| progress.sections == 3 && progress.done <= progress.total));
    let short = ["a", "b"].map(|section| prompt(section, if section == "a" { 3 } else { 30 }));
    let whole_short = write(&mut engine, &short, 1, 0);
    let (replies, _) = write_until(&mut engine, &short, |progress| {
        progress.step == Step::Writing && progress.section == 1 && progress.done == 12
    });
    assert_eq!(replies[0], whole_short[0]);
    assert_eq!((replies[1].ended, replies[1].tokens), (Ended::Cancelled, 12));

    // A reading that was cut short leaves nothing wrong behind.
    let mut fresh = load(&model(&RECORDED, false), WARM);
    let (replies, _) = write_until(&mut fresh, &prompts, |progress| progress.step == Step::Reading);
    assert!(replies.iter().all(|reply| reply.ended == Ended::Cancelled && reply.text.is_empty()));
    assert_eq!(write(&mut fresh, &prompts, 1, 0), whole);
}

#[test]
fn the_shared_beginning_is_read_once() {
    let mut engine = load(&chain::model(&with_end(&ids("ok"))), Sampling::GREEDY);
    let mut prompts = ["a", "b"].map(|section| prompt(section, 30));
    for prompt in &mut prompts {
        prompt.shared = "0123456789\n".repeat(60);
    }
    let read = |heard: &[tsukuroi::engine::Progress], section| {
        heard.iter().filter(|progress| progress.section == section && progress.step == Step::Reading).count()
    };
    let (_, heard) = write_until(&mut engine, &prompts, |_| false);
    assert_eq!((read(&heard, 0), read(&heard, 1)), (4, 1));
    let (_, heard) = write_until(&mut engine, &prompts, |_| false);
    assert_eq!(read(&heard, 0), 1);
}

#[test]
fn a_prompt_over_the_context_says_by_how_much() {
    let mut engine = load(&model(&RECORDED, false), Sampling::GREEDY);
    let mut long = prompt("course of events", 100);
    long.lang = Lang::En;
    long.shared = "0".repeat(600);
    let error = try_write(&mut engine, &[prompt("a", 10), long], 0, 0).unwrap_err();
    assert_fit(&error);
    let EngineError::Context { section, prompt, reply, context } = &error else {
        panic!("{error}");
    };
    assert_eq!((section.as_str(), *reply, *context), ("course of events", 82, 512));
    assert!(*prompt > 600);
    let over = (prompt + reply - context).to_string();
    assert!(error.message().ja.contains(&over) && error.message().en.contains(&over));
}

#[test]
fn settings_may_narrow_the_context_but_not_widen_it() {
    let placed = Placed::new(&model(&RECORDED, false));
    for (asked, held) in [(256, 256), (8192, 512)] {
        let mut settings = settings(WARM);
        settings.context = asked;
        let engine = Candle::load(&placed.path(), &settings, &LoadOptions::default()).unwrap();
        assert_eq!(engine.identity().context, Some(held));
    }
}

#[test]
fn too_little_memory_and_a_changed_file_are_refused() {
    let placed = Placed::new(&model(&tiny::SMALLEST, false));
    let options = LoadOptions { available_memory: Some(1 << 20), ..LoadOptions::default() };
    let error = Candle::load(&placed.path(), &settings(WARM), &options).map(|_| ()).unwrap_err();
    assert!(matches!(error, EngineError::Memory { available: Some(1_048_576), .. }), "{error}");
    assert_fit(&error);
    let options = LoadOptions { sha256: Some("0".repeat(64)), ..LoadOptions::default() };
    let error = Candle::load(&placed.path(), &settings(WARM), &options).map(|_| ()).unwrap_err();
    assert!(matches!(error, EngineError::Changed { .. }), "{error}");
}

#[test]
fn the_identity_tells_files_apart() {
    let identity = |tied| serde_json::to_value(load(&model(&RECORDED, tied), WARM).identity()).unwrap();
    let (one, other) = (identity(false), identity(true));
    assert_eq!(one, identity(false));
    assert_eq!(one["engine"], "candle");
    assert_eq!(one["tokenizer_sha256"], other["tokenizer_sha256"]);
    assert_ne!(one["file_sha256"], other["file_sha256"]);
    assert_eq!(one["sampling"]["top_k"], 0);
}

#[test]
fn weights_that_are_no_numbers_are_an_error() {
    let mut file = model(&RECORDED, false);
    file.tensor_mut("output_norm.weight").data[..4].copy_from_slice(&f32::NAN.to_le_bytes());
    let error = try_write(&mut load(&file, WARM), &[prompt("a", 10)], 0, 0).unwrap_err();
    assert!(matches!(error, EngineError::NotFinite), "{error}");
}
