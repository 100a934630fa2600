//! Matrices of plain numbers, laid out for the product.

use candle_core::quantized::{GgmlDType, QTensor};
use candle_core::{Device, Result};
use half::slice::HalfFloatSliceExt;
use half::{bf16, f16};

use super::kernel::{LANE, Product};
use super::parallel;
use super::rows::Rows;

/// A matrix `(out, in)` in panels of [`LANE`] outputs: `(out / LANE, in, LANE)`, the last panel filled up with zeros.
///
/// The numbers stay as they are stored, and are widened panel by panel: half precision takes half the memory.
pub(crate) struct Panels {
    numbers: Numbers,
    inputs: usize,
    outputs: usize,
}

enum Numbers {
    F32(Vec<f32>),
    F16(Vec<f16>),
    Bf16(Vec<bf16>),
}

impl Panels {
    /// A matrix stored as F32, F16 or BF16.
    pub(crate) fn new(stored: &QTensor) -> Result<Self> {
        let (outputs, inputs) = stored.shape().dims2()?;
        // Exact for all three forms.
        let numbers: Vec<f32> = stored.dequantize(&Device::Cpu)?.flatten_all()?.to_vec1()?;
        let panels = panels(&numbers, inputs, outputs);
        let numbers = match stored.dtype() {
            GgmlDType::F16 => Numbers::F16(panels.into_iter().map(f16::from_f32).collect()),
            GgmlDType::BF16 => Numbers::Bf16(panels.into_iter().map(bf16::from_f32).collect()),
            _ => Numbers::F32(panels),
        };
        Ok(Self { numbers, inputs, outputs })
    }

    /// `(count, in)` → `(count, out)`.
    pub(crate) fn times(&self, rows: &Rows) -> Vec<f32> {
        let count = rows.count();
        let parts = parallel::map(self.outputs.div_ceil(LANE), |panel| {
            let mut part = vec![0.0; count * LANE];
            self.panel(panel, |right| {
                let (left, depth) = (&rows.numbers[..], self.inputs);
                let out = &mut part[..];
                Product { left, left_stride: depth, depth, right, right_depth: depth, columns: LANE, out }.add();
            });
            part
        });
        let mut product = vec![0.0; count * self.outputs];
        for (row, product) in product.chunks_exact_mut(self.outputs).enumerate() {
            for (part, place) in parts.iter().zip(product.chunks_mut(LANE)) {
                place.copy_from_slice(&part[row * LANE..row * LANE + place.len()]);
            }
        }
        product
    }

    /// Lets somebody use a panel as f32.
    fn panel(&self, panel: usize, work: impl FnOnce(&[f32])) {
        let length = self.inputs * LANE;
        let range = panel * length..(panel + 1) * length;
        let mut room = Vec::new();
        match &self.numbers {
            Numbers::F32(numbers) => return work(&numbers[range]),
            Numbers::F16(numbers) => {
                room.resize(length, 0.0);
                numbers[range].convert_to_f32_slice(&mut room);
            }
            Numbers::Bf16(numbers) => {
                room.resize(length, 0.0);
                numbers[range].convert_to_f32_slice(&mut room);
            }
        }
        work(&room);
    }
}

/// `(out, in)` in panels.
fn panels(numbers: &[f32], inputs: usize, outputs: usize) -> Vec<f32> {
    let mut panels = vec![0.0; outputs.next_multiple_of(LANE) * inputs];
    for (output, row) in numbers.chunks_exact(inputs).enumerate() {
        let start = output / LANE * inputs * LANE + output % LANE;
        row.iter().zip(panels[start..].iter_mut().step_by(LANE)).for_each(|(number, place)| *place = *number);
    }
    panels
}
