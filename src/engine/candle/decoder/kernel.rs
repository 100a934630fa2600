//! The inner loops, for whatever vector instructions the machine has.
//!
//! Every row is computed by the same operations in the same order, whatever rows are computed beside it: that is
//! what makes a token's result independent of its neighbours, bit for bit.

use half::f16;
use pulp::{Arch, Simd, WithSimd};

/// Columns that are computed together.
pub(crate) const LANE: usize = 16;
/// Rows that are computed together.
const ROWS: usize = 4;

/// Runs `work` with the machine's vector instructions.
pub(crate) fn vectorised<R>(work: impl FnOnce() -> R) -> R {
    Arch::new().dispatch(work)
}

/// Adds a product to `out`: `out[r][c] += Σ_k left[r][k] × right[c / LANE][k][c % LANE]`.
///
/// `left` is `(rows, depth)`, its rows `left_stride` apart; `right` is `(columns / LANE, right_depth, LANE)`, of which
/// the first `depth` count; `out` is `(rows, columns)`. `k` goes up one by one, whatever the number of rows.
pub(crate) struct Product<'a> {
    pub(crate) left: &'a [f32],
    pub(crate) left_stride: usize,
    pub(crate) depth: usize,
    pub(crate) right: &'a [f32],
    pub(crate) right_depth: usize,
    pub(crate) columns: usize,
    pub(crate) out: &'a mut [f32],
}

impl WithSimd for Product<'_> {
    type Output = ();

    #[inline(always)]
    fn with_simd<S: Simd>(self, simd: S) {
        match S::F32_LANES {
            16 => self.run::<S, 1>(simd),
            8 => self.run::<S, 2>(simd),
            4 => self.run::<S, 4>(simd),
            2 => self.run::<S, 8>(simd),
            _ => self.run::<S, 16>(simd),
        }
    }
}

impl Product<'_> {
    /// Adds the product.
    pub(crate) fn add(self) {
        Arch::new().dispatch(self);
    }

    /// `V`: vectors of a lane.
    #[inline(always)]
    fn run<S: Simd, const V: usize>(self, simd: S) {
        let Self { left, left_stride, depth, right, right_depth, columns, out } = self;
        let panels = right.chunks_exact(right_depth * LANE).take(columns / LANE);
        for (panel, right) in panels.enumerate() {
            let right = &right[..depth * LANE];
            let rows = left.chunks(left_stride * ROWS).zip(out.chunks_mut(columns * ROWS));
            for (left, out) in rows {
                let at = panel * LANE;
                match out.len() / columns {
                    4 => tile::<S, V, 4>(simd, left, left_stride, depth, right, out, columns, at),
                    3 => tile::<S, V, 3>(simd, left, left_stride, depth, right, out, columns, at),
                    2 => tile::<S, V, 2>(simd, left, left_stride, depth, right, out, columns, at),
                    _ => tile::<S, V, 1>(simd, left, left_stride, depth, right, out, columns, at),
                }
            }
        }
    }
}

/// A product of `R` rows and one panel.
#[expect(clippy::too_many_arguments, reason = "the inner loop")]
#[inline(always)]
fn tile<S: Simd, const V: usize, const R: usize>(
    simd: S,
    left: &[f32],
    left_stride: usize,
    depth: usize,
    right: &[f32],
    out: &mut [f32],
    columns: usize,
    at: usize,
) {
    let left: [&[f32]; R] = std::array::from_fn(|row| &left[row * left_stride..row * left_stride + depth]);
    let mut sums = [[simd.splat_f32s(0.0); V]; R];
    for (row, sums) in sums.iter_mut().enumerate() {
        let (lane, _) = S::as_simd_f32s(&out[row * columns + at..row * columns + at + LANE]);
        sums.copy_from_slice(&lane[..V]);
    }
    let (right, _) = S::as_simd_f32s(right);
    for (k, right) in right.chunks_exact(V).enumerate() {
        for row in 0..R {
            let factor = simd.splat_f32s(left[row][k]);
            for v in 0..V {
                sums[row][v] = simd.mul_add_e_f32s(factor, right[v], sums[row][v]);
            }
        }
    }
    for (row, sums) in sums.iter().enumerate() {
        let (lane, _) = S::as_mut_simd_f32s(&mut out[row * columns + at..row * columns + at + LANE]);
        lane[..V].copy_from_slice(sums);
    }
}

/// Half precision as f32: exact. In steps that every machine has vectors for: a call for each number takes longer.
#[inline(always)]
pub(crate) fn widened(number: f16) -> f32 {
    let half = u32::from(number.to_bits());
    // The exponent's bias goes from 15 to 127: times 2¹¹². Infinity and NaN keep all bits of the exponent.
    let finite = f32::from_bits((half & 0x7FFF) << 13) * f32::from_bits(0x7780_0000);
    let beyond = if half & 0x7C00 == 0x7C00 { 0x7F80_0000 } else { 0 };
    f32::from_bits(finite.to_bits() | beyond | (half & 0x8000) << 16)
}

