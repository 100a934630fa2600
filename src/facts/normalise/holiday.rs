//! 国民の祝日: Japanese public holidays by rule, 2020–2099.
//!
//! Source: 国民の祝日に関する法律 as amended to 2020, with the moves of 2020 and 2021 (特措法). The days of the
//! equinoxes follow the usual approximation of 海上保安庁水路部 (valid 1980–2099); the law leaves them to a yearly
//! notice in the 官報.

use jiff::civil::{Date, Weekday};

/// A public holiday.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Holiday {
    /// Its Japanese name.
    pub ja: &'static str,
    /// Its English name.
    pub en: &'static str,
}

const SUBSTITUTE: Holiday = Holiday { ja: "振替休日", en: "substitute holiday" };
const BETWEEN: Holiday = Holiday { ja: "国民の休日", en: "citizens' holiday" };

/// The public holiday on a date; `None` on other days and outside 2020–2099.
#[must_use]
pub fn holiday(date: Date) -> Option<Holiday> {
    if !(2020..=2099).contains(&date.year()) {
        return None;
    }
    if let Some(named) = named(date) {
        return Some(named);
    }
    if is_substitute(date) {
        return Some(SUBSTITUTE);
    }
    is_between(date).then_some(BETWEEN)
}

/// The holidays that have names of their own.
fn named(date: Date) -> Option<Holiday> {
    let (year, month, day) = (date.year(), date.month(), date.day());
    let monday = |nth: i8| date.weekday() == Weekday::Monday && (day - 1) / 7 + 1 == nth;
    // The Games moved three days in 2020 and 2021.
    let (marine, sports, mountain) = match year {
        2020 => (month == 7 && day == 23, month == 7 && day == 24, month == 8 && day == 10),
        2021 => (month == 7 && day == 22, month == 7 && day == 23, month == 8 && day == 8),
        _ => (month == 7 && monday(3), month == 10 && monday(2), month == 8 && day == 11),
    };
    let found = match (month, day) {
        (1, 1) => ("元日", "New Year's Day"),
        (1, _) if monday(2) => ("成人の日", "Coming of Age Day"),
        (2, 11) => ("建国記念の日", "National Foundation Day"),
        (2, 23) => ("天皇誕生日", "Emperor's Birthday"),
        (3, _) if day == equinox(year, 20.8431) => ("春分の日", "Vernal Equinox Day"),
        (4, 29) => ("昭和の日", "Showa Day"),
        (5, 3) => ("憲法記念日", "Constitution Memorial Day"),
        (5, 4) => ("みどりの日", "Greenery Day"),
        (5, 5) => ("こどもの日", "Children's Day"),
        _ if marine => ("海の日", "Marine Day"),
        _ if mountain => ("山の日", "Mountain Day"),
        (9, _) if monday(3) => ("敬老の日", "Respect for the Aged Day"),
        (9, _) if day == equinox(year, 23.2488) => ("秋分の日", "Autumnal Equinox Day"),
        _ if sports => ("スポーツの日", "Sports Day"),
        (11, 3) => ("文化の日", "Culture Day"),
        (11, 23) => ("勤労感謝の日", "Labour Thanksgiving Day"),
        _ => return None,
    };
    Some(Holiday { ja: found.0, en: found.1 })
}

/// Day of the month of an equinox: base + 0.242194 × (year − 1980), less the leap days since.
fn equinox(year: i16, base: f64) -> i8 {
    let since = f64::from(year - 1980);
    let day = (base + 0.242_194 * since).floor() - f64::from((year - 1980) / 4);
    // The result lies between 19 and 24 for every year of the range.
    #[allow(clippy::cast_possible_truncation, reason = "between 19 and 24")]
    {
        day as i8
    }
}

/// 振替休日: the first weekday after a holiday on a Sunday that is not a holiday itself (第3条2項).
fn is_substitute(date: Date) -> bool {
    let mut day = date;
    while let Ok(before) = day.yesterday() {
        if named(before).is_none() {
            return false;
        }
        if before.weekday() == Weekday::Sunday {
            return true;
        }
        day = before;
    }
    false
}

