//! Finding every value a text mentions.

mod common;
mod english;
#[cfg(test)]
mod form_tests;
mod japanese;
mod no_such_day;
#[cfg(test)]
mod property_tests;
mod range;
#[cfg(test)]
mod tests;

pub use no_such_day::no_such_days;

use std::ops::Range;

use jiff::civil::Weekday;

use super::{Mention, Normal, PartialDate, Value};
use crate::lang::{Captures, Lang, Pattern};

/// What a pattern makes of a match: values with their places in the copy. An empty list claims the place, or the group
/// `only` of it, for nothing, so that no later pattern reads it as something else; `None` leaves it to the later ones.
type Read = fn(&Captures<'_>) -> Option<Vec<(Range<usize>, Value)>>;

/// A pattern and what it makes of its matches.
struct Form {
    pattern: Pattern,
    read: Read,
}

impl Form {
    fn new(pattern: &str, read: Read) -> Self {
        Self { pattern: Pattern::fixed(pattern), read }
    }
}

/// Every value a text mentions, in its order, none overlapping another.
#[must_use]
pub(super) fn mentions(text: &str, lang: Lang) -> Vec<Mention> {
    let normal = Normal::of(text);
    let mut claims = Claims { taken: vec![false; normal.text.len()], found: Vec::new() };
    // Only the patterns of the language are ever compiled.
    let own: &[Form] = match lang {
        Lang::Ja => &japanese::PATTERNS,
        Lang::En => &english::PATTERNS,
    };
    for form in common::PATTERNS.iter().chain(own) {
        claims.claim(form, &normal.text);
    }
    let Claims { taken, mut found } = claims;
    found.sort_by_key(|(range, _)| range.start);
    let found = range::share(&normal.text, lang, found, &taken);
    let place = |(range, value): (Range<usize>, Value)| Mention { span: normal.original(range), value };
    found.into_iter().map(place).collect()
}

/// Dates that stand beside a weekday, with the span of the two together.
#[must_use]
pub fn dated_weekdays(text: &str, lang: Lang) -> Vec<(Range<usize>, PartialDate, Weekday)> {
    let all = super::mentions(text, lang);
    let beside = |a: &Mention, b: &Mention| {
        let between = text.get(a.span.end..b.span.start).unwrap_or("-");
        !between.contains(['\t', '\n'])
            && between.chars().all(|c| c.is_whitespace() || matches!(c, ',' | '(' | '（' | '、'))
            || between == ", the "
    };
    // In "Tuesday 1 December, Monday 14 December" the second weekday is that of the date after it.
    let goes_on = |index: usize| match (all.get(index + 1), all.get(index + 2)) {
        (Some(weekday), Some(next)) => matches!(next.value, Value::Date(_)) && beside(weekday, next),
        _ => false,
    };
    all.windows(2)
        .enumerate()
        .filter_map(|(index, pair)| {
            let [a, b] = pair else { return None };
            if matches!(a.value, Value::Date(_)) && goes_on(index) {
                return None;
            }
            let (date, weekday) = match (&a.value, &b.value) {
                (Value::Date(date), Value::Weekday(weekday)) | (Value::Weekday(weekday), Value::Date(date)) => {
                    (date, weekday)
                }
                _ => return None,
            };
            (date.day.is_some() && beside(a, b)).then_some((a.span.start..b.span.end, *date, *weekday))
        })
        .collect()
}

/// Longest match that another may begin inside of: a run of a thousand digits is not read a thousand times.
const LONGEST: usize = 64;

struct Claims {
    /// Which bytes of the text belong to a value already.
    taken: Vec<bool>,
    found: Vec<(Range<usize>, Value)>,
}

impl Claims {
    fn claim(&mut self, form: &Form, text: &str) {
        let searched = form.pattern.over(text);
        let mut at = 0;
        while let Some(captures) = text.get(at..).and_then(|_| searched.captures_at(at)) {
            let Some(whole) = captures.get(0) else { break };
            let read = (form.read)(&captures).filter(|values| {
                // What lies between the values of a match may hold a value of its own.
                let mut claimed = values.iter().map(|(range, _)| range.clone()).collect::<Vec<_>>();
                if claimed.is_empty() {
                    claimed.push(captures.name("only").map_or_else(|| whole.range(), |only| only.range()));
                }
                claimed.iter().all(|one| self.take(one, false)) && claimed.iter().all(|one| self.take(one, true))
            });
            at = match read {
                Some(values) => {
                    self.found.extend(values);
                    whole.end().max(at + 1)
                }
                // Another match may begin inside this one.
                None if whole.range().len() <= LONGEST => next(text, whole.start()),
                None => whole.end(),
            };
            while at < text.len() && !text.is_char_boundary(at) {
                at += 1;
            }
        }
    }

    /// Whether all bytes of a place are free; marks them as taken where that is asked for.
    fn take(&mut self, place: &Range<usize>, mark: bool) -> bool {
        let Some(bytes) = self.taken.get_mut(place.clone()) else { return false };
        if mark {
            bytes.fill(true);
            return true;
        }
        !bytes.iter().any(|taken| *taken)
    }
}

fn next(text: &str, at: usize) -> usize {
    at + text.get(at..).and_then(|rest| rest.chars().next()).map_or(1, char::len_utf8)
}

/// The range of a group.
fn range(captures: &Captures<'_>, name: &str) -> Option<Range<usize>> {
    captures.name(name).map(|group| group.range())
}

/// The text of a group, empty where it took no part.
fn group<'a>(captures: &'a Captures<'_>, name: &str) -> &'a str {
    captures.name(name).map_or("", |group| group.as_str())
}

/// The whole match as one value.
fn whole(captures: &Captures<'_>, value: Value) -> Option<Vec<(Range<usize>, Value)>> {
    Some(vec![(captures.get(0)?.range(), value)])
}
