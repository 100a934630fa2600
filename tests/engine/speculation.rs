//! Guessed tokens: never another text, and fewer passes where a reply copies from its prompt.

use tsukuroi::engine::candle::{Candle, LoadOptions, Speculation};
use tsukuroi::engine::{Ended, Reply, Sampling, Step};
use tsukuroi::kind::Prompt;
use tsukuroi::lang::Lang;

use super::support::chain;
use super::support::gguf_writer::File;
use super::support::job::{prompt, settings, write, write_until};
use super::support::tiny::{Placed, RECORDED, model};
use super::support::vocabulary::control;

const WARM: Sampling = Sampling { temperature: 0.8, top_k: 20, top_p: 0.9, min_p: 0.0, repetition_penalty: 1.05 };

fn open(file: &File, sampling: Sampling, free: bool, one_by_one: bool) -> Candle {
    let options = LoadOptions { free, one_by_one, ..LoadOptions::default() };
    Candle::load(&Placed::new(file).path(), &settings(sampling), &options).expect("a sound model")
}

/// The replies with guesses, which must be those without, and what was guessed.
fn guessed(file: &File, sampling: Sampling, free: bool, prompts: &[Prompt]) -> (Vec<Reply>, Speculation) {
    let (mut one_by_one, mut guessing) = (open(file, sampling, free, true), open(file, sampling, free, false));
    let replies = write(&mut guessing, prompts, 3, 0);
    assert_eq!(replies, write(&mut one_by_one, prompts, 3, 0));
    assert_eq!(one_by_one.speculation(), Speculation::default());
    (replies, guessing.speculation())
}

/// Prompts full of what may be copied.
fn repetitive(sections: &[&str], max_chars: usize) -> Vec<Prompt> {
    let with_facts = |section: &&str| Prompt {
        shared: "[E1] 納期が七月三日に遅れた。abcabcabdabcabe 納期が七月三日に遅れた。\n".repeat(2),
        ..prompt(section, max_chars)
    };
    sections.iter().map(with_facts).collect()
}

#[test]
fn guesses_change_no_text() {
    let hot = Sampling { temperature: 1.5, top_k: 4, ..WARM };
    let mut all = Speculation::default();
    for (tied, sampling, sections) in
        [(false, Sampling::GREEDY, &["a"][..]), (true, WARM, &["a", "b"]), (false, hot, &["b"])]
    {
        let (replies, speculation) = guessed(&model(&RECORDED, tied), sampling, true, &repetitive(sections, 40));
        assert!(replies.iter().any(|reply| reply.tokens > 8));
        all.proposed += speculation.proposed;
        all.accepted += speculation.accepted;
    }
    // Some guesses were right, and some had to be rolled back.
    assert!(0 < all.accepted && all.accepted < all.proposed, "{all:?}");
}

#[test]
fn guesses_keep_to_the_grammar() {
    let text = "Qpqrstvwxyz:;,XYZJKLM.[E1]";
    let said: Vec<u32> = text.bytes().map(u32::from).chain([control("<|im_end|>")]).collect();
    let mut prompts = [prompt("a", 99)];
    prompts[0].lang = Lang::En;
    prompts[0].shared = format!("Facts: {text} pqrs**tvw ZJK|LM\n");
    let (replies, speculation) = guessed(&chain::model(&said), Sampling::GREEDY, false, &prompts);
    assert_eq!((replies[0].text.as_str(), replies[0].ended), (text, Ended::Stop));
    assert!(speculation.accepted > text.len() / 2, "{speculation:?}");
}

/// What a model copies that its prompt has.
const COPIED: &str = "!\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ";

fn copying() -> (File, Vec<Prompt>) {
    let said: Vec<u32> = COPIED.bytes().map(u32::from).chain([control("<|im_end|>")]).collect();
    let mut prompts = vec![prompt("a", 99)];
    prompts[0].shared = format!("Facts: {COPIED}.\n");
    (chain::model(&said), prompts)
}

#[test]
fn what_is_copied_is_guessed() {
    let (file, prompts) = copying();
    let (replies, speculation) = guessed(&file, Sampling::GREEDY, true, &prompts);
    assert!(replies.iter().all(|reply| (reply.text.as_str(), reply.ended) == (COPIED, Ended::Stop)));
    let tokens: usize = replies.iter().map(|reply| reply.tokens).sum();
    assert!(speculation.accepted * 4 > tokens * 3, "{speculation:?} of {tokens}");
    assert!(speculation.accepted * 4 > speculation.proposed * 3, "{speculation:?}");
}

#[test]
fn more_than_two_sections_are_not_guessed() {
    let (file, prompts) = copying();
    let mut engine = open(&file, Sampling::GREEDY, true, false);
    write(&mut engine, &[prompts[0].clone(), prompts[0].clone(), prompts[0].clone()], 0, 0);
    assert_eq!(engine.speculation(), Speculation::default());
}

#[test]
fn a_stop_amid_guesses_keeps_what_was_told() {
    let (file, prompts) = copying();
    let mut engine = open(&file, Sampling::GREEDY, true, false);
    for told in [3, 20, 30] {
        let stop = |progress: tsukuroi::engine::Progress| progress.step == Step::Writing && progress.done == told;
        let (replies, _) = write_until(&mut engine, &prompts, stop);
        assert_eq!((replies[0].ended, replies[0].tokens), (Ended::Cancelled, told));
        assert_eq!(replies[0].text, COPIED[..told]);
    }
}
