//! English numerals in words: twelve thousand, thirty-eight, two hundred and five, the tenth.

use super::Number;

const ONES: [&str; 20] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];
const TENS: [&str; 8] = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
const ORDINALS: [&str; 20] = [
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
    "twentieth",
];

/// A pattern of numerals in words, without regard to case.
pub(super) fn pattern() -> String {
    let word = [&ONES[1..], &TENS[..]].concat().join("|");
    format!("(?:(?:{word})(?:[ -](?:and )?(?:{word}|hundred|thousand|million))*)")
}

/// A pattern of days of the month in words.
pub(super) fn ordinals() -> String {
    let small = ORDINALS.join("|");
    format!("(?:twenty[ -](?:{small})|thirty[ -]first|thirtieth|{small})")
}

/// The day of the month that an ordinal names.
pub(super) fn ordinal(text: &str) -> Option<i8> {
    let text = text.to_lowercase();
    let place = |word: &str| ORDINALS.iter().position(|known| *known == word).and_then(|at| i8::try_from(at + 1).ok());
    match text.split_once([' ', '-']) {
        Some(("twenty", unit)) => place(unit).map(|unit| 20 + unit),
        Some(("thirty", _)) => Some(31),
        _ if text == "thirtieth" => Some(30),
        _ => place(&text),
    }
}

/// Reads a numeral in words. `None` where the words make none.
pub(super) fn cardinal(text: &str) -> Option<Number> {
    let (mut total, mut group, mut some) = (0_i64, 0_i64, false);
    let mut last = i64::MAX;
    for word in text.to_lowercase().split([' ', '-']).filter(|word| !word.is_empty() && *word != "and") {
        some = true;
        let at = |words: &[&str]| words.iter().position(|known| *known == word).and_then(|at| i64::try_from(at).ok());
        if let Some(ones) = at(&ONES) {
            // "ten ten" and "twenty fifteen" are no numerals.
            let fits = if ones < 10 { group % 10 == 0 && group % 100 != 10 } else { group % 100 == 0 };
            fits.then_some(())?;
            group += ones;
        } else if let Some(tens) = at(&TENS) {
            (group % 100 == 0).then_some(())?;
            group += (tens + 2) * 10;
        } else if word == "hundred" {
            (group > 0 && group < 100).then_some(())?;
            group *= 100;
        } else {
            let scale = if word == "thousand" { 1_000 } else { 1_000_000 };
            (group > 0 && scale < last).then_some(())?;
            last = scale;
            total += group.checked_mul(scale)?;
            group = 0;
        }
    }
    some.then(|| Number::whole(total + group))
}

#[cfg(test)]
mod tests {
    use super::{cardinal, ordinal};
    use crate::facts::normalise::Number;

    #[test]
    fn numerals_in_words() {
        for (words, value) in [
            ("twelve", 12),
            ("twelve thousand", 12_000),
            ("thirty-eight thousand five hundred", 38_500),
            ("two hundred and five", 205),
            ("One Million", 1_000_000),
            ("sixty-eight", 68),
        ] {
            assert_eq!(cardinal(words), Some(Number::whole(value)), "{words}");
        }
        for words in ["", "ten ten", "thousand", "twenty fifteen", "hundred thousand"] {
            assert_eq!(cardinal(words), None, "{words}");
        }
        assert_eq!(ordinal("twenty-eighth"), Some(28));
        assert_eq!(ordinal("Tenth"), Some(10));
        assert_eq!(ordinal("thirty-first"), Some(31));
        assert_eq!(ordinal("umpteenth"), None);
    }
}
