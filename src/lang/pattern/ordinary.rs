//! Classes cut down to the characters that letters are written in.
//!
//! `\p{Han}` is fifty ranges up to U+323AF, and all but a few of the states it compiles to are never entered: letters are
//! written in the characters of a handful of blocks. For a text of such characters a class may be any other that holds
//! the same of them, and the one with the fewest ranges compiles to the fewest states.

use regex_syntax::hir::{Capture, Class, ClassUnicode, ClassUnicodeRange, Hir, HirKind, Repetition};

/// Characters of which a class may hold all or none for the sake of a few.
struct Block {
    /// The first and the last. All begin with the same byte or the same run of bytes in UTF-8.
    all: (u32, u32),
    /// Those of them that are ordinary.
    ordinary: &'static [(u32, u32)],
}

/// Latin, punctuation and signs, kana and squared signs, the common kanji, full and half width.
const BLOCKS: [Block; 6] = [
    Block { all: (0, 0x7F), ordinary: &[(0, 0x7F)] },
    Block { all: (0x80, 0x7FF), ordinary: &[(0xA0, 0xFF)] },
    Block { all: (0x2000, 0x2FFF), ordinary: &[(0x2000, 0x27BF)] },
    Block { all: (0x3000, 0x3FFF), ordinary: &[(0x3000, 0x30FF), (0x3200, 0x33FF)] },
    Block { all: (0x4000, 0x9FFF), ordinary: &[(0x4E00, 0x9FFF)] },
    Block { all: (0xF000, 0xFFFF), ordinary: &[(0xFF00, 0xFFEF)] },
];

/// Whether a text has no other characters.
pub(super) fn is_ordinary(text: &str) -> bool {
    text.chars().all(|c| {
        let c = u32::from(c);
        c <= 0x7F || BLOCKS.iter().any(|block| block.ordinary.iter().any(|&(first, last)| first <= c && c <= last))
    })
}

/// A pattern that finds the same in texts of ordinary characters.
pub(super) fn narrowed(hir: Hir) -> Hir {
    match hir.into_kind() {
        HirKind::Empty => Hir::empty(),
        HirKind::Literal(literal) => Hir::literal(literal.0),
        HirKind::Class(Class::Unicode(class)) => Hir::class(Class::Unicode(cut(&class))),
        HirKind::Class(class) => Hir::class(class),
        HirKind::Look(look) => Hir::look(look),
        HirKind::Repetition(Repetition { min, max, greedy, sub }) => {
            Hir::repetition(Repetition { min, max, greedy, sub: Box::new(narrowed(*sub)) })
        }
        HirKind::Capture(Capture { index, name, sub }) => {
            Hir::capture(Capture { index, name, sub: Box::new(narrowed(*sub)) })
        }
        HirKind::Concat(subs) => Hir::concat(subs.into_iter().map(narrowed).collect()),
        HirKind::Alternation(subs) => Hir::alternation(subs.into_iter().map(narrowed).collect()),
    }
}

fn cut(class: &ClassUnicode) -> ClassUnicode {
    let ranges: Vec<(u32, u32)> =
        class.ranges().iter().map(|range| (range.start().into(), range.end().into())).collect();
    let cut = BLOCKS.iter().flat_map(|block| block.cut(&ranges));
    ClassUnicode::new(
        cut.filter_map(|(first, last)| Some(ClassUnicodeRange::new(char::from_u32(first)?, char::from_u32(last)?))),
    )
}

impl Block {
    /// The fewest ranges within the block that hold the same of its ordinary characters as the class.
    fn cut(&self, class: &[(u32, u32)]) -> Vec<(u32, u32)> {
        let (mut first, end) = self.all;
        let mut kept: Vec<(u32, u32)> = Vec::new();
        // Up to where all ordinary characters are in the class, since `first`; none yet where it is below that.
        let mut open = false;
        for &(start, last) in self.ordinary {
            let mut at = start;
            let beyond = class.iter().skip_while(|range| range.1 < start).take_while(|range| range.0 <= last);
            for &(from, to) in beyond {
                if from > at {
                    // Ordinary characters before this range are not in the class.
                    if open {
                        kept.push((first, at - 1));
                    }
                    first = from;
                }
                open = true;
                at = to.saturating_add(1);
                if at > last {
                    break;
                }
            }
            if at <= last {
                if open {
                    kept.push((first, at - 1));
                    open = false;
                }
                first = last + 1;
            }
        }
        if open {
            kept.push((first, end));
        }
        kept
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use regex_syntax::hir::{Class, HirKind};

    use super::{BLOCKS, cut, is_ordinary};

    #[test]
    fn a_class_that_is_cut_holds_the_same_ordinary_characters() {
        for source in [
            r"\p{Han}",
            r"[^。\n]",
            r"[\p{Han}\p{Katakana}ー]",
            "[一-龯々]",
            "[0-9０-９]",
            r"\w",
            r"\W",
            r"\s",
            "[ -~]",
            "[^a]",
            "[あい]",
            "[ヺ-ｱ]",
            "[Ωé☆]",
        ] {
            let hir = regex_syntax::parse(source).unwrap();
            let HirKind::Class(Class::Unicode(class)) = hir.kind() else { panic!("{source} is no class") };
            let cut = cut(class);
            let holds = |class: &regex_syntax::hir::ClassUnicode, c: char| {
                class.ranges().iter().any(|range| range.start() <= c && c <= range.end())
            };
            for &(first, last) in BLOCKS.iter().flat_map(|block| block.ordinary) {
                for c in (first..=last).filter_map(char::from_u32) {
                    assert_eq!(holds(class, c), holds(&cut, c), "{source}: {c:?}");
                }
            }
            assert!(cut.ranges().len() <= class.ranges().len() + 4, "{source}");
        }
    }

    #[test]
    fn letters_are_ordinary_and_rare_characters_are_not() {
        assert!(is_ordinary("拝啓　貴社ますますご清栄 ㈱①→☆ Dear Ms. Müller – £10, ﾊﾝｶｸ！"));
        for rare in ["𠮷田", "山﨑", "😀", "Ω", "e\u{301}"] {
            assert!(!is_ordinary(rare), "{rare}");
        }
    }

    proptest! {
        #[test]
        fn every_character_of_an_ordinary_text_is_in_a_block(text in "\\PC*") {
            let all = |c: char| BLOCKS.iter().any(|block| {
                block.ordinary.iter().any(|range| (range.0..=range.1).contains(&u32::from(c)))
            });
            prop_assert_eq!(is_ordinary(&text), text.chars().all(all));
        }
    }
}
