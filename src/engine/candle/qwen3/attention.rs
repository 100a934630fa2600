//! Grouped-query attention with normed queries and keys.

use candle_core::quantized::QMatMul;
use candle_core::{D, Device, Module, Result, Tensor};
use candle_nn::ops::{rms_norm, softmax_last_dim};

use super::{Config, cache::Cache, rope::Rope};
use crate::engine::EngineError;
use crate::engine::candle::weights::Weights;

/// The attention of one layer.
pub(crate) struct Attention {
    query: QMatMul,
    key: QMatMul,
    value: QMatMul,
    output: QMatMul,
    query_norm: Tensor,
    key_norm: Tensor,
    cache: Cache,
    heads: usize,
    kv_heads: usize,
    head_dim: usize,
    eps: f32,
}

impl Attention {
    /// Loads the attention of a layer.
    pub(crate) fn load(
        weights: &mut Weights<'_>,
        config: &Config,
        layer: usize,
        device: &Device,
    ) -> std::result::Result<Self, EngineError> {
        let name = |part: &str| format!("blk.{layer}.attn_{part}.weight");
        Ok(Self {
            query: weights.matrix(&name("q"))?,
            key: weights.matrix(&name("k"))?,
            value: weights.matrix(&name("v"))?,
            output: weights.matrix(&name("output"))?,
            query_norm: weights.vector(&name("q_norm"))?,
            key_norm: weights.vector(&name("k_norm"))?,
            cache: Cache::new(config.kv_heads, config.head_dim, device).map_err(EngineError::compute)?,
            heads: config.heads,
            kv_heads: config.kv_heads,
            head_dim: config.head_dim,
            #[expect(clippy::cast_possible_truncation, reason = "computed in f32")]
            eps: config.eps as f32,
        })
    }

    /// `x`: `(tokens, hidden)` f32, the first token at `position`; `mask`: see [`mask`]. Gives `(tokens, hidden)`.
    pub(crate) fn forward(
        &mut self,
        x: &Tensor,
        rope: &Rope,
        mask: Option<&Tensor>,
        position: usize,
    ) -> Result<Tensor> {
        let tokens = x.dim(0)?;
        let split = |x: Tensor, heads: usize| x.reshape((tokens, heads, self.head_dim));
        let queries = rms_norm(&split(self.query.forward(x)?, self.heads)?, &self.query_norm, self.eps)?;
        let keys = rms_norm(&split(self.key.forward(x)?, self.kv_heads)?, &self.key_norm, self.eps)?;
        let values = split(self.value.forward(x)?, self.kv_heads)?.transpose(0, 1)?;
        let queries = rope.turn(&queries.transpose(0, 1)?, position)?;
        let keys = rope.turn(&keys.transpose(0, 1)?, position)?;
        let (keys, values) = self.cache.keep(&keys, &values, position)?;

        // Query heads that share a key head are rows of one product: nothing is copied per group.
        let (group, held) = (self.heads / self.kv_heads, position + tokens);
        let queries = queries.reshape((self.kv_heads, group * tokens, self.head_dim))?;
        let scale = 1.0 / (self.head_dim as f64).sqrt();
        let mut scores = (queries.matmul(&keys.transpose(1, 2)?)? * scale)?;
        if let Some(mask) = mask {
            scores = scores.reshape((self.kv_heads, group, tokens, held))?.broadcast_add(mask)?.reshape((
                self.kv_heads,
                group * tokens,
                held,
            ))?;
        }
        let mixed = softmax_last_dim(&scores)?.matmul(&values)?;
        let mixed = mixed.reshape((self.heads, tokens, self.head_dim))?.transpose(0, 1)?;
        self.output.forward(&mixed.contiguous()?.flatten_from(D::Minus2)?)
    }
}

/// What hides later tokens from earlier ones: `(tokens, position + tokens)` f32, 0 or −∞. None for one token.
pub(crate) fn mask(tokens: usize, position: usize, device: &Device) -> Result<Option<Tensor>> {
    if tokens == 1 {
        return Ok(None);
    }
    let held = position + tokens;
    let hidden = |at: usize| {
        if at % held > position + at / held { f32::NEG_INFINITY } else { 0.0 }
    };
    let mask: Vec<f32> = (0..tokens * held).map(hidden).collect();
    Tensor::from_vec(mask, (tokens, held), device).map(Some)
}
