//! Weights side by side.

use super::OUTPUTS;

/// A word, 32 bits, of each of [`OUTPUTS`] outputs: as long as a line of the processor's cache, and in one.
#[derive(Clone, Copy, Debug)]
#[repr(align(64))]
pub(super) struct Line(pub(super) [u8; 4 * OUTPUTS]);

impl Line {
    /// Words of zero.
    pub(super) const ZERO: Self = Self([0; 4 * OUTPUTS]);

    /// Puts the word of an output into its place.
    #[inline(always)]
    pub(super) fn put(&mut self, output: usize, word: [u8; 4]) {
        self.0.as_chunks_mut::<4>().0[output] = word;
    }

    /// The word of an output.
    pub(super) fn word(&self, output: usize) -> [u8; 4] {
        self.0.as_chunks::<4>().0[output]
    }
}
