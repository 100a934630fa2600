//! The Qwen3 family.

mod attention;
mod cache;
mod config;
mod rope;

use std::sync::Arc;

use candle_core::quantized::{QMatMul, QTensor};
use candle_core::{Device, Module, Result, Tensor};
use candle_nn::ops::{rms_norm, silu};

use attention::{Attention, mask};
pub use config::{ARCHITECTURE, Config};
use rope::Rope;

use super::Decoder;
use super::weights::Weights;
use crate::engine::EngineError;
use crate::engine::gguf::Gguf;

/// A layer: attention and feed-forward, each behind a norm.
struct Layer {
    attention_norm: Tensor,
    attention: Attention,
    ffn_norm: Tensor,
    gate: QMatMul,
    up: QMatMul,
    down: QMatMul,
}

/// A Qwen3 model.
pub struct Qwen3 {
    embedding: Arc<QTensor>,
    layers: Vec<Layer>,
    norm: Tensor,
    output: QMatMul,
    rope: Rope,
    eps: f32,
    rows: usize,
    context: usize,
    held: usize,
    device: Device,
}

impl Qwen3 {
    /// Loads the weights. `context` is how many tokens it is to hold, at most what it was made for.
    ///
    /// # Errors
    /// When the file is not a sound Qwen3 model or cannot be read.
    pub fn load(
        gguf: &Gguf,
        config: &Config,
        context: usize,
        device: &Device,
    ) -> std::result::Result<Self, EngineError> {
        let context = context.min(config.context);
        let mut weights = Weights::open(gguf, device)?;
        let embedding = weights.stored("token_embd.weight")?;
        let output = if weights.has("output.weight") {
            weights.matrix("output.weight")?
        } else {
            QMatMul::from_arc(embedding.clone()).map_err(EngineError::compute)?
        };
        let mut layers = Vec::new();
        for layer in 0..config.layers {
            let name = |part: &str| format!("blk.{layer}.{part}.weight");
            layers.push(Layer {
                attention_norm: weights.vector(&name("attn_norm"))?,
                attention: Attention::load(&mut weights, config, layer, device)?,
                ffn_norm: weights.vector(&name("ffn_norm"))?,
                gate: weights.matrix(&name("ffn_gate"))?,
                up: weights.matrix(&name("ffn_up"))?,
                down: weights.matrix(&name("ffn_down"))?,
            });
        }
        Ok(Self {
            embedding,
            layers,
            norm: weights.vector("output_norm.weight")?,
            output,
            rope: Rope::new(context, config.head_dim, config.rope_base, device).map_err(EngineError::compute)?,
            #[expect(clippy::cast_possible_truncation, reason = "computed in f32")]
            eps: config.eps as f32,
            rows: config.rows,
            context,
            held: 0,
            device: device.clone(),
        })
    }

    /// `tokens` at `position` → logits `(rows)`, f32.
    fn compute(&mut self, tokens: &[u32], position: usize) -> Result<Vec<f32>> {
        let ids = Tensor::new(tokens, &self.device)?;
        let mask = mask(tokens.len(), position, &self.device)?;
        let mut x = self.embedding.embedding(&ids)?;
        for layer in &mut self.layers {
            let normed = rms_norm(&x, &layer.attention_norm, self.eps)?;
            x = (x + layer.attention.forward(&normed, &self.rope, mask.as_ref(), position)?)?;
            let normed = rms_norm(&x, &layer.ffn_norm, self.eps)?;
            let gated = (silu(&layer.gate.forward(&normed)?)? * layer.up.forward(&normed)?)?;
            x = (x + layer.down.forward(&gated)?)?;
        }
        let last = x.narrow(0, tokens.len() - 1, 1)?.contiguous()?;
        let logits = self.output.forward(&rms_norm(&last, &self.norm, self.eps)?)?;
        logits.squeeze(0)?.to_vec1()
    }
}

impl Decoder for Qwen3 {
    fn context(&self) -> usize {
        self.context
    }

    fn rows(&self) -> usize {
        self.rows
    }

    fn forward(&mut self, tokens: &[u32], position: usize) -> std::result::Result<Vec<f32>, EngineError> {
        let rows = self.rows;
        if tokens.is_empty() || tokens.iter().any(|id| *id as usize >= rows) {
            return Err(EngineError::compute("no tokens, or an id out of range"));
        }
        if position > self.held || position + tokens.len() > self.context {
            return Err(EngineError::compute("a position after a gap or over the context"));
        }
        // Whatever happens below, what is at `position` and after no longer counts.
        self.held = position;
        let logits = self.compute(tokens, position).map_err(EngineError::compute)?;
        self.held += tokens.len();
        Ok(logits)
    }
}
