//! Having candle lay weights out before the first pass, where it does.

use std::sync::atomic::Ordering;

use candle_core::utils::get_num_threads;

use super::spread::spread;
use super::{Decoder, Matrix};
use crate::engine::EngineError;

/// Layers that are laid out at once: enough to keep threads busy, few enough to be stopped between.
const LAYERS: usize = 4;

impl Decoder {
    /// Has the matrices of all layers laid out, once, side by side.
    pub(super) fn lay_out(&self, stop: &dyn Fn() -> bool) -> Result<(), EngineError> {
        if self.laid_out.load(Ordering::Relaxed) {
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
