//! From tensors to a decoder.

use std::sync::atomic::AtomicBool;

use candle_core::Device;
use candle_core::utils::get_num_threads;

use super::embedding::Embedding;
use super::layer::Layer;
use super::matrix::Matrix;
use super::norm::Norm;
use super::rope::Rope;
use super::spread::spread;
use super::{Decoder, DecoderOptions};
use crate::engine::EngineError;
use crate::engine::candle::families::Config;
use crate::engine::candle::weights::{Room, Weights};

impl Decoder {
    /// Loads the weights, layers side by side: most of the time goes into memory that is used for the first time.
    ///
    /// # Errors
    /// When a tensor is missing or cannot be read.
    pub fn load(weights: &dyn Weights, config: &Config, options: &DecoderOptions) -> Result<Self, EngineError> {
        Self::load_on(get_num_threads(), weights, config, options)
    }

    /// Loads the weights on so many threads.
    pub(crate) fn load_on(
        threads: usize,
        weights: &dyn Weights,
        config: &Config,
        options: &DecoderOptions,
    ) -> Result<Self, EngineError> {
        let source = || Source { weights, config, device: options.device(), room: Room::default() };
        let parts = spread(config.layers + 1, threads, source, |source, at| source.part(at, options));
        let (mut ends, mut layers) = (None, Vec::with_capacity(config.layers));
        for part in parts {
            match part? {
                Part::Ends(part) => ends = Some(*part),
                Part::Layer(layer) => layers.push(*layer),
            }
        }
        let decoder = ends.ok_or_else(|| EngineError::compute("nothing was loaded"))?;
        Ok(Self { layers, ..decoder })
    }
}

/// A part of a decoder.
enum Part {
    /// A decoder without layers.
    Ends(Box<Decoder>),
    Layer(Box<Layer>),
}

/// Where the tensors come from.
struct Source<'a> {
    weights: &'a dyn Weights,
    config: &'a Config,
    device: Option<&'static Device>,
    room: Room,
}

impl Source<'_> {
    /// The part number `at`.
    fn part(&mut self, at: usize, options: &DecoderOptions) -> Result<Part, EngineError> {
        // The embedding is the largest tensor: it goes first.
        Ok(match at.checked_sub(1) {
            None => Part::Ends(Box::new(self.ends(options)?)),
            Some(layer) => Part::Layer(Box::new(self.layer(layer)?)),
        })
    }

    /// All but the layers.
    fn ends(&mut self, options: &DecoderOptions) -> Result<Decoder, EngineError> {
        let (weights, config) = (self.weights, self.config);
        let stored = weights.stored("token_embd.weight", &mut self.room)?;
        let (embedding, output) = if weights.has("output.weight") {
            let embedding = Embedding::Stored(stored.tensor()?);
            (embedding, Matrix::new(&weights.stored("output.weight", &mut self.room)?, None, self.device)?)
        } else {
            let output = Matrix::new(&stored, None, self.device)?;
            (output.embedding(&stored)?, output)
        };
        let divisors = match weights.has("rope_freqs.weight") {
            true => Some(self.vector("rope_freqs.weight")?),
            false => None,
        };
        Ok(Decoder {
            embedding,
            layers: Vec::new(),
            norm: self.norm("output_norm.weight")?,
            output,
            rope: Rope::new(config, divisors.as_deref()),
            shape: options.page(config),
            heads: config.heads,
            rows: config.rows,
            context: options.context.min(config.context),
            laid_out: AtomicBool::new(false),
        })
    }

    fn layer(&mut self, layer: usize) -> Result<Layer, EngineError> {
        let (biases, device) = (self.config.biases, self.device);
        let name = |part: &str| format!("blk.{layer}.{part}.weight");
        let mut matrix = |part: &str, biased: bool| {
            let bias = if biased { Some(self.vector(&format!("blk.{layer}.{part}.bias"))?) } else { None };
            Matrix::new(&self.weights.stored(&name(part), &mut self.room)?, bias, device)
        };
        let (query, key) = (matrix("attn_q", biases)?, matrix("attn_k", biases)?);
        let (value, output) = (matrix("attn_v", biases)?, matrix("attn_output", false)?);
        let (gate, up, down) = (matrix("ffn_gate", false)?, matrix("ffn_up", false)?, matrix("ffn_down", false)?);
        let head_norms = if self.config.family.normed_heads {
            Some((self.norm(&name("attn_q_norm"))?, self.norm(&name("attn_k_norm"))?))
        } else {
            None
        };
        let (attention_norm, ffn_norm) = (self.norm(&name("attn_norm"))?, self.norm(&name("ffn_norm"))?);
        Ok(Layer { attention_norm, query, key, value, head_norms, output, ffn_norm, gate, up, down })
    }

    /// A vector, f32.
    fn vector(&mut self, name: &str) -> Result<Vec<f32>, EngineError> {
        let vector = self.weights.stored(name, &mut self.room)?.tensor()?.dequantize(&Device::Cpu);
        vector.and_then(|vector| vector.flatten_all()?.to_vec1()).map_err(EngineError::compute)
    }

    fn norm(&mut self, name: &str) -> Result<Norm, EngineError> {
        #[expect(clippy::cast_possible_truncation, reason = "computed in f32")]
        let eps = self.config.eps as f32;
        Ok(Norm { weights: self.vector(name)?, eps })
    }
}
