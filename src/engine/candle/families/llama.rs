//! Llama and what is built like it: Llama 3.x, Mistral, sarashina, llm-jp, SmolLM.
//!
//! GGUF files have the rows of `attn_q` and `attn_k` in another order than the published weights, so that a rotary
//! angle turns neighbours. Llama 3.1 and later stretch the rotary frequencies: the file brings the divisors.

use super::{Biases, Family, Rotation};

pub(super) const FAMILY: Family = Family {
    architecture: "llama",
    rotation: Rotation::Pairs,
    normed_heads: false,
    biases: Biases::WherePresent,
    rope_base: Some(10_000.0),
    rope_divisors: true,
};
