//! Stretches that a text has copied from another.

use std::collections::HashSet;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::ops::Range;

use super::topic::stem;
use crate::facts::normalise::Normal;
use crate::lang::Lang;

/// A text cut into the pieces that are compared: characters of Japanese, words of English.
pub(super) struct Pieces {
    pieces: Vec<Piece>,
    /// A number for every few pieces in a row.
    grams: Vec<u64>,
}

/// A piece and where it stands.
#[derive(Debug)]
struct Piece {
    hash: u64,
    means: bool,
    figure: bool,
    span: Range<usize>,
}

/// How many pieces in a row are compared at once.
fn width(lang: Lang) -> usize {
    lang.pick(6, 3)
}

/// How many pieces a copied stretch has at least.
fn least(lang: Lang) -> usize {
    lang.pick(10, 5)
}

/// How many pieces of a copied stretch carry meaning: set phrases of letters are shared by all letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Meaning {
    /// For texts of any kind.
    Much,
    /// For texts of which any stretch tells.
    Some,
}

impl Meaning {
    fn least(self, lang: Lang) -> usize {
        match self {
            Self::Much => lang.pick(6, 3),
            Self::Some => lang.pick(4, 2),
        }
    }
}

/// Small words of English and the words every letter has.
const SMALL: &[&str] = &[
    "a", "an", "and", "are", "as", "at", "be", "been", "by", "for", "from", "had", "has", "hav", "i", "in", "is", "it",
    "of", "on", "or", "our", "that", "th", "this", "to", "us", "wa", "wer", "we", "wer", "will", "with", "you", "your",
    "not", "no", "so", "but", "if", "would", "do", "ther",
];

impl Pieces {
    /// The pieces of a text.
    pub(super) fn of(text: &str, lang: Lang) -> Self {
        let normal = Normal::of(text);
        let copy = &normal.text;
        let mut pieces = Vec::new();
        match lang {
            Lang::Ja => {
                let mut folded = String::new();
                for (at, c) in copy.char_indices().filter(|(_, c)| !c.is_whitespace()) {
                    folded.clear();
                    folded.extend(c.to_lowercase());
                    pieces.push(Piece::of(&folded, normal.original(at..at + c.len_utf8()), lang));
                }
            }
            Lang::En => {
                let mut start = None;
                for (at, c) in copy.char_indices().chain([(copy.len(), ' ')]) {
                    let inside = c.is_alphanumeric() || c == '\'' || c == '’';
                    match (inside, start) {
                        (true, None) => start = Some(at),
                        (false, Some(from)) => {
                            let word = copy.get(from..at).unwrap_or_default().to_lowercase();
                            pieces.push(Piece::of(&stem(&word), normal.original(from..at), lang));
                            start = None;
                        }
                        _ => {}
                    }
                }
            }
        }
        let grams = pieces.windows(width(lang)).map(gram).collect();
        Self { pieces, grams }
    }
}

impl Piece {
    fn of(text: &str, span: Range<usize>, lang: Lang) -> Self {
        let mut hasher = DefaultHasher::new();
        text.hash(&mut hasher);
        let figure = text.contains(|c: char| c.is_ascii_digit());
        Self { hash: hasher.finish(), means: means(text, lang), figure, span }
    }
}

/// One number for a few pieces in a row: two different runs with the same one do not happen in texts of this size.
fn gram(window: &[Piece]) -> u64 {
    let mut hasher = DefaultHasher::new();
    window.iter().for_each(|piece| piece.hash.hash(&mut hasher));
    hasher.finish()
}

/// Texts that may be repeated.
#[derive(Debug, Default)]
pub(super) struct Open(HashSet<u64>);

impl Open {
    /// Lets a text be repeated.
    pub(super) fn add(&mut self, text: &str, lang: Lang) {
        self.0.extend(Pieces::of(text, lang).grams);
    }
}

/// Whether a piece carries meaning.
fn means(piece: &str, lang: Lang) -> bool {
    match lang {
        Lang::Ja => piece.chars().all(|c| c.is_alphabetic() && !matches!(c, 'ぁ'..='ゖ')),
        Lang::En => !SMALL.contains(&piece),
    }
}

/// Stretches of a text copied from `other` and not from what may be repeated. Figures break a stretch: values are
/// compared as values, and dates and amounts stand in many texts.
pub(super) fn copied(pieces: &Pieces, other: &str, open: &Open, meaning: Meaning, lang: Lang) -> Vec<Range<usize>> {
    let grams: HashSet<u64> = Pieces::of(other, lang).grams.into_iter().collect();
    let width = width(lang);
    let mut found = Vec::new();
    let mut first: Option<usize> = None;
    let marks = pieces.grams.iter().zip(pieces.pieces.windows(width)).map(|(gram, window)| {
        grams.contains(gram) && !open.0.contains(gram) && !window.iter().any(|piece| piece.figure)
    });
    for (index, copied) in marks.chain([false]).enumerate() {
        match (copied, first) {
            (true, None) => first = Some(index),
            (false, Some(start)) => {
                let stretch = pieces.pieces.get(start..index + width - 1).unwrap_or_default();
                let carried = stretch.iter().filter(|piece| piece.means).count();
                if stretch.len() >= least(lang)
                    && carried >= meaning.least(lang)
                    && let (Some(from), Some(to)) = (stretch.first(), stretch.last())
                {
                    found.push(from.span.start..to.span.end);
                }
                first = None;
            }
            _ => {}
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::{Meaning, Open, Pieces, copied};
    use crate::lang::Lang;

    fn runs<'a>(text: &'a str, other: &str, open: &[&str], lang: Lang) -> Vec<&'a str> {
        let mut may = Open::default();
        open.iter().for_each(|text| may.add(text, lang));
        copied(&Pieces::of(text, lang), other, &may, Meaning::Much, lang).into_iter().map(|span| &text[span]).collect()
    }

    #[test]
    fn long_stretches_are_found_however_they_are_written() {
        let note = "この取引先は売上の大半を占めています。";
        assert_eq!(runs("実は、売上の大半を　占めています。", note, &[], Lang::Ja), [] as [&str; 0]);
        assert_eq!(runs("貴社様の取引先は売上の大半を占めて", note, &[], Lang::Ja), ["の取引先は売上の大半を占めて"]);
        let note = "Another customer is affected by the same known issue.";
        assert_eq!(
            runs("One customer is affected by the same known issues, too", note, &[], Lang::En),
            ["customer is affected by the same known issues"]
        );
    }

    #[test]
    fn what_may_be_repeated_is_no_copy() {
        let (text, other) = ("臨時便の費用38,500円は弊社が負担", "臨時便の費用38,500円の負担");
        assert!(runs(text, other, &["臨時便の費用"], Lang::Ja).is_empty());
        assert!(runs("メールを頂戴しました", "貴社よりメールを頂戴しました", &[], Lang::Ja).is_empty());
        assert!(runs("", "", &[], Lang::En).is_empty());
    }
}
