//! Where there are no products for matrices that are laid out anew: none is.

use std::sync::Arc;

use candle_core::quantized::GgmlDType;
use candle_core::{Result, bail};

use super::rows::Rows;

/// No matrix.
pub(crate) enum Packed {}

impl Packed {
    /// None.
    pub(crate) fn new(_: GgmlDType, _: (usize, usize), _: &[u8]) -> Option<Self> {
        None
    }

    /// The weights of an output.
    pub(crate) fn row(&self, _: usize) -> Vec<f32> {
        match *self {}
    }
}

/// Whether a matrix can be laid out: no.
pub(crate) fn suits(_: GgmlDType, _: &[usize]) -> bool {
    false
}

/// Bytes that a matrix takes that can be laid out.
pub(crate) fn bytes(_: GgmlDType, _: u64) -> u64 {
    0
}

/// The products with no matrices.
pub(crate) fn times(_: &[&Arc<Packed>], _: &mut Rows) -> Result<Vec<Vec<f32>>> {
    bail!("no matrix is laid out on this machine")
}
