//! Names of the case with a slip in them.

use super::finding::Confidence;
use super::name_words::is_kanji;
use super::names::{Names, Unknown};
use crate::facts::normalise::compare_key;

impl Names<'_> {
    /// A company with its form whose name is one slip away from one of the view.
    pub(super) fn misspelt_companies(&self, text: &str) -> Vec<Unknown> {
        let mut found = Vec::new();
        for (at, form) in ["株式会社", "有限会社", "合同会社"].iter().flat_map(|form| text.match_indices(form))
        {
            for name in self.organisations.iter().filter(|name| name.chars().count() >= 3) {
                let count = name.chars().count();
                let before = text.get(..at).unwrap_or_default();
                let from = before.char_indices().rev().nth(count - 1).map_or(0, |(from, _)| from);
                let after = text.get(at + form.len()..).unwrap_or_default();
                let to = after.char_indices().nth(count).map_or(after.len(), |(to, _)| to);
                let whole = at + form.len();
                for (span, written) in [(from..at, before.get(from..)), (whole..whole + to, after.get(..to))] {
                    let written = written.unwrap_or_default();
                    let alike = strsim::normalized_damerau_levenshtein(name, written);
                    let folded = compare_key(written) == compare_key(name);
                    if !folded && alike >= 0.5 && written.chars().count() == count {
                        found.push(Unknown { span, nearest: Some(name.clone()), confidence: Confidence::High });
                    }
                }
            }
        }
        found
    }

    /// A full name whose given name differs in a character: 桐谷佳菜 for 桐谷佳奈.
    pub(super) fn misspelt_given(&self, text: &str) -> Vec<Unknown> {
        let mut found = Vec::new();
        for (family, given) in &self.japanese_full {
            for (at, _) in text.match_indices(family.as_str()) {
                let rest = text.get(at + family.len()..).unwrap_or_default();
                let gap = rest.len() - rest.trim_start_matches([' ', '　']).len();
                let rest = rest.get(gap..).unwrap_or_default();
                let end = rest.char_indices().nth(given.chars().count()).map_or(rest.len(), |(end, _)| end);
                let said = rest.get(..end).unwrap_or_default();
                let alike = said.chars().zip(given.chars()).filter(|(said, known)| said == known).count();
                let one_off = alike > 0 && alike + 1 == given.chars().count() && said.chars().all(is_kanji);
                if one_off && said.chars().count() == given.chars().count() {
                    let span = at..at + family.len() + gap + end;
                    let nearest = Some(format!("{family}{given}"));
                    found.push(Unknown { span, nearest, confidence: Confidence::High });
                }
            }
        }
        found
    }
}
