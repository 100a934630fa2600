//! The vectors of tokens.

use std::sync::Arc;

use candle_core::quantized::QTensor;
use candle_core::{Device, Result, Tensor};

use super::packed::Packed;
use super::rows::Rows;

/// A matrix `(tokens, hidden)` in which rows are looked up.
pub(crate) enum Embedding {
    /// As it is stored.
    Stored(Arc<QTensor>),
    /// The one that gives the logits.
    Packed(Arc<Packed>),
}

impl Embedding {
    /// The rows of tokens, `(tokens, hidden)`.
    pub(crate) fn of(&self, tokens: &[u32]) -> Result<Rows> {
        match self {
            Self::Stored(stored) => {
                let rows = stored.embedding(&Tensor::new(tokens, &Device::Cpu)?)?;
                let (_, width) = rows.dims2()?;
                Ok(Rows { width, numbers: rows.flatten_all()?.to_vec1()? })
            }
            Self::Packed(packed) => {
                let mut numbers = Vec::new();
                for token in tokens {
                    numbers.extend(packed.row(*token as usize));
                }
                Ok(Rows { width: numbers.len() / tokens.len().max(1), numbers })
            }
        }
    }
}
