//! Ranges and lists name their unit once: 10〜12日, 3、4箱, 5〜6万円, 9-11 am, $500-700. One pass from the end gives a
//! bare number the unit of what follows it; one from the beginning gives a value the month, the half of the day or the
//! currency of what stands before it.

mod forward;
mod joint;
mod lead;

use std::ops::Range;

use super::japanese::weekday_of;
use crate::facts::normalise::numeral::numeral;
use crate::facts::normalise::{Number, PartialDate, Value, cardinal};
use crate::lang::Lang;
use joint::Joint;
use lead::Lead;

/// A value and its place.
type Find = (Range<usize>, Value);

/// The values of a text with the units they share; `taken` tells which bytes belong to a value or to a name.
pub(super) fn share(text: &str, lang: Lang, mut found: Vec<Find>, taken: &[bool]) -> Vec<Find> {
    let pass = Pass { text, lang, taken };
    let mut done = Vec::with_capacity(found.len());
    while let Some(last) = found.pop() {
        let shared = Shared::of(&last, text, lang);
        done.push(last);
        let Some(mut shared) = shared else { continue };
        while let Some(first) = done.last().and_then(|last: &Find| pass.first(&mut shared, last.0.start, &found)) {
            // A bare number, and a month right before it, have become part of the value.
            while found.last().is_some_and(|(place, _)| place.end > first.0.start) {
                found.pop();
            }
            done.push(first);
        }
    }
    done.reverse();
    forward::share(text, lang, &mut done);
    done
}

/// The unit that the last member of a range or a list names.
struct Shared {
    sort: Sort,
    /// The number of the member that follows, without its scale.
    next: Number,
    /// The number of the member that follows, in full.
    full: Number,
}

enum Sort {
    Day,
    Month,
    /// The hour of a clock; whether it is one after noon.
    Hour(bool),
    Weekday,
    Amount(Value, Lead),
}

impl Shared {
    fn of((place, value): &Find, text: &str, lang: Lang) -> Option<Self> {
        let written = text.get(place.clone())?;
        let small = |number: i8, sort: Sort| {
            let number = Number::whole(i64::from(number));
            Some(Self { sort, next: number, full: number })
        };
        match value {
            Value::Date(PartialDate { year: None, month: None, day: Some(day) }) if written.ends_with('日') => {
                small(*day, Sort::Day)
            }
            Value::Date(PartialDate { year: None, month: Some(month), day: None }) if written.ends_with('月') => {
                small(*month, Sort::Month)
            }
            Value::Weekday(_) if lang == Lang::Ja => small(0, Sort::Weekday),
            Value::Time(hour, _) => {
                let hours = written.contains('時') || written.ends_with(['m', 'M', '.', 'k']);
                let late = lang == Lang::En && written.to_lowercase().contains('p');
                if hours { small(i8::try_from(*hour).ok()?, Sort::Hour(late)) } else { None }
            }
            Value::Quantity(full, _) | Value::Percent(full) | Value::Money(full, _) => {
                let lead = match lang {
                    Lang::En => Lead::of(written)?,
                    Lang::Ja => Lead::of(written).unwrap_or(Lead { number: *full, scale: 1, always: false }),
                };
                Some(Self { next: lead.number, full: *full, sort: Sort::Amount(value.clone(), lead) })
            }
            _ => None,
        }
    }
}

/// A bare number that may be a member of a range.
struct Bare {
    place: Range<usize>,
    number: Number,
    /// Whether it has no scale of its own.
    plain: bool,
}

struct Pass<'t> {
    text: &'t str,
    lang: Lang,
    taken: &'t [bool],
}

