//! When a value of a text says the same as a value of the facts.

use jiff::civil::{Date, Weekday};

use crate::facts::normalise::{Number, PartialDate, Unit, Value};

/// Units that count the same things in other words: records are rows, cartons are pieces.
const FAMILIES: &[&[Unit]] = &[
    &[Unit::Box, Unit::Piece],
    &[Unit::Piece, Unit::Sheet],
    &[Unit::Record, Unit::Row, Unit::Case, Unit::Item, Unit::Point],
    &[Unit::Case, Unit::Person, Unit::Record],
    &[Unit::Company, Unit::Project, Unit::Case],
];

/// Whether what a text says can be what a fact says. `written` is the text of the value said.
pub(super) fn agrees(said: &Value, written: &str, fact: &Value) -> bool {
    match (said, fact) {
        (Value::Date(said), Value::Date(fact)) => dates(*said, *fact),
        (Value::Weekday(said), Value::Date(fact)) => whole(*fact).is_some_and(|date| date.weekday() == *said),
        (Value::Time(hour, minute), Value::Time(known, known_minute)) => {
            let lower = written.to_lowercase();
            let morning = ["午前", "朝", "am", "a.m"].iter().any(|word| lower.contains(word));
            minute == known_minute && (hour == known || (!morning && (1..12).contains(hour) && hour + 12 == *known))
        }
        (Value::Third(said, third), Value::Date(fact)) => {
            dates(*said, PartialDate { day: None, ..*fact }) && fact.day.is_some_and(|day| third.holds(day))
        }
        (Value::Third(said, third), Value::Third(fact, known)) => dates(*said, *fact) && third == known,
        (Value::Quantity(said, unit), Value::Quantity(fact, known)) => {
            match (length(*said, *unit), length(*fact, *known)) {
                (Some(said), Some(fact)) => said == fact,
                _ => said == fact && same_things(*unit, *known),
            }
        }
        // A small number by itself is that of a section, a page, a list.
        (Value::Quantity(said, _), Value::Number(fact)) => said == fact && *fact > Number::whole(12),
        (Value::Number(said), Value::Quantity(fact, _) | Value::Percent(fact) | Value::Money(fact, _)) => said == fact,
        _ => said == fact,
    }
}

/// A length of time in the smallest unit that is always the same part of its own: 90分 is 1時間半, 14日間 is 2週間 and
/// 18か月 is 1年半, but a month is no number of days.
fn length(amount: Number, unit: Unit) -> Option<(Number, Unit)> {
    Some(match unit {
        Unit::Hour => (amount.checked_mul(3_600)?, Unit::Second),
        Unit::Minute => (amount.checked_mul(60)?, Unit::Second),
        Unit::Second => (amount, Unit::Second),
        Unit::Week => (amount.checked_mul(7)?, Unit::Day),
        Unit::Day => (amount, Unit::Day),
        Unit::Year => (amount.checked_mul(12)?, Unit::Month),
        Unit::Month => (amount, Unit::Month),
        _ => return None,
    })
}

/// Whether two values are of a sort, so that one can contradict the other.
pub(super) fn same_sort(one: &Value, other: &Value) -> bool {
    match (one, other) {
        (Value::Quantity(_, one), Value::Quantity(_, other)) => same_things(*one, *other),
        (Value::Date(one), Value::Date(other)) => one.day.is_some() && other.day.is_some(),
        (Value::Third(..), Value::Date(other)) => other.day.is_some(),
        _ => std::mem::discriminant(one) == std::mem::discriminant(other),
    }
}

/// Whether two units count the same things.
pub(super) fn same_things(one: Unit, other: Unit) -> bool {
    one == other || FAMILIES.iter().any(|family| family.contains(&one) && family.contains(&other))
}

fn dates(said: PartialDate, fact: PartialDate) -> bool {
    if let Some(date) = whole(fact) {
        return said.agrees(date);
    }
    // A fact that lacks its day does not hold any day of the month.
    let bare = said.month.is_none() && said.day.is_none();
    let year = said.year.is_none() || (fact.year.is_none() && !bare) || said.year == fact.year;
    year && (said.month.is_none() || said.month == fact.month) && (said.day.is_none() || said.day == fact.day)
}

