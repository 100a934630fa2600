//! The sizes of a model, read and checked.

use std::ops::RangeInclusive;

use super::{Biases, FAMILIES, Family, Rotation, family};
use crate::engine::EngineError;
use crate::engine::gguf::{Fault, Gguf, Metadata, Value, required};
use crate::engine::shown::shown;

/// How much wider all heads together may be than the stream: real models have up to 2, but a small file that
/// claims a thousand would have its reader reserve gigabytes for the tokens read.
const WIDEST: usize = 16;

/// Keys, after the family's name, whose features this decoder lacks, and the value that turns each off.
const UNSUPPORTED: [(&str, f64); 11] = [
    ("expert_count", 0.0),
    ("attention.clamp_kqv", 0.0),
    ("attention.max_alibi_bias", 0.0),
    ("attention.scale", 0.0),
    ("attention.causal", 1.0),
    ("use_parallel_residual", 0.0),
    ("logit_scale", 0.0),
    ("residual_scale", 0.0),
    ("embedding_scale", 0.0),
    ("attn_logit_softcapping", 0.0),
    ("final_logit_softcapping", 0.0),
];

/// The sizes of a model, and what its family does.
#[derive(Clone, Debug, PartialEq)]
pub struct Config {
    /// Its family.
    pub family: &'static Family,
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
    /// Tokens it was made for. Where a layer looks back over a window only, not more than the window: within it, a
    /// window changes nothing.
    pub context: usize,
    /// Rows of the embedding: ids are below this.
    pub rows: usize,
    /// The base of the rotary angles.
    pub rope_base: f64,
    /// How the rotary angles are stretched.
    pub scaling: Scaling,
    /// Which numbers a rotary angle turns together.
    pub rotation: Rotation,
    /// Whether queries, keys and values have biases.
    pub biases: bool,
    /// Added under the root of each norm.
    pub eps: f64,
}

/// How rotary angles are stretched for contexts longer than a model was first trained on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Scaling {
    /// Not at all, or by divisors the file brings.
    None,
    /// All frequencies are divided by a factor.
    Linear(f64),
    /// As Llama 3.1 does: low frequencies are divided by `factor`, high ones are kept, those between are mixed.
    Llama3 {
        /// What low frequencies are divided by.
        factor: f64,
        /// Wavelengths longer than `original / low` are divided.
        low: f64,
        /// Wavelengths shorter than `original / high` are kept.
        high: f64,
        /// Tokens of the first training.
        original: f64,
    },
}

impl Config {
    /// Reads the sizes and holds them against the tensors of the file.
    ///
    /// # Errors
    /// When it is another family, a size is missing or out of range, a feature is not supported, or a tensor is
    /// missing, unknown, or has another shape.
    pub fn read(gguf: &Gguf) -> Result<Self, EngineError> {
        let fault = |fault| gguf.fault(fault);
        let name = gguf.metadata().text("general.architecture").map_err(fault)?;
        let Some(family) = family(name.unwrap_or_default()) else {
            let (found, known) = (shown(name.unwrap_or("?")), FAMILIES.map(|family| family.architecture).join(", "));
            return Err(EngineError::unusable(
                gguf.path(),
                format!(
                    "モデルの系統 `{found}` には未対応です。次の系統の GGUF ファイルを使ってください: {known} (Llama 3・Mistral・sarashina・llm-jp は llama)。"
                ),
                format!(
                    "the model family `{found}` is not supported; use a GGUF file of one of: {known} (Llama 3, Mistral, sarashina and llm-jp are llama)"
                ),
            ));
        };
        let config = Self::sizes(family, gguf).map_err(fault)?;
        config.check_tensors(gguf).map_err(fault)?;
        Ok(config)
    }

    fn sizes(family: &'static Family, gguf: &Gguf) -> Result<Self, Fault> {
        let metadata = gguf.metadata();
        let key = |name: &str| format!("{}.{name}", family.architecture);
        let size = |name: &str, range: RangeInclusive<u64>, wanted| metadata.whole(&key(name), range, wanted);
        let needed = |name: &str, range: RangeInclusive<u64>, wanted| required(size(name, range, wanted)?, &key(name));
        let real = |name: &str, range: RangeInclusive<f64>, wanted| metadata.real(&key(name), range, wanted);
        let wrong = |name: &str, wanted: &'static str| Fault::Value { key: key(name), wanted };
        refuse_features(metadata, family)?;
        let embedding = gguf.tensors().get("token_embd.weight");
        let embedding = embedding.ok_or_else(|| Fault::NoTensor("token_embd.weight".to_owned()))?;
        let hidden = needed("embedding_length", 1..=32_768, "1–32768")?;
        let heads = needed("attention.head_count", 1..=256, "1–256")?;
        let kv_heads = size("attention.head_count_kv", 1..=256, "1–256")?;
        let kv_heads = match (kv_heads, family.rope_base) {
            (Some(heads), _) => heads,
            // Old files leave out what is as in the first Llama.
            (None, Some(_)) => heads,
            (None, None) => return Err(Fault::Missing(key("attention.head_count_kv"))),
        };
        let head_dim = match size("attention.key_length", 2..=1024, "2–1024")? {
            Some(width) => width,
            // Only where the width of a head is its own must the file say it.
            None if !family.normed_heads && hidden.is_multiple_of(heads) => hidden / heads,
            None => return Err(Fault::Missing(key("attention.key_length"))),
        };
        let base = real("rope.freq_base", 1.0..=1e12, "1–10¹²")?.or(family.rope_base);
        let window = size("attention.sliding_window", 16..=(1 << 24), "16–16777216")?;
        let context = needed("context_length", 16..=(1 << 24), "16–16777216")?;
        let config = Self {
            family,
            layers: needed("block_count", 1..=256, "1–256")?,
            hidden,
            ffn: needed("feed_forward_length", 1..=262_144, "1–262144")?,
            heads,
            kv_heads,
            head_dim,
            context: context.min(window.unwrap_or(context)),
            rows: embedding.dims[0],
            rope_base: required(base, &key("rope.freq_base"))?,
            scaling: scaling(metadata, family)?,
            rotation: family.rotation,
            biases: match family.biases {
                Biases::None => false,
                Biases::Always => true,
                Biases::WherePresent => gguf.tensors().contains_key("blk.0.attn_q.bias"),
            },
            eps: required(
                real("attention.layer_norm_rms_epsilon", 1e-12..=0.1, "10⁻¹²–0.1")?,
                &key("attention.layer_norm_rms_epsilon"),
            )?,
        };
        if !heads.is_multiple_of(kv_heads) {
            return Err(wrong("attention.head_count_kv", "a divisor of head_count"));
        }
        if heads * head_dim > WIDEST * hidden {
            return Err(wrong("attention.key_length", "heads not far wider than the stream"));
        }
        if !head_dim.is_multiple_of(2) {
            return Err(wrong("attention.key_length", "an even number"));
        }
        for name in ["attention.value_length", "rope.dimension_count"] {
            let wanted = "the same as key_length";
            if size(name, 2..=1024, wanted)?.is_some_and(|length| length != head_dim) {
                return Err(wrong(name, wanted));
            }
        }
        Ok(config)
    }

