//! What the forms of weights have in common.

use std::marker::PhantomData;

use pulp::NullaryFnOnce;

use super::OUTPUTS;
use super::activation::Activation;
use super::line::Line;
use super::vectors::Vectors;

/// A form of weights.
pub(super) trait Form {
    /// Bytes of a block.
    const SIZE: usize;
    /// Lines of a block of each output.
    const LINES: usize;

    /// Puts the words of a block, as a file has it, into the place of its output.
    fn lay(block: &[u8], lines: &mut [Line], output: usize);

    /// Whether a block's factors are finite.
    fn finite(block: &[u8]) -> bool;

    /// The product of a block with each of some rows, without the rows' factors, for a part of the outputs.
    fn block<V: Vectors, const R: usize>(
        simd: V,
        lines: &[Line],
        part: usize,
        rows: [&Activation; R],
    ) -> [V::Numbers; R];

    /// The weights of a block of one output.
    fn weights(lines: &[Line], output: usize, weights: &mut [f32]);
}

/// The products of some rows with the outputs of some panels.
pub(super) struct Product<'a, V, F> {
    pub(super) simd: V,
    pub(super) form: PhantomData<F>,
    /// Whole panels.
    pub(super) lines: &'a [Line],
    pub(super) rows: &'a [Vec<Activation>],
    /// `(rows, outputs of the panels)`.
    pub(super) out: &'a mut [f32],
}

impl<V: Vectors, F: Form> NullaryFnOnce for Product<'_, V, F> {
    type Output = ();

    #[inline(always)]
    fn call(self) {
        let blocks = self.rows.first().map_or(0, Vec::len);
        let width = self.out.len() / self.rows.len().max(1);
        for (at, lines) in self.lines.chunks_exact(F::LINES * blocks).enumerate() {
            let mut first = 0;
            while first < self.rows.len() {
                let rows = &self.rows[first..];
                let out = &mut self.out[first * width + at * OUTPUTS..];
                first += match rows.len() {
                    // Alone, a row takes as long as two: the loop for one reads memory slower.
                    1 | 2 => tile::<V, F, 2>(self.simd, lines, rows, out, width),
                    count if count <= 4 || V::ROWS < 8 => tile::<V, F, 4>(self.simd, lines, rows, out, width),
                    _ => tile::<V, F, 8>(self.simd, lines, rows, out, width),
                };
            }
        }
    }
}

/// The products of a panel with the first `R` rows, of which the last is computed again where there are fewer. What
/// comes out for a row does not hang on how many there are.
#[inline(always)]
fn tile<V: Vectors, F: Form, const R: usize>(
    simd: V,
    lines: &[Line],
    rows: &[Vec<Activation>],
    out: &mut [f32],
    width: usize,
) -> usize {
    let last = rows.len() - 1;
    let mut tile: [&[Activation]; R] = [&[]; R];
    for (at, place) in tile.iter_mut().enumerate() {
        *place = &rows[at.min(last)];
    }
    for part in 0..OUTPUTS / V::LANES {
        let mut sums = [simd.number(0.0); R];
        for (at, lines) in lines.chunks_exact(F::LINES).enumerate() {
            let mut acts = [&tile[0][at]; R];
            for (act, row) in acts.iter_mut().zip(tile) {
                *act = &row[at];
            }
            let block = F::block::<V, R>(simd, lines, part, acts);
            for ((sum, block), act) in sums.iter_mut().zip(block).zip(acts) {
                *sum = simd.times_plus(block, simd.number(act.d), *sum);
            }
        }
        for (sum, out) in sums.into_iter().zip(out.chunks_mut(width)).take(rows.len()) {
            if let Some(place) = out.first_chunk_mut::<OUTPUTS>() {
                simd.store(sum, place, part);
            }
        }
    }
    R.min(rows.len())
}
