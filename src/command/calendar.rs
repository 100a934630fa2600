//! Business days in Japan.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

/// Why nobody works on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Closed {
    /// Saturday or Sunday.
    Weekend,
    /// A public holiday.
    Holiday,
}

/// Whether a day is no business day. Holidays follow the law as it stands since 2022.
pub(super) fn closed(day: Date) -> Option<Closed> {
    if is_holiday(day) {
        return Some(Closed::Holiday);
    }
    matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday).then_some(Closed::Weekend)
}

/// The first business day after a day.
pub(super) fn next_business_day(day: Date) -> Date {
    let mut next = day;
    loop {
        // The end of the calendar is the year 9999: a case is nowhere near.
        next = next.checked_add(1.day()).unwrap_or(next);
        if closed(next).is_none() || next == Date::MAX {
            return next;
        }
    }
}

fn is_holiday(day: Date) -> bool {
    if named(day) {
        return true;
    }
    // 振替休日: a holiday on a Sunday moves to the next day that is none.
    let mut before = day;
    while let Ok(earlier) = before.checked_sub(1.day()) {
        if !named(earlier) {
            break;
        }
        if earlier.weekday() == Weekday::Sunday {
            return true;
        }
        before = earlier;
    }
    // 国民の休日: a day between two holidays.
    let around = (day.checked_sub(1.day()), day.checked_add(1.day()));
    matches!(around, (Ok(earlier), Ok(later)) if named(earlier) && named(later)) && day.weekday() != Weekday::Sunday
}

/// The holidays the law names.
fn named(day: Date) -> bool {
    let monday = |week: i8| day.weekday() == Weekday::Monday && (day.day() - 1) / 7 + 1 == week;
    match (day.month(), day.day()) {
        (1, 1) | (2, 11 | 23) | (4, 29) | (5, 3..=5) | (8, 11) | (11, 3 | 23) => true,
        (1 | 10, _) => monday(2),
        (7 | 9, _) if monday(3) => true,
        (3, date) => date == equinox(day.year(), 20.8431),
        (9, date) => date == equinox(day.year(), 23.2488),
        _ => false,
    }
}

/// The day of an equinox by the usual formula, good from 1980 to 2099.
fn equinox(year: i16, base: f64) -> i8 {
    let years = f64::from(year) - 1980.0;
    let day = base + 0.242_194 * years - (years / 4.0).floor();
    // Between 19 and 24: no digits are lost.
    #[allow(clippy::cast_possible_truncation, reason = "a small positive number")]
    let day = day.floor() as i8;
    day
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::{Closed, closed, next_business_day};

    #[test]
    fn holidays_of_2026_and_2027() {
        for day in [
            date(2026, 1, 12),
            date(2026, 3, 20),
            date(2026, 5, 6),
            date(2026, 9, 21),
            date(2026, 9, 22),
            date(2026, 9, 23),
            date(2026, 10, 12),
            date(2026, 11, 23),
            date(2027, 3, 22),
        ] {
            assert_eq!(closed(day), Some(Closed::Holiday), "{day}");
        }
        assert_eq!(closed(date(2026, 11, 28)), Some(Closed::Weekend));
        assert_eq!(closed(date(2026, 11, 24)), None);
        assert_eq!(closed(date(2026, 5, 7)), None);
    }

    #[test]
    fn the_next_business_day_leaps_over_holidays() {
        assert_eq!(next_business_day(date(2026, 11, 13)), date(2026, 11, 16));
        assert_eq!(next_business_day(date(2026, 11, 20)), date(2026, 11, 24));
        assert_eq!(next_business_day(date(2026, 5, 1)), date(2026, 5, 7));
    }
}
