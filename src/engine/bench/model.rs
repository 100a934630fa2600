//! The decoder that is measured, and what a pass through it costs at least.

use std::fs;
use std::path::Path;

use super::workload::CONTEXT;
use crate::engine::EngineError;
use crate::engine::candle::{Config, Decoder, DecoderOptions, GgufWeights, KvType, Vocabulary};
use crate::engine::gguf::Gguf;

/// A decoder to measure.
pub(super) struct Subject {
    pub(super) decoder: Decoder,
    vocabulary: Vocabulary,
    file_bytes: u64,
    /// Bytes of the matrices of all layers.
    layers: u64,
    /// Numbers of the matrices of all layers.
    layer_numbers: u64,
    /// Bytes of the output matrix.
    output: u64,
    /// Numbers of the output matrix.
    output_numbers: u64,
}

impl Subject {
    /// Loads a file.
    pub(super) fn load(path: &Path) -> Result<Self, EngineError> {
        let gguf = Gguf::open(path)?;
        let config = Config::read(&gguf)?;
        let options = DecoderOptions { context: CONTEXT, kv: KvType::default(), on_device: true };
        let vocabulary = Vocabulary::read(&gguf)?;
        let decoder = Decoder::load(&GgufWeights::open(&gguf)?, &config, &options)?;
        let tensors = gguf.tensors();
        let output = tensors.get("output.weight").or_else(|| tensors.get("token_embd.weight"));
        let (output, output_numbers) = output.map_or((0, 0), |tensor| (tensor.bytes, tensor.elements));
        let matrices = tensors.values().filter(|tensor| tensor.dims.len() == 2 && tensor.name.starts_with("blk."));
        let (layers, layer_numbers) =
            matrices.fold((0, 0), |(bytes, numbers), tensor| (bytes + tensor.bytes, numbers + tensor.elements));
        let file_bytes = fs::metadata(path).map_err(|why| EngineError::read(path, why))?.len();
        Ok(Self { decoder, vocabulary, file_bytes, layers, layer_numbers, output, output_numbers })
    }

    /// Bytes of the file.
    pub(super) fn file_bytes(&self) -> u64 {
        self.file_bytes
    }

    /// Its tokens.
    pub(super) fn vocabulary(&self) -> &Vocabulary {
        &self.vocabulary
    }

    /// Tokens a sequence can hold.
    pub(super) fn context(&self) -> usize {
        self.decoder.context()
    }

    /// Bytes of weights that `passes` passes read, `asked` of which give logits.
    pub(super) fn bytes(&self, passes: usize, asked: usize) -> f64 {
        self.layers as f64 * passes as f64 + self.output as f64 * asked as f64
    }

    /// Multiplications with weights for `tokens` tokens, `asked` of which give logits.
    pub(super) fn products(&self, tokens: usize, asked: usize) -> f64 {
        self.layer_numbers as f64 * tokens as f64 + self.output_numbers as f64 * asked as f64
    }
}
