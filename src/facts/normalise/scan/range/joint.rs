//! What stands between the members of a range or a list.

use crate::lang::Lang;

/// How two numbers are joined.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Joint {
    /// 〜, から, to: from the one to the other.
    To,
    /// または, or.
    Or,
    /// と, and.
    And,
    /// ・: members of a list, however far apart.
    Dot,
    /// 、: also between what does not belong together.
    Comma,
}

const SIGNS: [(&str, Joint); 8] = [
    ("〜", Joint::To),
    ("~", Joint::To),
    ("–", Joint::To),
    ("−", Joint::To),
    ("-", Joint::To),
    ("・", Joint::Dot),
    ("、", Joint::Comma),
    (",", Joint::Comma),
];
const JAPANESE: [(&str, Joint); 8] = [
    ("から", Joint::To),
    ("ないし", Joint::To),
    ("または", Joint::Or),
    ("又は", Joint::Or),
    ("もしくは", Joint::Or),
    ("および", Joint::And),
    ("及び", Joint::And),
    ("と", Joint::And),
];
const ENGLISH: [(&str, Joint); 3] = [(" to ", Joint::To), (" or ", Joint::Or), (" and ", Joint::And)];

impl Joint {
    /// The joint a text ends with, and where the joint begins, blanks around a sign included.
    pub(super) fn ending(text: &str, lang: Lang) -> Option<(Self, usize)> {
        let words: &[(&str, Self)] = match lang {
            Lang::Ja => &JAPANESE,
            Lang::En => &ENGLISH,
        };
        let trimmed = text.trim_end_matches(' ');
        let sign = SIGNS.iter().find_map(|(sign, joint)| Some((joint, trimmed.strip_suffix(sign)?)));
        let word = || words.iter().find_map(|(word, joint)| Some((joint, text.strip_suffix(word)?)));
        let (joint, before) = sign.or_else(word)?;
        // "12, 14 boxes" in English is a pause.
        let pause = lang == Lang::En && *joint == Self::Comma;
        (!pause).then_some((*joint, before.trim_end_matches(' ').len()))
    }

    /// The joint that is all of a text, with a comma beside a word: 10日、および12日.
    pub(super) fn whole(text: &str, lang: Lang) -> Option<Self> {
        // The longest is three characters and blanks around them.
        if text.len() > 20 {
            return None;
        }
        let (joint, start) = Self::ending(text, lang)?;
        let before = text.get(..start)?;
        (before.is_empty() || before == "、").then_some(joint)
    }
}
