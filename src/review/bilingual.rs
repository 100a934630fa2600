//! Patterns in both languages, of which only those a text can match are ever compiled.

use std::sync::LazyLock;

use crate::lang::{Match, Pattern};

/// A pattern for Japanese and one for English. Compiling takes longer than searching a letter, so that of the other
/// language waits until a text reads like it.
pub(super) struct Bilingual {
    ja: LazyLock<Pattern>,
    en: LazyLock<Pattern>,
}

impl Bilingual {
    /// From the makers of the two patterns.
    pub(super) const fn new(ja: fn() -> Pattern, en: fn() -> Pattern) -> Self {
        Self { ja: LazyLock::new(ja), en: LazyLock::new(en) }
    }

    /// The first match.
    pub(super) fn find<'t>(&self, text: &'t str) -> Option<Match<'t>> {
        let japanese = if text.is_ascii() { None } else { self.ja.find(text) };
        let english = if reads_english(text) { self.en.find(text) } else { None };
        japanese.into_iter().chain(english).min_by_key(Match::start)
    }

    /// Whether it matches anywhere.
    pub(super) fn is_match(&self, text: &str) -> bool {
        self.find(text).is_some()
    }
}

/// Whether two English words stand side by side; an e-mail address or a product name is no English.
pub(super) fn reads_english(text: &str) -> bool {
    let word = |word: &str| word.len() > 1 && word.bytes().all(|byte| byte.is_ascii_alphabetic());
    let mut last = false;
    for part in text.split([' ', '\n']) {
        let this = word(part.trim_matches(|c: char| !c.is_alphanumeric()));
        if last && this {
            return true;
        }
        last = this;
    }
    text.is_ascii()
}

#[cfg(test)]
mod tests {
    use super::reads_english;

    #[test]
    fn english_is_two_words_in_a_row() {
        assert!(reads_english("本文です。We refund it."));
        assert!(reads_english("refund"));
        assert!(!reads_english("電話 022-555-0142　aizawa@toto-minamo.example"));
        assert!(!reads_english("化粧箱 KB-240 の件、PDF を添付"));
    }
}
