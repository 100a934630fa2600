//! Families of things that stay inside, in the words in which they slip out.

use std::ops::Range;
use std::sync::LazyLock;

use super::bilingual::reads_english;
use serde::Deserialize;

use super::wording::{Reading, Wording};

/// A family of things that stay inside.
pub(super) struct Family {
    /// What it is.
    pub(super) name: String,
    /// Whether no client wants to read it, whatever the case file lists.
    pub(super) always: bool,
    japanese: Wording,
    english: Wording,
    /// Phrases that use a word of the family for something else.
    fine: Option<Wording>,
    /// The source of those phrases.
    excused: String,
    /// Short words of a do-not-tell entry that are of the family too.
    links: Vec<String>,
}

/// The tables as they stand in `families.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Tables {
    family: Vec<Table>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    name: String,
    always: bool,
    ja: Vec<String>,
    en: Vec<String>,
    fine: Vec<String>,
    links: Vec<String>,
}

/// Patterns that stand between the borders of English words.
fn bordered(patterns: &[String]) -> String {
    format!(r"(?-u:\b)(?:{})(?-u:\b)", patterns.join("|"))
}

/// The families with their patterns, of which those of the other language are never compiled.
pub(super) static FAMILIES: LazyLock<Vec<Family>> = LazyLock::new(|| {
    let tables: Tables =
        toml::from_str(include_str!("families.toml")).unwrap_or_else(|error| unreachable!("families.toml: {error}"));
    let family = |table: Table| {
        let fine = table.fine.join("|");
        Family {
            name: table.name,
            always: table.always,
            japanese: Wording::new(&table.ja.join("|"), &fine),
            english: Wording::new(&bordered(&table.en), &fine),
            fine: (!fine.is_empty()).then(|| Wording::new(&fine, "")),
            excused: fine,
            links: table.links,
        }
    };
    tables.family.into_iter().map(family).collect()
});

impl Family {
    /// The places of a text that speak of it, with the words there.
    pub(super) fn find(&self, reading: &Reading) -> Vec<(Range<usize>, String)> {
        let text = reading.text();
        let mut found = if text.is_ascii() { Vec::new() } else { self.japanese.find(reading) };
        if reads_english(text) {
            found.extend(self.english.find(reading));
        }
        found
    }

    /// Whether a word may stand in one of the family's harmless phrases.
    pub(super) fn excuses(&self, word: &str) -> bool {
        self.fine.is_some() && self.excused.contains(word)
    }

    /// Whether a listed word stands in one of the family's harmless phrases.
    pub(super) fn is_fine(&self, sentence: &Reading, place: &Range<usize>) -> bool {
        let Some(fine) = &self.fine else { return false };
        fine.places(sentence).into_iter().any(|phrase| {
            let phrase = sentence.original(phrase);
            phrase.start <= place.start && place.end <= phrase.end
        })
    }

    /// Whether a word of a do-not-tell entry is one of the family.
    pub(super) fn knows(&self, word: &str) -> bool {
        self.links.iter().any(|link| link == word) || !self.find(&Reading::of(word)).is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::FAMILIES;
    use crate::review::wording::Reading;

    #[test]
    fn every_family_is_named_once_and_finds_what_it_is_for() {
        let names: std::collections::BTreeSet<_> = FAMILIES.iter().map(|family| family.name.as_str()).collect();
        assert_eq!(names.len(), FAMILIES.len());
        for (name, texts) in [
            ("staffing", ["当時は人手が足りませんでした。", "We were a person down."]),
            ("workload", ["担当者は多くの案件を抱えておりました。", "Our lead had too many projects."]),
            ("profit", ["売上の一割近くを占めます。", "You make up a part of our revenue."]),
            ("health", ["担当者は体調を崩しております。", "Our representative has been unwell."]),
            ("discipline", ["担当者を処分いたします。", "He has been reprimanded."]),
            ("transfer", ["別の部署へ移りました。", "He is moving to another department."]),
            ("others", ["他のお客様でも同じ事象が出ております。", "Another customer told us the same."]),
            ("known issue", ["社内で把握していた不具合です。", "We had already logged it."]),
            ("hindsight", ["早く分かれば納入は可能でした。", "Had we known, we would have shipped."]),
            ("view of the claim", ["難癖に近いと存じます。", "The claim is exaggerated."]),
            ("mismatch", ["停止の時刻が合いません。", "The times do not add up."]),
            ("successor", ["後任は未定です。", "Your successor is known."]),
        ] {
            let family = FAMILIES.iter().find(|family| family.name == name).expect("a family");
            for text in texts {
                assert!(!family.find(&Reading::of(text)).is_empty(), "{name}: {text}");
            }
        }
    }
}
