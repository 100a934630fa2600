//! The families of models that can be run: a file each for what differs, one decoder for what they share.

mod config;
mod llama;
mod qwen2;
mod qwen3;

pub use config::{Config, Scaling};

/// The families, in the order a message lists them.
pub const FAMILIES: [&Family; 3] = [&qwen3::FAMILY, &qwen2::FAMILY, &llama::FAMILY];

/// What tells a family from the others.
#[derive(Debug, PartialEq)]
pub struct Family {
    /// Its name, as `general.architecture` has it.
    pub architecture: &'static str,
    /// Which numbers of a head a rotary angle turns together, in a GGUF file.
    pub rotation: Rotation,
    /// Whether queries and keys are normed, head by head, before they are turned.
    pub normed_heads: bool,
    /// Which biases are added to queries, keys and values.
    pub biases: Biases,
    /// The base of the rotary angles where the file names none; none: it must.
    pub rope_base: Option<f64>,
    /// Whether a file may bring a divisor for each rotary frequency, `rope_freqs.weight`.
    pub rope_divisors: bool,
}

/// Which numbers of a head, `(head_dim)`, a rotary angle turns together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rotation {
    /// Number `i` with number `i + head_dim / 2`.
    Halves,
    /// Number `2 i` with number `2 i + 1`.
    Pairs,
}

/// Whether a family adds biases to queries, keys and values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Biases {
    /// It never does.
    None,
    /// It always does.
    Always,
    /// It does where the file has them.
    WherePresent,
}

/// The family of a name.
#[must_use]
pub(crate) fn family(architecture: &str) -> Option<&'static Family> {
    FAMILIES.into_iter().find(|family| family.architecture == architecture)
}
