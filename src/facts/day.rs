//! Dates and times of the case file.

use std::fmt;

use jiff::civil::Date;

use super::read::{Field, Node, Path, Reader, Visitor};
use crate::lang::Message;

/// A full date: `2026-11-24`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Day(pub Date);

/// A date that may lack its day or month: `2025-07`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct PartDay {
    /// The year, four digits.
    pub year: i16,
    /// The month, 1–12.
    pub month: Option<i8>,
    /// The day of the month.
    pub day: Option<i8>,
}

/// A time of day, to the minute: `15:20`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Time {
    /// Hour, 0–23.
    pub hour: u8,
    /// Minute, 0–59.
    pub minute: u8,
}

impl PartDay {
    /// A date of which the day, or the month too, may lack: `2025-07`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let year = parts.next().filter(|year| year.len() == 4)?;
        let made = Self {
            year: year.parse().ok()?,
            month: parts.next().map(str::parse).transpose().ok()?,
            day: parts.next().map(str::parse).transpose().ok()?,
        };
        let whole = Date::new(made.year, made.month.unwrap_or(1), made.day.unwrap_or(1));
        (whole.is_ok() && parts.next().is_none()).then_some(made)
    }
}

impl Time {
    /// A time of day, with or without seconds: `15:20`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.splitn(3, ':').map(str::parse::<u8>);
        match (parts.next(), parts.next()) {
            (Some(Ok(hour)), Some(Ok(minute))) if hour < 24 && minute < 60 => Some(Self { hour, minute }),
            _ => None,
        }
    }
}

/// The text of a date or time, whether written bare or as a string.
fn written(node: Node<'_>) -> Option<String> {
    let value = node.get_ref();
    match value.as_datetime() {
        Some(written) => Some(written.to_string()),
        None => value.as_str().map(|text| text.trim().to_owned()),
    }
}

/// Whether a text is day and month in an order nobody can tell: `10/11`.
fn is_slashed(text: &str) -> bool {
    text.contains('/') && text.chars().all(|c| c.is_ascii_digit() || c == '/')
}

impl Field for Day {
    const EXPECTED: (&'static str, &'static str) = ("日付 2026-11-24", "a date such as 2026-11-24");

    fn read(node: Node<'_>, reader: &mut Reader) -> Option<Self> {
        let text = written(node).unwrap_or_default();
        if let Ok(date) = text.parse::<Date>()
            && text.len() == 10
        {
            return Some(Self(date));
        }
        if is_slashed(&text) {
            reader.problem(
                node.span(),
                Message::new(
                    format!("`{text}` は月と日の順が決まりません"),
                    format!("`{text}` can be read as day/month and as month/day"),
                ),
                Message::new(
                    "年-月-日 の順で書いてください（例 2026-11-10）",
                    "write year-month-day, for example 2026-11-10",
                ),
            );
            return None;
        }
        reader.wrong_type::<Self>(node);
        None
    }

    fn walk(&self, path: &Path<'_>, visitor: &mut dyn Visitor) {
        visitor.day(path, *self);
    }
}

impl Field for PartDay {
    const EXPECTED: (&'static str, &'static str) =
        ("日付 2025-07-15、または \"2025-07\"、\"2025\"", "a date: 2025-07-15, \"2025-07\" or \"2025\"");

    fn read(node: Node<'_>, reader: &mut Reader) -> Option<Self> {
        let made = written(node).and_then(|text| Self::parse(&text));
        if made.is_none() {
            reader.wrong_type::<Self>(node);
        }
        made
    }

    fn walk(&self, path: &Path<'_>, visitor: &mut dyn Visitor) {
        visitor.part_day(path, *self);
    }
}

impl Field for Time {
    const EXPECTED: (&'static str, &'static str) = ("時刻 15:20", "a time such as 15:20");

    fn read(node: Node<'_>, reader: &mut Reader) -> Option<Self> {
        let text = written(node).unwrap_or_default();
        if let Some(time) = Self::parse(&text) {
            return Some(time);
        }
        reader.wrong_type::<Self>(node);
        None
    }

    fn walk(&self, path: &Path<'_>, visitor: &mut dyn Visitor) {
        visitor.time(path, *self);
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)
    }
}

impl fmt::Display for PartDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        for part in [self.month, self.day].into_iter().flatten() {
            write!(f, "-{part:02}")?;
        }
        Ok(())
    }
}

impl fmt::Display for Time {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.hour, self.minute)
    }
}

macro_rules! serialise_as_written {
    ($($name:ident),*) => {$(
        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }
    )*};
}

serialise_as_written!(Day, PartDay, Time);

#[cfg(test)]
mod tests {
    use super::PartDay;

    #[test]
    fn a_part_of_a_date_reads_back() {
        for text in ["2025", "2025-07", "2025-07-15"] {
            assert_eq!(PartDay::parse(text).unwrap().to_string(), text);
        }
        for text in ["25", "2025-13", "2025-02-30", "2025-07-15-1", "10/11", ""] {
            assert!(PartDay::parse(text).is_none(), "{text}");
        }
    }
}
