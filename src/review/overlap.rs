//! Stretches that a text has copied from another.

use std::hash::{BuildHasher, Hasher};
use std::ops::Range;
use std::sync::Arc;

use foldhash::fast::FixedState;
use foldhash::{HashMap, HashMapExt, HashSet};

use super::topic::stem;
use crate::facts::normalise::Normal;
use crate::lang::{Lang, Memo};

/// The pieces of texts of up to 4 KB, as long as they are no more than 256 KB together.
static CUT: Memo<Arc<Pieces>> = Memo::new(1 << 12, 1 << 18);

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
    "not", "no", "so", "but", "if", "would", "do", "ther", "the", "thi", "was", "when", "what", "which", "who",
    "someth",
];

impl Pieces {
    /// The pieces of a text.
    pub(super) fn of(text: &str, lang: Lang) -> Arc<Self> {
        CUT.get(text, lang, || Arc::new(Self::cut(text, lang)))
    }

    fn cut(text: &str, lang: Lang) -> Self {
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

    /// The place of a run of pieces, if it is long enough and says enough.
    fn stretch(&self, run: Range<usize>, meaning: Meaning, lang: Lang) -> Option<Range<usize>> {
        let run = self.pieces.get(run)?;
        let carried = run.iter().filter(|piece| piece.means).count();
        let enough = run.len() >= least(lang) && carried >= meaning.least(lang);
        let (first, last) = (run.first()?, run.last()?);
        enough.then_some(first.span.start..last.span.end)
    }
}

impl Piece {
    fn of(text: &str, span: Range<usize>, lang: Lang) -> Self {
        let figure = text.contains(|c: char| c.is_ascii_digit());
        Self { hash: FixedState::default().hash_one(text), means: means(text, lang), figure, span }
    }
}

/// One number for a few pieces in a row: two different runs with the same one do not happen in texts of this size.
fn gram(window: &[Piece]) -> u64 {
    let mut hasher = FixedState::default().build_hasher();
    window.iter().for_each(|piece| hasher.write_u64(piece.hash));
    hasher.finish()
}

/// A comma more or less is no other wording.
const COMMA: char = '、';

/// Texts that may be repeated.
#[derive(Debug, Default)]
pub(super) struct Open(HashSet<u64>);

impl Open {
    /// Lets a text be repeated.
    pub(super) fn add(&mut self, text: &str, lang: Lang) {
        self.0.extend(&Pieces::of(text, lang).grams);
        if text.contains(COMMA) {
            self.0.extend(&Pieces::of(&text.replace(COMMA, ""), lang).grams);
        }
    }

    /// Whether a stretch is such a text but for its commas.
    pub(super) fn has_without_commas(&self, stretch: &str, lang: Lang) -> bool {
        let pieces = stretch.contains(COMMA).then(|| Pieces::of(&stretch.replace(COMMA, ""), lang));
        pieces.is_some_and(|pieces| !pieces.grams.is_empty() && pieces.grams.iter().all(|gram| self.0.contains(gram)))
    }
}

/// Whether a piece carries meaning.
fn means(piece: &str, lang: Lang) -> bool {
    match lang {
        Lang::Ja => piece.chars().all(|c| c.is_alphabetic() && !matches!(c, 'ぁ'..='ゖ')),
        Lang::En => !SMALL.contains(&piece),
    }
}

/// Texts that may have been copied from, prepared once.
#[derive(Debug, Default)]
pub(super) struct Sources {
    /// For a few pieces in a row, the texts that have them.
    grams: HashMap<u64, Vec<usize>>,
}

impl Sources {
    /// Prepares texts; they are told apart by their place in the order.
    pub(super) fn of<'a>(texts: impl IntoIterator<Item = &'a str>, lang: Lang) -> Self {
        let mut grams: HashMap<u64, Vec<usize>> = HashMap::new();
        for (index, text) in texts.into_iter().enumerate() {
            for &gram in &Pieces::of(text, lang).grams {
                let known = grams.entry(gram).or_default();
                if known.last() != Some(&index) {
                    known.push(index);
                }
            }
        }
        Self { grams }
    }
}

/// Stretches of a text copied from one of the sources and not from what may be repeated, each with the source. Figures
/// break a stretch: values are compared as values, and dates and amounts stand in many texts.
pub(super) fn copied(
    pieces: &Pieces,
    sources: &Sources,
    open: &Open,
    meaning: Meaning,
    lang: Lang,
) -> Vec<(usize, Range<usize>)> {
    let width = width(lang);
    let mut found = Vec::new();
    // Where the stretch that a source still goes on with began.
    let mut running: Vec<(usize, usize)> = Vec::new();
    let mut last_figure = None;
    for index in 0..=pieces.grams.len() {
        if pieces.pieces.get(index + width - 1).is_some_and(|piece| piece.figure) {
            last_figure = Some(index + width - 1);
        }
        if index == 0 {
            last_figure = pieces.pieces.iter().take(width).rposition(|piece| piece.figure);
        }
        let gram = pieces.grams.get(index).filter(|_| last_figure.is_none_or(|figure| figure < index));
        let known = gram.filter(|gram| !open.0.contains(*gram)).and_then(|gram| sources.grams.get(gram));
        let known = known.map_or(&[][..], Vec::as_slice);
        running.retain(|(source, start)| {
            let goes_on = known.contains(source);
            if !goes_on {
                found.extend(pieces.stretch(*start..index + width - 1, meaning, lang).map(|span| (*source, span)));
            }
            goes_on
        });
        for source in known {
            if !running.iter().any(|(running, _)| running == source) {
                running.push((*source, index));
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::{Meaning, Open, Pieces, Sources, copied};
    use crate::lang::Lang;

    fn runs<'a>(text: &'a str, other: &str, open: &[&str], lang: Lang) -> Vec<&'a str> {
        let mut may = Open::default();
        open.iter().for_each(|text| may.add(text, lang));
        let sources = Sources::of([other], lang);
        let found = copied(&Pieces::of(text, lang), &sources, &may, Meaning::Much, lang);
        found.into_iter().map(|(_, span)| &text[span]).collect()
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
