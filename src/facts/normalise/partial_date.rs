//! A date as far as a text gives it.

use std::fmt;

use jiff::civil::Date;

/// A date of which year, month or day may lack: 11月, 10日, 2025年7月.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct PartialDate {
    /// The year, western.
    pub year: Option<i16>,
    /// The month, 1–12.
    pub month: Option<i8>,
    /// The day of the month, 1–31.
    pub day: Option<i8>,
}

impl PartialDate {
    /// A date from its parts, if such a day can exist.
    #[must_use]
    pub fn new(year: Option<i16>, month: Option<i8>, day: Option<i8>) -> Option<Self> {
        // 2024 has a 29 February, so a day without its year is taken where any year has it.
        let exists = Date::new(year.unwrap_or(2024), month.unwrap_or(1), day.unwrap_or(1)).is_ok();
        let given = year.is_some() || month.is_some() || day.is_some();
        (exists && given).then_some(Self { year, month, day })
    }

    /// Whether all that is given equals that of a full date.
    #[must_use]
    pub fn agrees(&self, date: Date) -> bool {
        self.year.is_none_or(|year| year == date.year())
            && self.month.is_none_or(|month| month == date.month())
            && self.day.is_none_or(|day| day == date.day())
    }

    /// The full date, with the year filled in where it lacks.
    #[must_use]
    pub fn in_year(&self, year: i16) -> Option<Date> {
        Date::new(self.year.unwrap_or(year), self.month?, self.day?).ok()
    }

    /// The full date a text of a day means that leaves out the year: the nearest to that day.
    #[must_use]
    pub fn near(&self, on: Date) -> Option<Date> {
        if self.year.is_some() {
            return self.in_year(on.year());
        }
        let years = [on.year() - 1, on.year(), on.year() + 1];
        let dates = years.iter().filter_map(|year| self.in_year(*year));
        dates.min_by_key(|date| date.since(on).map_or(i64::MAX, |span| i64::from(span.get_days()).abs()))
    }
}

impl From<Date> for PartialDate {
    fn from(date: Date) -> Self {
        Self { year: Some(date.year()), month: Some(date.month()), day: Some(date.day()) }
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.year {
            Some(year) => write!(f, "{year:04}")?,
            None => f.write_str("----")?,
        }
        match self.month {
            Some(month) => write!(f, "-{month:02}")?,
            None => f.write_str("---")?,
        }
        match self.day {
            Some(day) => write!(f, "-{day:02}"),
            None => Ok(()),
        }
    }
}
