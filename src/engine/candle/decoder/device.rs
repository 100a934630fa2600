//! Products on a graphics processor, where the program is built for one (features `cuda` and `metal`) and the machine
//! has one.
//!
//! Only products with the weights are computed there: rows go there and come back. candle chooses its kernels by the
//! number of rows, and these add up in different orders: what comes out for a row is close whatever is beside it, but
//! not the same bit for bit. So the manifest of a draft says that a device was used.

use std::sync::OnceLock;

use candle_core::quantized::{QMatMul, QStorage, QTensor};
use candle_core::{Device, Module, Result, Shape, Tensor};

use super::rows::Rows;
use crate::engine::candle::weights::Stored;

/// The device of this machine, if there is one. Looked for once.
pub(crate) fn device() -> Option<&'static Device> {
    static DEVICE: OnceLock<Option<Device>> = OnceLock::new();
    let found = || {
        if cfg!(feature = "cuda") {
            Device::new_cuda(0).ok()
        } else if cfg!(feature = "metal") {
            Device::new_metal(0).ok()
        } else {
            None
        }
    };
    DEVICE.get_or_init(found).as_ref()
}

/// What the graphics processor of this machine is called that products can be computed on: `cuda` or `metal`.
#[must_use]
pub fn device_name() -> Option<&'static str> {
    device().map(name)
}

/// What a device is called, for the manifest.
pub(crate) fn name(device: &Device) -> &'static str {
    if device.is_cuda() { "cuda" } else { "metal" }
}

/// A matrix `(out, in)` in the device's memory.
pub(crate) struct OnDevice {
    weights: QMatMul,
    device: &'static Device,
}

impl OnDevice {
    /// Takes a matrix there.
    pub(crate) fn new(stored: &Stored<'_>, device: &'static Device) -> Result<Self> {
        let storage = QStorage::from_data(stored.bytes.into(), device, stored.form)?;
        let tensor = QTensor::new(storage, Shape::from(stored.sizes.clone()))?;
        Ok(Self { weights: QMatMul::from_qtensor(tensor)?, device })
    }
}

/// The products of the same rows, `(count, in)`, with several matrices: `(count, out)` for each.
pub(crate) fn times(matrices: &[&OnDevice], rows: &Rows) -> Result<Vec<Vec<f32>>> {
    let Some(first) = matrices.first() else { return Ok(Vec::new()) };
    let rows = Tensor::from_slice(&rows.numbers, (rows.count(), rows.width), first.device)?;
    // All are under way before the first is waited for.
    let products = matrices.iter().map(|matrix| matrix.weights.forward(&rows)).collect::<Result<Vec<_>>>()?;
    products.iter().map(|product| product.flatten_all()?.to_vec1()).collect()
}
