//! Days told by their distance from another day.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

use super::calendar::add_business_days;

/// A day or span of days, counted from the day of writing or from the day spoken of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Relative {
    /// 本日, today and its neighbours: days from the day of writing.
    Day(i8),
    /// 翌日, the next day: the day after the one spoken of.
    NextDay,
    /// 翌々日: two days after the one spoken of.
    SecondDay,
    /// 翌営業日, the next business day.
    NextBusinessDay,
    /// 今週, last week: weeks from this one, Monday to Sunday.
    Week(i8),
    /// 今月, next month: months from this one.
    Month(i8),
    /// 今月末, the end of next month: the last week of a month, counted from this one.
    MonthEnd(i8),
    /// 年内, the end of the year.
    WithinYear,
    /// 近日中, soon: no day can be named.
    Vague,
}

impl Relative {
    /// The first and the last day it may mean, told on `on`; `None` where it names none.
    #[must_use]
    pub fn resolve(self, on: Date) -> Option<(Date, Date)> {
        let one = |day: Date| Some((day, day));
        match self {
            Self::Day(days) => one(on.checked_add(i32::from(days).days()).ok()?),
            Self::NextDay => one(on.tomorrow().ok()?),
            Self::SecondDay => one(on.checked_add(2.days()).ok()?),
            Self::NextBusinessDay => one(add_business_days(on, 1)?),
            Self::Week(weeks) => {
                let since_monday = i32::from(on.weekday().since(Weekday::Monday));
                let monday = on.checked_add((i32::from(weeks) * 7 - since_monday).days()).ok()?;
                Some((monday, monday.checked_add(6.days()).ok()?))
            }
            Self::Month(months) => {
                let first = on.first_of_month().checked_add(i32::from(months).months()).ok()?;
                Some((first, first.last_of_month()))
            }
            Self::MonthEnd(months) => {
                let (_, last) = Self::Month(months).resolve(on)?;
                Some((last.checked_sub(6.days()).ok()?, last))
            }
            Self::WithinYear => Some((on, on.last_of_year())),
            Self::Vague => None,
        }
    }
}

/// Japanese words, the longer before the shorter.
pub(super) const JAPANESE: &[(&str, Relative)] = &[
    ("翌営業日", Relative::NextBusinessDay),
    ("翌々日", Relative::SecondDay),
    ("一昨日", Relative::Day(-2)),
    ("おととい", Relative::Day(-2)),
    ("あさって", Relative::Day(2)),
    ("明後日", Relative::Day(2)),
    ("本日", Relative::Day(0)),
    ("今日", Relative::Day(0)),
    ("明日", Relative::Day(1)),
    ("昨日", Relative::Day(-1)),
    ("翌日", Relative::NextDay),
    ("先々週", Relative::Week(-2)),
    ("再来週", Relative::Week(2)),
    ("先週", Relative::Week(-1)),
    ("今週", Relative::Week(0)),
    ("来週", Relative::Week(1)),
    ("先々月", Relative::Month(-2)),
    ("再来月末", Relative::MonthEnd(2)),
    ("再来月", Relative::Month(2)),
    ("先月末", Relative::MonthEnd(-1)),
    ("今月末", Relative::MonthEnd(0)),
    ("来月末", Relative::MonthEnd(1)),
    ("先月", Relative::Month(-1)),
    ("今月", Relative::Month(0)),
    ("来月", Relative::Month(1)),
    ("年内", Relative::WithinYear),
    ("近日中", Relative::Vague),
    ("後日", Relative::Vague),
    ("早急に", Relative::Vague),
    ("近いうちに", Relative::Vague),
    ("追って", Relative::Vague),
];

/// English words, the longer before the shorter.
pub(super) const ENGLISH: &[(&str, Relative)] = &[
    ("the next business day", Relative::NextBusinessDay),
    ("the day after tomorrow", Relative::Day(2)),
    ("the day before yesterday", Relative::Day(-2)),
    ("the week after next", Relative::Week(2)),
    ("the week before last", Relative::Week(-2)),
    ("the month after next", Relative::Month(2)),
    ("the month before last", Relative::Month(-2)),
    ("end of last month", Relative::MonthEnd(-1)),
    ("end of this month", Relative::MonthEnd(0)),
    ("end of next month", Relative::MonthEnd(1)),
    ("the next day", Relative::NextDay),
    ("the following day", Relative::NextDay),
    ("today", Relative::Day(0)),
    ("tomorrow", Relative::Day(1)),
    ("yesterday", Relative::Day(-1)),
    ("last week", Relative::Week(-1)),
    ("this week", Relative::Week(0)),
    ("next week", Relative::Week(1)),
    ("last month", Relative::Month(-1)),
    ("this month", Relative::Month(0)),
    ("next month", Relative::Month(1)),
    ("by the end of the year", Relative::WithinYear),
    ("as soon as possible", Relative::Vague),
    ("asap", Relative::Vague),
    ("shortly", Relative::Vague),
    ("soon", Relative::Vague),
];

#[cfg(test)]
mod tests {
    use super::Relative;
    use jiff::civil::date;

    #[test]
    fn relative_days_resolve_from_the_day_of_writing() {
        let on = date(2026, 11, 24);
        for (relative, first, last) in [
            (Relative::Day(0), date(2026, 11, 24), date(2026, 11, 24)),
            (Relative::Day(-1), date(2026, 11, 23), date(2026, 11, 23)),
            (Relative::NextBusinessDay, date(2026, 11, 25), date(2026, 11, 25)),
            (Relative::Week(-1), date(2026, 11, 16), date(2026, 11, 22)),
            (Relative::Month(1), date(2026, 12, 1), date(2026, 12, 31)),
            (Relative::MonthEnd(1), date(2026, 12, 25), date(2026, 12, 31)),
            (Relative::SecondDay, date(2026, 11, 26), date(2026, 11, 26)),
        ] {
            assert_eq!(relative.resolve(on), Some((first, last)), "{relative:?}");
        }
        assert_eq!(Relative::Vague.resolve(on), None);
    }
}
