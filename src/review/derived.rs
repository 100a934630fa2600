//! Values that the facts do not write but that follow from them: sums, differences, shares, lengths of time.

use jiff::civil::Date;

use super::agreement::{same_things, whole};
use crate::facts::Id;
use crate::facts::normalise::{Number, Unit, Value};

/// Values from which others follow.
#[derive(Debug, Default)]
pub(super) struct Derived {
    /// Counts of things, without lengths of time.
    counts: Vec<(Number, Unit, Option<Id>)>,
    /// Lengths of time, with the entry.
    lasting: Vec<(Number, Unit, Option<Id>)>,
    /// Shares and bare numbers, with the entry.
    percents: Vec<(Number, Option<Id>)>,
    /// Days on which something happened.
    days: Vec<Date>,
    /// Minutes of the day at which something happened.
    own_times: Vec<i64>,
    /// Minutes of the day that are told, with the entry.
    times: Vec<(i64, Option<Id>)>,
    /// Days that are told, with the entry.
    told_days: Vec<(Date, Option<Id>)>,
    /// When what is to come begins, and how many minutes it lasts, with the entry.
    starts: Vec<(i64, Option<Id>)>,
    lengths: Vec<(i64, Option<Id>)>,
    /// The day each event is entered under.
    own_days: Vec<(Date, Id)>,
}

/// The least that is worth adding up: with small numbers almost anything follows.
const LEAST: i64 = 13;

/// Most moments that are held against each other: a pasted text may name any number of them.
const MOMENTS: usize = 256;

impl Derived {
    /// Takes a value of the facts in: whether it belongs to an event, and whether it is a field of its own.
    pub(super) fn add(&mut self, value: &Value, id: Option<&Id>, event: bool, own: bool) {
        if let Value::Quantity(amount, unit) = value
            && is_time(*unit)
        {
            self.lasting.push((*amount, *unit, id.cloned()));
        }
        match value {
            Value::Quantity(amount, unit) if !is_time(*unit) => {
                let count = (*amount, *unit, id.cloned());
                if !self.counts.contains(&count) {
                    self.counts.push(count);
                }
            }
            Value::Percent(share) | Value::Number(share) => self.percents.push((*share, id.cloned())),
            Value::Date(date) => {
                let Some(day) = whole(*date) else { return };
                if event {
                    self.told_days.push((day, id.cloned()));
                }
                if let Some(id) = id.filter(|_| event && own) {
                    self.own_days.push((day, id.clone()));
                }
                if event && !self.days.contains(&day) {
                    self.days.push(day);
                }
            }
            Value::Quantity(amount, Unit::Minute) if own => {
                self.lengths.extend(amount.as_whole().map(|minutes| (minutes, id.cloned())));
            }
            Value::Time(hour, minute) => {
                let minutes = i64::from(*hour) * 60 + i64::from(*minute);
                if own && !event {
                    self.starts.push((minutes, id.cloned()));
                }
                if own && event {
                    self.own_times.push(minutes);
                }
                if event {
                    self.times.push((minutes, id.cloned()));
                }
            }
            _ => {}
        }
    }

    /// Whether a value follows from those taken in.
    pub(super) fn follows(&self, said: &Value) -> bool {
        match said {
            Value::Quantity(amount, Unit::Day) => {
                amount.as_whole().is_some_and(|days| apart(&self.days, |apart| apart == days))
            }
            // 25 days are three weeks and a half in speech.
            Value::Quantity(amount, Unit::Week) => {
                let halves = amount.checked_mul(2).and_then(Number::as_whole);
                halves.is_some_and(|halves| {
                    apart(&self.days, |apart| (2 * apart - 7 * halves).abs() <= 3 * (halves % 2) && halves > 0)
                })
            }
            Value::Quantity(amount, Unit::Month) => amount
                .as_whole()
                .is_some_and(|months| apart(&self.days, |apart| (apart - months * 30).abs() <= 4 && months > 0)),
            Value::Quantity(amount, unit @ (Unit::Minute | Unit::Hour)) => {
                let minutes = if *unit == Unit::Hour { amount.checked_mul(60) } else { Some(*amount) };
                minutes.and_then(Number::as_whole).is_some_and(|minutes| self.later(minutes))
            }
            Value::Quantity(amount, unit) => self.sum(*amount, |known| same_things(known, *unit)),
            Value::Number(amount) => self.sum(*amount, |_| true),
            Value::Percent(share) => self.share(*share),
            Value::Time(hour, minute) => self.ends(i64::from(*hour) * 60 + i64::from(*minute)),
            _ => false,
        }
    }

