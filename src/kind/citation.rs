//! Citations: the ids of the facts a sentence rests on, in brackets at its end.

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::LazyLock;

use crate::facts::Id;
use crate::lang::Pattern;

/// `[E2]`, `[E2,A1]`, `［Ｅ２、Ａ１］` are citations; other brackets are text.
static CITATION: LazyLock<Pattern> = LazyLock::new(|| {
    let id = r"[A-Z]{1,3}[0-9]{1,3}";
    let pattern = format!(r" ?\[{id}(?: ?[,、，;] ?{id})*\]");
    Pattern::fixed(&pattern)
});

/// A text without its citations, and what they said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cited {
    /// The text as it is printed.
    pub text: String,
    /// Each cited stretch: bytes of `text` since the citation before, and the ids.
    pub cited: Vec<(Range<usize>, Vec<Id>)>,
}

/// Takes the citations out of a text.
#[must_use]
pub fn uncite(text: &str) -> Cited {
    let mut plain = String::with_capacity(text.len());
    let mut cited = Vec::new();
    let mut last = 0;
    let mut from = 0;
    for found in CITATION.find_iter(text) {
        plain.push_str(text.get(last..found.start()).unwrap_or_default());
        last = found.end();
        let ids = found.as_str().split(|c: char| !c.is_ascii_alphanumeric()).filter_map(Id::parse).collect();
        let start = from + plain.get(from..).map_or(0, |rest| rest.len() - rest.trim_start().len());
        cited.push((start..plain.len(), ids));
        from = plain.len();
    }
    plain.push_str(text.get(last..).unwrap_or_default());
    Cited { text: plain, cited }
}

/// Those of `known` ids that a text names, in their order, each once.
pub(super) fn listed(text: &str, known: &[Id]) -> Vec<String> {
    let named: BTreeSet<&str> = text.split(|c: char| !c.is_ascii_alphanumeric()).collect();
    let mut listed: Vec<String> = Vec::new();
    for id in known.iter().map(Id::as_str).filter(|id| named.contains(id)) {
        if !listed.iter().any(|known| known == id) {
            listed.push(id.to_owned());
        }
    }
    listed
}

#[cfg(test)]
mod tests {
    use super::{listed, uncite};
    use crate::facts::Id;

    #[test]
    fn only_known_ids_that_stand_in_the_text_are_listed() {
        let known: Vec<Id> = ["E1", "E10", "A1", "X9", "E1"].iter().filter_map(|id| Id::parse(id)).collect();
        assert_eq!(listed("E1 納期\nE10: a\n（A1）B2 XX9 e1", &known), ["E1", "E10", "A1"]);
    }

    #[test]
    fn citations_come_out_and_keep_their_sentences() {
        let cited = uncite("納期は12日でした。[E0,E4]\n確認します。[A1]");
        assert_eq!(cited.text, "納期は12日でした。\n確認します。");
        let stretches: Vec<_> = cited
            .cited
            .iter()
            .map(|(span, ids)| (&cited.text[span.clone()], ids.iter().map(|id| id.as_str()).collect::<Vec<_>>()))
            .collect();
        assert_eq!(stretches, [("納期は12日でした。", vec!["E0", "E4"]), ("確認します。", vec!["A1"])]);
        assert_eq!(uncite("We did. [E2] And then.").text, "We did. And then.");
    }

    #[test]
    fn other_brackets_are_text() {
        for text in ["[date]", "[1]", "［社外秘］", "[]", "[e2]", "A[E2", "[E2-A1]"] {
            assert_eq!(uncite(text).text, text);
        }
    }
}
