//! Weights side by side.

use super::OUTPUTS;

/// A word, 32 bits, of each of [`OUTPUTS`] outputs: as long as a line of the processor's cache, and in one.
#[derive(Clone, Copy, Debug)]
#[repr(align(64))]
pub(super) struct Line(pub(super) [u8; 4 * OUTPUTS]);

impl Line {
    /// Puts words side by side.
    pub(super) fn of(words: [[u8; 4]; OUTPUTS]) -> Self {
        let mut line = [0; 4 * OUTPUTS];
        for (place, word) in line.as_chunks_mut::<4>().0.iter_mut().zip(words) {
            *place = word;
        }
        Self(line)
    }

    /// The word of an output.
    pub(super) fn word(&self, output: usize) -> [u8; 4] {
        self.0.as_chunks::<4>().0[output]
    }
}
