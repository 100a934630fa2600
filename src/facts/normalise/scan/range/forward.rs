//! What a value says for the one after it: the month, the half of the day, the currency.

use std::ops::Range;

use super::{Find, Joint, Lead};
use crate::facts::normalise::{PartialDate, Unit, Value};
use crate::lang::Lang;

/// Gives what stands in the one of two joined values to the other.
pub(super) fn share(text: &str, lang: Lang, found: &mut [Find]) {
    let mut at = 1;
    while let Some((one, other)) = found.get(..=at).and_then(|both| Some((both.get(at - 1)?, both.get(at)?))) {
        let gap = text.get(one.0.end..other.0.start).unwrap_or_default();
        let both = Joint::whole(gap, lang).and_then(|joint| joined(text, lang, joint, one, other));
        if let Some((one, other)) = both {
            for (place, value) in [(at - 1, one), (at, other)] {
                if let Some(find) = found.get_mut(place) {
                    find.1 = value;
                }
            }
        }
        at += 1;
    }
}

/// What two values are that are joined; nothing where they stay what they are.
fn joined(text: &str, lang: Lang, joint: Joint, one: &Find, other: &Find) -> Option<(Value, Value)> {
    let written = |place: &Range<usize>| text.get(place.clone()).unwrap_or_default();
    let (first, last) = (written(&one.0), written(&other.0));
    match (&one.1, &other.1) {
        // 2026年4月〜6月.
        (
            Value::Date(PartialDate { year: Some(year), month: from, day: None }),
            Value::Date(PartialDate { year: None, month: Some(to), day: None }),
        ) if lang == Lang::Ja && from.is_some_and(|from| from < *to) => {
            Some((one.1.clone(), Value::Date(PartialDate::new(Some(*year), Some(*to), None)?)))
        }
        // 10月12日、13日.
        (Value::Date(known), Value::Date(PartialDate { year: None, month: None, day }))
            if lang == Lang::Ja && known.month.is_some() && known.day.is_some() && known.day < *day =>
        {
            let date = PartialDate::new(known.year, known.month, *day)?;
            Some((one.1.clone(), Value::Date(date)))
        }
        // 2月22日と25日です: the second reads like a length by itself.
        (Value::Date(known), Value::Quantity(days, Unit::Day))
            if lang == Lang::Ja
                && matches!(joint, Joint::And | Joint::Dot)
                && known.month.is_some()
                && last.ends_with('日') =>
        {
            let day = days.as_whole().and_then(|day| i8::try_from(day).ok()).filter(|day| known.day < Some(*day))?;
            known.day?;
            Some((one.1.clone(), Value::Date(PartialDate::new(known.year, known.month, Some(day))?)))
        }
        (Value::Time(hour, minute), Value::Time(next, next_minute)) => match (half(first), half(last)) {
            // 午後1時〜3時.
            (Some(true), None) if *next < 12 && next + 12 > *hour => {
                Some((one.1.clone(), Value::Time(next + 12, *next_minute)))
            }
            // 1:00-2:30 pm.
            (None, Some(true)) if *hour < 12 && (hour + 12, minute) < (*next, next_minute) && first.contains(':') => {
                Some((Value::Time(hour + 12, *minute), other.1.clone()))
            }
            _ => None,
        },
        // ¥3,000〜5,000, $2-3 million.
        (Value::Money(amount, unit), Value::Number(_))
            if matches!(joint, Joint::To | Joint::Or)
                && first.starts_with(|c: char| !c.is_ascii_digit() && !c.is_alphabetic() || c.is_ascii_uppercase())
                && first.ends_with(|c: char| c.is_ascii_digit()) =>
        {
            let lead = Lead::of(last)?;
            let more = lead.number.checked_mul(lead.scale)?;
            let scaled = amount.checked_mul(lead.scale)?;
            let less = [scaled, *amount].into_iter().find(|amount| *amount < more)?;
            Some((Value::Money(less, *unit), Value::Money(more, *unit)))
        }
        _ => None,
    }
}

/// Whether a time is told to be before or after noon, as it is written.
fn half(written: &str) -> Option<bool> {
    let lower = written.to_lowercase();
    let says = |words: &[&str]| words.iter().any(|word| lower.contains(word));
    if says(&["午後", "夕", "夜", "pm", "p.m"]) {
        Some(true)
    } else if says(&["午前", "朝", "am", "a.m", "noon", "正午", "midnight"]) {
        Some(false)
    } else {
        None
    }
}
