//! Greedy runs agree, token by token, with an independent implementation: see `reference/make.py`.

use candle_core::quantized::{GgmlDType, QTensor};
use candle_core::{Device, Tensor};
use tsukuroi::engine::Sampling;
use tsukuroi::engine::candle::{Config, Decoder, Qwen3};
use tsukuroi::engine::gguf::Gguf;

use super::support::gguf_writer::File;
use super::support::job::{load, prompt, write};
use super::support::tiny::{Placed, RECORDED, Shape, model, weights, without_tensors};

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

fn decoder(file: &File) -> Qwen3 {
    let placed = Placed::new(file);
    let gguf = Gguf::open(&placed.path()).expect("a sound file");
    let config = Config::read(&gguf).expect("a sound model");
    Qwen3::load(&gguf, &config, config.context, &Device::Cpu).expect("a loaded model")
}

fn likeliest(logits: &[f32]) -> u32 {
    let best = (0u32..).zip(logits).reduce(|best, next| if next.1 > best.1 { next } else { best });
    best.expect("logits").0
}

/// Holds a greedy run, after a prompt that is read in pieces, against the record.
fn assert_agrees(decoder: &mut Qwen3, case: &Case, piece: usize) {
    assert!(case.smallest_gap > 0.01, "the record must not hang on rounding");
    let (mut position, mut logits) = (0, Vec::new());
    for tokens in case.prompt.chunks(piece) {
        logits = decoder.forward(tokens, position).expect("logits");
        position += tokens.len();
    }
    for (ours, theirs) in logits.iter().zip(&case.first_logits) {
        assert!((ours - theirs).abs() < 1e-3, "{ours} is not {theirs}");
    }
    let mut written = Vec::new();
    while written.len() < case.greedy.len() {
        let id = likeliest(&logits);
        written.push(id);
        logits = decoder.forward(&[id], position).expect("logits");
        position += 1;
    }
    assert_eq!(written, case.greedy, "in pieces of {piece}");
}

#[test]
fn sixty_four_tokens_agree_with_the_record() {
    let record = record();
    assert!(record.made_by.starts_with("transformers"), "{}", record.made_by);
    for case in record.cases {
        assert_eq!(case.greedy.len(), 64);
        let mut decoder = decoder(&model(&RECORDED, case.tied));
        // Whole, in pieces, token by token, and over what another run left: always the same.
        for piece in [case.prompt.len(), 16, 7, 1] {
            assert_agrees(&mut decoder, &case, piece);
        }
    }
}

/// The angles of far positions must be exact, and the memory of what was read grows on the way.
#[test]
fn a_long_prompt_agrees_with_the_record() {
    let case = record().long;
    let shape = Shape { context: 2048, ..RECORDED };
    assert_agrees(&mut decoder(&model(&shape, case.tied)), &case, 64);
}

#[test]
fn a_held_prefix_serves_other_endings() {
    let mut fresh = decoder(&model(&RECORDED, false));
    let mut held = decoder(&model(&RECORDED, false));
    let prefix: Vec<u32> = (0..30).collect();
    held.forward(&prefix, 0).unwrap();
    for ending in [[1u32, 2, 3], [200, 100, 50], [9, 9, 9]] {
        fresh.forward(&prefix, 0).unwrap();
        assert_eq!(fresh.forward(&ending, 30).unwrap(), held.forward(&ending, 30).unwrap());
        held.forward(&[77], 33).unwrap();
    }
}

#[test]
fn what_cannot_be_read_is_refused() {
    let mut decoder = decoder(&model(&RECORDED, true));
    assert!(decoder.forward(&[], 0).is_err(), "no tokens");
    assert!(decoder.forward(&[320], 0).is_err(), "no such token");
    assert!(decoder.forward(&[1], 1).is_err(), "a gap");
    assert!(decoder.forward(&[1; 513], 0).is_err(), "over the context");
    assert_eq!(decoder.forward(&[1; 512], 0).map(|logits| logits.len()).ok(), Some(320));
}

/// Sizes that blocks of 256 weights fit into.
const BLOCKS: Shape = Shape { hidden: 256, layers: 2, heads: 4, kv_heads: 2, head_dim: 64, ffn: 256, ..RECORDED };

/// A model whose matrices are stored in another form.
fn stored(shape: &Shape, form: GgmlDType, code: u32) -> File {
    let mut file = without_tensors(shape);
    for (name, dims, norm) in shape.tensors(false) {
        let values = weights(&name, dims.iter().product(), norm);
        if norm {
            file.tensor(&name, &dims, &values);
            continue;
        }
        let tensor = Tensor::from_vec(values, dims.clone(), &Device::Cpu).expect("a tensor");
        let stored = QTensor::quantize(&tensor, form).expect("another form");
        file.stored(&name, &dims, code, stored.data().expect("its bytes").into_owned());
    }
    file
}

#[test]
fn other_forms_of_the_weights_come_close() {
    let prompt = &record().cases[0].prompt;
    let exact = decoder(&model(&BLOCKS, false)).forward(prompt, 0).unwrap();
    for (form, code, least) in [
        (GgmlDType::F16, 1, 0.9999),
        (GgmlDType::BF16, 30, 0.999),
        (GgmlDType::Q8_0, 8, 0.999),
        (GgmlDType::Q6K, 14, 0.99),
        (GgmlDType::Q5K, 13, 0.98),
        (GgmlDType::Q4K, 12, 0.95),
        (GgmlDType::Q4_0, 2, 0.95),
    ] {
        let close = decoder(&stored(&BLOCKS, form, code)).forward(prompt, 0).unwrap();
        let product = |a: &[f32], b: &[f32]| a.iter().zip(b).map(|(a, b)| a * b).sum::<f32>();
        let cosine = product(&exact, &close) / (product(&exact, &exact) * product(&close, &close)).sqrt();
        println!("{form:?}: {cosine}");
        assert!(cosine > least, "{form:?}: {cosine}");
    }
}

#[test]
fn four_bits_write_the_same_bytes_twice() {
    let file = stored(&BLOCKS, GgmlDType::Q4K, 12);
    let (prompts, sampling) = (["a", "b"].map(|section| prompt(section, 10)), Sampling::default());
    let first = write(&mut load(&file, sampling), &prompts, 4, 0);
    assert_eq!(write(&mut load(&file, sampling), &prompts, 4, 0), first);
    assert_eq!(write(&mut load(&file, sampling), &prompts[1..], 4, 0), first[1..]);
}
