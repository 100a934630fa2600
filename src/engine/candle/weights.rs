//! Tensors by name, from wherever a model lies.

use std::fs::File;
use std::sync::Arc;

use candle_core::quantized::{QTensor, gguf_file};
use candle_core::{Device, Shape};

use crate::engine::EngineError;
use crate::engine::gguf::{Fault, Gguf};

/// A model's tensors, by the names they have in a GGUF file.
pub trait Weights {
    /// Whether there is a tensor.
    fn has(&self, name: &str) -> bool;

    /// A tensor as it is stored, on the CPU; its sizes are those that the configuration asks for.
    ///
    /// # Errors
    /// When it is missing or cannot be read.
    fn tensor(&mut self, name: &str) -> Result<Arc<QTensor>, EngineError>;
}

/// The tensors of a GGUF file whose header was checked.
#[derive(Debug)]
pub struct GgufWeights<'a> {
    gguf: &'a Gguf,
    file: File,
}

impl<'a> GgufWeights<'a> {
    /// Opens the file of a header.
    ///
    /// # Errors
    /// When the file cannot be opened.
    pub fn open(gguf: &'a Gguf) -> Result<Self, EngineError> {
        let file = File::open(gguf.path()).map_err(|why| EngineError::read(gguf.path(), why))?;
        Ok(Self { gguf, file })
    }
}

impl Weights for GgufWeights<'_> {
    fn has(&self, name: &str) -> bool {
        self.gguf.tensors().contains_key(name)
    }

    fn tensor(&mut self, name: &str) -> Result<Arc<QTensor>, EngineError> {
        let info = self.gguf.tensors().get(name);
        let info = info.ok_or_else(|| self.gguf.fault(Fault::NoTensor(name.to_owned())))?;
        let place = gguf_file::TensorInfo {
            ggml_dtype: info.dtype,
            shape: Shape::from(info.dims.clone()),
            offset: info.offset,
        };
        let tensor = place.read(&mut self.file, self.gguf.data_offset(), &Device::Cpu);
        tensor.map(Arc::new).map_err(EngineError::compute)
    }
}
