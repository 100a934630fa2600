//! What a text mentions.

use std::fmt;
use std::ops::Range;

use jiff::civil::Weekday;

use super::{Number, PartialDate, Relative, Unit};
use crate::lang::Lang;

/// A checkable value in a text.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Mention {
    /// Its bytes in the text as given.
    pub span: Range<usize>,
    /// The value.
    pub value: Value,
}

/// A currency.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum MoneyUnit {
    /// Yen.
    Yen,
    /// US dollar.
    Dollar,
    /// Euro.
    Euro,
    /// Pound sterling.
    Pound,
    /// Yuan.
    Yuan,
    /// Won.
    Won,
}

impl MoneyUnit {
    /// Its code: JPY.
    const fn code(self) -> &'static str {
        match self {
            Self::Yen => "JPY",
            Self::Dollar => "USD",
            Self::Euro => "EUR",
            Self::Pound => "GBP",
            Self::Yuan => "CNY",
            Self::Won => "KRW",
        }
    }
}

/// A third of a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Third {
    /// 上旬: from the 1st to the 10th.
    Early,
    /// 中旬: from the 11th to the 20th.
    Mid,
    /// 下旬: from the 21st on.
    Late,
}

impl Third {
    /// Whether a day of the month lies in it. A day beside it counts as well: speech is no calendar.
    #[must_use]
    pub fn holds(self, day: i8) -> bool {
        match self {
            Self::Early => day <= 11,
            Self::Mid => (10..=21).contains(&day),
            Self::Late => day >= 20,
        }
    }
}

/// A value in comparable form.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Value {
    /// A date, as far as given.
    Date(PartialDate),
    /// A date that reads as day/month and as month/day.
    AmbiguousDate(PartialDate, PartialDate),
    /// The first, second or last ten days of a month: 11月下旬, mid-November.
    Third(PartialDate, Third),
    /// A day of the week.
    Weekday(Weekday),
    /// A time of day: hour 0–23, minute.
    Time(u8, u8),
    /// An amount of money.
    Money(Number, MoneyUnit),
    /// A count or a length of time.
    Quantity(Number, Unit),
    /// Per cent.
    Percent(Number),
    /// A number without a unit.
    Number(Number),
    /// A day told by its distance from another: 翌日, next week.
    Relative(Relative),
    /// A product or order code: KB-240.
    Code(String),
    /// A telephone number, digits only.
    Phone(String),
    /// An e-mail address, lower case.
    Email(String),
    /// A web address.
    Url(String),
    /// A postal code, digits only.
    PostalCode(String),
}

impl Value {
    /// The value as a reader of the language would write it.
    #[must_use]
    pub fn said(&self, lang: Lang) -> String {
        match (self, lang) {
            (Self::Date(PartialDate { year, month: Some(month), day: Some(day) }), Lang::Ja) => {
                let year = year.map(|year| format!("{year}年")).unwrap_or_default();
                format!("{year}{month}月{day}日")
            }
            (Self::Money(amount, MoneyUnit::Yen), Lang::Ja) => format!("{}円", amount.grouped()),
            (Self::Money(amount, MoneyUnit::Yen), Lang::En) => format!("{} yen", amount.grouped()),
            (Self::Quantity(amount, _), _) => amount.grouped(),
            _ => self.to_string(),
        }
    }
}

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Date(date) => write!(f, "{date}"),
            Self::AmbiguousDate(one, other) => write!(f, "{one} / {other}"),
            Self::Third(month, third) => write!(f, "{month} {third:?}"),
            Self::Weekday(weekday) => write!(f, "{weekday:?}"),
            Self::Time(hour, minute) => write!(f, "{hour}:{minute:02}"),
            Self::Money(amount, unit) => write!(f, "{amount} {}", unit.code()),
            Self::Quantity(amount, unit) => write!(f, "{amount} {unit}"),
            Self::Percent(amount) => write!(f, "{amount}%"),
            Self::Number(amount) => write!(f, "{amount}"),
            Self::Relative(relative) => write!(f, "{relative:?}"),
            Self::Code(text) | Self::Phone(text) | Self::Email(text) | Self::Url(text) | Self::PostalCode(text) => {
                f.write_str(text)
            }
        }
    }
}
