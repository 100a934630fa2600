//! Tensors by name, from wherever a model lies.

use std::borrow::Cow;
use std::fs::File;
use std::io::ErrorKind;
use std::path::Path;
use std::sync::Arc;

use candle_core::quantized::{GgmlDType, QStorage, QTensor};
use candle_core::{Device, Shape};
use pulp::bytemuck;

use crate::engine::EngineError;
use crate::engine::gguf::{Fault, Gguf, TensorInfo};

/// A model's tensors, by the names they have in a GGUF file. Several threads may ask for them at once.
pub trait Weights: Sync {
    /// Whether there is a tensor.
    fn has(&self, name: &str) -> bool;

    /// A tensor as it is stored, read into `room`; its sizes are those that the configuration asks for.
    ///
    /// # Errors
    /// When it is missing or cannot be read.
    fn stored<'r>(&self, name: &str, room: &'r mut Room) -> Result<Stored<'r>, EngineError>;
}

/// A tensor as it is stored.
#[derive(Clone, Debug)]
pub struct Stored<'r> {
    /// The form of its numbers.
    pub form: GgmlDType,
    /// Its sizes, the outermost first.
    pub sizes: Vec<usize>,
    /// Its numbers, or blocks of them.
    pub bytes: &'r [u8],
}

impl Stored<'_> {
    /// It as candle has it, on the CPU.
    ///
    /// # Errors
    /// When the sizes do not fit the bytes.
    pub fn tensor(&self) -> Result<Arc<QTensor>, EngineError> {
        let stored = QStorage::from_data(Cow::Borrowed(self.bytes), &Device::Cpu, self.form);
        let tensor = stored.and_then(|stored| QTensor::new(stored, Shape::from(self.sizes.clone())));
        tensor.map(Arc::new).map_err(EngineError::compute)
    }
}

/// Room that the bytes of a tensor are read into. It is used again for the next one: memory that is touched for the
/// first time costs several times what reading into it does. It is made of words, so that all forms of numbers may lie
/// in it.
#[derive(Debug, Default)]
pub struct Room(Vec<u64>);

impl Room {
    fn bytes(&mut self, count: usize) -> &mut [u8] {
        let words = count.div_ceil(size_of::<u64>());
        if self.0.len() < words {
            self.0 = vec![0; words];
        }
        &mut bytemuck::cast_slice_mut(&mut self.0)[..count]
    }
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

    fn stored<'r>(&self, name: &str, room: &'r mut Room) -> Result<Stored<'r>, EngineError> {
        let info = self.gguf.tensors().get(name);
        let info = info.ok_or_else(|| self.gguf.fault(Fault::NoTensor(name.to_owned())))?;
        read(&self.file, self.gguf.path(), info, self.gguf.data_offset(), room)
    }
}

/// Reads a tensor from a file, the data of whose tensors begin at `data`.
pub(crate) fn read<'r>(
    file: &File,
    path: &Path,
    info: &TensorInfo,
    data: u64,
    room: &'r mut Room,
) -> Result<Stored<'r>, EngineError> {
    let failed = |why| EngineError::read(path, why);
    let too_large = || failed(ErrorKind::OutOfMemory.into());
    let bytes = room.bytes(usize::try_from(info.bytes).map_err(|_| too_large())?);
    read_at(file, bytes, data.saturating_add(info.offset)).map_err(failed)?;
    Ok(Stored { form: info.dtype, sizes: info.dims.clone(), bytes })
}

/// Fills `bytes` from a place of a file, wherever other threads read it.
fn read_at(file: &File, mut bytes: &mut [u8], mut at: u64) -> std::io::Result<()> {
    #[cfg(unix)]
    let some = |bytes: &mut [u8], at| std::os::unix::fs::FileExt::read_at(file, bytes, at);
    #[cfg(windows)]
    let some = |bytes: &mut [u8], at| std::os::windows::fs::FileExt::seek_read(file, bytes, at);
    while !bytes.is_empty() {
        match some(bytes, at) {
            Ok(0) => return Err(ErrorKind::UnexpectedEof.into()),
            Ok(read) => {
                bytes = &mut bytes[read..];
                at += read as u64;
            }
            Err(why) if why.kind() == ErrorKind::Interrupted => {}
            Err(why) => return Err(why),
        }
    }
    Ok(())
}
