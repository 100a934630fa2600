//! The sizes of models.

use std::str::FromStr;

/// The sizes of a Qwen3 model with tied embeddings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shape {
    /// Layers.
    pub layers: usize,
    /// Width of the residual stream.
    pub hidden: usize,
    /// Width of the feed-forward part.
    pub ffn: usize,
    /// Query heads.
    pub heads: usize,
    /// Key and value heads.
    pub kv_heads: usize,
    /// Width of a head.
    pub head_dim: usize,
    /// Tokens of the vocabulary.
    pub tokens: usize,
    /// Positions the model is made for.
    pub context: usize,
}

impl Shape {
    /// Qwen3 0.6B.
    pub const B0_6: Self = Self { hidden: 1024, ffn: 3072, ..Self::B1_7 };
    /// Qwen3 1.7B.
    pub const B1_7: Self = Self {
        layers: 28,
        hidden: 2048,
        ffn: 6144,
        heads: 16,
        kv_heads: 8,
        head_dim: 128,
        tokens: 151_936,
        context: 40_960,
    };
    /// Qwen3 4B.
    pub const B4: Self = Self { layers: 36, hidden: 2560, ffn: 9728, heads: 32, ..Self::B1_7 };
    /// No model's: small enough for tests, with everything the others have.
    pub const SMALL: Self =
        Self { layers: 2, hidden: 256, ffn: 512, heads: 4, kv_heads: 2, head_dim: 64, tokens: 4096, context: 1024 };

    /// The shapes by name.
    pub const NAMED: [(&'static str, Self); 3] = [("0.6B", Self::B0_6), ("1.7B", Self::B1_7), ("4B", Self::B4)];

    /// The name, if it has one.
    #[must_use]
    pub fn name(&self) -> Option<&'static str> {
        Self::NAMED.into_iter().find(|(_, shape)| shape == self).map(|(name, _)| name)
    }

    /// The tensors in the order of a file: name, and sizes outermost first.
    pub(super) fn tensors(&self) -> Vec<(String, Vec<usize>)> {
        let (queries, keys) = (self.heads * self.head_dim, self.kv_heads * self.head_dim);
        let mut all = vec![("token_embd.weight".to_owned(), vec![self.tokens, self.hidden])];
        for layer in 0..self.layers {
            let parts = [
                ("attn_norm", vec![self.hidden]),
                ("attn_q", vec![queries, self.hidden]),
                ("attn_k", vec![keys, self.hidden]),
                ("attn_v", vec![keys, self.hidden]),
                ("attn_q_norm", vec![self.head_dim]),
                ("attn_k_norm", vec![self.head_dim]),
                ("attn_output", vec![self.hidden, queries]),
                ("ffn_norm", vec![self.hidden]),
                ("ffn_gate", vec![self.ffn, self.hidden]),
                ("ffn_up", vec![self.ffn, self.hidden]),
                ("ffn_down", vec![self.hidden, self.ffn]),
            ];
            all.extend(parts.map(|(part, dims)| (format!("blk.{layer}.{part}.weight"), dims)));
        }
        all.push(("output_norm.weight".to_owned(), vec![self.hidden]));
        all
    }
}

impl FromStr for Shape {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let found = Self::NAMED.into_iter().find(|(name, _)| name.eq_ignore_ascii_case(text));
        found.map(|(_, shape)| shape).ok_or_else(|| {
            let known = Self::NAMED.map(|(name, _)| name).join(" | ");
            format!("`{text}`: use {known}")
        })
    }
}
