//! Products with the weights.
//!
//! A row's product must not depend on the rows beside it: what a model writes would hang on how its prompt was cut
//! and on what else is written at once. Read in candle's kernels (0.11), and held by a test:
//!
//! - On x86-64, products with repacked Q4_K, Q6_K and Q8_0 add up each row by itself, in the same order for any
//!   number of rows; the AMX product of Q4_K, taken from 32 rows on, uses the same order and agrees bit for bit.
//!   Only a single row of Q6_K goes another way: it is given a companion of zeros, unless [`compact`](super::compact)
//!   multiplies it, in the order of the others.
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
        Ok(Self { weights, bias, outputs })
    }

    /// `(count, in)` → `(count, out)`. The rows are lent to the product and come back as they were.
    pub(crate) fn times(&self, rows: &mut Rows) -> Result<Rows> {
        let count = rows.count();
        let mut product = match self.alone(rows)? {
            Some(product) => product,
            None => self.together(rows, count)?,
        };
        if let Some(bias) = &self.bias {
            for row in product.iter_mut() {
                row.iter_mut().zip(bias).for_each(|(number, bias)| *number += bias);
            }
        }
        Ok(product)
    }

    /// The product of a single row, where there is a faster way for it that gives the same.
    #[cfg(target_arch = "x86_64")]
    fn alone(&self, rows: &Rows) -> Result<Option<Rows>> {
        let Weights::Quantised(weights) = &self.weights else { return Ok(None) };
        if rows.count() != 1 {
            return Ok(None);
        }
        let mut product = Rows::zeros(1, self.outputs);
        Ok(compact::times(weights, &rows.numbers, &mut product.numbers)?.then_some(product))
    }

    #[cfg(not(target_arch = "x86_64"))]
    fn alone(&self, _: &Rows) -> Result<Option<Rows>> {
        Ok(None)
    }

    fn together(&self, rows: &mut Rows, count: usize) -> Result<Rows> {
        let padded = self.padded(count);
        rows.numbers.resize(padded * rows.width, 0.0);
        let mut numbers = match &self.weights {
            Weights::Quantised(weights) => quantised(weights, rows, padded)?,
            Weights::Plain(weights) => weights.times(rows),
        };
        rows.numbers.truncate(count * rows.width);
        numbers.truncate(count * self.outputs);
        Ok(Rows { width: self.outputs, numbers })
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
