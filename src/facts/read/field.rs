//! What can stand behind a key of the case file.

use toml::Spanned;
use toml::de::DeValue;

use super::path::{Changer, Path, Visitor};
use super::reader::Reader;
use crate::facts::Id;
use crate::lang::Message;

/// A value of the case file with its place.
pub type Node<'a> = &'a Spanned<DeValue<'a>>;

/// A step that leads nowhere in the data model.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lost {
    /// The step.
    pub step: String,
    /// The keys there are instead; none where nothing lies deeper.
    pub known: &'static [&'static str],
}

/// A type that can be read from the case file and walked over afterwards.
pub trait Field: Sized {
    /// What the file must hold here, in Japanese and English; used in problems.
    const EXPECTED: (&'static str, &'static str);

    /// Reads the value; where it is wrong, the problem is told to the reader and `None` returned.
    fn read(node: Node<'_>, reader: &mut Reader) -> Option<Self>;

    /// The value where the key is absent; `None` where the key is required.
    #[must_use]
    fn absent() -> Option<Self> {
        None
    }

    /// The id of a citable entry, its name within a list.
    fn id(&self) -> Option<&Id> {
        None
    }

    /// Whether a way down leads to something: `["timeline", "*", "feedback"]`. A list takes any step.
    ///
    /// # Errors
    /// With the step that leads nowhere and the keys there are.
    fn leads(steps: &[&str]) -> Result<(), Lost> {
        steps.first().map_or(Ok(()), |step| Err(Lost { step: (*step).to_owned(), known: &[] }))
    }

    /// Shows every value in it to a visitor.
    fn walk(&self, _path: &Path<'_>, _visitor: &mut dyn Visitor) {}

    /// Changes every text, string and reference in it.
    fn walk_mut(&mut self, _change: &mut dyn Changer) {}
}

impl<T: Field> Field for Option<T> {
    const EXPECTED: (&'static str, &'static str) = T::EXPECTED;

    fn read(node: Node<'_>, reader: &mut Reader) -> Option<Self> {
        T::read(node, reader).map(Some)
    }

    fn absent() -> Option<Self> {
        Some(None)
    }

    fn leads(steps: &[&str]) -> Result<(), Lost> {
        T::leads(steps)
    }

    fn walk(&self, path: &Path<'_>, visitor: &mut dyn Visitor) {
        if let Some(value) = self {
            value.walk(path, visitor);
        }
    }

    fn walk_mut(&mut self, change: &mut dyn Changer) {
        if let Some(value) = self {
            value.walk_mut(change);
        }
    }
}

impl<T: Field> Field for Vec<T> {
    const EXPECTED: (&'static str, &'static str) = ("配列 [ … ]", "a list [ … ]");

    fn read(node: Node<'_>, reader: &mut Reader) -> Option<Self> {
        let Some(array) = node.get_ref().as_array() else {
            reader.wrong_type::<Self>(node);
            return None;
        };
        // All items are read before any failure counts, so that all problems show.
        let items: Vec<Option<T>> = array.iter().map(|item| T::read(item, reader)).collect();
        items.into_iter().collect()
    }

    fn absent() -> Option<Self> {
        Some(Self::new())
    }

    fn leads(steps: &[&str]) -> Result<(), Lost> {
        steps.split_first().map_or(Ok(()), |(_, rest)| T::leads(rest))
    }

    fn walk(&self, path: &Path<'_>, visitor: &mut dyn Visitor) {
        for (index, value) in self.iter().enumerate() {
            let index = index.to_string();
            value.walk(&path.join(value.id().map_or(index.as_str(), Id::as_str)), visitor);
        }
    }

    fn walk_mut(&mut self, change: &mut dyn Changer) {
        for value in self {
            value.walk_mut(change);
        }
    }
}

impl Field for String {
    const EXPECTED: (&'static str, &'static str) = ("文字列 \"…\"", "a string \"…\"");

    fn read(node: Node<'_>, reader: &mut Reader) -> Option<Self> {
        let Some(text) = node.get_ref().as_str() else {
            reader.wrong_type::<Self>(node);
            return None;
        };
        let text = reader.filled(text, node.span())?;
        if text.contains('\n') {
            reader.hidden('\n', node.span());
            return None;
        }
        Some(text)
    }

    fn walk(&self, path: &Path<'_>, visitor: &mut dyn Visitor) {
        visitor.code(path, self);
    }

    fn walk_mut(&mut self, change: &mut dyn Changer) {
        change.code(self);
    }
}

impl Field for bool {
    const EXPECTED: (&'static str, &'static str) = ("true か false", "true or false");

    fn read(node: Node<'_>, reader: &mut Reader) -> Option<Self> {
        let value = node.get_ref().as_bool();
        if value.is_none() {
            reader.wrong_type::<Self>(node);
        }
        value
    }
}

impl Field for i64 {
    const EXPECTED: (&'static str, &'static str) = ("0以上の整数", "a whole number, 0 or more");

    fn read(node: Node<'_>, reader: &mut Reader) -> Option<Self> {
        let value = node
            .get_ref()
            .as_integer()
            .and_then(|number| i64::from_str_radix(number.as_str(), number.radix()).ok())
            .filter(|number| (0..=i64::pow(10, 15)).contains(number));
        if value.is_none() {
            reader.wrong_type::<Self>(node);
        }
        value
    }

    fn walk(&self, path: &Path<'_>, visitor: &mut dyn Visitor) {
        visitor.number(path, *self);
    }
}

/// Reads one word out of a closed list, with the near one suggested.
pub(crate) fn read_word<T: Copy>(node: Node<'_>, reader: &mut Reader, words: &[(&'static str, T)]) -> Option<T> {
    let names: Vec<&str> = words.iter().map(|(name, _)| *name).collect();
    let list = names.join(", ");
    let expected = Message::new(format!("次のどれかを書いてください: {list}"), format!("write one of: {list}"));
    let Some(text) = node.get_ref().as_str() else {
        let message = Message::new("ここには決まった語が要ります", "one of a few words is needed here");
        reader.problem(node.span(), message, expected);
        return None;
    };
    if let Some((_, value)) = words.iter().find(|(name, _)| *name == text) {
        return Some(*value);
    }
    let help = match super::reader::nearest(text, &names) {
        Some(near) => {
            Message::new(format!("`{near}` のことでしょうか（{list}）"), format!("did you mean `{near}`? ({list})"))
        }
        None => expected,
    };
    let message =
        Message::new(format!("`{text}` という値はありません"), format!("`{text}` is not a value of this key"));
    reader.problem(node.span(), message, help);
    None
}
