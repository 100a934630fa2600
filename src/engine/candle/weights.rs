//! Tensors from a checked file.

use std::fs::File;
use std::sync::Arc;

use candle_core::quantized::{QMatMul, QTensor, gguf_file};
use candle_core::{Device, Shape, Tensor};

use crate::engine::EngineError;
use crate::engine::gguf::{Fault, Gguf};

/// Reads tensors from a file whose header was checked.
pub(crate) struct Weights<'a> {
    gguf: &'a Gguf,
    file: File,
    device: Device,
}

impl<'a> Weights<'a> {
    /// Opens the file of a header.
    pub(crate) fn open(gguf: &'a Gguf, device: &Device) -> Result<Self, EngineError> {
        Ok(Self {
            gguf,
            file: File::open(gguf.path()).map_err(|why| EngineError::read(gguf.path(), why))?,
            device: device.clone(),
        })
    }

    /// Whether the file has a tensor.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.gguf.tensors().contains_key(name)
    }

    /// A tensor as it is stored.
    pub(crate) fn stored(&mut self, name: &str) -> Result<Arc<QTensor>, EngineError> {
        let info = self.gguf.tensors().get(name);
        let info = info.ok_or_else(|| self.gguf.fault(Fault::NoTensor(name.to_owned())))?;
        let place = gguf_file::TensorInfo {
            ggml_dtype: info.dtype,
            shape: Shape::from(info.dims.clone()),
            offset: info.offset,
        };
        let tensor = place.read(&mut self.file, self.gguf.data_offset(), &self.device);
        tensor.map(Arc::new).map_err(EngineError::compute)
    }

    /// A matrix `(out, in)` to multiply with.
    pub(crate) fn matrix(&mut self, name: &str) -> Result<QMatMul, EngineError> {
        let stored = self.stored(name)?;
        QMatMul::from_arc(stored).map_err(EngineError::compute)
    }

    /// A vector, f32.
    pub(crate) fn vector(&mut self, name: &str) -> Result<Tensor, EngineError> {
        let stored = self.stored(name)?;
        stored.dequantize(&self.device).map_err(EngineError::compute)
    }
}
