//! Values as English writes them.

mod amount;
mod date;
mod label;
mod length;
mod time;

use std::ops::Range;
use std::sync::LazyLock;

use super::{Form, group, range, whole};
use crate::facts::normalise::{Number, Value, cardinal, relative, unit};

pub(super) use date::{MONTH, month_number};

type Found = Option<Vec<(Range<usize>, Value)>>;

/// Figures, with commas between groups of three.
const FIGURE: &str = r"[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?";

pub(super) static PATTERNS: LazyLock<Vec<Form>> = LazyLock::new(|| {
    let words = cardinal::pattern();
    let number = format!("{FIGURE}{}?|{words}", cardinal::scales());
    let mut forms = label::forms();
    forms.extend(date::forms());
    forms.extend(time::forms());
    forms.extend(amount::shares(&number));
    forms.extend(length::forms(&number));
    forms.extend(amount::counts(&number));
    forms.extend(rest(&words));
    forms
});

/// Words of relative time and what is left.
fn rest(words: &str) -> Vec<Form> {
    let relatives: Vec<&str> = relative::ENGLISH.iter().map(|(word, _)| *word).collect();
    let relatives = relatives.join("|");
    vec![
        Form::new(r"(?-u:\b)(?P<d>[0-9]{1,2})(?:st|nd|rd|th)(?-u:\b)", date::day),
        Form::new(&format!(r"(?i)(?-u:\b)(?P<r>{relatives})(?-u:\b)"), |found| {
            let word = group(found, "r").to_lowercase();
            let (_, relative) = relative::ENGLISH.iter().find(|(name, _)| *name == word)?;
            whole(found, Value::Relative(*relative))
        }),
        // A measure: 500 kg, 500kg. Its unit is not told apart.
        Form::new(&format!(r"(?-u:\b)(?P<n>{FIGURE})(?:kg|km|cm|mm|ml|[gtmL])(?-u:\b)"), |found| {
            whole(found, Value::Number(amount(group(found, "n"))?))
        }),
        // 60k; 4K is the name of a format.
        Form::new(
            &format!(r"(?-u:\b)(?P<n>{FIGURE}(?:k(?-u:\b)| (?:{})(?-u:\b)))", cardinal::scale_words()),
            |found| whole(found, Value::Number(amount(group(found, "n"))?)),
        ),
        Form::new(r"(?-u:\b)(?:[A-Za-z_]+[0-9]+[A-Za-z0-9]*|[0-9]+[A-Za-z]+)(?-u:\b)", |_| Some(Vec::new())),
        // A large number in words; small ones are articles and pronouns, and a thousand thanks are no number.
        Form::new(&format!(r"(?i)(?-u:\b)(?P<n>{words})(?-u:\b)"), |found| {
            let words = group(found, "n");
            let figurative = ["a ", "an ", "half "].iter().any(|first| words.to_lowercase().starts_with(first));
            let number = cardinal::cardinal(words)?;
            if number > Number::whole(12) && !figurative { whole(found, Value::Number(number)) } else { None }
        }),
        Form::new(&format!(r"(?-u:\b)(?P<n>{FIGURE})(?-u:\b)"), |found| {
            whole(found, Value::Number(amount(group(found, "n"))?))
        }),
    ]
}

/// The words of the units.
fn units() -> String {
    unit::ENGLISH.iter().map(|(word, _)| *word).collect::<Vec<_>>().join("|")
}

/// Figures with their scale, or words.
pub(super) fn amount(written: &str) -> Option<Number> {
    if !written.starts_with(|c: char| c.is_ascii_digit()) {
        return cardinal::cardinal(written);
    }
    let figures = written.find(|c: char| !(c.is_ascii_digit() || c == ',' || c == '.')).unwrap_or(written.len());
    let (figures, scale) = written.split_at_checked(figures)?;
    let number = Number::parse(figures)?;
    if scale.is_empty() { Some(number) } else { number.checked_mul(cardinal::scale(scale)?) }
}
