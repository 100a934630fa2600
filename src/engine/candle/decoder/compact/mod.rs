//! Products of a single row with weights as the file has them.
//!
//! candle multiplies K-quants by copies it lays out anew (6 bits a weight for Q4_K, 10 for Q6_K): good for several
//! rows, which share what is read. A single row waits for memory alone, and is faster on the 4.5 and 6.6 bits of the
//! file. These kernels compute a row in the very order of candle's (0.11, `repack_x86.rs`), so that it comes out the
//! same as among others, bit for bit: the integer sums of a block are exact in any order; then, for each block in
//! turn, `sum = fma(isum, scale × d, sum)`. Whether that holds on the machine is tried once, before they are used.

mod activation;
mod lanes;
mod q4_k;
mod q6_k;

use std::sync::{Arc, OnceLock};

use candle_core::quantized::{GgmlDType, QTensor};
use candle_core::{CpuStorage, CustomOp1, Device, Layout, Result, Tensor, bail};
use pulp::NullaryFnOnce;
use pulp::x86::V3;

use super::crew;
use activation::Activation;

/// Weights of a block.
const BLOCK: usize = 256;
/// Outputs that are computed together: one to a lane.
const OUTPUTS: usize = 8;
/// Outputs that a thread takes at once.
const PIECE: usize = 16 * OUTPUTS;

/// Whether rows are multiplied with weights here: not those of another quantisation, nor a shape that candle does not
/// lay out anew, nor on a machine on which the two ways do not agree.
pub(crate) fn suits(weights: &QTensor) -> bool {
    let sizes = weights.shape().dims2();
    sizes.is_ok_and(|(outputs, inputs)| fits(weights.dtype(), outputs, inputs)) && agrees()
}

/// Multiplies a row `(in)` with each of some weights `(out, in)` that suit: `(out)` for each.
pub(crate) fn times(weights: &[&Arc<QTensor>], row: &[f32]) -> Result<Vec<Vec<f32>>> {
    let Some(simd) = V3::try_new() else { bail!("a machine without AVX2") };
    let row = simd.vectorize(Quantise(row));
    // The pieces of all, one after the other.
    let mut pieces = Vec::new();
    for (at, weights) in weights.iter().enumerate() {
        let (outputs, inputs) = weights.shape().dims2()?;
        if !fits(weights.dtype(), outputs, inputs) || inputs != row.len() * BLOCK {
            bail!("weights that do not suit a row of {} blocks", row.len());
        }
        pieces.extend((0..outputs).step_by(PIECE).map(|start| (at, start, PIECE.min(outputs - start))));
    }
    let units = pieces.len();
    let all: Vec<Arc<QTensor>> = weights.iter().map(|weights| Arc::clone(weights)).collect();
    let parts = crew::map(units, move |unit| {
        let (at, start, outputs) = pieces[unit];
        piece(simd, &all[at], &row, start, outputs).map(|numbers| (at, numbers))
    });
    let Some(parts) = parts else { bail!("a thread that computes ended early") };
    let mut products: Vec<Vec<f32>> = vec![Vec::new(); weights.len()];
    for part in parts {
        let (at, (numbers, outputs)) = part?;
        products[at].extend_from_slice(&numbers[..outputs]);
    }
    Ok(products)
}

fn fits(form: GgmlDType, outputs: usize, inputs: usize) -> bool {
    matches!(form, GgmlDType::Q4K | GgmlDType::Q6K)
        && inputs > 0
        && outputs.is_multiple_of(2 * OUTPUTS)
        && inputs.is_multiple_of(BLOCK)
}

/// The products of `outputs` outputs from `start` on.
fn piece(
    simd: V3,
    weights: &QTensor,
    row: &[Activation],
    start: usize,
    outputs: usize,
) -> Result<([f32; PIECE], usize)> {
    let kernel = match weights.dtype() {
        GgmlDType::Q4K => q4_k::outputs,
        _ => q6_k::outputs,
    };
    let data = weights.data()?;
    let stride = row.len() * weights.dtype().type_size();
    let mut product = [0.0; PIECE];
    // The eight outputs of a step lie far apart, so that each lane reads its own stretch of memory in order.
    let apart = outputs / OUTPUTS;
    for step in 0..apart {
        let mut rows: [&[u8]; OUTPUTS] = [&[]; OUTPUTS];
        for (lane, row) in rows.iter_mut().enumerate() {
            let first = (start + lane * apart + step) * stride;
            *row = data.get(first..first + stride).unwrap_or_default();
        }
        for (lane, sum) in kernel(simd, rows, row).into_iter().enumerate() {
            product[lane * apart + step] = sum;
        }
    }
    Ok((product, outputs))
}

struct Quantise<'a>(&'a [f32]);

impl NullaryFnOnce for Quantise<'_> {
    type Output = Vec<Activation>;

    #[inline(always)]
    fn call(self) -> Vec<Activation> {
        let (blocks, _) = self.0.as_chunks::<BLOCK>();
        blocks.iter().map(Activation::of).collect()
    }
}

/// Whether a row comes out here as it does among others in candle's kernels. Tried once.
fn agrees() -> bool {
    static AGREES: OnceLock<bool> = OnceLock::new();
    *AGREES.get_or_init(|| [GgmlDType::Q4K, GgmlDType::Q6K].into_iter().all(|form| tried(form).unwrap_or(false)))
}

/// A product of made-up numbers, both ways.
fn tried(form: GgmlDType) -> Result<bool> {
    let (inputs, outputs) = (2 * BLOCK, 2 * OUTPUTS);
    #[expect(clippy::cast_precision_loss, reason = "small whole numbers")]
    let number = |at: usize| ((at * 7919 % 1009) as f32 - 504.0) / 504.0;
    let weights: Vec<f32> = (0..inputs * outputs).map(number).collect();
    let weights = QTensor::quantize(&Tensor::from_vec(weights, (outputs, inputs), &Device::Cpu)?, form)?;
    let rows: Vec<f32> = (0..2 * inputs).map(|at| number(at * 3 + 5)).collect();
    let weights = Arc::new(weights);
    let alone = times(&[&weights], &rows[..inputs])?.concat();
    let (together, _) = weights.cpu_fwd(&CpuStorage::F32(rows), &Layout::contiguous((2, inputs)))?;
    let CpuStorage::F32(together) = together else { return Ok(false) };
    Ok(alone.iter().zip(&together).all(|(a, b)| a.to_bits() == b.to_bits()))
}

#[cfg(test)]
mod tests {
    use super::agrees;

    #[test]
    fn a_row_alone_comes_out_as_among_others() {
        // Without AVX2 candle lays nothing out anew, and nothing is done here.
        assert_eq!(agrees(), pulp::x86::V3::try_new().is_some());
    }
}
