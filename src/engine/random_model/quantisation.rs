//! How the weights of a model are stored.

use std::fmt;
use std::str::FromStr;

use candle_core::quantized::GgmlDType;

/// How the weights of a model are stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Quantisation {
    /// Q4_K, and Q6_K where it matters: what most published files have.
    Q4KM,
    /// Q8_0 throughout.
    Q8_0,
}

impl Quantisation {
    /// All of them.
    pub const ALL: [Self; 2] = [Self::Q4KM, Self::Q8_0];

    /// The name, as in file names.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Q4KM => "Q4_K_M",
            Self::Q8_0 => "Q8_0",
        }
    }

    /// The number of `general.file_type`.
    pub(super) fn file_type(self) -> u32 {
        match self {
            Self::Q4KM => 15,
            Self::Q8_0 => 7,
        }
    }

    /// The form of a tensor's numbers in a model of `layers` layers, mixed as llama.cpp does for this name.
    pub(super) fn dtype(self, name: &str, dims: &[usize], layers: usize) -> GgmlDType {
        if dims.len() < 2 {
            return GgmlDType::F32;
        }
        if self == Self::Q8_0 {
            return GgmlDType::Q8_0;
        }
        // A tied embedding is the output matrix, too.
        if name == "token_embd.weight" {
            return GgmlDType::Q6K;
        }
        let mut parts = name.split('.');
        let layer = parts.nth(1).and_then(|layer| layer.parse().ok());
        match (layer, parts.next()) {
            (Some(layer), Some("attn_v" | "ffn_down")) if matters(layer, layers) => GgmlDType::Q6K,
            _ => GgmlDType::Q4K,
        }
    }
}

/// Whether a layer's most sensitive matrices get more bits: the first and last eighth, and a third of the others.
fn matters(layer: usize, layers: usize) -> bool {
    let eighth = layers / 8;
    layer < eighth || layer >= 7 * layers / 8 || (layer - eighth) % 3 == 2
}

impl fmt::Display for Quantisation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl FromStr for Quantisation {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let found = Self::ALL.into_iter().find(|known| known.name().eq_ignore_ascii_case(text));
        found.ok_or_else(|| format!("`{text}`: use {}", Self::ALL.map(Self::name).join(" | ")))
    }
}

#[cfg(test)]
mod tests {
    use super::{Quantisation, matters};

    #[test]
    fn half_of_the_layers_get_more_bits() {
        assert_eq!((0..28).filter(|layer| matters(*layer, 28)).count(), 14);
        assert_eq!((0..36).filter(|layer| matters(*layer, 36)).count(), 18);
    }

    #[test]
    fn names_read_back() {
        for known in Quantisation::ALL {
            assert_eq!(known.name().parse(), Ok(known));
        }
        assert!("Q9".parse::<Quantisation>().is_err());
    }
}
