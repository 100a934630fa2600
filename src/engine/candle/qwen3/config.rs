//! The sizes of a Qwen3 model, read and checked.

use std::ops::RangeInclusive;

use crate::engine::EngineError;
use crate::engine::gguf::{Fault, Gguf, required};

/// The family name, as `general.architecture` has it.
pub const ARCHITECTURE: &str = "qwen3";

/// How much wider all heads together may be than the stream: real models have up to 2, but a small file that
/// claims a thousand would have its reader reserve gigabytes for the tokens read.
const WIDEST: usize = 16;

/// The sizes of a Qwen3 model.
#[derive(Clone, Debug, PartialEq)]
pub struct Config {
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
    /// Width of a head; heads × this need not be the width of the stream.
    pub head_dim: usize,
    /// Tokens it was made for.
    pub context: usize,
    /// Rows of the embedding: ids are below this.
    pub rows: usize,
    /// The base of the rotary angles.
    pub rope_base: f64,
    /// Added under the root of each norm.
    pub eps: f64,
}

impl Config {
    /// Reads the sizes and holds them against the tensors of the file.
    ///
    /// # Errors
    /// When it is another family, a size is missing or out of range, or a tensor has another shape.
    pub fn read(gguf: &Gguf) -> Result<Self, EngineError> {
        let fault = |fault| gguf.fault(fault);
        let family = gguf.metadata().text("general.architecture").map_err(fault)?;
        if family != Some(ARCHITECTURE) {
            let found = crate::engine::shown::shown(family.unwrap_or("?"));
            return Err(EngineError::unusable(
                gguf.path(),
                format!("モデルの系統 `{found}` には未対応です。Qwen3 系の GGUF ファイルを使ってください。"),
                format!("the model family `{found}` is not supported; use a GGUF file of the Qwen3 family"),
            ));
        }
        let config = Self::sizes(gguf).map_err(fault)?;
        config.check_tensors(gguf).map_err(fault)?;
        Ok(config)
    }

    fn sizes(gguf: &Gguf) -> Result<Self, Fault> {
        let metadata = gguf.metadata();
        let size = |name: &str, range: RangeInclusive<u64>, wanted: &'static str| {
            let key = format!("{ARCHITECTURE}.{name}");
            required(metadata.whole(&key, range, wanted)?, &key)
        };
        let real = |name: &str, range: RangeInclusive<f64>, wanted: &'static str| {
            let key = format!("{ARCHITECTURE}.{name}");
            required(metadata.real(&key, range, wanted)?, &key)
        };
        let wrong = |name: &str, wanted: &'static str| Fault::Value { key: format!("{ARCHITECTURE}.{name}"), wanted };
        let embedding = gguf.tensors().get("token_embd.weight");
        let embedding = embedding.ok_or_else(|| Fault::NoTensor("token_embd.weight".to_owned()))?;
        let config = Self {
            layers: size("block_count", 1..=256, "1–256")?,
            hidden: size("embedding_length", 1..=32_768, "1–32768")?,
            ffn: size("feed_forward_length", 1..=262_144, "1–262144")?,
            heads: size("attention.head_count", 1..=256, "1–256")?,
            kv_heads: size("attention.head_count_kv", 1..=256, "1–256")?,
            head_dim: size("attention.key_length", 2..=1024, "2–1024")?,
            context: size("context_length", 16..=(1 << 24), "16–16777216")?,
            rows: embedding.dims[0],
            rope_base: real("rope.freq_base", 1.0..=1e12, "1–10¹²")?,
            eps: real("attention.layer_norm_rms_epsilon", 1e-12..=0.1, "10⁻¹²–0.1")?,
        };
        if !config.heads.is_multiple_of(config.kv_heads) {
            return Err(wrong("attention.head_count_kv", "a divisor of head_count"));
        }
        if config.heads * config.head_dim > WIDEST * config.hidden {
            return Err(wrong("attention.key_length", "heads not far wider than the stream"));
        }
        if !config.head_dim.is_multiple_of(2) {
            return Err(wrong("attention.key_length", "an even number"));
        }
        let name = "attention.value_length";
        let wanted = "the same as key_length";
        let key = format!("{ARCHITECTURE}.{name}");
        if metadata.whole(&key, 2..=1024, wanted)?.is_some_and(|length| length != config.head_dim) {
            return Err(wrong(name, wanted));
        }
        let name = "rope.scaling.type";
        let scaling = metadata.text(&format!("{ARCHITECTURE}.{name}"))?;
        if scaling.is_some_and(|scaling| scaling != "none") {
            return Err(wrong(name, "none"));
        }
        Ok(config)
    }

    /// Every tensor the model needs: its name and its sizes, outermost first.
    #[must_use]
    pub fn tensors(&self) -> Vec<(String, Vec<usize>)> {
        let (queries, keys) = (self.heads * self.head_dim, self.kv_heads * self.head_dim);
        let mut all = vec![
            ("token_embd.weight".to_owned(), vec![self.rows, self.hidden]),
            ("output_norm.weight".to_owned(), vec![self.hidden]),
        ];
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
        all
    }

    fn check_tensors(&self, gguf: &Gguf) -> Result<(), Fault> {
        for (name, dims) in self.tensors() {
            match gguf.tensors().get(&name) {
                None => return Err(Fault::NoTensor(name)),
                Some(info) if info.dims != dims => return Err(Fault::Shape(name)),
                Some(_) => {}
            }
        }
        // Without an output matrix the embedding serves as one.
        match gguf.tensors().get("output.weight") {
            Some(info) if info.dims != [self.rows, self.hidden] => Err(Fault::Shape(info.name.clone())),
            _ => Ok(()),
        }
    }
}
