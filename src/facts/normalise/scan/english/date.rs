//! Dates and weekdays.

use jiff::civil::Weekday;

use super::{Form, Found, group, range, whole};
use crate::facts::normalise::{PartialDate, Third, Value, cardinal};
use crate::lang::Captures;

pub(in crate::facts::normalise::scan) const MONTH: &str = concat!(
    "(?:Jan(?:uary|\\b\\.?)|Feb(?:ruary|\\b\\.?)|Mar(?:ch|\\b\\.?)|Apr(?:il|\\b\\.?)|May|June?|July?|Aug(?:ust|\\b\\.?)",
    "|Sep(?:t(?:ember|\\b\\.?)|\\b\\.?)|Oct(?:ober|\\b\\.?)|Nov(?:ember|\\b\\.?)|Dec(?:ember|\\b\\.?))"
);
const DAY: &str = "[0-9]{1,2}";

pub(super) fn forms() -> Vec<Form> {
    let ordinals = cardinal::ordinals();
    vec![
        Form::new(
            &format!(
                r"(?-u:\b)(?P<time>:)?(?P<from>{DAY})(?:st|nd|rd|th)?(?: ?[-–] ?| (?:and|to|or|until) |, )(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day )?(?P<d>{DAY})(?:st|nd|rd|th)?(?: of)? (?P<m>{MONTH})(?:,? (?P<y>(?:19|20)[0-9]{{2}})(?-u:\b))?"
            ),
            days,
        ),
        Form::new(
            &format!(
                r"(?-u:\b)(?P<m>{MONTH}) (?P<from>{DAY})(?:st|nd|rd|th)?(?: ?[-–] ?| to | and )(?P<d>{DAY})(?:st|nd|rd|th)?(?:,? (?P<y>(?:19|20)[0-9]{{2}})(?-u:\b)|[.,;:)]|$| (?:we|you|I|and|at|in|by|to)(?-u:\b))"
            ),
            days,
        ),
        Form::new(
            &format!(
                r"(?i)(?-u:\b)(?P<t>early|beginning of|start of|mid|middle of|late|end of)(?: |-)(?P<m>{MONTH})(?:,? (?P<y>(?:19|20)[0-9]{{2}}))?(?-u:\b)"
            ),
            third,
        ),
        Form::new(&format!(r"(?i)(?-u:\b)(?P<o>{ordinals})(?: of)? (?P<m>{MONTH})(?-u:\b)"), ordinal_day),
        Form::new(&format!(r"(?-u:\b)(?P<d>{DAY})-(?P<m>{MONTH})(?:-(?P<y>(?:19|20)[0-9]{{2}}))?(?-u:\b)"), date),
        Form::new(
            &format!(
                r"(?-u:\b)(?P<d>{DAY})(?:st|nd|rd|th)?(?: of)? (?P<m>{MONTH})(?:,? (?P<y>(?:19|20)[0-9]{{2}}))?(?-u:\b)"
            ),
            date,
        ),
        // After the days with figures: "on 5 December the first load came" has no 1 December.
        Form::new(&format!(r"(?i)(?-u:\b)(?P<m>{MONTH}) (?:the )?(?P<o>{ordinals})(?-u:\b)"), ordinal_day),
        Form::new(
            &format!(
                r"(?-u:\b)(?P<m>{MONTH}) (?P<d>{DAY})(?:st|nd|rd|th)?(?-u:\b)(?:,? (?P<y>(?:19|20)[0-9]{{2}})(?-u:\b))?"
            ),
            date,
        ),
        Form::new(&format!(r"(?-u:\b)(?P<m>{MONTH}),? (?P<y>(?:19|20)[0-9]{{2}})(?-u:\b)"), date),
        Form::new(&format!(r"(?-u:\b)(?P<m>{MONTH})(?-u:\b)"), month),
        Form::new(r"(?-u:\b)(?P<a>[0-9]{1,2})/(?P<b>[0-9]{1,2})(?:/(?P<y>(?:19|20)?[0-9]{2}))?(?-u:\b)", slashed),
        Form::new(r"(?-u:\b)(?P<a>[0-9]{1,2})\.(?P<b>[0-9]{1,2})\.(?P<y>20[0-9]{2})(?-u:\b)", slashed),
        Form::new(
            r"(?-u:\b)(?P<w>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)(?:s|(?-u:\b)\.?)",
            weekday,
        ),
    ]
}

