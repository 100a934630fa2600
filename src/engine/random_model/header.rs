//! The header of a made-up model file.

use super::vocabulary::{TEMPLATE, Vocabulary};
use super::{ALIGNMENT, Planned, RandomModel};
use crate::engine::gguf::{Encoder, code};

/// A metadata value.
enum Entry<'a> {
    Whole(u32),
    Real(f32),
    Bool(bool),
    Text(&'a str),
    Texts(&'a [String]),
    Numbers(&'a [i32]),
}

/// The bytes before the tensors' data, padded.
pub(super) fn encode(model: &RandomModel, tensors: &[Planned]) -> Vec<u8> {
    let shape = &model.shape;
    let vocabulary = Vocabulary::new(shape.tokens);
    let size = |value: usize| Entry::Whole(value as u32);
    let name = format!("random {} {}", shape.name().unwrap_or("small"), model.quantisation);
    let entries = [
        ("general.architecture", Entry::Text("qwen3")),
        ("general.name", Entry::Text(&name)),
        ("general.file_type", Entry::Whole(model.quantisation.file_type())),
        ("general.quantization_version", Entry::Whole(2)),
        ("general.alignment", Entry::Whole(ALIGNMENT as u32)),
        ("qwen3.block_count", size(shape.layers)),
        ("qwen3.context_length", size(shape.context)),
        ("qwen3.embedding_length", size(shape.hidden)),
        ("qwen3.feed_forward_length", size(shape.ffn)),
        ("qwen3.attention.head_count", size(shape.heads)),
        ("qwen3.attention.head_count_kv", size(shape.kv_heads)),
        ("qwen3.attention.key_length", size(shape.head_dim)),
        ("qwen3.attention.value_length", size(shape.head_dim)),
        ("qwen3.attention.layer_norm_rms_epsilon", Entry::Real(1e-6)),
        ("qwen3.rope.freq_base", Entry::Real(1e6)),
        ("tokenizer.ggml.model", Entry::Text("gpt2")),
        ("tokenizer.ggml.pre", Entry::Text("qwen2")),
        ("tokenizer.ggml.tokens", Entry::Texts(&vocabulary.tokens)),
        ("tokenizer.ggml.token_type", Entry::Numbers(&vocabulary.types)),
        ("tokenizer.ggml.merges", Entry::Texts(&vocabulary.merges)),
        ("tokenizer.ggml.eos_token_id", Entry::Whole(vocabulary.end)),
        ("tokenizer.ggml.padding_token_id", Entry::Whole(vocabulary.padding)),
        ("tokenizer.ggml.add_bos_token", Entry::Bool(false)),
        ("tokenizer.chat_template", Entry::Text(TEMPLATE)),
    ];
    let mut out = Encoder::new(*b"GGUF", 3);
    out.u64(tensors.len() as u64);
    out.u64(entries.len() as u64);
    for (key, entry) in &entries {
        out.text(key.as_bytes());
        put(&mut out, entry);
    }
    let mut offset = 0u64;
    for tensor in tensors {
        out.text(tensor.name.as_bytes());
        out.u32(tensor.dims.len() as u32);
        // The file has the innermost size first.
        tensor.dims.iter().rev().for_each(|size| out.u64(*size as u64));
        out.u32(code(tensor.dtype));
        out.u64(offset);
        offset = (offset + tensor.bytes).next_multiple_of(ALIGNMENT);
    }
    out.pad(ALIGNMENT as usize);
    out.bytes
}

fn put(out: &mut Encoder, entry: &Entry<'_>) {
    match entry {
        Entry::Whole(value) => {
            out.u32(4);
            out.u32(*value);
        }
        Entry::Real(value) => {
            out.u32(6);
            out.u32(value.to_bits());
        }
        Entry::Bool(value) => {
            out.u32(7);
            out.bytes.push(u8::from(*value));
        }
        Entry::Text(text) => {
            out.u32(8);
            out.text(text.as_bytes());
        }
        Entry::Texts(texts) => {
            out.u32(9);
            out.u32(8);
            out.u64(texts.len() as u64);
            texts.iter().for_each(|text| out.text(text.as_bytes()));
        }
        Entry::Numbers(values) => {
            out.u32(9);
            out.u32(5);
            out.u64(values.len() as u64);
            values.iter().for_each(|value| out.bytes.extend(value.to_le_bytes()));
        }
    }
}
