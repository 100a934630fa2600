//! A model that says what the test wants: each token is always followed by the same next one.

use super::gguf_writer::File;
use super::tiny::{Shape, without_tensors};
use super::vocabulary::TOKENS;

const SHAPE: Shape = Shape {
    family: "qwen3",
    hidden: TOKENS,
    layers: 1,
    heads: 1,
    kv_heads: 1,
    head_dim: 2,
    ffn: 2,
    vocab: TOKENS,
    context: 2048,
};

/// A model that says `tokens` one after the other, beginning after the last token of the chat template, which is a
/// line feed. Its layers add nothing; a token's embedding is a direction of its own, which its follower's row has.
pub(crate) fn model(tokens: &[u32]) -> File {
    let mut file = without_tensors(&SHAPE);
    let mut output = vec![0f32; TOKENS * TOKENS];
    let mut last = u32::from(b'\n');
    for token in tokens {
        output[*token as usize * TOKENS + last as usize] = 1.0;
        last = *token;
    }
    for (name, dims, norm) in SHAPE.tensors(false) {
        let count: usize = dims.iter().product();
        let values = match name.as_str() {
            "token_embd.weight" => (0..count).map(|at| if at % TOKENS == at / TOKENS { 1.0 } else { 0.0 }).collect(),
            "output.weight" => output.clone(),
            _ => vec![if norm { 1.0 } else { 0.0 }; count],
        };
        file.tensor(&name, &dims, &values);
    }
    file
}
