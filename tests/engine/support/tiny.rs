//! Tiny models with made-up weights: the recipe of `reference/make.py`.

use std::path::{Path, PathBuf};

use candle_core::quantized::{GgmlDType, QTensor};
use candle_core::{Device, Tensor};
use tempfile::TempDir;

use super::gguf_writer::{File, Meta};
use super::vocabulary;

/// The sizes of a model.
#[derive(Clone, Copy)]
pub(crate) struct Shape {
    pub(crate) family: &'static str,
    pub(crate) hidden: usize,
    pub(crate) layers: usize,
    pub(crate) heads: usize,
    pub(crate) kv_heads: usize,
    pub(crate) head_dim: usize,
    pub(crate) ffn: usize,
    pub(crate) vocab: usize,
    pub(crate) context: usize,
}

/// The sizes of the recorded reference.
pub(crate) const RECORDED: Shape = Shape {
    family: "qwen3",
    hidden: 64,
    layers: 2,
    heads: 4,
    kv_heads: 2,
    head_dim: 32,
    ffn: 96,
    vocab: vocabulary::TOKENS,
    context: 512,
};

/// The smallest sizes.
pub(crate) const SMALLEST: Shape = Shape {
    family: "qwen3",
    hidden: 4,
    layers: 1,
    heads: 2,
    kv_heads: 1,
    head_dim: 2,
    ffn: 4,
    vocab: vocabulary::TOKENS,
    context: 512,
};

impl Shape {
    /// The tensors of a model: name, sizes outermost first, whether it is a norm.
    pub(crate) fn tensors(&self, tied: bool) -> Vec<(String, Vec<usize>, bool)> {
        let (queries, keys) = (self.heads * self.head_dim, self.kv_heads * self.head_dim);
        let mut all = vec![
            ("token_embd.weight".to_owned(), vec![self.vocab, self.hidden], false),
            ("output_norm.weight".to_owned(), vec![self.hidden], true),
        ];
        if !tied {
            all.push(("output.weight".to_owned(), vec![self.vocab, self.hidden], false));
        }
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
        match self.family {
            "qwen3" => {
                parts.extend([("attn_q_norm.weight", vec![self.head_dim]), ("attn_k_norm.weight", vec![self.head_dim])])
            }
            "qwen2" => {
                parts.extend([("attn_q.bias", vec![queries]), ("attn_k.bias", vec![keys]), ("attn_v.bias", vec![keys])])
            }
            _ => {}
        }
        for layer in 0..self.layers {
            let part = |(part, dims): &(&str, Vec<usize>)| {
                (format!("blk.{layer}.{part}"), dims.clone(), part.ends_with("norm.weight"))
            };
            all.extend(parts.iter().map(part));
        }
        all
    }
}

fn fnv1a64(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |state, byte| (state ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3))
}

fn splitmix64(state: u64) -> u64 {
    let state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let state = (state ^ (state >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let state = (state ^ (state >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    state ^ (state >> 31)
}

/// The made-up weights of a tensor.
pub(crate) fn weights(name: &str, count: usize, norm: bool) -> Vec<f32> {
    let outer = matches!(name, "token_embd.weight" | "output.weight");
    let scale = if outer { 2.0 } else { 0.5 };
    let centre = if norm { 1.0 } else { 0.0 };
    let seed = fnv1a64(name);
    let unit = |at: u64| ((splitmix64(seed.wrapping_add(at)) >> 40) as f64 - f64::from(1 << 23)) / f64::from(1 << 24);
    (0..count as u64).map(|at| (unit(at) * scale + centre) as f32).collect()
}

/// A file with vocabulary and sizes, without tensors.
pub(crate) fn without_tensors(shape: &Shape) -> File {
    let mut file = File::new();
    let family = shape.family;
    file.set("general.architecture", Meta::text(family));
    for (key, value) in [
        ("block_count", shape.layers),
        ("context_length", shape.context),
        ("embedding_length", shape.hidden),
        ("feed_forward_length", shape.ffn),
        ("attention.head_count", shape.heads),
        ("attention.head_count_kv", shape.kv_heads),
        ("attention.key_length", shape.head_dim),
        ("attention.value_length", shape.head_dim),
    ] {
        file.set(&format!("{family}.{key}"), Meta::U32(value as u32));
    }
    file.set(&format!("{family}.rope.freq_base"), Meta::F32(1e6));
    file.set(&format!("{family}.attention.layer_norm_rms_epsilon"), Meta::F32(1e-6));
    vocabulary::put(&mut file);
    file
}

/// A whole model.
pub(crate) fn model(shape: &Shape, tied: bool) -> File {
    let mut file = without_tensors(shape);
    for (name, dims, norm) in shape.tensors(tied) {
        file.tensor(&name, &dims, &weights(&name, dims.iter().product(), norm));
    }
    file
}

/// Sizes that blocks of 256 weights fit into.
pub(crate) const BLOCKS: Shape =
    Shape { hidden: 256, layers: 2, heads: 4, kv_heads: 2, head_dim: 64, ffn: 256, ..RECORDED };

/// A model whose matrices are stored in other forms: in turn, as they come.
pub(crate) fn stored(shape: &Shape, forms: &[GgmlDType]) -> File {
    let mut file = without_tensors(shape);
    let mut forms = forms.iter().cycle();
    for (name, dims, norm) in shape.tensors(false) {
        let values = weights(&name, dims.iter().product(), norm);
        if dims.len() == 1 {
            file.tensor(&name, &dims, &values);
            continue;
        }
        let form = *forms.next().expect("a form");
        let tensor = Tensor::from_vec(values, dims.clone(), &Device::Cpu).expect("a tensor");
        let stored = QTensor::quantize(&tensor, form).expect("another form");
        file.stored(&name, &dims, code(form), stored.data().expect("its bytes").into_owned());
    }
    file
}

/// The number of a form in a file.
fn code(form: GgmlDType) -> u32 {
    match form {
        GgmlDType::F16 => 1,
        GgmlDType::Q4_0 => 2,
        GgmlDType::Q8_0 => 8,
        GgmlDType::Q4K => 12,
        GgmlDType::Q5K => 13,
        GgmlDType::Q6K => 14,
        GgmlDType::BF16 => 30,
        other => panic!("{other:?} is not written"),
    }
}

/// A model file in a folder that goes when this goes.
pub(crate) struct Placed {
    folder: TempDir,
}

impl Placed {
    pub(crate) fn new(file: &File) -> Self {
        Self::bytes(&file.write().bytes)
    }

    pub(crate) fn bytes(bytes: &[u8]) -> Self {
        let placed = Self { folder: TempDir::new().expect("a folder") };
        std::fs::write(placed.path(), bytes).expect("a file");
        placed
    }

    pub(crate) fn folder(&self) -> &Path {
        self.folder.path()
    }

    pub(crate) fn path(&self) -> PathBuf {
        self.folder.path().join("tiny.gguf")
    }
}