impl Pass<'_> {
    /// The member before one that begins at `start`, among the values before it and what is no value yet.
    fn first(&self, shared: &mut Shared, start: usize, before: &[Find]) -> Option<Find> {
        let (joint, end) = Joint::ending(self.text.get(..start)?, self.lang)?;
        if let Sort::Weekday = shared.sort {
            return self.weekday(end);
        }
        let bare = self.bare(end, before)?;
        let value = match &shared.sort {
            Sort::Day => {
                let day = i8::try_from(bare.number.as_whole()?).ok()?;
                (bare.number < shared.next).then_some(())?;
                let month = before.iter().rev().find(|(place, _)| place.end <= bare.place.start);
                match month {
                    Some((place, Value::Date(PartialDate { year, month: month @ Some(_), day: None })))
                        if place.end == bare.place.start =>
                    {
                        let date = PartialDate::new(*year, *month, Some(day))?;
                        shared.next = bare.number;
                        return Some((place.start..bare.place.end, Value::Date(date)));
                    }
                    _ => Value::Date(PartialDate::new(None, None, Some(day))?),
                }
            }
            Sort::Month => {
                let month = i8::try_from(bare.number.as_whole()?).ok()?;
                let next = i8::try_from(shared.next.as_whole()?).ok()?;
                (joint != Joint::Comma && month != next || month % 12 + 1 == next).then_some(())?;
                Value::Date(PartialDate::new(None, Some(month), None)?)
            }
            Sort::Hour(late) => return self.hour(shared.next, *late, joint, bare),
            Sort::Amount(unit, lead) => {
                let number = self.amount(shared, lead, joint, &bare)?;
                shared.full = number;
                with(unit, number)?
            }
            Sort::Weekday => return None,
        };
        shared.next = bare.number;
        Some((bare.place, value))
    }

    /// A number that ends at a byte and has no unit.
    fn bare(&self, end: usize, before: &[Find]) -> Option<Bare> {
        let text = self.text.get(..end)?;
        let bare = match before.last() {
            Some((place, Value::Number(number))) if place.end == end => {
                let written = self.text.get(place.clone())?;
                let plain = written.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b',' | b'.'));
                Bare { place: place.clone(), number: *number, plain }
            }
            _ => {
                let member = |c: char| match self.lang {
                    Lang::Ja => "〇一二三四五六七八九十百千".contains(c),
                    Lang::En => c.is_ascii_alphabetic() || c == '-',
                };
                let start = text.char_indices().rev().take(12).take_while(|(_, c)| member(*c)).last()?.0;
                let written = text.get(start..)?;
                let number = match self.lang {
                    Lang::Ja => numeral(written)?,
                    Lang::En => cardinal::cardinal(written)?,
                };
                (!self.taken.get(start..end)?.contains(&true)).then_some(())?;
                Bare { place: start..end, number, plain: true }
            }
        };
        // What belongs to a name, a version or a score is no member of a range.
        let outside = self.text.get(..bare.place.start)?.chars().next_back();
        let part =
            |c: char| c.is_ascii_alphanumeric() || "_#./:-第".contains(c) || (self.lang == Lang::Ja && numeral_char(c));
        (!outside.is_some_and(part)).then_some(bare)
    }

    /// The amount a bare number means before one of a unit.
    fn amount(&self, shared: &Shared, lead: &Lead, joint: Joint, bare: &Bare) -> Option<Number> {
        let scaled = if bare.plain { bare.number.checked_mul(lead.scale)? } else { bare.number };
        let less = [scaled, bare.number].into_iter().take(if lead.always { 1 } else { 2 });
        let less = less.into_iter().find(|number| *number < shared.full);
        let before = self.text.get(..bare.place.start)?;
        let after = |word: &str| {
            let from = before.len().checked_sub(word.len()).and_then(|from| before.get(from..));
            from.is_some_and(|from| from.eq_ignore_ascii_case(word))
        };
        match joint {
            Joint::To | Joint::Or => less.or((joint == Joint::To && after("from ")).then_some(scaled)),
            Joint::And => less.filter(|_| after("between ")),
            // 3、4箱 and 20、30名 are about so many; 評価は3、10箱 is not.
            Joint::Dot | Joint::Comma => less.filter(|_| follows(bare.number, shared.next)),
        }
    }

    /// 9-11 am, 午後1〜3時: the hour a bare number means before one of a clock.
    fn hour(&self, next: Number, late: bool, joint: Joint, bare: Bare) -> Option<Find> {
        (!matches!(joint, Joint::Dot | Joint::Comma) || follows(bare.number, next)).then_some(())?;
        let (hour, next) = (u8::try_from(bare.number.as_whole()?).ok()?, u8::try_from(next.as_whole()?).ok()?);
        let (place, half) = self.half(bare.place);
        let after_noon = if half.is_some() { half == Some(true) } else { late };
        let hour = if after_noon && hour < 12 && (half.is_some() || hour + 12 < next) { hour + 12 } else { hour };
        (hour <= 24 && (half.is_some() || hour < next)).then_some((place, Value::Time(hour, 0)))
    }

    /// The place with the half of the day right before it, and whether that is the second.
    fn half(&self, place: Range<usize>) -> (Range<usize>, Option<bool>) {
        let before = self.text.get(..place.start).unwrap_or_default();
        let halves = [("午前", false), ("朝", false), ("午後", true), ("夕方", true), ("夜", true)];
        let found = halves.iter().find(|(word, _)| before.ends_with(word));
        match found {
            Some((word, late)) => (place.start - word.len()..place.end, Some(*late)),
            None => (place, None),
        }
    }

    /// 火・木曜: a character that stands by itself.
    fn weekday(&self, end: usize) -> Option<Find> {
        let mut before = self.text.get(..end)?.char_indices().rev();
        let (start, name) = before.next()?;
        let part = |c: char| c.is_ascii_digit() || ('一'..='龯').contains(&c) && c != '週';
        let free = !self.taken.get(start..end)?.contains(&true);
        (free && !before.next().is_some_and(|(_, c)| part(c))).then_some(())?;
        Some((start..end, Value::Weekday(weekday_of(name)?)))
    }
}

fn numeral_char(c: char) -> bool {
    "〇一二三四五六七八九十百千万億兆".contains(c)
}

/// Whether a number is the one before another, as one counts it out: 3 and 4, 20 and 30.
fn follows(number: Number, next: Number) -> bool {
    let (Some(number), Some(next)) = (number.as_whole(), next.as_whole()) else { return false };
    [1, 10, 100, 1_000, 10_000]
        .iter()
        .any(|step| number > 0 && number % step == 0 && next % step == 0 && number + step == next)
}

/// Another amount of the same unit.
fn with(unit: &Value, number: Number) -> Option<Value> {
    Some(match unit {
        Value::Quantity(_, unit) => Value::Quantity(number, *unit),
        Value::Percent(_) => Value::Percent(number),
        Value::Money(_, unit) => Value::Money(number, *unit),
        _ => return None,
    })
}
