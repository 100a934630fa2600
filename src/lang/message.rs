//! A message for the user, written in both languages at the place that knows what happened.

use super::Lang;

/// The same message in Japanese and in English. What is shown is chosen late, where it is printed.
#[derive(Clone, Debug, PartialEq, Eq, Hash, serde::Serialize)]
pub struct Message {
    /// The Japanese text.
    pub ja: String,
    /// The English text.
    pub en: String,
}

impl Message {
    /// A message from its two texts.
    pub fn new(ja: impl Into<String>, en: impl Into<String>) -> Self {
        Self { ja: ja.into(), en: en.into() }
    }

    /// The text in one language.
    #[must_use]
    pub fn text(&self, lang: Lang) -> &str {
        lang.pick(&self.ja, &self.en)
    }
}
