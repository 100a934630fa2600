//! A strict, bounded reader of GGUF files.
//!
//! candle's own reader trusts counts, products and offsets of the file. This one trusts nothing: every count has a
//! limit and is held against the bytes that are there, sizes are computed with checks, names occur once, tensors
//! lie one after the other and fill the file. Only then are tensors handed to candle.

mod cursor;
mod encoder;
mod fault;
mod limits;
mod metadata;
mod tensor;
mod texts;
mod value;

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{BufReader, Read};
use std::path::{Path, PathBuf};

use cursor::{Cursor, Stop};
pub use encoder::Encoder;
pub use fault::Fault;
pub use metadata::Metadata;
pub(crate) use metadata::required;
pub use tensor::TensorInfo;
pub(crate) use tensor::code;
pub use texts::Texts;
pub use value::Value;

use super::EngineError;

/// The header of a model file, checked against the file.
#[derive(Clone, Debug)]
pub struct Gguf {
    path: PathBuf,
    metadata: Metadata,
    tensors: BTreeMap<String, TensorInfo>,
    data: u64,
}

impl Gguf {
    /// Reads and checks the header of a file.
    ///
    /// # Errors
    /// When the file cannot be read or breaks a rule of the format.
    pub fn open(path: &Path) -> Result<Self, EngineError> {
        let file = File::open(path).map_err(|why| EngineError::read(path, why))?;
        let about = file.metadata().map_err(|why| EngineError::read(path, why))?;
        if !about.is_file() {
            let why = std::io::Error::from(std::io::ErrorKind::IsADirectory);
            return Err(EngineError::read(path, why));
        }
        read(BufReader::with_capacity(1 << 16, file), about.len())
            .map(|(metadata, tensors, data)| Self { path: path.to_owned(), metadata, tensors, data })
            .map_err(|stop| match stop {
                Stop::Fault(fault) => EngineError::Gguf { path: path.to_owned(), fault },
                Stop::Io(why) => EngineError::read(path, why),
            })
    }

    /// A header that was put together from other files: `path` names them in messages.
    pub(crate) fn assembled(path: &Path, metadata: Metadata, tensors: BTreeMap<String, TensorInfo>) -> Self {
        Self { path: path.to_owned(), metadata, tensors, data: 0 }
    }

    /// Where the file is.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The file's metadata.
    #[must_use]
    pub fn metadata(&self) -> &Metadata {
        &self.metadata
    }

    /// The tensors, by name.
    #[must_use]
    pub fn tensors(&self) -> &BTreeMap<String, TensorInfo> {
        &self.tensors
    }

    /// Where the tensors' data begin, in bytes from the beginning of the file.
    #[must_use]
    pub fn data_offset(&self) -> u64 {
        self.data
    }

    /// A fault of this file, as an error.
    pub(crate) fn fault(&self, fault: Fault) -> EngineError {
        EngineError::Gguf { path: self.path.clone(), fault }
    }
}

type Header = (Metadata, BTreeMap<String, TensorInfo>, u64);

/// Reads a header from a file of `length` bytes.
fn read(reader: impl Read, length: u64) -> Result<Header, Stop> {
    let mut cursor = Cursor::new(reader, length);
    match cursor.array::<4>("the first bytes") {
        Ok(magic) if &magic == b"GGUF" => {}
        Err(Stop::Io(error)) => return Err(Stop::Io(error)),
        _ => return Err(Fault::Magic.into()),
    }
    let version = cursor.u32("the version")?;
    if !matches!(version, 2 | 3) {
        return Err(Fault::Version(version).into());
    }
    let tensor_count = cursor.count("tensors", limits::TENSORS)?;
    let entry_count = cursor.count("metadata entries", limits::ENTRIES)?;
    let metadata = Metadata::read(&mut cursor, entry_count)?;
    let alignment = alignment(&metadata)?;
    let mut tensors = BTreeMap::new();
    let mut end = 0u64;
    for _ in 0..tensor_count {
        let info = TensorInfo::read(&mut cursor)?;
        if tensors.contains_key(&info.name) {
            return Err(Fault::Duplicate(info.name).into());
        }
        if Some(info.offset) != end.checked_next_multiple_of(alignment) {
            return Err(Fault::Offset(info.name).into());
        }
        end = info.offset.checked_add(info.bytes).ok_or_else(|| Fault::Offset(info.name.clone()))?;
        tensors.insert(info.name.clone(), info);
    }
    let data = cursor.at().next_multiple_of(alignment);
    check_end(data, end, length, alignment)?;
    Ok((metadata, tensors, data))
}

/// The alignment of the tensors' data.
fn alignment(metadata: &Metadata) -> Result<u64, Fault> {
    const KEY: &str = "general.alignment";
    const WANTED: &str = "8, 16, … 4096";
    let alignment = metadata.whole(KEY, 8..=4096, WANTED)?.unwrap_or(32);
    if !alignment.is_power_of_two() {
        return Err(Fault::Value { key: KEY.to_owned(), wanted: WANTED });
    }
    Ok(alignment as u64)
}

/// The tensors' data, from `data` on and `end` long, must fill the file, but for the padding at its end.
fn check_end(data: u64, end: u64, length: u64, alignment: u64) -> Result<(), Fault> {
    if end == 0 {
        return match length.checked_sub(data) {
            Some(rest) if rest > 0 => Err(Fault::Trailing(rest)),
            _ => Ok(()),
        };
    }
    let what = "the tensors' data";
    let truncated = Fault::Truncated { what, at: length };
    let last = data.checked_add(end).ok_or_else(|| truncated.clone())?;
    if last > length {
        return Err(truncated);
    }
    match length - last {
        rest if rest < alignment => Ok(()),
        rest => Err(Fault::Trailing(rest)),
    }
}
