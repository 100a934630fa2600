//! Lengths of time: two and a half days, an hour and a half, half a year, 3 hours 20 minutes, a fortnight.

use super::{Form, Found, amount, group, whole};
use crate::facts::normalise::{Number, Unit, Value, unit};
use crate::lang::Captures;

pub(super) fn forms(number: &str) -> Vec<Form> {
    const TIMES: &str = "day|week|month|year|hour";
    vec![
        Form::new(
            &format!(
                r"(?i)(?-u:\b)(?:(?P<n>{number})(?: |-)and(?: |-)a(?: |-)half[ -](?P<u>{TIMES})s?|(?P<one>an?|one) (?P<v>{TIMES}) and a half)(?-u:\b)"
            ),
            more_than_whole,
        ),
        // Half a day, like an hour, says no more than a while.
        Form::new(r"(?i)(?-u:\b)half(?: an? |-)(?P<u>hour|year)(?-u:\b)", half),
        Form::new(
            &format!(r"(?i)(?-u:\b)(?P<n>{number}|an?) hours?(?:(?:,| and)? (?P<min>{number}) minutes?)?(?-u:\b)"),
            hours,
        ),
        Form::new(&format!(r"(?i)(?-u:\b)(?P<n>{number}|an?) fortnights?(?-u:\b)"), |found| {
            whole(found, Value::Quantity(count(found)?.checked_mul(2)?, Unit::Week))
        }),
    ]
}

/// The number before the unit; `a` is one.
fn count(found: &Captures<'_>) -> Option<Number> {
    let written = group(found, "n");
    if matches!(written, "a" | "an" | "A" | "An") { Some(Number::whole(1)) } else { amount(written) }
}

fn unit_of(found: &Captures<'_>, name: &str) -> Option<Unit> {
    let word = group(found, name).to_lowercase();
    unit::ENGLISH.iter().find(|(known, _)| *known == word).map(|(_, unit)| *unit)
}

/// Two and a half days, a year and a half; hours in minutes.
fn more_than_whole(found: &Captures<'_>) -> Found {
    let (count, unit) = match found.name("one") {
        Some(_) => (Number::whole(1), unit_of(found, "v")?),
        None => (amount(group(found, "n"))?, unit_of(found, "u")?),
    };
    let value = match unit {
        Unit::Hour => Value::Quantity(count.checked_mul(60)?.checked_add(Number::whole(30))?, Unit::Minute),
        unit => Value::Quantity(count.checked_add(Number::HALF)?, unit),
    };
    whole(found, value)
}

fn half(found: &Captures<'_>) -> Found {
    let (amount, unit) = match unit_of(found, "u")? {
        Unit::Hour => (30, Unit::Minute),
        _ => (6, Unit::Month),
    };
    whole(found, Value::Quantity(Number::whole(amount), unit))
}

/// 3 hours and 20 minutes: a length of time, in minutes where it is no whole hour.
fn hours(found: &Captures<'_>) -> Found {
    let article = matches!(group(found, "n"), "a" | "an" | "A" | "An");
    let count = count(found)?;
    match found.name("min") {
        Some(minutes) => {
            whole(found, Value::Quantity(count.checked_mul(60)?.checked_add(amount(minutes.as_str())?)?, Unit::Minute))
        }
        // "an hour" alone says no more than a while.
        None if article => None,
        None => whole(found, Value::Quantity(count, Unit::Hour)),
    }
}
