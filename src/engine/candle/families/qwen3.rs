//! Qwen3: queries and keys are normed head by head; no biases; the width of a head is its own.

use super::{Biases, Family, Rotation};

pub(super) const FAMILY: Family = Family {
    architecture: "qwen3",
    rotation: Rotation::Halves,
    normed_heads: true,
    biases: Biases::None,
    rope_base: None,
    rope_divisors: false,
};
