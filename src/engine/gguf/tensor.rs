//! Where a tensor lies in a file, and in what form.

use std::io::Read;

use candle_core::quantized::GgmlDType;

use super::cursor::{Cursor, Stop};
use super::{Fault, limits};

/// A tensor's place in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TensorInfo {
    /// Its name.
    pub name: String,
    /// Its sizes, outermost first: `(out, in)` for a matrix.
    pub dims: Vec<usize>,
    /// The form of its numbers.
    pub dtype: GgmlDType,
    /// Where its data begin, from the beginning of the tensors' data.
    pub offset: u64,
    /// How many bytes its data have.
    pub bytes: u64,
    /// How many numbers it has.
    pub elements: u64,
}

impl TensorInfo {
    /// Reads what the header says of one tensor.
    pub(crate) fn read<R: Read>(cursor: &mut Cursor<R>) -> Result<Self, Stop> {
        let what = "a tensor's entry";
        let name = cursor.name("tensor name", limits::NAME)?;
        let rank = u64::from(cursor.u32(what)?);
        if rank == 0 || rank > limits::DIMENSIONS {
            return Err(Fault::Shape(name).into());
        }
        let mut dims = Vec::new();
        let mut elements = 1u64;
        for _ in 0..rank {
            let size = cursor.u64(what)?;
            elements = match elements.checked_mul(size) {
                Some(product) if product > 0 && i64::try_from(product).is_ok() => product,
                _ => return Err(Fault::Shape(name).into()),
            };
            dims.push(usize::try_from(size).map_err(|_| Fault::Shape(name.clone()))?);
        }
        let code = cursor.u32(what)?;
        let Some(dtype) = dtype(code) else {
            return Err(Fault::TensorType { name, code }.into());
        };
        // The innermost size comes first in the file; a block never spans two rows.
        let block = dtype.block_size() as u64;
        if !(dims[0] as u64).is_multiple_of(block) {
            return Err(Fault::Shape(name).into());
        }
        let bytes = u128::from(elements / block) * dtype.type_size() as u128;
        let bytes = u64::try_from(bytes).map_err(|_| Fault::Shape(name.clone()))?;
        dims.reverse();
        let offset = cursor.u64(what)?;
        Ok(Self { name, dims, dtype, offset, bytes, elements })
    }
}

/// The forms of numbers that can be computed with, and their numbers in the format.
const FORMS: [(u32, GgmlDType); 13] = [
    (0, GgmlDType::F32),
    (1, GgmlDType::F16),
    (2, GgmlDType::Q4_0),
    (3, GgmlDType::Q4_1),
    (6, GgmlDType::Q5_0),
    (7, GgmlDType::Q5_1),
    (8, GgmlDType::Q8_0),
    (10, GgmlDType::Q2K),
    (11, GgmlDType::Q3K),
    (12, GgmlDType::Q4K),
    (13, GgmlDType::Q5K),
    (14, GgmlDType::Q6K),
    (30, GgmlDType::BF16),
];

/// The form of a tensor's numbers, by its number in the format; only those that can be computed with.
fn dtype(code: u32) -> Option<GgmlDType> {
    FORMS.into_iter().find(|(number, _)| *number == code).map(|(_, dtype)| dtype)
}

/// The number of a form in the format; that of no form where files cannot have it.
pub(crate) fn code(dtype: GgmlDType) -> u32 {
    FORMS.into_iter().find(|(_, known)| *known == dtype).map_or(u32::MAX, |(number, _)| number)
}
