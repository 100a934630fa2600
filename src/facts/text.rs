//! A text of the case file in one language or both.

use crate::lang::Lang;

use super::read::{Changer, Field, Node, Path, Reader, Span, Visitor};

/// A text of the case file: a plain string in the case's language, or `{ ja = "…", en = "…" }`.
///
/// A view chooses the language once ([`Text::show_in`]); after that the text prints and serialises as that string.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text {
    ja: Option<String>,
    en: Option<String>,
    shown: Option<Lang>,
    span: Span,
}

impl Text {
    /// A text in one language.
    pub fn one(lang: Lang, text: impl Into<String>) -> Self {
        let mut made = Self::default();
        made.set(lang, text.into());
        made
    }

    /// The text in a language, if the case file gives it.
    #[must_use]
    pub fn get(&self, lang: Lang) -> Option<&str> {
        lang.pick(self.ja.as_deref(), self.en.as_deref())
    }

    /// The text in the language chosen by the view; empty where the case file does not give it
    /// (a document is refused before such a text is used, see [`super::Facts::missing`]).
    #[must_use]
    pub fn shown(&self) -> &str {
        self.shown.and_then(|lang| self.get(lang)).unwrap_or("")
    }

    /// Replaces the text of one language.
    pub fn set(&mut self, lang: Lang, text: String) {
        match lang {
            Lang::Ja => self.ja = Some(text),
            Lang::En => self.en = Some(text),
        }
    }

    /// Chooses the language this text is shown in and forgets the other one.
    pub fn show_in(&mut self, lang: Lang) {
        self.shown = Some(lang);
        match lang {
            Lang::Ja => self.en = None,
            Lang::En => self.ja = None,
        }
    }

    /// The texts there are, with their languages.
    pub fn each(&self) -> impl Iterator<Item = (Lang, &str)> {
        Lang::ALL.into_iter().filter_map(|lang| self.get(lang).map(|text| (lang, text)))
    }

    /// Where the text stands in the case file.
    #[must_use]
    pub fn span(&self) -> Span {
        self.span.clone()
    }
}

impl serde::Serialize for Text {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.shown())
    }
}

impl Field for Text {
    const EXPECTED: (&'static str, &'static str) =
        ("文字列、または { ja = \"…\", en = \"…\" }", "a string, or { ja = \"…\", en = \"…\" }");

    fn read(node: Node<'_>, reader: &mut Reader) -> Option<Self> {
        let span = node.span();
        if let Some(text) = node.get_ref().as_str() {
            let text = reader.filled(text, span.clone())?;
            let mut made = Self::one(reader.lang(), text);
            made.span = span;
            return Some(made);
        }
        if node.get_ref().as_table().is_none() {
            reader.wrong_type::<Self>(node);
            return None;
        }
        let table = reader.table(node, &["ja", "en"])?;
        let ja = table.field_or::<Option<String>>("ja", reader, || Some(None))?;
        let en = table.field_or::<Option<String>>("en", reader, || Some(None))?;
        if ja.is_none() && en.is_none() {
            reader.wrong_type::<Self>(node);
            return None;
        }
        Some(Self { ja, en, shown: None, span })
    }

    fn walk(&self, path: &Path<'_>, visitor: &mut dyn Visitor) {
        visitor.text(path, self);
    }

    fn walk_mut(&mut self, change: &mut dyn Changer) {
        change.text(self);
    }
}
