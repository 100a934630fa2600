//! What the readers of a document read in their own facts.

use std::sync::OnceLock;

use super::topic::Topic;
use crate::facts::normalise::compare_key;
use crate::facts::read::{Path, Visitor};
use crate::facts::{Facts, Text};
use crate::lang::Lang;

/// All texts of a view.
#[derive(Debug)]
pub(super) struct Seen {
    texts: Vec<String>,
    /// The same in comparable form, a line each.
    key: String,
    lang: Lang,
    topics: OnceLock<Vec<Topic>>,
    topic: OnceLock<Topic>,
}

impl Seen {
    /// The texts of a view.
    pub(super) fn of(facts: &Facts) -> Self {
        let mut texts = Texts(Vec::new());
        facts.walk(&mut texts);
        Self::of_texts(texts.0, facts.lang())
    }

    /// Texts by themselves.
    pub(super) fn of_texts(texts: Vec<String>, lang: Lang) -> Self {
        let key = texts.iter().map(|text| compare_key(text)).collect::<Vec<_>>().join("\n");
        Self { texts, key, lang, topics: OnceLock::new(), topic: OnceLock::new() }
    }

    /// What each text is about.
    pub(super) fn topics(&self) -> &[Topic] {
        self.topics.get_or_init(|| self.texts.iter().map(|text| Topic::of(text, self.lang)).collect())
    }

    /// What all of them together are about.
    pub(super) fn topic(&self) -> &Topic {
        self.topic.get_or_init(|| self.topics().iter().fold(Topic::default(), |all, topic| all.with(topic)))
    }

    /// The texts.
    pub(super) fn texts(&self) -> &[String] {
        &self.texts
    }

    /// Whether one of them says this, however it is written.
    pub(super) fn says(&self, text: &str) -> bool {
        let wanted = compare_key(text);
        !wanted.is_empty() && self.key.contains(&wanted)
    }

    /// Whether one of them has these figures, and no more of them: 4.7, and not 14.75.
    pub(super) fn has_number(&self, number: &str) -> bool {
        let wanted = compare_key(number);
        self.key.split(|c: char| !c.is_ascii_digit() && c != '.').any(|known| known.trim_matches('.') == wanted)
    }

    /// Whether one of them has this as a word of Latin letters.
    pub(super) fn has_word(&self, word: &str) -> bool {
        let wanted = compare_key(word);
        self.key.split(|c: char| !c.is_alphanumeric()).any(|known| known == wanted)
    }
}

struct Texts(Vec<String>);

impl Visitor for Texts {
    fn text(&mut self, _: &Path<'_>, text: &Text) {
        self.0.push(text.shown().to_owned());
    }

    fn code(&mut self, _: &Path<'_>, code: &str) {
        self.0.push(code.to_owned());
    }
}