/// The date, where nothing of it lacks.
pub(super) fn whole(date: PartialDate) -> Option<Date> {
    Date::new(date.year?, date.month?, date.day?).ok()
}

/// The date a text means that leaves out the year: the nearest to the day of writing.
pub(super) fn nearest_year(date: PartialDate, on: Date) -> Option<Date> {
    date.near(on)
}

/// Whether a weekday beside a date is right for it.
pub(super) fn weekday_is_right(date: PartialDate, weekday: Weekday, on: Date) -> bool {
    nearest_year(date, on).is_none_or(|date| date.weekday() == weekday)
}

#[cfg(test)]
mod tests {
    use super::{agrees, weekday_is_right};
    use crate::facts::normalise::{PartialDate, Value, mentions};
    use crate::lang::Lang;
    use jiff::civil::{Weekday, date};

    fn value(text: &str) -> Value {
        mentions(text, Lang::Ja).into_iter().next().expect("a value").value
    }

    #[test]
    fn values_agree_however_they_are_written() {
        for (said, fact) in [
            ("11月10日", "2026年11月10日"),
            ("令和8年11月10日", "2026-11-10"),
            ("11月", "2026-11-10"),
            ("10日", "2026-11-10"),
            ("48万円", "480,000円"),
            ("2,000個", "2,000箱"),
            ("3時20分", "15:20"),
            ("15時20分", "15:20"),
        ] {
            assert!(agrees(&value(said), said, &value(fact)), "{said}");
        }
        for (said, fact) in [
            ("11月9日", "2026-11-10"),
            ("2025年11月10日", "2026-11-10"),
            ("2025年7月15日", "2025年7月"),
            ("48,000円", "480,000円"),
            ("480,000ドル", "480,000円"),
            ("2,000名", "2,000箱"),
            ("午前3時20分", "15:20"),
        ] {
            assert!(!agrees(&value(said), said, &value(fact)), "{said}");
        }
    }

    /// Values in two writings, and values that only look alike.
    const PAIRS: &str = include_str!("../facts/normalise/scan/forms/pairs.txt");

    #[test]
    fn writings_of_one_value_agree_and_what_only_looks_alike_does_not() {
        let (mut wrong, mut equal, mut unequal) = (Vec::new(), 0, 0);
        for line in PAIRS.lines().filter(|line| !line.starts_with('#')) {
            let (lang, pair) = line.split_once(' ').expect("a language before the pair");
            let lang = if lang == "ja" { Lang::Ja } else { Lang::En };
            let same = pair.contains(" = ");
            let (said, fact) = pair.split_once(if same { " = " } else { " ≠ " }).expect("two writings");
            let values = |text: &'static str| {
                let written = |span: std::ops::Range<usize>| text.get(span).unwrap_or_default();
                let found = mentions(text, lang).into_iter().map(|found| (written(found.span), found.value));
                found.collect::<Vec<_>>()
            };
            let (said, fact) = (values(said), values(fact));
            let agree = |one: &[(&str, Value)], other: &[(&str, Value)]| {
                let both = || one.iter().zip(other);
                one.len() == other.len() && both().all(|((written, said), (_, fact))| agrees(said, written, fact))
            };
            let right = match same {
                true => !said.is_empty() && agree(&said, &fact),
                false => !said.is_empty() && !fact.is_empty() && !agree(&said, &fact) && !agree(&fact, &said),
            };
            (equal, unequal) = (equal + usize::from(same), unequal + usize::from(!same));
            if !right {
                wrong.push(format!("{line}\n  {said:?}\n  {fact:?}"));
            }
        }
        assert!(equal >= 120 && unequal >= 100, "{equal} and {unequal} pairs");
        assert!(wrong.is_empty(), "{} pairs:\n{}", wrong.len(), wrong.join("\n"));
    }

    #[test]
    fn weekdays_are_checked_in_the_nearest_year() {
        let on = date(2026, 11, 24);
        let day = |month, day| PartialDate::new(None, Some(month), Some(day)).unwrap();
        assert!(weekday_is_right(day(11, 30), Weekday::Monday, on));
        assert!(!weekday_is_right(day(11, 30), Weekday::Tuesday, on));
        assert!(weekday_is_right(day(1, 15), Weekday::Friday, on), "in January 2027");
    }
}
