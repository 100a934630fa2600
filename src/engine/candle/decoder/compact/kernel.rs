//! What the forms of weights and the widths of vectors have in common.

use pulp::NullaryFnOnce;
use pulp::x86::{V3, V4};

use super::OUTPUTS;
use super::activation::Activation;

/// Products with weights of one form.
pub(super) trait Kernel {
    /// The vectors they are computed with.
    type Vectors: Width;
    /// Bytes of a block.
    const SIZE: usize;

    /// Eight outputs for each of some rows: `weights` are those of each output.
    fn outputs<const R: usize>(
        simd: Self::Vectors,
        weights: [&[u8]; OUTPUTS],
        rows: [&[Activation]; R],
    ) -> [[f32; OUTPUTS]; R];
}

/// The blocks of each output.
#[inline(always)]
pub(super) fn blocks<const SIZE: usize>(weights: [&[u8]; OUTPUTS]) -> [&[[u8; SIZE]]; OUTPUTS] {
    let mut all: [&[[u8; SIZE]]; OUTPUTS] = [&[]; OUTPUTS];
    for (blocks, weights) in all.iter_mut().zip(weights) {
        *blocks = weights.as_chunks::<SIZE>().0;
    }
    all
}

/// Vectors of one width.
pub(super) trait Width: Copy {
    /// Runs something that uses them.
    fn run<F: NullaryFnOnce>(self, work: F) -> F::Output;
}

impl Width for V3 {
    fn run<F: NullaryFnOnce>(self, work: F) -> F::Output {
        self.vectorize(work)
    }
}

impl Width for V4 {
    fn run<F: NullaryFnOnce>(self, work: F) -> F::Output {
        self.vectorize(work)
    }
}

/// The outputs of a matrix from `start` on, as many as there is room for, for some rows.
pub(super) struct Piece<'a, K: Kernel> {
    pub(super) simd: K::Vectors,
    pub(super) weights: &'a [u8],
    pub(super) rows: &'a [Vec<Activation>],
    pub(super) start: usize,
    /// `(rows, outputs)`.
    pub(super) product: &'a mut [f32],
}

impl<K: Kernel> NullaryFnOnce for Piece<'_, K> {
    type Output = ();

    #[inline(always)]
    fn call(mut self) {
        let stride = self.rows.first().map_or(0, Vec::len) * K::SIZE;
        // The eight outputs of a step lie far apart, so that each lane reads its own stretch of memory in order.
        let apart = self.product.len() / self.rows.len().max(1) / OUTPUTS;
        for step in 0..apart {
            let mut weights: [&[u8]; OUTPUTS] = [&[]; OUTPUTS];
            for (lane, weights) in weights.iter_mut().enumerate() {
                let first = (self.start + lane * apart + step) * stride;
                *weights = self.weights.get(first..first + stride).unwrap_or_default();
            }
            let mut first = 0;
            while first < self.rows.len() {
                match self.rows.len() - first {
                    1 => self.some::<1>(weights, first, step, apart),
                    2 => self.some::<2>(weights, first, step, apart),
                    3 => self.some::<3>(weights, first, step, apart),
                    _ => self.some::<4>(weights, first, step, apart),
                }
                first += 4;
            }
        }
    }
}

impl<K: Kernel> Piece<'_, K> {
    /// A step for `R` rows from `first` on.
    #[inline(always)]
    fn some<const R: usize>(&mut self, weights: [&[u8]; OUTPUTS], first: usize, step: usize, apart: usize) {
        let mut rows: [&[Activation]; R] = [&[]; R];
        for (place, row) in rows.iter_mut().zip(&self.rows[first..]) {
            *place = row;
        }
        let sums = K::outputs(self.simd, weights, rows);
        for (sums, product) in sums.into_iter().zip(self.product.chunks_exact_mut(apart * OUTPUTS).skip(first)) {
            for (lane, sum) in sums.into_iter().enumerate() {
                product[lane * apart + step] = sum;
            }
        }
    }
}
