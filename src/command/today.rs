//! The day it is.

use jiff::{ToSpan, civil::Date};

/// The day it is, in universal time: near enough to find the year of a date.
pub(super) fn today() -> Date {
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap_or_default();
    let days = i64::try_from(since.as_secs() / 86_400).unwrap_or(0);
    jiff::civil::date(1970, 1, 1).saturating_add(days.days())
}