    /// Every tensor the model needs, but for the output matrix and rotary divisors, which it may do without: its
    /// name and its sizes, outermost first.
    #[must_use]
    pub fn tensors(&self) -> Vec<(String, Vec<usize>)> {
        let (queries, keys) = (self.heads * self.head_dim, self.kv_heads * self.head_dim);
        let mut all = vec![
            ("token_embd.weight".to_owned(), vec![self.rows, self.hidden]),
            ("output_norm.weight".to_owned(), vec![self.hidden]),
        ];
        let mut parts = vec![
            ("attn_norm.weight", vec![self.hidden]),
            ("attn_q.weight", vec![queries, self.hidden]),
            ("attn_k.weight", vec![keys, self.hidden]),
            ("attn_v.weight", vec![keys, self.hidden]),
            ("attn_output.weight", vec![self.hidden, queries]),
            ("ffn_norm.weight", vec![self.hidden]),
            ("ffn_gate.weight", vec![self.ffn, self.hidden]),
            ("ffn_up.weight", vec![self.ffn, self.hidden]),
            ("ffn_down.weight", vec![self.hidden, self.ffn]),
        ];
        if self.family.normed_heads {
            parts.extend([("attn_q_norm.weight", vec![self.head_dim]), ("attn_k_norm.weight", vec![self.head_dim])]);
        }
        if self.biases {
            parts.extend([("attn_q.bias", vec![queries]), ("attn_k.bias", vec![keys]), ("attn_v.bias", vec![keys])]);
        }
        for layer in 0..self.layers {
            all.extend(parts.iter().map(|(part, dims)| (format!("blk.{layer}.{part}"), dims.clone())));
        }
        all
    }

    /// The tensors of the file are those the model needs: a tensor that is not understood would be left out of the
    /// computation, and what comes out would be wrong.
    fn check_tensors(&self, gguf: &Gguf) -> Result<(), Fault> {
        let mut rest: Vec<&str> = gguf.tensors().keys().map(String::as_str).collect();
        let mut optional = vec![("output.weight".to_owned(), vec![self.rows, self.hidden])];
        if self.family.rope_divisors {
            optional.push(("rope_freqs.weight".to_owned(), vec![self.head_dim / 2]));
        }
        let needed = self.tensors().into_iter().map(|tensor| (tensor, true));
        for ((name, dims), must) in needed.chain(optional.into_iter().map(|tensor| (tensor, false))) {
            match gguf.tensors().get(&name) {
                None if must => return Err(Fault::NoTensor(name)),
                Some(info) if info.dims != dims => return Err(Fault::Shape(name)),
                _ => {}
            }
            if let Ok(at) = rest.binary_search(&name.as_str()) {
                rest.remove(at);
            }
        }
        rest.first().map_or(Ok(()), |name| Err(Fault::UnknownTensor((*name).to_owned())))
    }
}

/// Refuses what the decoder does not do: results would be wrong without a word.
fn refuse_features(metadata: &Metadata, family: &Family) -> Result<(), Fault> {
    for (name, off) in UNSUPPORTED {
        let key = format!("{}.{name}", family.architecture);
        let value = match metadata.get(&key) {
            None => continue,
            Some(Value::Whole(number)) => *number as f64,
            Some(Value::Real(number)) => *number,
            Some(Value::Bool(yes)) => f64::from(u8::from(*yes)),
            Some(_) => f64::NAN,
        };
        if value != off {
            return Err(Fault::Feature(key));
        }
    }
    Ok(())
}

/// How the file stretches rotary angles.
fn scaling(metadata: &Metadata, family: &Family) -> Result<Scaling, Fault> {
    let key = |name: &str| format!("{}.rope.scaling.{name}", family.architecture);
    match metadata.text(&key("type"))? {
        None | Some("none") => Ok(Scaling::None),
        Some("linear") => {
            let factor = metadata.real(&key("factor"), 1.0..=1024.0, "1–1024")?;
            Ok(Scaling::Linear(required(factor, &key("factor"))?))
        }
        Some(_) => Err(Fault::Value { key: key("type"), wanted: "none | linear" }),
    }
}
