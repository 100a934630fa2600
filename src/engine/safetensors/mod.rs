//! A strict, bounded reader of safetensors files.
//!
//! As with GGUF nothing is trusted: the header's length has a limit and is held against the file, names occur once,
//! each tensor's bytes are what its sizes need, and the tensors fill the file one after the other.

mod header;

use std::collections::BTreeMap;
use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

use candle_core::quantized::GgmlDType;
use header::{Entry, Header};

use super::EngineError;
use super::shown::shown;

/// The most bytes of a header.
const HEADER: u64 = 32 << 20;
/// The most tensors of a file.
const TENSORS: usize = 10_000;

/// A tensor's place in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// Its sizes, outermost first.
    pub dims: Vec<usize>,
    /// The form of its numbers.
    pub dtype: GgmlDType,
    /// Where its data begin, from the beginning of the file.
    pub at: u64,
    /// How many bytes they have.
    pub bytes: u64,
    /// How many numbers it has.
    pub elements: u64,
}

/// The header of a file, checked against the file.
#[derive(Clone, Debug)]
pub struct Safetensors {
    /// Where the file is.
    pub path: PathBuf,
    /// Its tensors by name.
    pub tensors: BTreeMap<String, Place>,
}

impl Safetensors {
    /// Reads and checks the header of a file.
    ///
    /// # Errors
    /// When the file cannot be read or breaks a rule of the format.
    pub fn open(path: &Path) -> Result<Self, EngineError> {
        let failed = |why| EngineError::read(path, why);
        let mut file = File::open(path).map_err(failed)?;
        let length = file.metadata().map_err(failed)?.len();
        let mut first = [0; 8];
        if length < 8 {
            return Err(damaged(path, "no header"));
        }
        file.read_exact(&mut first).map_err(failed)?;
        let header = u64::from_le_bytes(first);
        if header > HEADER || header > length - 8 {
            return Err(damaged(path, "a header longer than the file or 32 MiB"));
        }
        let mut bytes = vec![0; usize::try_from(header).map_err(|error| damaged(path, &error.to_string()))?];
        file.read_exact(&mut bytes).map_err(failed)?;
        let header: Header = serde_json::from_slice(&bytes).map_err(|error| damaged(path, &error.to_string()))?;
        let data = 8 + bytes.len() as u64;
        let tensors = places(header.0, data, length).map_err(|why| damaged(path, &why))?;
        Ok(Self { path: path.to_owned(), tensors })
    }
}

/// The places of tensors: `data` is where their data begin, `length` where the file ends.
fn places(mut entries: Vec<(String, Entry)>, data: u64, length: u64) -> Result<BTreeMap<String, Place>, String> {
    if entries.len() > TENSORS {
        return Err(format!("{} tensors, over the limit of {TENSORS}", entries.len()));
    }
    entries.sort_by_key(|(_, entry)| entry.data_offsets);
    let mut tensors = BTreeMap::new();
    let mut end = 0u64;
    for (name, entry) in entries {
        let [from, to] = entry.data_offsets;
        let (dtype, width) = match entry.dtype.as_str() {
            "F32" => (GgmlDType::F32, 4u64),
            "F16" => (GgmlDType::F16, 2),
            "BF16" => (GgmlDType::BF16, 2),
            other => return Err(format!("the tensor `{}` of the type {}", shown(&name), shown(other))),
        };
        let elements = entry.shape.iter().try_fold(1u64, |product, size| product.checked_mul(*size));
        let elements = elements.filter(|product| *product > 0 && (1..=4).contains(&entry.shape.len()));
        let bytes = elements.and_then(|elements| elements.checked_mul(width));
        let (Some(elements), Some(bytes)) = (elements, bytes) else {
            return Err(format!("the shape of the tensor `{}`", shown(&name)));
        };
        if from != end || to.checked_sub(from) != Some(bytes) {
            return Err(format!("the place of the tensor `{}`", shown(&name)));
        }
        end = to;
        let at = data.checked_add(from).ok_or("a place beyond all files")?;
        let dims = entry.shape.iter().map(|size| usize::try_from(*size)).collect::<Result<_, _>>();
        let dims = dims.map_err(|error| error.to_string())?;
        let place = Place { dims, dtype, at, bytes, elements };
        if tensors.insert(name.clone(), place).is_some() {
            return Err(format!("`{}` twice", shown(&name)));
        }
    }
    if data.checked_add(end) != Some(length) {
        return Err("tensors that do not fill the file".to_owned());
    }
    Ok(tensors)
}

/// The error of a file that breaks a rule.
pub(crate) fn damaged(path: &Path, why: &str) -> EngineError {
    let why = shown(why);
    EngineError::unusable(
        path,
        format!("壊れているか未対応です ({why})。モデルを入手し直してください。"),
        format!("it is damaged or not supported ({why}); get the model again"),
    )
}
