//! What nearly every check uses.

pub(super) use crate::command::check::remark::{Check, Found, Group, say};
pub(super) use crate::command::check::survey::{Survey, Told};
pub(super) use crate::facts::normalise::Value;
pub(super) use crate::facts::*;
pub(super) use crate::lang::{Lang, Pattern};
pub(super) use crate::review::Severity;

/// A date with its weekday, as a reader of the language expects it: `2026-11-10（火）`.
pub(super) fn with_weekday(date: jiff::civil::Date) -> (String, String) {
    let ja = crate::facts::normalise::weekday_ja(date);
    (format!("{date}（{ja}）"), format!("{} {date}", date.strftime("%a")))
}

/// A text in both languages, each standing in for the other where it lacks.
pub(super) fn both(text: &Text) -> (&str, &str) {
    let or = |lang: Lang| text.get(lang).or_else(|| text.get(lang.other())).unwrap_or_default();
    (or(Lang::Ja), or(Lang::En))
}
