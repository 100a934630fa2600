//! The seam between writing and computing.

use crate::engine::EngineError;

/// A model that turns tokens into the logits of the next one and remembers what it has read.
pub trait Decoder {
    /// Tokens it can hold at most.
    fn context(&self) -> usize;

    /// How many logits it gives: ids are below this.
    fn rows(&self) -> usize;

    /// Reads `tokens`, the first of them at `position`, and gives the logits of the token after the last: `rows`
    /// numbers, f32. What was read before at `position` and after is forgotten; what is before stays.
    ///
    /// # Errors
    /// No tokens, an id out of range, a position after a gap or over the context, or a failed computation.
    fn forward(&mut self, tokens: &[u32], position: usize) -> Result<Vec<f32>, EngineError>;
}
