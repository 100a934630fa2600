//! Which rule of the format a file breaks.

use crate::engine::shown::shown;
use crate::lang::Message;

/// A broken rule of the GGUF format, or a metadata entry that cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The file does not begin with `GGUF`.
    Magic,
    /// A version other than 2 and 3, or a big-endian file.
    Version(u32),
    /// The file ends before what it announces.
    Truncated {
        /// What was being read.
        what: &'static str,
        /// Where, in bytes.
        at: u64,
    },
    /// A count or a length over its limit.
    TooMany {
        /// What is counted.
        what: &'static str,
        /// The announced count.
        count: u64,
        /// The most that is accepted.
        limit: u64,
    },
    /// A text that is not UTF-8, is empty or has control characters.
    Text {
        /// What the text is.
        what: &'static str,
        /// Where, in bytes.
        at: u64,
    },
    /// The same name twice.
    Duplicate(String),
    /// A value of an unknown type, or an array in an array.
    ValueType {
        /// Its key.
        key: String,
        /// The type's number.
        code: u32,
    },
    /// A missing key.
    Missing(String),
    /// A value that has another type than its key asks for, or is out of range.
    Value {
        /// The key.
        key: String,
        /// What is accepted.
        wanted: &'static str,
    },
    /// A key that asks for something this program does not compute.
    Feature(String),
    /// A tensor that no model of the family has.
    UnknownTensor(String),
    /// A missing tensor.
    NoTensor(String),
    /// A tensor with an unusable shape: no or too many dimensions, a zero, an overflow, or not what the model needs.
    Shape(String),
    /// A tensor of a type that cannot be computed with.
    TensorType {
        /// Its name.
        name: String,
        /// The type's number.
        code: u32,
    },
    /// A tensor that does not follow the one before it.
    Offset(String),
    /// Bytes after the last tensor.
    Trailing(u64),
}

impl Fault {
    /// What is wrong, as part of a sentence.
    #[must_use]
    pub fn message(&self) -> Message {
        match self {
            Self::Magic => Message::new("GGUF 形式ではありません", "it is not a GGUF file"),
            Self::Version(version) => Message::new(
                format!("GGUF の版 {version} には未対応です (2 と 3 のみ、リトルエンディアン)"),
                format!("GGUF version {version} is not supported (only 2 and 3, little-endian)"),
            ),
            Self::Truncated { what, at } => Message::new(
                format!("{at} バイト目 ({what}) で途切れています"),
                format!("it ends at byte {at}, within {what}"),
            ),
            Self::TooMany { what, count, limit } => Message::new(
                format!("{what} が {count} で、上限 {limit} を超えます"),
                format!("{what}: {count}, over the limit of {limit}"),
            ),
            Self::Text { what, at } => Message::new(
                format!("{at} バイト目の {what} が正しい UTF-8 の文字列ではありません"),
                format!("the {what} at byte {at} is not proper UTF-8 text"),
            ),
            Self::Duplicate(name) => {
                let name = shown(name);
                Message::new(format!("`{name}` が二度あります"), format!("`{name}` occurs twice"))
            }
            Self::ValueType { key, code } => {
                let key = shown(key);
                Message::new(
                    format!("`{key}` の型 {code} には未対応です"),
                    format!("`{key}` has the unsupported type {code}"),
                )
            }
            Self::Missing(key) => {
                let key = shown(key);
                Message::new(format!("`{key}` がありません"), format!("`{key}` is missing"))
            }
            Self::Value { key, wanted } => {
                let key = shown(key);
                Message::new(
                    format!("`{key}` の値が不正です (必要: {wanted})"),
                    format!("`{key}` has a wrong value (wanted: {wanted})"),
                )
            }
            Self::NoTensor(name) => {
                let name = shown(name);
                Message::new(format!("テンソル `{name}` がありません"), format!("the tensor `{name}` is missing"))
            }
            Self::Feature(key) => {
                let key = shown(key);
                Message::new(
                    format!("`{key}` が求める機能には未対応です"),
                    format!("`{key}` asks for a feature that is not supported"),
                )
            }
            Self::UnknownTensor(name) => {
                let name = shown(name);
                Message::new(
                    format!("この系統にないテンソル `{name}` があります"),
                    format!("the tensor `{name}` is not one of this family"),
                )
            }
            Self::Shape(name) => {
                let name = shown(name);
                Message::new(
                    format!("テンソル `{name}` の形が不正です"),
                    format!("the tensor `{name}` has a wrong shape"),
                )
            }
            Self::TensorType { name, code } => {
                let name = shown(name);
                Message::new(
                    format!("テンソル `{name}` の型 {code} には未対応です"),
                    format!("the tensor `{name}` has the unsupported type {code}"),
                )
            }
            Self::Offset(name) => {
                let name = shown(name);
                Message::new(
                    format!("テンソル `{name}` の位置が不正です"),
                    format!("the tensor `{name}` is at a wrong offset"),
                )
            }
            Self::Trailing(bytes) => Message::new(
                format!("最後のテンソルの後に余分な {bytes} バイトがあります"),
                format!("{bytes} bytes follow the last tensor"),
            ),
        }
    }
}
