//! Names of entries and people.

use std::fmt;

use super::read::{Changer, Field, Node, Path, Reader, Span, Visitor};
use crate::lang::Message;

/// The id of a citable entry: one to three capitals and a number, such as `E1`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize)]
pub struct Id(String);

/// The key of a person, by which entries refer to them: `kurokawa`.
#[derive(Clone, Debug)]
pub struct Key {
    text: String,
    span: Span,
}

impl Id {
    /// An id, if the text has the form of one.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.trim_start_matches(|c: char| c.is_ascii_uppercase());
        let capitals = text.len() - digits.len();
        let shaped = (1..=3).contains(&capitals)
            && (1..=3).contains(&digits.len())
            && digits.bytes().all(|byte| byte.is_ascii_digit());
        shaped.then(|| Self(text.to_owned()))
    }

    /// The id as written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Key {
    /// A key by its text.
    #[must_use]
    pub fn named(text: &str) -> Self {
        Self { text: text.to_owned(), span: 0..0 }
    }

    /// The key as written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Where it is written in the case file.
    #[must_use]
    pub fn span(&self) -> Span {
        self.span.clone()
    }
}

// Two keys are the same person wherever they are written.
impl PartialEq for Key {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

impl Eq for Key {}

impl serde::Serialize for Key {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.text)
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl Field for Id {
    const EXPECTED: (&'static str, &'static str) =
        ("番号 \"E1\"（大文字1〜3字と数字）", "an id such as \"E1\" (1–3 capitals, a number)");

    fn read(node: Node<'_>, reader: &mut Reader) -> Option<Self> {
        let id = node.get_ref().as_str().and_then(Self::parse);
        if id.is_none() {
            reader.wrong_type::<Self>(node);
        }
        id
    }
}

impl Field for Key {
    const EXPECTED: (&'static str, &'static str) = (
        "人物のキー \"kurokawa\"（英小文字・数字・-・_）",
        "the key of a person such as \"kurokawa\" (a–z, 0–9, - and _)",
    );

    fn read(node: Node<'_>, reader: &mut Reader) -> Option<Self> {
        let text = node.get_ref().as_str().unwrap_or_default();
        let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"-_".contains(&byte);
        if text.is_empty() || !text.bytes().all(plain) {
            let message = Message::new("人物のキーとして読めません", "this is not the key of a person");
            let help = Message::new(
                "client_people か own_people の key と同じ語を書いてください（例 \"kurokawa\"）",
                "write the `key` of an entry of client_people or own_people, such as \"kurokawa\"",
            );
            reader.problem(node.span(), message, help);
            return None;
        }
        Some(Self { text: text.to_owned(), span: node.span() })
    }

    fn walk(&self, path: &Path<'_>, visitor: &mut dyn Visitor) {
        visitor.key(path, self);
    }

    fn walk_mut(&mut self, change: &mut dyn Changer) {
        change.key(self);
    }
}

#[cfg(test)]
mod tests {
    use super::Id;

    #[test]
    fn only_short_ids_are_ids() {
        for good in ["E1", "A12", "KB240", "R1"] {
            assert_eq!(Id::parse(good).unwrap().as_str(), good);
        }
        for bad in ["", "E", "1", "e1", "E-1", "ABCD1", "E1234", "Ｅ1", "E1 "] {
            assert!(Id::parse(bad).is_none(), "{bad}");
        }
    }
}
