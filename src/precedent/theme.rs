//! Themes: what complaints are about, by the words that speak of it in either language. They let a case written in
//! Japanese find one written in English, and they say in the user's words why two cases are alike.

use std::sync::LazyLock;

use super::finder::Finder;
use super::themes::THEMES;
use super::words::comparable;
use crate::lang::Lang;

/// What a complaint can be about.
#[derive(Debug)]
pub(super) struct Theme {
    /// What it is called in Japanese.
    pub(super) ja: &'static str,
    /// What it is called in English.
    pub(super) en: &'static str,
    /// Words that speak of it, between bars; Latin ones are beginnings of words.
    pub(super) words: &'static str,
}

static FINDER: LazyLock<Finder<usize>> = LazyLock::new(|| {
    let words = THEMES.iter().enumerate();
    Finder::of(words.flat_map(|(at, theme)| theme.words.split('|').map(move |word| (comparable(word), at))))
});

impl Theme {
    /// What it is called.
    pub(super) fn name(&self, lang: Lang) -> &'static str {
        lang.pick(self.ja, self.en)
    }
}

/// The themes a text speaks of, as places in [`THEMES`], once for every word that speaks of them.
pub(super) fn themes_of(copy: &str) -> Vec<usize> {
    FINDER.find(copy, false).into_iter().map(|found| found.of).collect()
}

#[cfg(test)]
mod tests {
    use super::{THEMES, themes_of};
    use crate::precedent::words::comparable;

    fn names(text: &str) -> Vec<&'static str> {
        let mut names: Vec<_> = themes_of(&comparable(text)).into_iter().map(|at| THEMES[at].en).collect();
        names.dedup();
        names
    }

    #[test]
    fn both_languages_speak_of_a_theme() {
        assert_eq!(
            names("折り返しのお電話を差し上げませんでした"),
            names("nobody called the buyer back: two callbacks missed")
        );
        assert_eq!(names("請求書の金額"), ["invoicing"]);
        assert!(names("data imported twice").contains(&"data and their transfer"));
        assert!(names("an important point, unimportant").is_empty());
    }

    #[test]
    fn every_theme_has_words_of_both_languages() {
        for theme in THEMES {
            assert!(theme.words.split('|').any(|word| !word.is_empty() && word.is_ascii()), "{}", theme.en);
            assert!(theme.words.split('|').all(|word| word.trim_start() == word && !word.is_empty()), "{}", theme.en);
            assert!(theme.words.split('|').any(|word| !word.is_ascii()), "{}", theme.en);
        }
    }
}
