//! The metadata of a file: typed, range-checked access.

use std::collections::BTreeMap;
use std::io::Read;
use std::ops::RangeInclusive;

use super::cursor::{Cursor, Stop};
use super::{Fault, Texts, Value, limits};

/// Keys and their values.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Metadata(BTreeMap<String, Value>);

impl Metadata {
    /// Reads `count` entries.
    pub(crate) fn read<R: Read>(cursor: &mut Cursor<R>, count: u64) -> Result<Self, Stop> {
        let mut entries = BTreeMap::new();
        for _ in 0..count {
            let key = cursor.name("key", limits::KEY)?;
            let value = Value::read(cursor, &key)?;
            if entries.contains_key(&key) {
                return Err(Fault::Duplicate(key).into());
            }
            entries.insert(key, value);
        }
        Ok(Self(entries))
    }

    /// The value of a key, if it is there.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Value> {
        self.0.get(key)
    }

    /// A text, if the key is there.
    ///
    /// # Errors
    /// When the value is not a text.
    pub fn text(&self, key: &str) -> Result<Option<&str>, Fault> {
        match self.get(key) {
            None => Ok(None),
            Some(Value::Text(text)) => Ok(Some(text)),
            Some(_) => Err(wrong(key, "text")),
        }
    }

    /// A whole number within a range, if the key is there.
    ///
    /// # Errors
    /// When the value is not a whole number or out of range.
    pub fn whole(&self, key: &str, range: RangeInclusive<u64>, wanted: &'static str) -> Result<Option<usize>, Fault> {
        match self.get(key) {
            None => Ok(None),
            Some(Value::Whole(number)) if range.contains(number) => {
                usize::try_from(*number).map(Some).map_err(|_| wrong(key, wanted))
            }
            Some(_) => Err(wrong(key, wanted)),
        }
    }

    /// A real number within a range, if the key is there.
    ///
    /// # Errors
    /// When the value is not a real number or out of range.
    pub fn real(&self, key: &str, range: RangeInclusive<f64>, wanted: &'static str) -> Result<Option<f64>, Fault> {
        match self.get(key) {
            None => Ok(None),
            Some(Value::Real(number)) if range.contains(number) => Ok(Some(*number)),
            Some(_) => Err(wrong(key, wanted)),
        }
    }

    /// Yes or no, if the key is there.
    ///
    /// # Errors
    /// When the value is neither.
    pub fn bool(&self, key: &str) -> Result<Option<bool>, Fault> {
        match self.get(key) {
            None => Ok(None),
            Some(Value::Bool(value)) => Ok(Some(*value)),
            Some(_) => Err(wrong(key, "bool")),
        }
    }

    /// An array of texts, if the key is there.
    ///
    /// # Errors
    /// When the value is something else.
    pub fn texts(&self, key: &str) -> Result<Option<&Texts>, Fault> {
        match self.get(key) {
            None => Ok(None),
            Some(Value::Texts(texts)) => Ok(Some(texts)),
            Some(_) => Err(wrong(key, "array of texts")),
        }
    }

    /// An array of whole numbers, if the key is there.
    ///
    /// # Errors
    /// When the value is something else.
    pub fn numbers(&self, key: &str) -> Result<Option<&[i64]>, Fault> {
        match self.get(key) {
            None => Ok(None),
            Some(Value::Numbers(numbers)) => Ok(Some(numbers)),
            Some(_) => Err(wrong(key, "array of 32-bit whole numbers")),
        }
    }

    /// An array of real numbers, if the key is there.
    ///
    /// # Errors
    /// When the value is something else.
    pub fn reals(&self, key: &str) -> Result<Option<&[f32]>, Fault> {
        match self.get(key) {
            None => Ok(None),
            Some(Value::Reals(numbers)) => Ok(Some(numbers)),
            Some(_) => Err(wrong(key, "array of 32-bit real numbers")),
        }
    }
}

/// The fault of a value that is not what its key asks for.
fn wrong(key: &str, wanted: &'static str) -> Fault {
    Fault::Value { key: key.to_owned(), wanted }
}

/// The value, or the fault that its key is missing.
pub(crate) fn required<T>(value: Option<T>, key: &str) -> Result<T, Fault> {
    value.ok_or_else(|| Fault::Missing(key.to_owned()))
}
