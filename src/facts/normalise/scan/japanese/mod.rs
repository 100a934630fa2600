//! Values as Japanese writes them.

mod amount;
mod date;
mod idiom;
mod time;

pub(super) use date::weekday_of;

use std::ops::Range;
use std::sync::LazyLock;

use super::{Form, group, whole};
use crate::facts::normalise::numeral::numeral;
use crate::facts::normalise::{Number, Value, relative, unit};
use crate::lang::Captures;

type Found = Option<Vec<(Range<usize>, Value)>>;

/// Digits with 万・千 and the like. A comma before one or two digits is that of a list: 3,4箱.
const DIGITS: &str = r"[0-9]+(?:,[0-9]{3,})*(?:\.[0-9]+)?(?:[十百千]?[万億兆](?:[0-9]+(?:,[0-9]{3,})*)?)*(?:[千百](?:[0-9]+(?:,[0-9]{3,})*百?)?)?";
/// Kanji alone.
const KANJI: &str = "[〇零一二三四五六七八九十百千万億兆壱弐参]+";
/// A small whole number of a date, either way.
const SMALL: &str = "[0-9]{1,2}|[〇一二三四五六七八九十]{1,3}";
/// A year, either way.
const YEAR: &str = "[0-9]{4}|[一二三四五六七八九〇]{4}";

pub(super) static PATTERNS: LazyLock<Vec<Form>> = LazyLock::new(|| {
    let mut forms = idiom::forms();
    forms.extend(date::whole_dates());
    forms.extend(time::forms());
    forms.extend(amount::forms());
    // What is also the beginning of a count: 3か月, 3日間.
    forms.extend(date::parts());
    forms.extend(rest());
    forms
});

/// Words of relative time and what is left.
fn rest() -> Vec<Form> {
    let relatives: Vec<&str> = relative::JAPANESE.iter().map(|(word, _)| *word).collect();
    vec![
        Form::new(&format!("(?P<r>{})", relatives.join("|")), |found| {
            let word = group(found, "r");
            let (_, relative) = relative::JAPANESE.iter().find(|(name, _)| *name == word)?;
            whole(found, Value::Relative(*relative))
        }),
        // A measure: 500kg. Its unit is not told apart.
        Form::new(&format!("(?P<n>{DIGITS})(?:kg|km|cm|mm|ml|[gtmL])(?-u:\\b)"), |found| {
            whole(found, Value::Number(number(found, "n")?))
        }),
        // A number that is part of a word in Latin letters (A4, MP3) is part of a name.
        Form::new(r"[A-Za-z_]+[0-9]+[A-Za-z0-9]*|[0-9]+[A-Za-z]+", |_| Some(Vec::new())),
        Form::new(&format!("(?P<n>{DIGITS})"), |found| whole(found, Value::Number(number(found, "n")?))),
    ]
}

/// The words of the units: all, and those a kanji numeral may stand before.
fn units() -> (String, String) {
    let all: Vec<&str> = unit::JAPANESE.iter().map(|(word, ..)| *word).collect();
    let counted: Vec<&str> = unit::JAPANESE.iter().filter(|(.., kanji)| *kanji).map(|(word, ..)| *word).collect();
    (all.join("|"), counted.join("|"))
}

fn number(found: &Captures<'_>, name: &str) -> Option<Number> {
    numeral(group(found, name))
}

fn small(found: &Captures<'_>, name: &str) -> Option<i8> {
    i8::try_from(number(found, name)?.as_whole()?).ok()
}

/// A group that may be absent: absent is fine, wrong is not.
fn optional(found: &Captures<'_>, name: &str) -> Option<Option<i8>> {
    if found.name(name).is_some() { small(found, name).map(Some) } else { Some(None) }
}
