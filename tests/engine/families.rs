//! Each family gives the logits of an independent implementation, near and far: see `reference/families.py`.

use candle_core::quantized::GgmlDType;
use tsukuroi::engine::candle::{Asked, Decoder, Piece};

use super::support::decoding::{decoder, likeliest, read};
use super::support::gguf_writer::Meta;
use super::support::tiny::{BLOCKS, RECORDED, Shape, model, stored_two_ways};

#[derive(serde::Deserialize)]
struct Record {
    made_by: String,
    ids: Vec<usize>,
    cases: Vec<Case>,
}

#[derive(serde::Deserialize)]
struct Case {
    family: String,
    tied: bool,
    base: f32,
    rope: String,
    divisors: Vec<f32>,
    rows: Vec<Row>,
}

#[derive(serde::Deserialize)]
struct Row {
    position: usize,
    likeliest: u32,
    logits: Vec<f32>,
}

/// The model of a case.
fn decoder_of(case: &Case) -> Decoder {
    let family = ["qwen3", "qwen2", "llama"].into_iter().find(|family| *family == case.family).expect("a family");
    let shape = Shape { family, heads: 2, kv_heads: 1, head_dim: 16, context: 4096, ..RECORDED };
    let mut file = model(&shape, case.tied);
    file.set(&format!("{family}.rope.freq_base"), Meta::F32(case.base));
    match case.rope.as_str() {
        "llama3" => file.tensor("rope_freqs.weight", &[case.divisors.len()], &case.divisors),
        "linear" => {
            file.set(&format!("{family}.rope.scaling.type"), Meta::text("linear"));
            file.set(&format!("{family}.rope.scaling.factor"), Meta::F32(4.0));
        }
        _ => assert!(case.divisors.iter().all(|divisor| (divisor - 1.0).abs() < 1e-6)),
    }
    decoder(&file)
}

#[test]
fn logits_agree_with_the_record_near_and_far() {
    let record: Record = serde_json::from_str(include_str!("reference/families.json")).expect("the record");
    assert!(record.made_by.starts_with("transformers"), "{}", record.made_by);
    for case in &record.cases {
        let decoder = decoder_of(case);
        let mut sequence = decoder.sequence();
        for row in &case.rows {
            let tokens: Vec<u32> =
                (sequence.len() as u64..row.position as u64).map(|i| ((7 * i * i + 3 * i + 11) % 251) as u32).collect();
            let logits = read(&decoder, &mut sequence, &tokens);
            let what = format!("{} ({}) at {}", case.family, case.rope, row.position);
            for (id, theirs) in record.ids.iter().zip(&row.logits) {
                let ours = logits[*id];
                assert!((ours - theirs).abs() < 1e-3, "{what}: {ours} is not {theirs}");
            }
            assert_eq!(likeliest(&logits), row.likeliest, "{what}");
        }
    }
}

/// Products with quantised weights are those with the numbers the weights stand for, up to what activations lose.
#[test]
fn quantised_weights_stand_for_their_numbers() {
    let tokens: Vec<u32> = (0..24).map(|at| (at * at * 7 + 3) % 300).collect();
    for family in ["qwen3", "qwen2", "llama"] {
        let shape = Shape { family, ..BLOCKS };
        for forms in [&[GgmlDType::Q8_0][..], &[GgmlDType::Q4K, GgmlDType::Q4K, GgmlDType::Q6K]] {
            let all = |decoder: &Decoder| {
                let piece = Piece { sequence: &mut decoder.sequence(), tokens: &tokens, asked: Asked::All };
                decoder.forward(&mut [piece], &|| false).expect("logits")
            };
            let (ours, exact) = stored_two_ways(&shape, forms);
            let (ours, exact) = (all(&decoder(&ours)), all(&decoder(&exact)));
            for (at, (ours, exact)) in ours.rows().zip(exact.rows()).enumerate() {
                let highest = exact.iter().copied().fold(f32::NEG_INFINITY, f32::max);
                let lowest = exact.iter().copied().fold(f32::INFINITY, f32::min);
                let apart = ours.iter().zip(exact).map(|(one, other)| (one - other).abs()).fold(0.0, f32::max);
                let share = apart / (highest - lowest);
                assert!(share < 5e-2, "{family} {forms:?}, token {at}: {share} of the range");
            }
        }
    }
}