/// 国民の休日: a day between two holidays (第3条3項).
fn is_between(date: Date) -> bool {
    let around = [date.yesterday(), date.tomorrow()];
    date.weekday() != Weekday::Sunday && around.iter().all(|day| day.as_ref().is_ok_and(|day| named(*day).is_some()))
}

#[cfg(test)]
mod tests {
    use super::holiday;
    use jiff::ToSpan;
    use jiff::civil::{Date, Weekday, date};
    use proptest::prelude::*;

    fn year(year: i16) -> Vec<(i8, i8)> {
        let days = (0..366).filter_map(|add| date(year, 1, 1).checked_add(add.days()).ok());
        days.filter(|day| day.year() == year && holiday(*day).is_some()).map(|day| (day.month(), day.day())).collect()
    }

    #[test]
    fn years_as_the_calendar_had_them() {
        assert_eq!(
            year(2020),
            [
                (1, 1),
                (1, 13),
                (2, 11),
                (2, 23),
                (2, 24),
                (3, 20),
                (4, 29),
                (5, 3),
                (5, 4),
                (5, 5),
                (5, 6),
                (7, 23),
                (7, 24),
                (8, 10),
                (9, 21),
                (9, 22),
                (11, 3),
                (11, 23)
            ]
        );
        assert_eq!(
            year(2021),
            [
                (1, 1),
                (1, 11),
                (2, 11),
                (2, 23),
                (3, 20),
                (4, 29),
                (5, 3),
                (5, 4),
                (5, 5),
                (7, 22),
                (7, 23),
                (8, 8),
                (8, 9),
                (9, 20),
                (9, 23),
                (11, 3),
                (11, 23)
            ]
        );
        assert_eq!(
            year(2024),
            [
                (1, 1),
                (1, 8),
                (2, 11),
                (2, 12),
                (2, 23),
                (3, 20),
                (4, 29),
                (5, 3),
                (5, 4),
                (5, 5),
                (5, 6),
                (7, 15),
                (8, 11),
                (8, 12),
                (9, 16),
                (9, 22),
                (9, 23),
                (10, 14),
                (11, 3),
                (11, 4),
                (11, 23)
            ]
        );
        assert_eq!(
            year(2026),
            [
                (1, 1),
                (1, 12),
                (2, 11),
                (2, 23),
                (3, 20),
                (4, 29),
                (5, 3),
                (5, 4),
                (5, 5),
                (5, 6),
                (7, 20),
                (8, 11),
                (9, 21),
                (9, 22),
                (9, 23),
                (10, 12),
                (11, 3),
                (11, 23)
            ]
        );
        assert_eq!(
            year(2027),
            [
                (1, 1),
                (1, 11),
                (2, 11),
                (2, 23),
                (3, 21),
                (3, 22),
                (4, 29),
                (5, 3),
                (5, 4),
                (5, 5),
                (7, 19),
                (8, 11),
                (9, 20),
                (9, 23),
                (10, 11),
                (11, 3),
                (11, 23)
            ]
        );
    }

    #[test]
    fn substitutes_and_days_between_have_their_names() {
        assert_eq!(holiday(date(2026, 9, 22)).map(|day| day.ja), Some("国民の休日"));
        assert_eq!(holiday(date(2026, 5, 6)).map(|day| day.ja), Some("振替休日"));
        assert_eq!(holiday(date(2026, 11, 23)).map(|day| day.en), Some("Labour Thanksgiving Day"));
        assert_eq!(holiday(date(2032, 9, 21)).map(|day| day.ja), Some("国民の休日"));
        assert_eq!(holiday(date(2019, 1, 1)), None);
        assert_eq!(holiday(date(2100, 1, 1)), None);
    }

    proptest! {
        #[test]
        fn a_holiday_on_a_sunday_is_made_up_for(add in 0_i32..29_000) {
            let day: Date = date(2020, 1, 1).checked_add(add.days()).unwrap();
            prop_assume!(day.year() < 2099);
            if day.weekday() == Weekday::Sunday && holiday(day).is_some() {
                prop_assert!(holiday(day.tomorrow().unwrap()).is_some());
            }
            if holiday(day).is_some_and(|found| found.ja == "国民の休日") {
                prop_assert_eq!(day.month(), 9);
            }
        }
    }
}
