//! Products of few rows with weights as the file has them.
//!
//! candle multiplies K-quants by copies it lays out anew (6 bits a weight for Q4_K, 10 for Q6_K): good for many rows,
//! which share what is read. Few rows wait for memory, and are faster on the 4.5 and 6.6 bits of the file. These
//! kernels compute a row in the very order of candle's (0.11, `repack_x86.rs`), so that it comes out the same as among
//! others, bit for bit: the integer sums of a block are exact in any order; then, for each block in turn,
//! `sum = fma(isum, scale × d, sum)`. There are kernels of two widths; whether that holds for one on the machine is
//! tried once, before it is used.

mod activation;
mod kernel;
mod lanes;
mod q4_k;
mod q6_k;
mod wide;

use std::sync::{Arc, OnceLock};

use candle_core::quantized::{GgmlDType, QTensor};
use candle_core::{CpuStorage, CustomOp1, Device, Layout, Result, Tensor, bail};
use pulp::NullaryFnOnce;
use pulp::x86::{V3, V4};

use super::crew;
use super::rows::Rows;
use activation::Activation;
use kernel::{Piece, Width};

/// Weights of a block.
const BLOCK: usize = 256;
/// Outputs that are computed together: one to a lane.
const OUTPUTS: usize = 8;
/// The fewest outputs that a thread takes at once, and the most: memory is read faster in long stretches.
const PIECE: (usize, usize) = (16 * OUTPUTS, 64 * OUTPUTS);
/// How many pieces there are for each thread, if their lengths allow it: the last ones are waited for.
const PIECES: usize = 16;

/// Whether rows are multiplied with weights here: not those of another quantisation, nor a shape that candle does not
/// lay out anew, nor on a machine on which the two ways do not agree.
pub(crate) fn suits(weights: &QTensor) -> bool {
    let sizes = weights.shape().dims2();
    sizes.is_ok_and(|(outputs, inputs)| fits(weights.dtype(), outputs, inputs)) && best().is_some()
}

/// How many rows are multiplied here at most.
pub(crate) fn most_rows() -> usize {
    match best() {
        // With more, candle's way is faster.
        Some(Vectors::Wide(_)) => 8,
        Some(Vectors::Narrow(_)) => 1,
        None => 0,
    }
}

/// Multiplies rows `(count, in)` with each of some weights `(out, in)` that suit: `(count, out)` for each.
pub(crate) fn times(weights: &[&Arc<QTensor>], rows: &Rows) -> Result<Vec<Vec<f32>>> {
    let Some(vectors) = best() else { bail!("a machine without vectors that suit") };
    times_with(vectors, weights, rows)
}

fn times_with(vectors: Vectors, weights: &[&Arc<QTensor>], rows: &Rows) -> Result<Vec<Vec<f32>>> {
    let rows: Vec<Vec<Activation>> = rows.iter().map(|row| quantised(vectors, row)).collect();
    let (count, blocks) = (rows.len(), rows.first().map_or(0, Vec::len));
    let mut sizes = Vec::new();
    for weights in weights {
        let (outputs, inputs) = weights.shape().dims2()?;
        if !fits(weights.dtype(), outputs, inputs) || inputs != blocks * BLOCK {
            bail!("weights that do not suit rows of {blocks} blocks");
        }
        sizes.push(outputs);
    }
    let length = sizes.iter().sum::<usize>() / (PIECES * crew::threads());
    let length = length.next_multiple_of(2 * OUTPUTS).clamp(PIECE.0, PIECE.1);
    let cut = |(at, outputs): (usize, usize)| {
        (0..outputs).step_by(length).map(move |start| (at, start, length.min(outputs - start)))
    };
    // The pieces of all, one after the other.
    let pieces: Vec<_> = sizes.iter().copied().enumerate().flat_map(cut).collect();
    let units = pieces.len();
    let all: Vec<Arc<QTensor>> = weights.iter().map(|weights| Arc::clone(weights)).collect();
    let parts = crew::map(units, move |unit| {
        let (at, start, outputs) = pieces[unit];
        piece(vectors, &all[at], &rows, start, outputs).map(|numbers| (at, start, numbers))
    });
    let Some(parts) = parts else { bail!("a thread that computes ended early") };
    let mut products: Vec<Vec<f32>> = sizes.iter().map(|outputs| vec![0.0; count * outputs]).collect();
    for part in parts {
        let (at, start, numbers) = part?;
        let length = numbers.len() / count;
        for (row, numbers) in products[at].chunks_exact_mut(sizes[at]).zip(numbers.chunks_exact(length)) {
            row[start..start + length].copy_from_slice(numbers);
        }
    }
    Ok(products)
}