    /// Whether a number is the difference of two of one entry: 400 before and 260 after are 140 fewer.
    pub(super) fn is_difference(&self, said: &Value) -> bool {
        let (Value::Number(amount) | Value::Quantity(amount, _) | Value::Percent(amount)) = said else { return false };
        let differ = |one: &(Number, Unit, Option<Id>), other: &(Number, Unit, Option<Id>)| {
            one.1 == other.1 && one.2.is_some() && one.2 == other.2 && one.0.checked_sub(other.0) == Some(*amount)
        };
        let percents = |one: &(Number, Option<Id>), other: &(Number, Option<Id>)| {
            one.1.is_some() && one.1 == other.1 && one.0.checked_sub(other.0) == Some(*amount)
        };
        [&self.counts, &self.lasting]
            .iter()
            .any(|amounts| amounts.iter().any(|one| amounts.iter().any(|other| differ(one, other))))
            || self.percents.iter().any(|one| self.percents.iter().any(|other| percents(one, other)))
    }

    /// Whether a number, bare or of things, is the sum of two that one entry has: 11食 and 7食 are 18. A bare number may be
    /// one of anything.
    pub(super) fn adds_up(&self, said: &Value) -> bool {
        let (amount, unit) = match said {
            Value::Number(amount) => (*amount, None),
            Value::Quantity(amount, unit) => (*amount, Some(*unit)),
            _ => return false,
        };
        let counts = self.counts.iter().filter(|(_, of, _)| unit.is_none_or(|unit| unit == *of));
        let bare = self.percents.iter().map(|(count, of)| (count, of));
        let numbers: Vec<(&Number, &Option<Id>)> = counts.map(|(count, _, of)| (count, of)).chain(bare).collect();
        let sum = |(one, of): &(&Number, &Option<Id>), (other, id): &(&Number, &Option<Id>)| {
            of.is_some() && of == id && one != other && one.checked_add(**other) == Some(amount)
        };
        amount >= Number::whole(LEAST) && numbers.iter().any(|one| numbers.iter().any(|other| sum(one, other)))
    }

    /// Whether something that begins at a known time and lasts a known while is over then; how long the meeting takes
    /// belongs to each of its candidates. What was done so many minutes after something else began with that: "25
    /// minutes after reaching the trainer".
    fn ends(&self, minutes: i64) -> bool {
        let over = |(start, of): &(i64, Option<Id>)| {
            self.lengths.iter().any(|(length, id)| (id.is_none() || id == of) && start + length == minutes)
        };
        let since = |(time, of): &(i64, Option<Id>)| {
            let told = self.lasting.iter().filter(|(_, unit, id)| *unit == Unit::Minute && id.is_some() && id == of);
            told.into_iter().any(|(length, ..)| length.as_whole().is_some_and(|length| time - length == minutes))
        };
        self.starts.iter().any(over) || self.times.iter().any(since)
    }

    fn later(&self, minutes: i64) -> bool {
        let own =
            || self.own_times.iter().any(|own| self.times.iter().any(|(other, _)| (own - other).abs() == minutes));
        // 10日13時から11日17時まで: between two days of an entry too.
        let within = || {
            self.times.iter().any(|(from, id)| {
                let days = || self.told_days.iter().filter(|(_, of)| of == id).map(|(day, _)| day);
                let spans = days().flat_map(|one| days().filter_map(|other| other.since(*one).ok()));
                let spans: Vec<i64> = spans.map(|span| i64::from(span.get_days()) * 24 * 60).chain([0]).collect();
                let others = self.times.iter().filter(|(_, of)| of == id);
                others.into_iter().any(|(to, _)| spans.iter().any(|span| span + to - from == minutes))
            })
        };
        minutes > 0 && (own() || within() || self.between_events(minutes))
    }

    /// From one event to another on another day, to the minute: from 14:30 on the 11th to 9:40 on the 12th. Whole hours
    /// would follow from almost anything.
    fn between_events(&self, minutes: i64) -> bool {
        let moments = self.moments();
        minutes % 60 != 0 && moments.iter().any(|from| moments.iter().any(|to| to - from == minutes))
    }

    /// 29時間余り: whether so many minutes, and no hour more or less, lie between two events.
    pub(super) fn takes_about(&self, within: std::ops::Range<i64>) -> bool {
        let moments = self.moments();
        moments.iter().any(|from| moments.iter().any(|to| within.contains(&(to - from))))
    }

    /// The moments of the events that have one, and those of other days that they tell of.
    fn moments(&self) -> Vec<i64> {
        let moment = |day: &Date, time: &i64| Some(i64::from(day.since(Date::ZERO).ok()?.get_days()) * 24 * 60 + time);
        let own = self.own_days.iter().filter_map(|(day, id)| {
            let (time, _) = self.times.iter().find(|(_, of)| of.as_ref() == Some(id))?;
            moment(day, time)
        });
        let own_day = |day: &Date, id: &Id| self.own_days.iter().any(|(own, of)| own == day && of == id);
        let told = self.told_days.iter().flat_map(|(day, id)| {
            let times = self.times.iter().filter(move |(_, of)| of == id && id.is_some());
            let other = id.as_ref().is_some_and(|id| !own_day(day, id));
            times.filter(move |_| other).filter_map(move |(time, _)| moment(day, time))
        });
        own.chain(told).take(MOMENTS).collect()
    }

