//! Qwen2 and Qwen2.5: biases on queries, keys and values.

use super::{Biases, Family, Rotation};

pub(super) const FAMILY: Family = Family {
    architecture: "qwen2",
    rotation: Rotation::Halves,
    normed_heads: false,
    biases: Biases::Always,
    rope_base: None,
    rope_divisors: false,
};