pub(in crate::facts::normalise::scan) fn month_number(name: &str) -> Option<i8> {
    let names = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    let start = name.get(..3)?.to_lowercase();
    let index = names.iter().position(|name| *name == start)?;
    i8::try_from(index + 1).ok()
}

fn small(found: &Captures<'_>, name: &str) -> Option<i8> {
    group(found, name).parse().ok()
}

/// The 24th.
pub(super) fn day(found: &Captures<'_>) -> Found {
    whole(found, Value::Date(PartialDate::new(None, None, Some(small(found, "d")?))?))
}

fn date(found: &Captures<'_>) -> Found {
    let year = found.name("y").and_then(|year| year.as_str().parse().ok());
    let day = if found.name("d").is_some() { Some(small(found, "d")?) } else { None };
    match PartialDate::new(year, Some(month_number(group(found, "m"))?), day) {
        Some(date) => whole(found, Value::Date(date)),
        // A day that the month does not have is no other value either; in June 45 boxes may come.
        None if day.is_some_and(|day| day <= 31) => Some(Vec::new()),
        None => None,
    }
}

/// 10-12 October, October 10-12: the month belongs to the day it stands beside.
fn days(found: &Captures<'_>) -> Found {
    let month = month_number(group(found, "m"))?;
    let year = found.name("y").and_then(|year| year.as_str().parse().ok());
    let first = PartialDate::new(year, Some(month), Some(small(found, "from")?))?;
    let last = PartialDate::new(year, Some(month), Some(small(found, "d")?))?;
    let (named, mut from, mut to) = (range(found, "m")?, range(found, "from")?, range(found, "d")?);
    if named.start < from.start {
        from.start = named.start;
    } else {
        to.end = named.end;
    }
    if let Some(year) = range(found, "y") {
        to.end = year.end;
    }
    // "at 13:30 or 23 June": half past one is no day.
    if found.name("time").is_some() {
        return Some(vec![(to, Value::Date(last))]);
    }
    Some(vec![(from, Value::Date(first)), (to, Value::Date(last))])
}

/// A month by itself. "May" and "March" begin sentences as verbs, so they need a day or a year beside them.
fn month(found: &Captures<'_>) -> Found {
    let name = group(found, "m");
    if matches!(name, "May" | "March" | "Mar" | "Jan" | "Dec") {
        return None;
    }
    whole(found, Value::Date(PartialDate::new(None, Some(month_number(name)?), None)?))
}

/// 10/11: day/month and month/day, where both are dates.
fn slashed(found: &Captures<'_>) -> Found {
    let (a, b) = (small(found, "a")?, small(found, "b")?);
    let year = match group(found, "y") {
        "" => None,
        short if short.len() == 2 => Some(2000 + short.parse::<i16>().ok()?),
        year => Some(year.parse().ok()?),
    };
    let day_first = PartialDate::new(year, Some(b), Some(a));
    let month_first = PartialDate::new(year, Some(a), Some(b));
    let value = match (day_first, month_first) {
        (Some(one), Some(other)) if one != other => Value::AmbiguousDate(one, other),
        (Some(date), _) | (None, Some(date)) => Value::Date(date),
        (None, None) => return None,
    };
    whole(found, value)
}

fn weekday(found: &Captures<'_>) -> Found {
    let weekday = match group(found, "w").get(..3)? {
        "Mon" => Weekday::Monday,
        "Tue" => Weekday::Tuesday,
        "Wed" => Weekday::Wednesday,
        "Thu" => Weekday::Thursday,
        "Fri" => Weekday::Friday,
        "Sat" => Weekday::Saturday,
        _ => Weekday::Sunday,
    };
    Some(vec![(range(found, "w")?, Value::Weekday(weekday))])
}

/// Mid-November, the end of May.
fn third(found: &Captures<'_>) -> Found {
    let third = match group(found, "t").to_lowercase().as_str() {
        "early" | "beginning of" | "start of" => Third::Early,
        "mid" | "middle of" => Third::Mid,
        _ => Third::Late,
    };
    let year = found.name("y").and_then(|year| year.as_str().parse().ok());
    whole(found, Value::Third(PartialDate::new(year, Some(month_number(group(found, "m"))?), None)?, third))
}

/// The tenth of November.
fn ordinal_day(found: &Captures<'_>) -> Found {
    let (month, day) = (month_number(group(found, "m"))?, cardinal::ordinal(group(found, "o"))?);
    whole(found, Value::Date(PartialDate::new(None, Some(month), Some(day))?))
}
