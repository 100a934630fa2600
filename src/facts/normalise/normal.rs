//! A comparable copy of a text, and the way back to the original.

use std::ops::Range;

use unicode_normalization::char::{canonical_combining_class, decompose_compatible};
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

use super::invisible::is_invisible;

/// An NFKC copy of a text with a map back to the original. Two departures from NFKC, both to read what the eye
/// reads: invisible characters are left out, and circled, raised and fraction digits stay, as `①11月` is a list
/// mark before November, not month 111.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Normal {
    /// The normalised copy.
    pub text: String,
    pieces: Vec<Piece>,
    /// Length of the original in bytes.
    len: usize,
}

/// A stretch that was normalised as one, or one that stands in the copy as it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Piece {
    copy: usize,
    start: usize,
    end: usize,
    /// Whether each of its characters is one of the copy.
    same: bool,
}

impl Normal {
    /// The copy of a text.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let mut normal = Self { text: String::with_capacity(text.len()), pieces: Vec::new(), len: text.len() };
        let mut from = 0;
        let mut same = true;
        for (at, c) in text.char_indices() {
            let kept = stays(c);
            if at > from && (kept || is_boundary(c)) {
                // What stays joins what stayed before it; all else is a piece of its own.
                if !(same && kept) {
                    // The last character before one that joins it belongs to that one's piece.
                    normal.push(text, from..at, same);
                    from = at;
                }
                same = kept;
            } else if at == from {
                same = kept;
            } else if same {
                let last = text.get(from..at).and_then(|run| run.char_indices().next_back());
                let last = from + last.map_or(0, |(last, _)| last);
                normal.push(text, from..last, true);
                (from, same) = (last, false);
            }
        }
        normal.push(text, from..text.len(), same);
        normal
    }

    fn push(&mut self, text: &str, range: Range<usize>, same: bool) {
        let Some(piece) = text.get(range.clone()) else { return };
        let copy = self.text.len();
        if same || piece.chars().all(keeps_form) {
            self.text.push_str(piece);
        } else {
            self.text.extend(piece.chars().filter(|c| !is_invisible(*c)).nfkc());
        }
        if self.text.len() > copy {
            self.pieces.push(Piece { copy, start: range.start, end: range.end, same });
        }
    }

    /// The bytes of the original that a byte range of the copy stands for, rounded outward.
    #[must_use]
    pub fn original(&self, range: Range<usize>) -> Range<usize> {
        let start = self.place(range.start).map_or(self.len, |place| place.start);
        if range.end <= range.start {
            return start..start;
        }
        let end = self.place(range.end - 1).map_or(self.len, |place| place.end);
        start..end
    }

    /// The bytes of the original that hold the character of the copy at this byte.
    fn place(&self, at: usize) -> Option<Range<usize>> {
        let c = self.text.get(self.text.floor_char_boundary(at)..)?.chars().next()?;
        let next = self.pieces.partition_point(|piece| piece.copy <= at);
        let piece = self.pieces.get(next.checked_sub(1)?)?;
        if !piece.same {
            return Some(piece.start..piece.end);
        }
        let start = piece.start + self.text.floor_char_boundary(at) - piece.copy;
        Some(start..start + c.len_utf8())
    }
}

/// Characters NFKC leaves alone and that join nothing before them: nearly all of a letter.
fn stays(c: char) -> bool {
    c.is_ascii()
        || matches!(c, '\u{3001}'..='\u{3003}' | '\u{3008}'..='\u{3011}' | '\u{3041}'..='\u{3096}'
            | '\u{30A1}'..='\u{30FC}' | '\u{4E00}'..='\u{9FFF}')
}

/// Whether nothing before `c` can join with it, so that the text may be cut there.
fn is_boundary(c: char) -> bool {
    if is_invisible(c) || keeps_form(c) {
        return true;
    }
    let mut first = None;
    decompose_compatible(c, |part| {
        first.get_or_insert(part);
    });
    let first = first.unwrap_or(c);
    canonical_combining_class(first) == 0 && is_nfc_quick(std::iter::once(first)) == IsNormalized::Yes
}

/// Digits in a ring, raised, lowered or in a fraction: NFKC would run them into a number beside them.
fn keeps_form(c: char) -> bool {
    matches!(c, '\u{00B2}' | '\u{00B3}' | '\u{00B9}' | '\u{00BC}'..='\u{00BE}' | '\u{2070}'..='\u{2079}'
        | '\u{2080}'..='\u{2089}' | '\u{2150}'..='\u{215F}' | '\u{2189}' | '\u{2460}'..='\u{2473}'
        | '\u{2488}'..='\u{249B}' | '\u{24EA}'..='\u{24FF}' | '\u{2776}'..='\u{2793}' | '\u{3251}'..='\u{325F}'
        | '\u{32B1}'..='\u{32BF}')
}

#[cfg(test)]
mod tests {
    use super::{Normal, is_invisible, keeps_form};
    use proptest::prelude::*;
    use unicode_normalization::UnicodeNormalization;

    #[test]
    fn full_width_and_half_width_become_one() {
        assert_eq!(Normal::of("１２，０００箱　（ＫＢ－２４０）").text, "12,000箱 (KB-240)");
        assert_eq!(Normal::of("ｶﾞﾊﾞﾅﾝｽ㈱℡").text, "ガバナンス(株)TEL");
        assert_eq!(Normal::of("か\u{3099}").text, "が");
        assert_eq!(Normal::of("①11月").text, "①11月");
        assert_eq!(Normal::of("1\u{200B}2月 葛\u{E0100}").text, "12月 葛");
    }

    #[test]
    fn spans_lead_back() {
        let text = "前１２，０００箱後ｶﾞ㈱";
        let normal = Normal::of(text);
        let at = normal.text.find("12,000箱").unwrap();
        assert_eq!(&text[normal.original(at..at + "12,000箱".len())], "１２，０００箱");
        let at = normal.text.find('株').unwrap();
        assert_eq!(&text[normal.original(at..at + 3)], "㈱");
        let at = normal.text.find('ガ').unwrap();
        assert_eq!(&text[normal.original(at..at + 3)], "ｶﾞ");
        assert_eq!(normal.original(0..normal.text.len()), 0..text.len());
        assert_eq!(Normal::of("").original(0..0), 0..0);
    }

    #[test]
    fn an_invisible_character_belongs_to_no_neighbour() {
        let text = "a\u{200B}b";
        let normal = Normal::of(text);
        assert_eq!(normal.original(0..1), 0..1);
        assert_eq!(normal.original(1..2), 4..5);
        assert_eq!(normal.original(0..2), 0..5);
    }

    proptest! {
        #[test]
        fn the_copy_is_nfkc(text in "\\PC*") {
            prop_assume!(!text.chars().any(|c| keeps_form(c) || is_invisible(c)));
            let whole: String = text.nfkc().collect();
            prop_assert_eq!(Normal::of(&text).text, whole);
        }

        #[test]
        fn every_piece_normalises_to_its_copy(text in any::<String>()) {
            let normal = Normal::of(&text);
            for (at, c) in normal.text.char_indices() {
                let back = normal.original(at..at + c.len_utf8());
                let piece = text.get(back).expect("spans lie on character boundaries");
                prop_assert!(Normal::of(piece).text.contains(c));
            }
        }
    }
}
