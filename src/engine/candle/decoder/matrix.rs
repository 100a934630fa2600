//! Products with the weights.
//!
//! A row's product must not depend on the rows beside it: what a model writes would hang on how its prompt was cut
//! and on what else is written at once. Read in candle's kernels (0.11), and held by a test:
//!
//! - On x86-64, Q4_K and Q6_K are multiplied by this program's own products, row by row: see
//!   [`packed`](super::packed).
//! - On x86-64, candle's products with repacked Q8_0, and with Q4_K and Q6_K where the others do not suit, add up each
//!   row by itself, in the same order for any number of rows; the AMX product of Q4_K, taken from 32 rows on, uses the
//!   same order and agrees bit for bit. Only a single row of Q6_K goes another way: it is given a companion of zeros.
//! - On AArch64, repacked forms have one product for rows in fours and another for what is left: rows are filled up
//!   to fours.
//! - Other forms, and shapes that are not repacked, multiply row by row.
//! - On a graphics processor it does not hold: see [`device`](super::device).
//! - F32, F16 and BF16 are multiplied by this program's own loops: candle's (`gemm`) add up in another order for few
//!   rows and for small matrices.

use std::sync::Arc;

use candle_core::quantized::{GgmlDType, QTensor};
use candle_core::{CpuStorage, CustomOp1, Device, Layout, Result, bail};

use super::device::{self, OnDevice};
use super::embedding::Embedding;
use super::packed::{self, Packed};
use super::panels::Panels;
use super::rows::Rows;
use crate::engine::EngineError;
use crate::engine::candle::weights::Stored;

/// A matrix `(out, in)` that rows are multiplied with.
pub(crate) struct Matrix {
    weights: Weights,
    /// `(out)`, added to each product.
    bias: Option<Vec<f32>>,
    outputs: usize,
}

enum Weights {
    OnDevice(OnDevice),
    Packed(Arc<Packed>),
    Quantised(Arc<QTensor>),
    Plain(Panels),
}

impl Matrix {
    /// A matrix from what is stored; in the memory of a device, if there is one.
    ///
    /// # Errors
    /// When it is no matrix, its bytes are not as many as its sizes say, or the device has no room.
    pub(crate) fn new(
        stored: &Stored<'_>,
        bias: Option<Vec<f32>>,
        device: Option<&'static Device>,
    ) -> std::result::Result<Self, EngineError> {
        let &[outputs, inputs] = &stored.sizes[..] else { return Err(EngineError::compute("a matrix has two sizes")) };
        if let Some(device) = device {
            let weights = Weights::OnDevice(OnDevice::new(stored, device).map_err(EngineError::compute)?);
            return Ok(Self { weights, bias, outputs });
        }
        let packed = packed::suits(stored.form, &stored.sizes)
            .then(|| Packed::new(stored.form, (outputs, inputs), stored.bytes))
            .flatten();
        let weights = match (packed, stored.form) {
            (Some(packed), _) => Weights::Packed(Arc::new(packed)),
            (None, GgmlDType::F32 | GgmlDType::F16 | GgmlDType::BF16) => {
                Weights::Plain(Panels::new(&*stored.tensor()?).map_err(EngineError::compute)?)
            }
            (None, _) => Weights::Quantised(stored.tensor()?),
        };
        Ok(Self { weights, bias, outputs })
    }

    /// The same matrix, made of `stored`, to look up rows in.
    ///
    /// # Errors
    /// When its bytes are not as many as its sizes say.
    pub(crate) fn embedding(&self, stored: &Stored<'_>) -> std::result::Result<Embedding, EngineError> {
        Ok(match &self.weights {
            Weights::Packed(packed) => Embedding::Packed(Arc::clone(packed)),
            Weights::Quantised(stored) => Embedding::Stored(Arc::clone(stored)),
            Weights::Plain(_) | Weights::OnDevice(_) => Embedding::Stored(stored.tensor()?),
        })
    }

    /// `(count, in)` → `(count, out)`. The rows are lent to the product and come back as they were.
    pub(crate) fn times(&self, rows: &mut Rows) -> Result<Rows> {
        let [product] = Self::times_all([self], rows)?;
        Ok(product)
    }

    /// The products of the same rows with several matrices.
    pub(crate) fn times_all<const N: usize>(matrices: [&Self; N], rows: &mut Rows) -> Result<[Rows; N]> {
        let mut products = matrices.each_ref().map(|matrix| Rows { width: matrix.outputs, numbers: Vec::new() });
        let packed: Option<Vec<_>> = matrices.iter().map(|matrix| matrix.packed()).collect();
        let on_device: Option<Vec<_>> = matrices.iter().map(|matrix| matrix.on_device()).collect();
        let all = match (packed, on_device) {
            (Some(packed), _) => packed::times(&packed, rows)?,
            (_, Some(on_device)) => device::times(&on_device, rows)?,
            _ => matrices.iter().map(|matrix| matrix.together(rows)).collect::<Result<_>>()?,
        };
        products.iter_mut().zip(all).for_each(|(product, numbers)| product.numbers = numbers);
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

    /// Whether candle's pool of threads has no part in its products, so that the [`crew`](super::crew) does the rest.
    pub(crate) fn on_crew(&self) -> bool {
        matches!(self.weights, Weights::Packed(_) | Weights::OnDevice(_))
    }

    fn on_device(&self) -> Option<&OnDevice> {
        if let Weights::OnDevice(matrix) = &self.weights { Some(matrix) } else { None }
    }

    fn packed(&self) -> Option<&Arc<Packed>> {
        if let Weights::Packed(packed) = &self.weights { Some(packed) } else { None }
    }

    fn together(&self, rows: &mut Rows) -> Result<Vec<f32>> {
        let count = rows.count();
        let padded = self.padded(count);
        rows.numbers.resize(padded * rows.width, 0.0);
        let mut numbers = match &self.weights {
            Weights::Quantised(weights) => quantised(weights, rows, padded)?,
            Weights::Plain(weights) => weights.times(rows),
            Weights::Packed(packed) => packed::times(&[packed], rows)?.concat(),
            Weights::OnDevice(matrix) => device::times(&[matrix], rows)?.concat(),
        };
        rows.numbers.truncate(count * rows.width);
        numbers.truncate(count * self.outputs);
        Ok(numbers)
    }

    /// With how many rows the product is computed, so that each comes out as among any others.
    fn padded(&self, count: usize) -> usize {
        match &self.weights {
            Weights::Plain(_) | Weights::Packed(_) | Weights::OnDevice(_) => count,
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
    use candle_core::quantized::{GgmlDType, QTensor};
    use candle_core::{Device, Tensor};

    use super::{Matrix, Rows, Stored};

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
            let tensor = QTensor::quantize(&weights, form).unwrap();
            let stored = Stored { form, sizes: vec![outputs, inputs], bytes: &tensor.data().unwrap() };
            let matrix = Matrix::new(&stored, Some(vec![1.0; outputs]), None).unwrap();
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
