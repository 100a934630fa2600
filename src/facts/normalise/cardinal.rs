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
const SCALES: [(&str, i64); 5] =
    [("dozen", 12), ("hundred", 100), ("thousand", 1_000), ("million", 1_000_000), ("billion", 1_000_000_000)];
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
    let scale = scale_words();
    format!("(?:(?:{word}|half an? (?:{scale})|an? (?:{scale}))(?:[ -](?:and )?(?:{word}|{scale}))*)")
}

/// A pattern of the words of scales.
pub(super) fn scale_words() -> String {
    SCALES.map(|(name, _)| name).join("|")
}

/// A pattern of the scales that stand after figures: 12 thousand, 12k, 2 dozen.
pub(super) fn scales() -> String {
    let scale = scale_words();
    format!("(?:[kK](?-u:\\b)|bn(?-u:\\b)| (?:{scale})(?-u:\\b))")
}

/// How many times a scale takes what stands before it.
pub(super) fn scale(name: &str) -> Option<i64> {
    let name = name.trim().to_lowercase();
    let name = match name.as_str() {
        "k" => "thousand",
        "m" => "million",
        "bn" => "billion",
        other => other,
    };
    SCALES.iter().find(|(known, _)| *known == name).map(|(_, times)| *times)
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

/// Reads a numeral in words, `a hundred` and `half a dozen` among them. `None` where the words make none.
pub(super) fn cardinal(text: &str) -> Option<Number> {
    let lower = text.to_lowercase();
    let halved = lower.strip_prefix("half a ").or_else(|| lower.strip_prefix("half an "));
    if let Some(whole) = halved {
        return Some(Number::whole(words(whole, 1)?.checked_div(2)?));
    }
    match lower.strip_prefix("a ").or_else(|| lower.strip_prefix("an ")) {
        Some(rest) => words(rest, 1),
        None => words(&lower, 0),
    }
    .map(Number::whole)
}

/// Sum of groups before the scales, where `group` stands before the first word.
fn words(text: &str, mut group: i64) -> Option<i64> {
    let (mut total, mut some) = (0_i64, false);
    let mut last = i64::MAX;
    for word in text.split([' ', '-']).filter(|word| !word.is_empty() && *word != "and") {
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
        } else {
            let scale = scale(word)?;
            let small = scale <= 100;
            (group > 0 && if small { group < 100 } else { scale < last }).then_some(())?;
            if small {
                group *= scale;
            } else {
                last = scale;
                total += group.checked_mul(scale)?;
                group = 0;
            }
        }
    }
    some.then_some(total + group)
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
            ("a hundred", 100),
            ("a hundred and five", 105),
            ("half a dozen", 6),
            ("two dozen", 24),
            ("half a million", 500_000),
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