fn quantised(vectors: Vectors, row: &[f32]) -> Vec<Activation> {
    match vectors {
        Vectors::Narrow(simd) => simd.vectorize(Quantise(row)),
        Vectors::Wide(simd) => simd.vectorize(Quantise(row)),
    }
}

fn fits(form: GgmlDType, outputs: usize, inputs: usize) -> bool {
    matches!(form, GgmlDType::Q4K | GgmlDType::Q6K)
        && inputs > 0
        && outputs.is_multiple_of(2 * OUTPUTS)
        && inputs.is_multiple_of(BLOCK)
}

/// The products of rows with `outputs` outputs from `start` on.
fn piece(
    vectors: Vectors,
    weights: &QTensor,
    rows: &[Vec<Activation>],
    start: usize,
    outputs: usize,
) -> Result<Vec<f32>> {
    let (data, form) = (weights.data()?, weights.dtype());
    let mut numbers = vec![0.0; rows.len() * outputs];
    let (weights, product) = (data.as_ref(), &mut numbers[..]);
    match (vectors, form) {
        (Vectors::Narrow(simd), GgmlDType::Q4K) => simd.run(Piece::<q4_k::Q4K> { simd, weights, rows, start, product }),
        (Vectors::Narrow(simd), _) => simd.run(Piece::<q6_k::Q6K> { simd, weights, rows, start, product }),
        (Vectors::Wide(simd), GgmlDType::Q4K) => {
            simd.run(Piece::<wide::q4_k::Q4K> { simd, weights, rows, start, product });
        }
        (Vectors::Wide(simd), _) => simd.run(Piece::<wide::q6_k::Q6K> { simd, weights, rows, start, product }),
    }
    Ok(numbers)
}

struct Quantise<'a>(&'a [f32]);

impl NullaryFnOnce for Quantise<'_> {
    type Output = Vec<Activation>;

    #[inline(always)]
    fn call(self) -> Vec<Activation> {
        let (blocks, _) = self.0.as_chunks::<BLOCK>();
        let mut row = Vec::with_capacity(blocks.len());
        // A loop: a closure would be compiled without the vectors.
        for block in blocks {
            row.push(Activation::of(block));
        }
        row
    }
}

/// The vectors of a machine.
#[derive(Clone, Copy)]
enum Vectors {
    /// Of 256 bits.
    Narrow(V3),
    /// Of 512 bits.
    Wide(V4),
}

/// Those that the machine has, widest first.
fn known() -> impl Iterator<Item = Vectors> {
    V4::try_new().map(Vectors::Wide).into_iter().chain(V3::try_new().map(Vectors::Narrow))
}

/// The widest with which a row comes out here as it does among others in candle's kernels. Tried once.
fn best() -> Option<Vectors> {
    static BEST: OnceLock<Option<Vectors>> = OnceLock::new();
    *BEST.get_or_init(|| known().find(|vectors| agrees(*vectors)))
}

fn agrees(vectors: Vectors) -> bool {
    [GgmlDType::Q4K, GgmlDType::Q6K].into_iter().all(|form| tried(vectors, form).unwrap_or(false))
}

/// Products of made-up numbers, both ways.
fn tried(vectors: Vectors, form: GgmlDType) -> Result<bool> {
    let (inputs, outputs, count) = (2 * BLOCK, 2 * OUTPUTS, 7);
    #[expect(clippy::cast_precision_loss, reason = "small whole numbers")]
    let number = |at: usize| ((at * 7919 % 1009) as f32 - 504.0) / 504.0;
    let weights: Vec<f32> = (0..inputs * outputs).map(number).collect();
    let weights = QTensor::quantize(&Tensor::from_vec(weights, (outputs, inputs), &Device::Cpu)?, form)?;
    let weights = Arc::new(weights);
    let numbers: Vec<f32> = (0..count * inputs).map(|at| number(at * 3 + 5)).collect();
    let mut ours = Vec::new();
    // Rows alone, and several at once.
    for rows in numbers.chunks(inputs).chain([&numbers[..]]) {
        ours.extend(times_with(vectors, &[&weights], &Rows { width: inputs, numbers: rows.to_vec() })?.concat());
    }
    let (theirs, _) = weights.cpu_fwd(&CpuStorage::F32(numbers), &Layout::contiguous((count, inputs)))?;
    let CpuStorage::F32(theirs) = theirs else { return Ok(false) };
    Ok(ours.chunks(theirs.len()).all(|ours| ours.iter().zip(&theirs).all(|(a, b)| a.to_bits() == b.to_bits())))
}

#[cfg(test)]
mod tests {
    use super::{agrees, known};

    #[test]
    fn a_row_alone_comes_out_as_among_others() {
        // Without AVX2 candle lays nothing out anew, and nothing is done here.
        assert_eq!(known().next().is_some(), pulp::x86::V3::try_new().is_some());
        assert!(known().all(agrees));
    }
}
