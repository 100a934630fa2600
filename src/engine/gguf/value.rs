//! A metadata value.

use std::io::Read;

use super::cursor::{Cursor, Stop};
use super::{Fault, Texts, limits};

/// A metadata value, in a compact form.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// Any unsigned or non-negative whole number.
    Whole(u64),
    /// A negative whole number.
    Negative(i64),
    /// A number with a fraction.
    Real(f64),
    /// Yes or no.
    Bool(bool),
    /// A text.
    Text(String),
    /// Texts.
    Texts(Texts),
    /// Signed or unsigned 32-bit whole numbers.
    Numbers(Vec<i64>),
    /// 32-bit numbers with a fraction.
    Reals(Vec<f32>),
    /// An array of another type, which no key this program reads has: its length.
    Other(usize),
}

impl Value {
    /// Reads the value of `key`, its type first.
    pub(crate) fn read<R: Read>(cursor: &mut Cursor<R>, key: &str) -> Result<Self, Stop> {
        let what = "a value";
        let code = cursor.u32(what)?;
        Ok(match code {
            0 => Self::Whole(u64::from(cursor.array::<1>(what)?[0])),
            1 => whole(i64::from(i8::from_le_bytes(cursor.array(what)?))),
            2 => Self::Whole(u64::from(u16::from_le_bytes(cursor.array(what)?))),
            3 => whole(i64::from(i16::from_le_bytes(cursor.array(what)?))),
            4 => Self::Whole(u64::from(cursor.u32(what)?)),
            5 => whole(i64::from(i32::from_le_bytes(cursor.array(what)?))),
            6 => Self::Real(f64::from(f32::from_le_bytes(cursor.array(what)?))),
            7 => match cursor.array::<1>(what)? {
                [0] => Self::Bool(false),
                [1] => Self::Bool(true),
                _ => {
                    return Err(Fault::Value { key: key.to_owned(), wanted: "0 | 1" }.into());
                }
            },
            8 => Self::Text(cursor.text("a text", limits::TEXT)?),
            9 => Self::read_array(cursor, key)?,
            10 => Self::Whole(cursor.u64(what)?),
            11 => whole(i64::from_le_bytes(cursor.array(what)?)),
            12 => Self::Real(f64::from_le_bytes(cursor.array(what)?)),
            _ => {
                return Err(Fault::ValueType { key: key.to_owned(), code }.into());
            }
        })
    }

    fn read_array<R: Read>(cursor: &mut Cursor<R>, key: &str) -> Result<Self, Stop> {
        let what = "an array";
        let code = cursor.u32(what)?;
        let count = cursor.count("array elements", limits::ELEMENTS)?;
        let width = match code {
            8 => {
                let mut texts = Texts::default();
                for _ in 0..count {
                    texts.push(&cursor.text("a text", limits::TEXT)?);
                }
                return Ok(Self::Texts(texts));
            }
            0 | 1 | 7 => 1,
            2 | 3 => 2,
            4..=6 => 4,
            10..=12 => 8,
            _ => {
                return Err(Fault::ValueType { key: key.to_owned(), code }.into());
            }
        };
        let bytes = cursor.bytes(count * width, what)?;
        if !matches!(code, 4..=6) {
            return Ok(Self::Other(bytes.len() / width as usize));
        }
        let (numbers, _) = bytes.as_chunks::<4>();
        if code == 6 {
            return Ok(Self::Reals(numbers.iter().map(|bytes| f32::from_le_bytes(*bytes)).collect()));
        }
        let number = |bytes: &[u8; 4]| match code {
            4 => i64::from(u32::from_le_bytes(*bytes)),
            _ => i64::from(i32::from_le_bytes(*bytes)),
        };
        Ok(Self::Numbers(numbers.iter().map(number).collect()))
    }
}

/// A whole number with its sign.
fn whole(number: i64) -> Value {
    u64::try_from(number).map_or(Value::Negative(number), Value::Whole)
}
