//! Runs decoders.

use tsukuroi::engine::EngineError;
use tsukuroi::engine::candle::{Asked, Config, Decoder, DecoderOptions, GgufWeights, KvType, Piece, Sequence};
use tsukuroi::engine::gguf::Gguf;

use super::gguf_writer::File;
use super::tiny::Placed;

/// A decoder that keeps f32, as long as the model allows.
pub(crate) fn decoder(file: &File) -> Decoder {
    decoder_with(file, KvType::F32)
}

/// A decoder on the processor.
pub(crate) fn decoder_with(file: &File, kv: KvType) -> Decoder {
    decoder_on(file, kv, false)
}

/// A decoder.
pub(crate) fn decoder_on(file: &File, kv: KvType, on_device: bool) -> Decoder {
    let placed = Placed::new(file);
    let gguf = Gguf::open(&placed.path()).expect("a sound file");
    let config = Config::read(&gguf).expect("a sound model");
    let weights = GgufWeights::open(&gguf).expect("its weights");
    Decoder::load(&weights, &config, &DecoderOptions { context: config.context, kv, on_device })
        .expect("a loaded model")
}

/// Reads tokens; gives the logits after the last.
pub(crate) fn read(decoder: &Decoder, sequence: &mut Sequence, tokens: &[u32]) -> Vec<f32> {
    try_read(decoder, sequence, tokens).expect("logits")
}

/// Reads tokens; gives the logits after the last.
pub(crate) fn try_read(decoder: &Decoder, sequence: &mut Sequence, tokens: &[u32]) -> Result<Vec<f32>, EngineError> {
    let piece = Piece { sequence, tokens, asked: Asked::Last };
    decoder.forward(&mut [piece], &|| false).map(|logits| logits.last().to_vec())
}

/// The likeliest token; of equal ones the first.
pub(crate) fn likeliest(logits: &[f32]) -> u32 {
    let best = (0u32..).zip(logits).reduce(|best, next| if next.1 > best.1 { next } else { best });
    best.expect("logits").0
}
