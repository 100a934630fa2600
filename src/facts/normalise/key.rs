//! Searching for words whatever way they are written.

use std::ops::Range;

use super::Normal;

/// A form in which two ways of writing the same words are equal: NFKC, lower case, no invisible characters, no blanks
/// beside Japanese, one blank elsewhere, one hyphen, ヶ・ヵ・ケ・カ before 月 and 所 as か.
#[must_use]
pub fn compare_key(text: &str) -> String {
    fold(&Normal::of(text).text).into_iter().map(|(c, _)| c).collect()
}

/// A text prepared for many searches under [`compare_key`].
#[derive(Debug)]
pub struct Searchable {
    normal: Normal,
    folded: Vec<(char, usize)>,
}

impl Searchable {
    /// Prepares a text.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let normal = Normal::of(text);
        let folded = fold(&normal.text);
        Self { normal, folded }
    }

    /// Where a word stands; Latin words only between word boundaries. Byte spans of the text as given.
    #[must_use]
    pub fn find(&self, word: &str) -> Vec<Range<usize>> {
        let wanted: Vec<char> = fold(&Normal::of(word).text).into_iter().map(|(c, _)| c).collect();
        let mut found = Vec::new();
        if wanted.is_empty() {
            return found;
        }
        for (start, window) in self.folded.windows(wanted.len()).enumerate() {
            if !window.iter().zip(&wanted).all(|((c, _), wanted)| c == wanted) {
                continue;
            }
            let before = start.checked_sub(1).and_then(|at| self.folded.get(at)).map(|(c, _)| *c);
            let after = self.folded.get(start + wanted.len()).map(|(c, _)| *c);
            if cuts(wanted.first(), before) || cuts(wanted.last(), after) {
                continue;
            }
            let Some(((_, from), (_, to))) = window.first().zip(window.last()) else { continue };
            let rest = self.normal.text.get(*to..).and_then(|rest| rest.chars().next());
            found.push(self.normal.original(*from..to + rest.map_or(0, char::len_utf8)));
        }
        found
    }
}

/// Whether a match would cut a Latin word.
fn cuts(inside: Option<&char>, outside: Option<char>) -> bool {
    inside.is_some_and(char::is_ascii_alphanumeric) && outside.is_some_and(|c| c.is_ascii_alphanumeric())
}

/// Where a word stands in a text, see [`Searchable::find`].
#[must_use]
pub fn find_all(text: &str, word: &str) -> Vec<Range<usize>> {
    Searchable::of(text).find(word)
}

/// The folded characters with their places in the normalised copy.
fn fold(text: &str) -> Vec<(char, usize)> {
    let mut out: Vec<(char, usize)> = Vec::with_capacity(text.len() / 2);
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map(|(_, next)| *next);
        if c.is_whitespace() {
            let last = out.last().map(|(last, _)| *last);
            let beside_latin = last.is_some_and(is_latin) && next.is_some_and(is_latin);
            if beside_latin {
                out.push((' ', at));
            }
            continue;
        }
        let folded = match c {
            'ヶ' | 'ヵ' | 'ケ' | 'カ' if matches!(next, Some('月' | '所')) => 'か',
            '‐' | '‑' | '‒' | '–' | '—' | '−' | '﹣' => '-',
            'ー' if out.last().is_some_and(|(last, _)| last.is_ascii_alphanumeric()) => '-',
            _ => c,
        };
        match folded {
            // No Japanese letter has a case.
            '\u{3000}'..='\u{9FFF}' => out.push((folded, at)),
            _ => out.extend(folded.to_lowercase().map(|folded| (folded, at))),
        }
    }
    out
}

fn is_latin(c: char) -> bool {
    c.is_ascii() && !c.is_whitespace()
}

#[cfg(test)]
mod tests {
    use super::{compare_key, find_all};
    use proptest::prelude::*;

    #[test]
    fn ways_of_writing_are_one() {
        for (one, other) in [
            ("ＫＢ－２４０", "kb-240"),
            ("黒川 誠一", "黒川　誠一"),
            ("３ヶ月", "3か月"),
            ("A  b", "a b"),
            ("育\u{200B}休", "育休"),
        ] {
            assert_eq!(compare_key(one), compare_key(other));
        }
    }

    #[test]
    fn words_are_found_where_they_stand() {
        let text = "弊社の人　員とＫＢー２４０について、Waiver and waivers.";
        let spans = |word: &str| find_all(text, word).into_iter().map(|span| &text[span]).collect::<Vec<_>>();
        assert_eq!(spans("人員"), ["人　員"]);
        assert_eq!(spans("KB-240"), ["ＫＢー２４０"]);
        assert_eq!(spans("waiver"), ["Waiver"]);
        assert!(spans("").is_empty() && spans("人事").is_empty());
    }

    proptest! {
        #[test]
        fn spans_are_slices(text in "\\PC{0,60}", word in "\\PC{1,4}") {
            for span in find_all(&text, &word) {
                prop_assert!(text.get(span).is_some());
            }
        }
    }
}
