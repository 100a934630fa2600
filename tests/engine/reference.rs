//! Greedy runs agree, token by token, with an independent implementation: see `reference/make.py`.

use candle_core::quantized::GgmlDType;
use tsukuroi::engine::Sampling;
use tsukuroi::engine::candle::{Asked, Decoder, Piece};

use super::support::decoding::{decoder, likeliest, read, try_read};
use super::support::gguf_writer::File;
use super::support::job::{load, prompt, write};
use super::support::tiny::{BLOCKS, RECORDED, Shape, model, stored};

#[derive(serde::Deserialize)]
struct Record {
    made_by: String,
    cases: Vec<Case>,
    long: Case,
}

#[derive(serde::Deserialize)]
struct Case {
    tied: bool,
    prompt: Vec<u32>,
    greedy: Vec<u32>,
    first_logits: Vec<f32>,
    smallest_gap: f32,
}

fn record() -> Record {
    serde_json::from_str(include_str!("reference/qwen3.json")).expect("the record")
}

/// Holds a greedy run, after a prompt that is read in pieces, against the record.
fn assert_agrees(decoder: &Decoder, case: &Case, piece: usize) {
    assert!(case.smallest_gap > 0.01, "the record must not hang on rounding");
    let (mut sequence, mut logits) = (decoder.sequence(), Vec::new());
    for tokens in case.prompt.chunks(piece) {
        logits = read(decoder, &mut sequence, tokens);
    }
    for (ours, theirs) in logits.iter().zip(&case.first_logits) {
        assert!((ours - theirs).abs() < 1e-3, "{ours} is not {theirs}");
    }
    let mut written = Vec::new();
    while written.len() < case.greedy.len() {
        let id = likeliest(&logits);
        written.push(id);
        logits = read(decoder, &mut sequence, &[id]);
    }
    assert_eq!(written, case.greedy, "in pieces of {piece}");
}

#[test]
fn sixty_four_tokens_agree_with_the_record() {
    let record = record();
    assert!(record.made_by.starts_with("transformers"), "{}", record.made_by);
    for case in record.cases {
        assert_eq!(case.greedy.len(), 64);
        let decoder = decoder(&model(&RECORDED, case.tied));
        for piece in [case.prompt.len(), 16, 7, 1] {
            assert_agrees(&decoder, &case, piece);
        }
    }
}

/// The angles of far positions must be exact, and the memory of what was read grows on the way.
#[test]
fn a_long_prompt_agrees_with_the_record() {
    let case = record().long;
    let shape = Shape { context: 2048, ..RECORDED };
    assert_agrees(&decoder(&model(&shape, case.tied)), &case, 64);
}

#[test]
fn what_cannot_be_read_is_refused() {
    let decoder = decoder(&model(&RECORDED, true));
    let read = |tokens: &[u32]| try_read(&decoder, &mut decoder.sequence(), tokens);
    assert!(read(&[]).is_err(), "no tokens");
    assert!(read(&[320]).is_err(), "no such token");
    assert!(read(&[1; 513]).is_err(), "over the context");
    assert_eq!(read(&[1; 512]).map(|logits| logits.len()).ok(), Some(320));
    let other = super::support::decoding::decoder(&model(&Shape { layers: 1, ..RECORDED }, true));
    let piece = Piece { sequence: &mut other.sequence(), tokens: &[1], asked: Asked::Last };
    assert!(decoder.forward(&mut [piece], &|| false).is_err(), "another decoder's sequence");
}

#[test]
fn other_forms_of_the_weights_come_close() {
    let prompt = &record().cases[0].prompt;
    let whole = |file: &File| {
        let decoder = decoder(file);
        read(&decoder, &mut decoder.sequence(), prompt)
    };
    let exact = whole(&model(&BLOCKS, false));
    for (form, least) in [
        (GgmlDType::F16, 0.9999),
        (GgmlDType::BF16, 0.999),
        (GgmlDType::Q8_0, 0.999),
        (GgmlDType::Q6K, 0.99),
        (GgmlDType::Q5K, 0.98),
        (GgmlDType::Q4K, 0.95),
        (GgmlDType::Q4_0, 0.95),
    ] {
        let close = whole(&stored(&BLOCKS, &[form]));
        let product = |a: &[f32], b: &[f32]| a.iter().zip(b).map(|(a, b)| a * b).sum::<f32>();
        let cosine = product(&exact, &close) / (product(&exact, &exact) * product(&close, &close)).sqrt();
        println!("{form:?}: {cosine}");
        assert!(cosine > least, "{form:?}: {cosine}");
    }
}

#[test]
fn four_bits_write_the_same_bytes_twice() {
    let file = stored(&BLOCKS, &[GgmlDType::Q4K]);
    let (prompts, sampling) = (["a", "b"].map(|section| prompt(section, 10)), Sampling::default());
    let first = write(&mut load(&file, sampling), &prompts, 4, 0);
    assert_eq!(write(&mut load(&file, sampling), &prompts, 4, 0), first);
    assert_eq!(write(&mut load(&file, sampling), &prompts[1..], 4, 0), first[1..]);
}
