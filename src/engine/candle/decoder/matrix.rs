//! Products with the weights.
//!
//! A row's product must not depend on the rows beside it: what a model writes would hang on how its prompt was cut
//! and on what else is written at once. Read in candle's kernels (0.11), and held by a test:
//!
//! - On x86-64, products with repacked Q4_K, Q6_K and Q8_0 add up each row by itself, in the same order for any
//!   number of rows; the AMX product of Q4_K, taken from 32 rows on, uses the same order and agrees bit for bit.
//!   Only a single row of Q6_K goes another way: it is given a companion of zeros. Few rows are multiplied by
//!   [`compact`](super::compact) where it can, in the order of the others.
//! - On AArch64, repacked forms have one product for rows in fours and another for what is left: rows are filled up
//!   to fours.
//! - Other forms, and shapes that are not repacked, multiply row by row.
//! - F32, F16 and BF16 are multiplied by this program's own loops: candle's (`gemm`) add up in another order for few
//!   rows and for small matrices.

use std::sync::Arc;

use candle_core::quantized::{GgmlDType, QTensor};
use candle_core::{CpuStorage, CustomOp1, Layout, Result, bail};

#[cfg(target_arch = "x86_64")]
use super::compact;
use super::panels::Panels;
use super::rows::Rows;

/// A matrix `(out, in)` that rows are multiplied with.
pub(crate) struct Matrix {
    weights: Weights,
    /// `(out)`, added to each product.
    bias: Option<Vec<f32>>,
    outputs: usize,
    few: bool,
}

enum Weights {
    Quantised(Arc<QTensor>),
    Plain(Panels),
}

impl Matrix {
    /// A matrix as it is stored.
    pub(crate) fn new(stored: Arc<QTensor>, bias: Option<Vec<f32>>) -> Result<Self> {
        let (outputs, _) = stored.shape().dims2()?;
        let weights = match stored.dtype() {
            GgmlDType::F32 | GgmlDType::F16 | GgmlDType::BF16 => Weights::Plain(Panels::new(&stored)?),
            _ => Weights::Quantised(stored),
        };
        #[cfg(target_arch = "x86_64")]
        let few = matches!(&weights, Weights::Quantised(weights) if compact::suits(weights));
        #[cfg(not(target_arch = "x86_64"))]
        let few = false;
        Ok(Self { weights, bias, outputs, few })
    }

    /// `(count, in)` → `(count, out)`. The rows are lent to the product and come back as they were.
    pub(crate) fn times(&self, rows: &mut Rows) -> Result<Rows> {
        let [product] = Self::times_all([self], rows)?;
        Ok(product)
    }

    /// The products of the same rows with several matrices.
    pub(crate) fn times_all<const N: usize>(matrices: [&Self; N], rows: &mut Rows) -> Result<[Rows; N]> {
        let mut products = matrices.each_ref().map(|matrix| Rows { width: matrix.outputs, numbers: Vec::new() });
        match Self::few(&matrices, rows) {
            Some(few) => products.iter_mut().zip(few?).for_each(|(product, few)| product.numbers = few),
            None => {
                for (matrix, product) in matrices.iter().zip(&mut products) {
                    product.numbers = matrix.together(rows)?;
                }
            }
        }
        for (matrix, product) in matrices.iter().zip(&mut products) {
            if let Some(bias) = &matrix.bias {
                for row in product.iter_mut() {
                    row.iter_mut().zip(bias).for_each(|(number, bias)| *number += bias);
                }
            }
        }
        Ok(products)
    }

    /// Has the weights laid out as products of several rows read them. candle does it with the first product, and by
    /// one thread; of different matrices, threads can do it side by side.
    pub(crate) fn lay_out(&self) -> Result<()> {
        let Weights::Quantised(weights) = &self.weights else { return Ok(()) };
        if !matches!(weights.dtype(), GgmlDType::Q4K | GgmlDType::Q6K | GgmlDType::Q8_0) {
            return Ok(());
        }
        let (_, inputs) = weights.shape().dims2()?;
        // AMX has a form of its own, for 32 rows and more.
        let count = if has_amx() { 32 } else { self.padded(2) };
        quantised(weights, &mut Rows::zeros(count, inputs), count).map(drop)
    }

    /// Whether so many rows have a way of their own, which is faster and gives the same.
    #[cfg(target_arch = "x86_64")]
    pub(crate) fn takes_few(&self, count: usize) -> bool {
        self.few && count <= compact::most_rows()
    }

    /// Whether so many rows have a way of their own, which is faster and gives the same.
    #[cfg(not(target_arch = "x86_64"))]
    pub(crate) fn takes_few(&self, _: usize) -> bool {
        self.few
    }

