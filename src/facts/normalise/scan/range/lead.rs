//! The number an amount begins with, and the scale behind it, which other members of a range may share.

use crate::facts::normalise::{Number, cardinal};

/// The first number of an amount as it is written.
#[derive(Clone, Copy, Debug)]
pub(super) struct Lead {
    /// The number without its scale: 6 of 6万箱.
    pub(super) number: Number,
    /// How many times the scale takes it; one where there is none.
    pub(super) scale: i64,
    /// Whether the scale is a unit as well, so that no member goes without it: 2、3割.
    pub(super) always: bool,
}

/// Scales as they follow figures.
const SCALES: [(&str, i64, bool); 7] = [
    ("億", 100_000_000, false),
    ("百万", 1_000_000, false),
    ("万", 10_000, false),
    ("千", 1_000, false),
    ("百", 100, false),
    ("割", 10, true),
    ("ダース", 12, true),
];

impl Lead {
    /// Of what is written, from its first figure or numeral in words on.
    pub(super) fn of(written: &str) -> Option<Self> {
        let figures = written.find(|c: char| !(c.is_ascii_digit() || c == ',' || c == '.')).unwrap_or(written.len());
        if figures == 0 {
            return Self::in_words(written);
        }
        let (figures, rest) = written.split_at_checked(figures)?;
        let number = Number::parse(figures.trim_end_matches(['.', ',']))?;
        let japanese = SCALES.iter().find(|(name, ..)| rest.starts_with(name));
        if let Some((_, scale, always)) = japanese {
            return Some(Self { number, scale: *scale, always: *always });
        }
        let name: String = rest.trim_start().chars().take_while(char::is_ascii_alphabetic).collect();
        // Metres and minutes are written with the letter of a million.
        let scale = cardinal::scale(&name).filter(|_| name != "m" || written.len() == figures.len() + 1);
        Some(Self { number, scale: scale.unwrap_or(1), always: name == "dozen" })
    }

    fn in_words(written: &str) -> Option<Self> {
        let mut words = written.split([' ', '-']);
        let number = cardinal::cardinal(words.next()?)?;
        let name = words.next().unwrap_or_default();
        Some(Self { number, scale: cardinal::scale(name).unwrap_or(1), always: name == "dozen" })
    }
}
