//! The vector instructions that the products need.
//!
//! A lane belongs to an output. What a lane computes is the same, in the same order, whatever the width: sums of whole
//! numbers are exact, and sums of others are rounded in the same places. So the same comes out.

use pulp::NullaryFnOnce;

use super::OUTPUTS;
use super::line::Line;

/// Vectors of one width: words, one of each of some outputs, or numbers.
pub(super) trait Vectors: Copy + Send + Sync + 'static {
    /// Outputs of a vector.
    const LANES: usize;
    /// Rows that are computed together at most: there are registers for so many.
    const ROWS: usize;
    /// Words of 32 bits.
    type Words: Copy;
    /// Numbers, f32.
    type Numbers: Copy;

    /// Runs something that uses them.
    fn run<F: NullaryFnOnce>(self, work: F) -> F::Output;
    /// The words of a line for a part of its outputs.
    fn load(self, line: &Line, part: usize) -> Self::Words;
    /// The same word for all.
    fn word(self, word: i32) -> Self::Words;
    /// The same number for all.
    fn number(self, number: f32) -> Self::Numbers;
    /// `a & b`
    fn and(self, a: Self::Words, b: Self::Words) -> Self::Words;
    /// `a & b | c`
    fn and_or(self, a: Self::Words, b: Self::Words, c: Self::Words) -> Self::Words;
    /// Each word, to the left.
    fn left<const BITS: u32>(self, words: Self::Words) -> Self::Words;
    /// Each word, to the right, filled with zeros.
    fn right<const BITS: u32>(self, words: Self::Words) -> Self::Words;
    /// Each word's highest byte, with its sign.
    fn highest(self, words: Self::Words) -> Self::Words;
    /// `sum` and the products of the four bytes of each word of `weights`, without a sign and below 64, with those of
    /// the word of `row` of the same number, which have one.
    fn dot<const N: usize>(self, sum: Self::Words, weights: &[Self::Words; N], row: &[i32; N]) -> Self::Words;
    /// Whole numbers as f32.
    fn converted(self, words: Self::Words) -> Self::Numbers;
    /// Words as the bits of f32.
    fn bits(self, words: Self::Words) -> Self::Numbers;
    /// `a × b`
    fn times(self, a: Self::Numbers, b: Self::Numbers) -> Self::Numbers;
    /// `a × b + c`, rounded once.
    fn times_plus(self, a: Self::Numbers, b: Self::Numbers, c: Self::Numbers) -> Self::Numbers;
    /// `c − a × b`, rounded once.
    fn minus_times(self, a: Self::Numbers, b: Self::Numbers, c: Self::Numbers) -> Self::Numbers;
    /// Puts the numbers into a part of a place for all outputs.
    fn store(self, numbers: Self::Numbers, place: &mut [f32; OUTPUTS], part: usize);
}

/// Half precision in the low 16 bits of words, as f32: exact for what is finite.
#[inline(always)]
pub(super) fn half<V: Vectors>(simd: V, words: V::Words) -> V::Numbers {
    let sign = simd.left::<16>(simd.and(words, simd.word(0x8000)));
    let size = simd.left::<13>(simd.and(words, simd.word(0x7FFF)));
    // The exponent's bias goes from 15 to 127: times 2¹¹². All ones: nothing of the size is left out.
    let number = simd.bits(simd.and_or(size, simd.word(-1), sign));
    simd.times(number, simd.number(f32::from_bits(0x7780_0000)))
}
