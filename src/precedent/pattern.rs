//! The patterns that ship with the program: how such cases mostly go, and the course that mends them.

use serde::Deserialize;

use super::told::Aspect;
use crate::lang::{Lang, Message};

/// The files, by the name under which lessons quote them.
const FILES: [(&str, &str); 3] = [
    ("too-little-communication", include_str!("patterns/too-little-communication.toml")),
    ("a-mistake-of-the-rep", include_str!("patterns/a-mistake-of-the-rep.toml")),
    ("people-who-do-not-match", include_str!("patterns/people-who-do-not-match.toml")),
];

/// A pattern: a case without people.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pattern {
    /// Its name.
    #[serde(skip)]
    pub name: String,
    /// What it is called.
    pub title: Both,
    /// What happens in such cases.
    pub happened: Vec<Both>,
    /// Why.
    pub why: Vec<Both>,
    /// The course that worked, step by step, noun phrases.
    pub helped: Vec<Both>,
    /// What others can learn from it.
    pub lesson: Both,
}

/// A text in both languages.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Both {
    ja: String,
    en: String,
}

impl Both {
    /// The text of a language.
    #[must_use]
    pub fn get(&self, lang: Lang) -> &str {
        lang.pick(&self.ja, &self.en)
    }
}

impl Pattern {
    /// The patterns built in.
    ///
    /// # Errors
    /// When a file is damaged, which a test excludes for what is shipped.
    pub fn built_in() -> Result<Vec<Self>, Message> {
        FILES.iter().map(|(name, source)| Self::read(name, source)).collect()
    }

    fn read(name: &str, source: &str) -> Result<Self, Message> {
        let pattern: Self = toml::from_str(source).map_err(|error| {
            Message::new(
                format!("組み込みの型 `{name}` を読めません（{error}）。プログラムを入れ直してください"),
                format!("the built-in pattern `{name}` cannot be read ({error}); install the program again"),
            )
        })?;
        Ok(Self { name: name.to_owned(), ..pattern })
    }

    /// Takes its texts in both languages with what each is about.
    pub(super) fn tell(&self, take: &mut dyn FnMut(Aspect, &str)) {
        for lang in Lang::ALL {
            take(Aspect::Happened, self.title.get(lang));
            self.happened.iter().for_each(|text| take(Aspect::Happened, text.get(lang)));
            self.why.iter().for_each(|text| take(Aspect::Why, text.get(lang)));
            self.helped.iter().for_each(|text| take(Aspect::Helped, text.get(lang)));
            take(Aspect::Helped, self.lesson.get(lang));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Pattern;
    use crate::lang::Lang;

    #[test]
    fn the_patterns_shipped_can_be_read_and_are_whole() {
        for pattern in Pattern::built_in().unwrap() {
            for lang in Lang::ALL {
                assert!(!pattern.lesson.get(lang).contains('\n') && !pattern.title.get(lang).is_empty());
                assert!(pattern.helped.len() >= 3 && pattern.why.len() >= 2 && pattern.happened.len() >= 2);
            }
            let mut texts = Vec::new();
            pattern.tell(&mut |_, text| texts.push(text.to_owned()));
            assert!(texts.iter().all(|text| !text.trim().is_empty()), "{}", pattern.name);
        }
    }
}