    /// The products of few rows, where these have a way of their own with all of the matrices.
    #[cfg(target_arch = "x86_64")]
    fn few(matrices: &[&Self], rows: &Rows) -> Option<Result<Vec<Vec<f32>>>> {
        let weights = matrices.iter().map(|matrix| match &matrix.weights {
            Weights::Quantised(weights) if matrix.takes_few(rows.count()) => Some(weights),
            _ => None,
        });
        let weights: Option<Vec<_>> = weights.collect();
        weights.map(|weights| compact::times(&weights, rows))
    }

    #[cfg(not(target_arch = "x86_64"))]
    fn few(_: &[&Self], _: &Rows) -> Option<Result<Vec<Vec<f32>>>> {
        None
    }

    fn together(&self, rows: &mut Rows) -> Result<Vec<f32>> {
        let count = rows.count();
        let padded = self.padded(count);
        rows.numbers.resize(padded * rows.width, 0.0);
        let mut numbers = match &self.weights {
            Weights::Quantised(weights) => quantised(weights, rows, padded)?,
            Weights::Plain(weights) => weights.times(rows),
        };
        rows.numbers.truncate(count * rows.width);
        numbers.truncate(count * self.outputs);
        Ok(numbers)
    }

    /// With how many rows the product is computed, so that each comes out as among any others.
    fn padded(&self, count: usize) -> usize {
        match &self.weights {
            Weights::Plain(_) => count,
            Weights::Quantised(weights) => match weights.dtype() {
                GgmlDType::Q6K if cfg!(target_arch = "x86_64") => count.max(2),
                GgmlDType::Q4_0 | GgmlDType::Q4K | GgmlDType::Q5K | GgmlDType::Q6K | GgmlDType::Q8_0
                    if cfg!(target_arch = "aarch64") =>
                {
                    count.next_multiple_of(4)
                }
                _ => count,
            },
        }
    }
}

/// Whether candle may multiply with AMX here.
fn has_amx() -> bool {
    #[cfg(target_arch = "x86_64")]
    let tiles = std::arch::x86_64::__cpuid_count(7, 0).edx & (1 << 25) != 0;
    #[cfg(not(target_arch = "x86_64"))]
    let tiles = false;
    tiles
}

fn quantised(weights: &QTensor, rows: &mut Rows, count: usize) -> Result<Vec<f32>> {
    let storage = CpuStorage::F32(std::mem::take(&mut rows.numbers));
    let product = weights.cpu_fwd(&storage, &Layout::contiguous((count, rows.width)))?;
    if let CpuStorage::F32(numbers) = storage {
        rows.numbers = numbers;
    }
    match product {
        (CpuStorage::F32(numbers), _) => Ok(numbers),
        _ => bail!("a product that is not f32"),
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use candle_core::quantized::{GgmlDType, QTensor};
    use candle_core::{Device, Tensor};

    use super::{Matrix, Rows};

    #[test]
    fn a_row_comes_out_the_same_among_any_others() {
        let number = |at: usize| ((at * 7919 % 1009) as f32 - 504.0) / 504.0;
        let inputs = 512;
        let numbers: Vec<f32> = (0..70 * inputs).map(|at| number(at + 5) * number(at / 64 + 1)).collect();
        let forms = [
            GgmlDType::F32,
            GgmlDType::F16,
            GgmlDType::BF16,
            GgmlDType::Q4_0,
            GgmlDType::Q8_0,
            GgmlDType::Q4K,
            GgmlDType::Q5K,
            GgmlDType::Q6K,
        ];
        // Forty outputs are no shape that candle lays out anew; more than a thread's piece are shared out.
        for (form, outputs) in forms.into_iter().flat_map(|form| [(form, 40), (form, 160)]) {
            let weights: Vec<f32> = (0..inputs * outputs).map(number).collect();
            let weights = Tensor::from_vec(weights, (outputs, inputs), &Device::Cpu).unwrap();
            let stored = Arc::new(QTensor::quantize(&weights, form).unwrap());
            let matrix = Matrix::new(stored, Some(vec![1.0; outputs])).unwrap();
            let product = |rows: &[f32]| {
                let mut rows = Rows { width: inputs, numbers: rows.to_vec() };
                matrix.times(&mut rows).unwrap().numbers
            };
            let all = product(&numbers);
            for (from, to) in [(0, 1), (1, 2), (2, 4), (4, 7), (7, 12), (12, 20), (20, 53), (53, 70)] {
                let some = product(&numbers[from * inputs..to * inputs]);
                assert_eq!(some, all[from * outputs..to * outputs], "{form:?}, rows {from}..{to}");
            }
        }
    }
}
