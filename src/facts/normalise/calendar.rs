//! Business days in Japan.

use jiff::civil::{Date, Weekday};

use super::holiday::holiday;

/// English names of the months.
const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// Whether offices are open: not a Saturday, a Sunday or a public holiday. The usual closing at the turn of the year
/// is no law; see [`is_year_end_closing`].
#[must_use]
pub fn is_business_day(date: Date) -> bool {
    !matches!(date.weekday(), Weekday::Saturday | Weekday::Sunday) && holiday(date).is_none()
}

/// 年末年始: 29 December to 3 January, when most offices are closed.
#[must_use]
pub fn is_year_end_closing(date: Date) -> bool {
    matches!((date.month(), date.day()), (12, 29..=31) | (1, 1..=3))
}

/// The date `days` business days later; the date itself for nought. `None` beyond what a calendar holds.
#[must_use]
pub fn add_business_days(date: Date, days: u16) -> Option<Date> {
    let mut day = date;
    let mut left = days;
    while left > 0 {
        day = day.tomorrow().ok()?;
        if is_business_day(day) {
            left -= 1;
        }
    }
    Some(day)
}

/// The weekday in one character: 月.
#[must_use]
pub fn weekday_ja(date: Date) -> &'static str {
    match date.weekday() {
        Weekday::Monday => "月",
        Weekday::Tuesday => "火",
        Weekday::Wednesday => "水",
        Weekday::Thursday => "木",
        Weekday::Friday => "金",
        Weekday::Saturday => "土",
        Weekday::Sunday => "日",
    }
}

/// The weekday in English: Monday.
#[must_use]
pub fn weekday_en(date: Date) -> &'static str {
    match date.weekday() {
        Weekday::Monday => "Monday",
        Weekday::Tuesday => "Tuesday",
        Weekday::Wednesday => "Wednesday",
        Weekday::Thursday => "Thursday",
        Weekday::Friday => "Friday",
        Weekday::Saturday => "Saturday",
        Weekday::Sunday => "Sunday",
    }
}

/// The English name of a month, 1–12; empty for other numbers.
#[must_use]
pub fn month_en(month: i8) -> &'static str {
    let index = usize::try_from(month).unwrap_or(0).wrapping_sub(1);
    MONTHS.get(index).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::{add_business_days, is_business_day, weekday_ja};
    use jiff::civil::date;

    #[test]
    fn business_days_step_over_weekends_and_holidays() {
        assert_eq!(add_business_days(date(2026, 11, 13), 1), Some(date(2026, 11, 16)));
        assert_eq!(add_business_days(date(2026, 11, 20), 1), Some(date(2026, 11, 24)));
        assert_eq!(add_business_days(date(2026, 11, 20), 0), Some(date(2026, 11, 20)));
        assert!(!is_business_day(date(2026, 11, 23)));
        assert_eq!(weekday_ja(date(2026, 11, 24)), "火");
    }
}
