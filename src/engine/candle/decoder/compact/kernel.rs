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

    /// Eight outputs: `rows` are the weights of each.
    fn outputs(simd: Self::Vectors, rows: [&[u8]; OUTPUTS], row: &[Activation]) -> [f32; OUTPUTS];
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

/// The outputs of a matrix from `start` on, as many as there is room for.
pub(super) struct Piece<'a, K: Kernel> {
    pub(super) simd: K::Vectors,
    pub(super) weights: &'a [u8],
    pub(super) row: &'a [Activation],
    pub(super) start: usize,
    pub(super) product: &'a mut [f32],
}

impl<K: Kernel> NullaryFnOnce for Piece<'_, K> {
    type Output = ();

    #[inline(always)]
    fn call(self) {
        let Self { simd, weights, row, start, product } = self;
        let stride = row.len() * K::SIZE;
        // The eight outputs of a step lie far apart, so that each lane reads its own stretch of memory in order.
        let apart = product.len() / OUTPUTS;
        for step in 0..apart {
            let mut rows: [&[u8]; OUTPUTS] = [&[]; OUTPUTS];
            for (lane, row) in rows.iter_mut().enumerate() {
                let first = (start + lane * apart + step) * stride;
                *row = weights.get(first..first + stride).unwrap_or_default();
            }
            for (lane, sum) in K::outputs(simd, rows, row).into_iter().enumerate() {
                product[lane * apart + step] = sum;
            }
        }
    }
}
