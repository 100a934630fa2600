//! Products on a graphics processor. Skipped where there is none, or where the program is not built for one.

use candle_core::quantized::GgmlDType;
use tsukuroi::engine::candle::{Asked, Decoder, KvType, Piece, device_name};

use super::support::decoding::decoder_on;
use super::support::tiny::{BLOCKS, RECORDED, model, stored};

fn logits(decoder: &Decoder, tokens: &[u32]) -> Vec<f32> {
    let mut sequence = decoder.sequence();
    let piece = Piece { sequence: &mut sequence, tokens, asked: Asked::All };
    let logits = decoder.forward(&mut [piece], &|| false).expect("logits");
    logits.rows().flatten().copied().collect()
}

#[test]
fn logits_are_close_to_those_of_the_processor() {
    let Some(name) = device_name() else {
        eprintln!("skipped: no graphics processor, or not built for one");
        return;
    };
    let files = [
        model(&RECORDED, true),
        stored(&BLOCKS, &[GgmlDType::Q4K, GgmlDType::Q6K]),
        stored(&BLOCKS, &[GgmlDType::Q8_0]),
    ];
    let tokens: Vec<u32> = (0..100).map(|at| (at * at * 7 + at * 13) % 300).collect();
    for (at, file) in files.iter().enumerate() {
        let [here, there] = [false, true].map(|on_device| decoder_on(file, KvType::F16, on_device));
        // One row, a few, and many have kernels of their own.
        for count in [1, 5, 100] {
            let (ours, theirs) = (logits(&there, &tokens[..count]), logits(&here, &tokens[..count]));
            let (low, high) = theirs.iter().fold((0f32, 0f32), |(low, high), one| (low.min(*one), high.max(*one)));
            let apart = ours.iter().zip(&theirs).map(|(one, other)| (one - other).abs()).fold(0f32, f32::max);
            eprintln!("{name}, model {at}, {count} tokens: {:.5} of the range", apart / (high - low));
            assert!(ours.len() == theirs.len() && apart < 0.05 * (high - low), "{name}, model {at}, {count} tokens");
        }
    }
}
