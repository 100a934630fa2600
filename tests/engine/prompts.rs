//! A run through everything: load, tokenizer, chat template, sampling, loop.

use tsukuroi::engine::candle::{Chat, KvType, Vocabulary};
use tsukuroi::engine::gguf::Gguf;
use tsukuroi::engine::{Ended, Sampling};

use super::support::decoding::{decoder_with, read};
use super::support::job::{load, prompt, write};
use super::support::tiny::{Placed, RECORDED, model};

#[test]
fn a_greedy_reply_is_what_the_decoder_finds_likeliest() {
    let file = model(&RECORDED, false);
    let prompt = prompt("apology", 60);
    let reply = write(&mut load(&file, Sampling::GREEDY), std::slice::from_ref(&prompt), 0, 0).remove(0);
    assert!(matches!(reply.ended, Ended::Length | Ended::Stop | Ended::Loop));

    let placed = Placed::new(&file);
    let gguf = Gguf::open(&placed.path()).unwrap();
    let vocabulary = Vocabulary::read(&gguf).unwrap();
    let tokens = Chat::read(&gguf, &vocabulary).unwrap().encode(&prompt, &vocabulary).unwrap();
    let decoder = decoder_with(&file, KvType::F16);
    let mut sequence = decoder.sequence();
    let mut logits = read(&decoder, &mut sequence, &[tokens.prefix, tokens.rest].concat());
    let mut bytes = Vec::new();
    for _ in 0..reply.tokens {
        let allowed = (0u32..).zip(&logits).filter(|(id, _)| vocabulary.ends(*id) || vocabulary.written(*id).is_some());
        let (id, _) = allowed.reduce(|best, next| if next.1 > best.1 { next } else { best }).unwrap();
        bytes.extend(vocabulary.written(id).unwrap());
        logits = read(&decoder, &mut sequence, &[id]);
    }
    let text: String = bytes.utf8_chunks().map(|chunk| chunk.valid()).collect();
    assert!(reply.tokens > 8, "{reply:?}");
    assert!(text.trim().starts_with(&reply.text), "{:?} is not {text:?}", reply.text);
}
