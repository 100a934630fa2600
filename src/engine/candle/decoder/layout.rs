//! Laying weights out before the first pass that needs it.

use std::sync::atomic::Ordering;

use candle_core::utils::get_num_threads;

use super::spread::spread;
use super::{Decoder, Matrix};
use crate::engine::EngineError;

/// Layers that are laid out at once: enough to keep threads busy, few enough to be stopped between.
const LAYERS: usize = 4;

impl Decoder {
    /// Has the matrices of all layers laid out, once, side by side, if so many rows need it.
    pub(super) fn lay_out(&self, rows: usize, stop: &dyn Fn() -> bool) -> Result<(), EngineError> {
        let few = |matrix: &Matrix| matrix.takes_few(rows);
        if self.laid_out.load(Ordering::Relaxed)
            || self.layers.iter().all(|layer| layer.matrices().into_iter().all(few))
        {
            return Ok(());
        }
        for layers in self.layers.chunks(LAYERS) {
            if stop() {
                return Err(EngineError::Cancelled);
            }
            let matrices: Vec<&Matrix> = layers.iter().flat_map(|layer| layer.matrices()).collect();
            let done = spread(matrices.len(), get_num_threads(), || (), |(), at| matrices[at].lay_out());
            done.into_iter().collect::<Result<(), _>>().map_err(EngineError::compute)?;
        }
        self.laid_out.store(true, Ordering::Relaxed);
        Ok(())
    }
}