/// eˣ for x ≤ 0, with a relative error below 2·10⁻⁷; 0 below −87.
///
/// Cephes' way: `x = n ln 2 + r`, a polynomial for eʳ, and `n` put into the exponent.
#[inline(always)]
pub(crate) fn exp_of_negative(x: f32) -> f32 {
    const TO_WHOLE: f32 = 12_582_912.0;
    const LN_2_HIGH: f32 = 0.693_359_4;
    const LN_2_LOW: f32 = -2.121_944_4e-4;
    let clamped = if x < -87.0 { -87.0 } else { x };
    let shifted = clamped * std::f32::consts::LOG2_E + TO_WHOLE;
    let n = shifted - TO_WHOLE;
    let r = clamped - n * LN_2_HIGH - n * LN_2_LOW;
    let p = 1.987_569_1e-4f32;
    let p = p * r + 1.398_199_9e-3;
    let p = p * r + 8.333_452e-3;
    let p = p * r + 4.166_579_6e-2;
    let p = p * r + 1.666_666_5e-1;
    let p = p * r + 0.5;
    let p = p * r * r + r + 1.0;
    // The low bits of `shifted` are `n`; the exponent's bias is added, and both are put in place.
    let power = f32::from_bits(shifted.to_bits().wrapping_add(127) << 23);
    if x < -87.0 { 0.0 } else { p * power }
}

/// The sum of numbers, in [`LANE`] partial sums: the same order for the same length.
#[inline(always)]
pub(crate) fn sum(numbers: &[f32], each: impl Fn(f32) -> f32) -> f32 {
    let mut lanes = [0f32; LANE];
    let (chunks, rest) = numbers.as_chunks::<LANE>();
    for chunk in chunks {
        for (sum, number) in lanes.iter_mut().zip(chunk) {
            *sum += each(*number);
        }
    }
    for (sum, number) in lanes.iter_mut().zip(rest) {
        *sum += each(*number);
    }
    let mut width = LANE / 2;
    while width > 0 {
        for at in 0..width {
            lanes[at] += lanes[at + width];
        }
        width /= 2;
    }
    lanes[0]
}

#[cfg(test)]
mod tests {
    use half::f16;

    use super::{LANE, Product, exp_of_negative, sum, widened};

    #[test]
    fn half_precision_is_read_exactly() {
        for number in (0..=u16::MAX).map(f16::from_bits) {
            let (ours, exact) = (widened(number), number.to_f32());
            assert!(ours.to_bits() == exact.to_bits() || ours.is_nan() && exact.is_nan(), "{number:?}");
        }
    }

    #[test]
    fn exponentials_are_close() {
        for at in 0..=87_000 {
            let x = -(at as f32) / 1000.0;
            let (ours, exact) = (f64::from(exp_of_negative(x)), f64::from(x).exp());
            assert!((ours / exact - 1.0).abs() < 2e-7, "{x}: {ours} is not {exact}");
        }
        assert_eq!(exp_of_negative(0.0), 1.0);
        assert_eq!(exp_of_negative(f32::NEG_INFINITY), 0.0);
        assert!(exp_of_negative(f32::NAN).is_nan());
    }

    #[test]
    fn products_are_right_and_rows_do_not_hang_on_each_other() {
        let (depth, columns) = (37, 3 * LANE);
        let number = |at: usize| ((at * 37 % 101) as f32 - 50.0) / 7.0;
        let left: Vec<f32> = (0..9 * depth).map(number).collect();
        let right: Vec<f32> = (0..depth * columns).map(|at| number(at + 13)).collect();
        let product = |left: &[f32]| {
            let mut out = vec![1.0; left.len() / depth * columns];
            let (right, out_ref) = (&right[..], &mut out[..]);
            let work = Product { left, left_stride: depth, depth, right, right_depth: depth, columns, out: out_ref };
            work.add();
            out
        };
        let all = product(&left);
        for row in 0..9 {
            for column in 0..columns {
                let right = |k: usize| right[(column / LANE * depth + k) * LANE + column % LANE];
                let exact: f64 = (0..depth).map(|k| f64::from(left[row * depth + k]) * f64::from(right(k))).sum();
                assert!((f64::from(all[row * columns + column]) - exact - 1.0).abs() < 1e-3);
            }
            let alone = product(&left[row * depth..(row + 1) * depth]);
            assert_eq!(alone, all[row * columns..(row + 1) * columns]);
        }
    }

    #[test]
    fn sums_are_right() {
        let numbers: Vec<f32> = (1..=100u8).map(f32::from).collect();
        assert_eq!(sum(&numbers, |number| number), 5050.0);
        assert_eq!(sum(&numbers[..3], |number| number * number), 14.0);
    }
}