    /// Whether a count is what is left of one known count without another, whatever the two belong to.
    pub(super) fn is_rest(&self, said: &Value) -> bool {
        let (amount, unit) = match said {
            Value::Quantity(amount, unit) => (*amount, Some(*unit)),
            Value::Number(amount) => (*amount, None),
            _ => return false,
        };
        let counts = || self.counts.iter().filter(|(_, known, _)| unit.is_none_or(|unit| same_things(*known, unit)));
        // Only from the whole something is left.
        let whole = counts().map(|(count, ..)| *count).max();
        whole.is_some_and(|whole| counts().any(|other| whole.checked_sub(other.0) == Some(amount)))
    }

    fn sum(&self, amount: Number, like: impl Fn(Unit) -> bool) -> bool {
        let counts: Vec<&(Number, Unit, Option<Id>)> = self.counts.iter().filter(|(_, unit, _)| like(*unit)).collect();
        if amount < Number::whole(LEAST) {
            return false;
        }
        let pairs = || {
            counts.iter().enumerate().flat_map(|(index, one)| {
                let others = counts.iter().skip(index + 1).filter(|other| one.1 == other.1 && one.2 == other.2);
                others.map(move |other| (one.0, other.0))
            })
        };
        let largest = counts.iter().map(|(count, ..)| *count).max().unwrap_or(Number::ZERO);
        // 12,000 is the sum of 10,000 and 2,000 already: nothing is added to it, and only from a whole is taken.
        let is_sum = |count: Number| pairs().any(|(one, other)| one.checked_add(other) == Some(count));
        pairs().any(|(one, other)| {
            let (less, more) = if one < other { (one, other) } else { (other, one) };
            let rest = more.checked_sub(less) == Some(amount) && (more == largest || is_sum(more));
            let sum = one.checked_add(other) == Some(amount) && !is_sum(one) && !is_sum(other);
            rest || sum
        })
    }

    /// A share that one count is of another, as it is rounded in speech.
    fn share(&self, share: Number) -> bool {
        let written = share.to_string();
        let decimals = written.split_once('.').map_or(0, |(_, part)| part.len());
        let Ok(said) = written.parse::<f64>() else { return false };
        let scale = 10_f64.powi(i32::try_from(decimals).unwrap_or(0));
        let value = |number: &Number| number.to_string().parse::<f64>().unwrap_or(0.0);
        self.counts.iter().any(|(all, _, id)| {
            let of = |part: f64| {
                let exact = part / value(all) * 100.0 * scale;
                [exact.floor(), exact.round()].iter().any(|near| (near / scale - said).abs() < 1e-9)
            };
            let parts = self.counts.iter().filter(|(part, _, entry)| part < all && entry == id);
            *all >= Number::whole(LEAST)
                && parts.into_iter().any(|(part, ..)| of(value(part)) || of(value(all) - value(part)))
        })
    }
}

/// Whether two of the days are so many days apart.
fn apart(days: &[Date], is: impl Fn(i64) -> bool) -> bool {
    let apart = |one: &Date, other: &Date| other.since(*one).is_ok_and(|span| is(i64::from(span.get_days())));
    days.iter().any(|one| days.iter().any(|other| other > one && apart(one, other)))
}

fn is_time(unit: Unit) -> bool {
    matches!(
        unit,
        Unit::Day
            | Unit::BusinessDay
            | Unit::Hour
            | Unit::Minute
            | Unit::Second
            | Unit::Week
            | Unit::Month
            | Unit::Year
    )
}

#[cfg(test)]
mod tests {
    use super::Derived;
    use crate::facts::normalise::mentions;
    use crate::lang::Lang;

    fn follows(said: &str) -> bool {
        let mut derived = Derived::default();
        for mention in
            mentions("2026年11月10日、2026年11月13日、12,000箱、2,000箱、310名、42名、14時、15時40分", Lang::Ja)
        {
            derived.add(&mention.value, None, true, true);
        }
        derived.follows(&mentions(said, Lang::Ja).remove(0).value)
    }

    #[test]
    fn what_follows_and_what_does_not() {
        for said in ["10,000箱", "14,000箱", "268名", "3日間", "1時間40分", "100分間", "13.5%", "約17%", "16.7%", "86%"]
        {
            assert!(follows(said), "{said}");
        }
        for said in ["9,000箱", "12,042名", "4日間", "2時間", "20%", "14.5%", "6箱"] {
            assert!(!follows(said), "{said}");
        }
    }
}
