//! The characters a match can begin with.
//!
//! Most patterns begin with one of a few words. A text is then read once for the places where one of their first
//! characters stands, and the automaton is asked at these places alone.

use std::ops::Range;

use regex_syntax::hir::{Class, Hir, HirKind};

/// Of each character the last ten bits. Characters that share them are taken for one another, which costs a question
/// more and never loses a match.
const BITS: u32 = 1 << 10;
/// A set with more characters than this would ask nearly everywhere.
const MOST: u32 = BITS / 4;

/// A set of characters.
#[derive(Debug)]
pub(super) struct Starts([u64; (BITS / 64) as usize]);

impl Starts {
    /// What the matches of a pattern begin with; nothing where that is almost anything, or a match can be empty.
    pub(super) fn of(hir: &Hir) -> Option<Self> {
        let mut starts = Self([0; (BITS / 64) as usize]);
        let open = starts.add(hir);
        let held: u32 = starts.0.iter().map(|bits| bits.count_ones()).sum();
        (!open && held <= MOST).then_some(starts)
    }

    /// The first place in a stretch of a text where a match can begin.
    pub(super) fn next(&self, text: &[u8], stretch: Range<usize>) -> Option<usize> {
        let mut at = stretch.start;
        while at < stretch.end {
            let (bits, length) = match *text.get(at..)? {
                [one @ 0..0x80, ..] => (u32::from(one), 1),
                [0xC0..0xE0, ..] => (last_bits(text, at + 1), 2),
                [0xE0..0xF0, ..] => (last_bits(text, at + 2), 3),
                [0xF0..=0xFF, ..] => (last_bits(text, at + 3), 4),
                // The rest of a character.
                _ => (BITS, 1),
            };
            if bits < BITS && self.has(bits) {
                return Some(at);
            }
            at += length;
        }
        None
    }

    fn has(&self, bits: u32) -> bool {
        self.0.get((bits / 64) as usize).is_some_and(|word| word >> (bits % 64) & 1 != 0)
    }

    fn insert(&mut self, first: u32, last: u32) {
        for c in (first..=last).take(BITS as usize) {
            if let Some(bits) = self.0.get_mut((c % BITS / 64) as usize) {
                *bits |= 1 << (c % 64);
            }
        }
    }

    /// Adds what a part of a pattern begins with; whether it can be empty, so that what follows is a beginning too.
    fn add(&mut self, hir: &Hir) -> bool {
        match hir.kind() {
            HirKind::Empty | HirKind::Look(_) => true,
            HirKind::Literal(literal) => {
                match std::str::from_utf8(&literal.0).ok().and_then(|text| text.chars().next()) {
                    Some(first) => self.insert(first.into(), first.into()),
                    None => self.insert(0, BITS),
                }
                false
            }
            HirKind::Class(Class::Unicode(class)) => {
                class.ranges().iter().for_each(|range| self.insert(range.start().into(), range.end().into()));
                false
            }
            HirKind::Class(Class::Bytes(_)) => {
                self.insert(0, BITS);
                false
            }
            HirKind::Repetition(repetition) => self.add(&repetition.sub) || repetition.min == 0,
            HirKind::Capture(capture) => self.add(&capture.sub),
            HirKind::Concat(parts) => parts.iter().all(|part| self.add(part)),
            HirKind::Alternation(branches) => {
                let mut open = false;
                for branch in branches {
                    open |= self.add(branch);
                }
                open
            }
        }
    }
}

/// The last ten bits of the character that ends with this byte.
fn last_bits(text: &[u8], end: usize) -> u32 {
    match text.get(end - 1..=end) {
        Some([before, last]) => u32::from(before & 0xF) << 6 | u32::from(last & 0x3F),
        _ => BITS,
    }
}

#[cfg(test)]
mod tests {
    use super::Starts;

    fn starts(pattern: &str) -> Option<Starts> {
        Starts::of(&regex_syntax::parse(pattern).unwrap())
    }

    #[test]
    fn a_match_begins_with_its_first_word_or_with_what_follows_one_that_may_be_absent() {
        let found = starts("(?:全額)?(?:返金|(?-u:\\b)refund)|[0-9]{2}日").unwrap();
        let text = "金額は、ご返金12日a refund é😀全";
        let mut at = 0;
        let mut places = String::new();
        while let Some(place) = found.next(text.as_bytes(), at..text.len()) {
            let c = text[place..].chars().next().unwrap();
            places.push(c);
            at = place + c.len_utf8();
        }
        assert_eq!(places, "返12r全");
    }

    #[test]
    fn every_character_of_a_class_is_a_start() {
        for c in ["é", "あ", "漢", "😀", "ß", "～"] {
            let found = starts(c).unwrap();
            assert_eq!(found.next(format!("-{c}").as_bytes(), 0..1 + c.len()), Some(1), "{c}");
        }
    }

    #[test]
    fn what_can_be_empty_or_begins_with_anything_has_no_starts() {
        for pattern in ["(?:あ)*", "", "[^。]{0,4}返金", r"\p{Han}+様", "a?|b", r"\b"] {
            assert!(starts(pattern).is_none(), "{pattern}");
        }
    }
}
