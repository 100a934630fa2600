//! What the facts in view say, as values: the ground a text's values must stand on.

use std::collections::BTreeMap;

use jiff::ToSpan;
use jiff::civil::Date;

use super::agreement::{agrees, nearest_year, same_sort};
use super::derived::Derived;
use super::scene::Scenes;
use super::seen::Seen;
use super::topic::Topic;
use crate::facts::normalise::{Mention, Number, PartialDate, Unit, Value, mentions};
use crate::facts::read::{Path, Span, Visitor};
use crate::facts::{Day, Facts, Id, PartDay, Text, Time};
use crate::kind::Speech;
use crate::lang::Lang;

/// Every value in view, with where it stands.
#[derive(Debug)]
pub(super) struct Grounds {
    values: Vec<Ground>,
    /// Which of the values stand in each entry.
    by_entry: BTreeMap<Id, Vec<usize>>,
    entries: Vec<Entry>,
    /// The texts they stand in.
    seen: Seen,
    /// What follows from the values.
    derived: Derived,
    /// What each entry tells.
    scenes: Scenes,
    /// How many things of any one sort there are to count.
    most: i64,
    /// How many people come to the meeting.
    people: i64,
}

/// A value of the facts.
#[derive(Clone, Debug)]
pub(super) struct Ground {
    /// The entry it stands in; none for what belongs to the whole case, which any sentence may use.
    pub(super) id: Option<Id>,
    /// The value.
    pub(super) value: Value,
    /// How the document would say it.
    pub(super) said: String,
    /// Whether it is a field of its own and not part of a text.
    own: bool,
    /// What stands before and behind it in its text.
    around: (String, String),
}

/// A citable entry in view.
#[derive(Debug)]
pub(super) struct Entry {
    /// Its id.
    pub(super) id: Id,
    /// Whether it is an event.
    pub(super) event: bool,
    /// Whether it is a decision: an approval or a remedy.
    pub(super) decision: bool,
    /// Whether it is the incident as a whole, which tells again what its events tell.
    pub(super) incident: bool,
    /// What it is about.
    pub(super) topic: Topic,
}

impl Grounds {
    /// The values of a view.
    pub(super) fn of(facts: &Facts) -> Self {
        let mut gather = Gather { facts, ids: facts.entry_ids(), values: Vec::new(), entries: Vec::new() };
        facts.walk(&mut gather);
        let Gather { mut values, entries, .. } = gather;
        let speech = Speech::of(facts);
        for entry in &facts.compensation {
            if let (Some(amount), Some(said)) = (entry.amount, speech.money(entry)) {
                let value = Value::Money(Number::whole(amount), entry.currency.into());
                values.push(Ground { id: Some(entry.id.clone()), value, said, own: true, around: Default::default() });
            }
        }
        let reports = facts.cadence.iter().map(|cadence| cadence.reports.len()).max().unwrap_or(0);
        let sizes = [facts.timeline.len(), facts.actions.len(), facts.positions.len(), facts.causes.len(), reports];
        let count = |size: usize| i64::try_from(size).unwrap_or(i64::MAX);
        let most = sizes.into_iter().map(count).max().unwrap_or(0).max(3);
        let people = facts.meeting.as_ref().map_or(1, |meeting| count(meeting.attendees.len()).max(1));
        with_months(&mut values, &entries);
        let mut derived = Derived::default();
        for ground in &values {
            let event = entries.iter().any(|entry| entry.event && Some(&entry.id) == ground.id.as_ref());
            derived.add(&ground.value, ground.id.as_ref(), event, ground.own);
        }
        let scenes = Scenes::of(facts);
        let mut by_entry: BTreeMap<Id, Vec<usize>> = BTreeMap::new();
        for (place, ground) in values.iter().enumerate() {
            if let Some(id) = &ground.id {
                by_entry.entry(id.clone()).or_default().push(place);
            }
        }
        Self { values, by_entry, entries, seen: Seen::of(facts), derived, scenes, most, people }
    }

    /// The citable entries in view.
    pub(super) fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// What each entry tells.
    pub(super) fn scenes(&self) -> &Scenes {
        &self.scenes
    }

    /// The texts in view.
    pub(super) fn seen(&self) -> &Seen {
        &self.seen
    }

    /// All values in view.
    pub(super) fn values(&self) -> impl Iterator<Item = &Value> {
        self.values.iter().map(|ground| &ground.value)
    }

    /// The values of an entry.
    pub(super) fn entry_values(&self, id: &Id) -> impl Iterator<Item = &Ground> {
        let places = self.by_entry.get(id).map_or(&[][..], Vec::as_slice);
        places.iter().filter_map(|place| self.values.get(*place))
    }

    /// Whether the facts hold a value.
    pub(super) fn hold(&self, said: &Value, written: &str) -> bool {
        self.counts(said)
            || self.values.iter().any(|ground| agrees(said, written, &ground.value))
            || self.derived.follows(said)
    }

    /// The fact that a count is the number of all there is in the case, where it is.
    pub(super) fn whole_count(&self, said: &Value) -> Option<&Ground> {
        let whole = self.values.iter().filter(|ground| ground.id.is_none());
        whole.into_iter().find(|ground| matches!(said, Value::Quantity(..)) && agrees(said, "", &ground.value))
    }

    /// Whether one of the facts is this value, or says it for something else.
    pub(super) fn says_value(&self, said: &Value, written: &str) -> bool {
        self.values.iter().any(|ground| agrees(said, written, &ground.value))
    }

    /// Whether a count is what is left of one known count without another.
    pub(super) fn is_rest(&self, said: &Value) -> bool {
        self.derived.is_rest(said)
    }

    /// The whole days among the values.
    pub(super) fn days(&self) -> impl Iterator<Item = Date> {
        self.values.iter().filter_map(|ground| match ground.value {
            Value::Date(date) => super::agreement::whole(date),
            _ => None,
        })
    }

    /// Whether two of the days are so many days apart.
    pub(super) fn lie_apart(&self, days: i64) -> bool {
        let known: Vec<Date> = self.days().collect();
        let apart = |one: &Date, other: &Date| other.since(*one).is_ok_and(|span| i64::from(span.get_days()) == days);
        known.iter().any(|one| known.iter().any(|other| apart(one, other)))
    }

    /// Whether a length of time leads from a day to one that the facts name, a part of a week or of a month more or
    /// less where it is told in these.
    pub(super) fn leads_from(&self, on: Date, said: &Value) -> bool {
        let Value::Quantity(amount, unit) = said else { return false };
        let Some(amount) = amount.as_whole() else { return false };
        let (days, about) = match unit {
            Unit::Day => (amount, 0),
            Unit::Week => (amount * 7, 3),
            Unit::Month => (amount * 30, 8),
            _ => return false,
        };
        self.values.iter().any(|ground| match ground.value {
            Value::Date(date) => super::agreement::nearest_year(date, on)
                .and_then(|day| day.since(on).ok())
                .is_some_and(|span| (i64::from(span.get_days()).abs() - days).abs() <= about),
            _ => false,
        })
    }

    /// Whether a bare number is the sum of two of one entry.
    pub(super) fn adds_up(&self, said: &Value) -> bool {
        self.derived.adds_up(said)
    }

    /// Whether a value is the difference of two of one entry.
    pub(super) fn is_difference(&self, said: &Value) -> bool {
        self.derived.is_difference(said)
    }

    /// Whether a length of time lies between two days, or two times, of one entry.
    pub(super) fn spans(&self, said: &Value) -> bool {
        let Value::Quantity(amount, unit) = said else { return false };
        let Some(amount) = amount.as_whole() else { return false };
        let minutes = match unit {
            Unit::Week => amount.saturating_mul(7 * 24 * 60),
            Unit::Day => amount.saturating_mul(24 * 60),
            Unit::Hour => amount.saturating_mul(60),
            Unit::Minute => amount,
            _ => return false,
        };
        let of_day = matches!(unit, Unit::Week | Unit::Day);
        self.by_entry.values().any(|places| {
            let points: Vec<i64> = places
                .iter()
                .filter_map(|place| match &self.values.get(*place)?.value {
                    Value::Date(date) if of_day => {
                        let day = super::agreement::whole(*date)?;
                        Some(i64::from(day.since(Date::ZERO).ok()?.get_days()) * 24 * 60)
                    }
                    Value::Time(hour, minute) if !of_day => Some(i64::from(*hour) * 60 + i64::from(*minute)),
                    _ => None,
                })
                .collect();
            points.iter().any(|one| points.iter().any(|other| one - other == minutes))
        })
    }

    /// Whether a value follows from those of the facts.
    pub(super) fn derives(&self, said: &Value) -> bool {
        self.derived.follows(said)
    }

    /// Whether so many minutes lie between two events.
    pub(super) fn takes_about(&self, within: std::ops::Range<i64>) -> bool {
        self.derived.takes_about(within)
    }

    /// How many entries, the whole case among them, hold a value.
    pub(super) fn holders(&self, said: &Value, written: &str) -> usize {
        let mut ids: Vec<Option<&Id>> = Vec::new();
        for ground in self.values.iter().filter(|ground| agrees(said, written, &ground.value)) {
            if !ids.contains(&ground.id.as_ref()) {
                ids.push(ground.id.as_ref());
            }
        }
        ids.len()
    }

    /// Whether a fact is of this day.
    pub(super) fn has_day(&self, day: Date) -> bool {
        self.values.iter().any(|ground| ground.value == Value::Date(day.into()))
    }

    /// Whether the case as a whole holds it, beside any entry.
    pub(super) fn case_holds(&self, said: &Value, written: &str) -> bool {
        let whole = self.values.iter().filter(|ground| ground.id.is_none());
        self.counts(said) || whole.into_iter().any(|ground| agrees(said, written, &ground.value))
    }

    /// Whether it counts the entries themselves: 「次の三点」, "two steps".
    pub(super) fn counts(&self, said: &Value) -> bool {
        let (Value::Quantity(amount, _) | Value::Number(amount)) = said else { return false };
        let Some(amount) = amount.as_whole().filter(|amount| *amount > 0) else { return false };
        match said {
            Value::Quantity(_, Unit::Item | Unit::Point | Unit::Case | Unit::Time) => amount <= self.most,
            Value::Quantity(_, Unit::Person) => amount <= self.people,
            Value::Quantity(_, Unit::Company | Unit::Record | Unit::Row | Unit::Column | Unit::Piece) => amount == 1,
            Value::Number(_) => amount <= self.most.min(9),
            _ => false,
        }
    }

    /// The fact whose words stand around a value that is another: 列を入れ替えた8件のデータによる試験 where the case has
    /// 5件. Where the case has the same words with this value too, none.
    pub(super) fn echoed(
        &self,
        said: &Value,
        written: &str,
        before: &str,
        behind: &str,
        lang: Lang,
    ) -> Option<&Ground> {
        let (least_before, least_behind) = lang.pick((3, 5), (8, 10));
        let same_words = |ground: &&Ground| {
            let pairs = before.chars().rev().zip(ground.around.0.chars().rev());
            let ahead = pairs.take_while(|(one, other)| one.eq_ignore_ascii_case(other)).count();
            let pairs = behind.chars().zip(ground.around.1.chars());
            let after = pairs.take_while(|(one, other)| one.eq_ignore_ascii_case(other)).count();
            ahead >= least_before && after >= least_behind
        };
        let alike = || self.values.iter().filter(|ground| !ground.own && same_sort(said, &ground.value));
        let found = alike().find(same_words)?;
        let same = |ground: &Ground| match (said, &ground.value) {
            // A text of the case may leave out the month.
            (Value::Date(said), Value::Date(fact)) => {
                said.day == fact.day && (said.month == fact.month || said.month.is_none() || fact.month.is_none())
            }
            _ => agrees(said, written, &ground.value),
        };
        (!alike().any(|ground| same_words(&ground) && same(ground))).then_some(found)
    }

    /// The fact that was probably meant by a value that is not held. Dates are slips of a day or two, so the nearest
    /// counts; of other values the one that belongs to what the sentence tells.
    pub(super) fn nearest(&self, said: &Value, told: &Topic, others: &[Mention], on: Date) -> Option<&Ground> {
        let near = self.values.iter().filter_map(|ground| Some((distance(said, &ground.value, on)?, ground)));
        let about = |ground: &Ground| {
            let Some(entry) = self.entries.iter().find(|entry| Some(&entry.id) == ground.id.as_ref()) else { return 0 };
            let values = || self.entry_values(&entry.id);
            let shared = others.iter().filter(|other| values().any(|fact| agrees(&other.value, "", &fact.value)));
            entry.topic.shared(told) + 2 * shared.count()
        };
        let date = matches!(said, Value::Date(_));
        let key = |(distance, ground): &(i128, &Ground)| {
            let about = std::cmp::Reverse(about(ground));
            let far = if date { *distance } else { 0 };
            (far, std::cmp::Reverse(date && ground.own), about, *distance)
        };
        near.min_by_key(key).map(|(_, ground)| ground)
    }
}

/// How many characters on each side of a value are kept.
const AROUND: usize = 24;

/// The last characters of a text.
fn tail(text: &str) -> String {
    let from = text.char_indices().rev().nth(AROUND - 1).map_or(0, |(at, _)| at);
    text.get(from..).unwrap_or_default().to_owned()
}

/// How far a value is from a fact; none where the one cannot be a slip for the other.
fn distance(said: &Value, fact: &Value, on: Date) -> Option<i128> {
    match (said, fact) {
        (Value::Date(said), Value::Date(fact)) => {
            let (said, fact) = (nearest_year(*said, on)?, nearest_year(*fact, on)?);
            let days = said.since(fact).map(|span| i128::from(span.get_days()).abs()).ok()?;
            (days <= 14).then_some(days)
        }
        (Value::Time(hour, minute), Value::Time(other, other_minute)) => {
            let minutes = |hour: u8, minute: u8| i128::from(hour) * 60 + i128::from(minute);
            Some((minutes(*hour, *minute) - minutes(*other, *other_minute)).abs())
        }
        (Value::Quantity(said, unit), Value::Quantity(fact, known)) if unit == known => apart(*said, *fact),
        (Value::Money(said, unit), Value::Money(fact, known)) if unit == known => apart(*said, *fact),
        (Value::Percent(said), Value::Percent(fact)) => apart(*said, *fact),
        _ => None,
    }
}

fn apart(one: Number, other: Number) -> Option<i128> {
    Some(i128::from(one.checked_sub(other)?.as_whole()?).abs())
}

/// 翌20日の8時50分, in an event of 19 May: a day that a text names by its number alone is the nearest one of that number to
/// the day of its event.
fn with_months(values: &mut [Ground], entries: &[Entry]) {
    let event = |id: &Id| entries.iter().any(|entry| entry.event && entry.id == *id);
    let own = values.iter().filter(|ground| ground.own).filter_map(|ground| match &ground.value {
        Value::Date(date) => Some((ground.id.clone().filter(event)?, super::agreement::whole(*date)?)),
        _ => None,
    });
    let own: BTreeMap<Id, Date> = own.collect();
    for ground in values.iter_mut().filter(|ground| !ground.own) {
        if let (Value::Date(PartialDate { year: None, month: None, day: Some(day) }), Some(id)) =
            (&ground.value, &ground.id)
            && let Some(from) = own.get(id)
        {
            let here = from.first_of_month();
            let months = [here.checked_sub(1.month()), Ok(here), here.checked_add(1.month())];
            let days = months.into_iter().flatten().filter_map(|first| first.with().day(*day).build().ok());
            let nearest = days.min_by_key(|day| day.since(*from).map_or(i32::MAX, |span| span.get_days().abs()));
            if let Some(day) = nearest {
                ground.value = Value::Date(day.into());
            }
        }
    }
}

/// One, as English says it.
const ONES: [(&str, Unit); 4] = [
    ("another year", Unit::Year),
    ("a year", Unit::Year),
    ("another month", Unit::Month),
    ("another week", Unit::Week),
];

struct Gather<'a> {
    facts: &'a Facts,
    ids: Vec<Id>,
    values: Vec<Ground>,
    entries: Vec<Entry>,
}

impl Gather<'_> {
    /// The entry a value on this way stands in; none for groups that belong to the whole case, and for the words
    /// the incident itself goes by.
    fn entry_of(&self, steps: &[&str]) -> Option<Id> {
        if let ["incident", "title" | "matter" | "place" | "product" | "order" | "quantity"] = steps {
            return None;
        }
        let named = steps.iter().rev().find_map(|step| self.ids.iter().find(|id| id.as_str() == *step));
        let single = || match steps.first() {
            Some(&"incident") => self.facts.incident.as_ref().map(|entry| &entry.id),
            Some(&"contact_setup") => self.facts.contact_setup.as_ref().map(|entry| &entry.id),
            Some(&"change_option") => self.facts.change_option.as_ref().map(|entry| &entry.id),
            _ => None,
        };
        named.or_else(single).cloned()
    }

    fn push(&mut self, path: &Path<'_>, value: Value, said: String) {
        let id = self.entry_of(&path.steps());
        self.values.push(Ground { id, value, said, own: true, around: Default::default() });
    }

    fn text_of(&mut self, path: &Path<'_>, text: &str) {
        // What somebody wrote may mean another day than it says: 10/11.
        let quote = path.steps().last() == Some(&"quote");
        for mention in mentions(text, self.facts.lang()) {
            if quote && matches!(mention.value, Value::Date(_) | Value::AmbiguousDate(..)) {
                continue;
            }
            let before = text.get(..mention.span.start).unwrap_or_default();
            let behind = text.get(mention.span.end..).unwrap_or_default();
            let around = (tail(before), behind.chars().take(AROUND).collect());
            let said = text.get(mention.span).unwrap_or_default().to_owned();
            let value = match mention.value {
                // A text of the case leaves out the year where it is clear.
                Value::Date(date) if date.month.is_some() && date.day.is_some() => {
                    Value::Date(nearest_year(date, self.facts.case.as_of.0).map_or(date, PartialDate::from))
                }
                other => other,
            };
            let id = self.entry_of(&path.steps());
            self.values.push(Ground { id, value, said, own: false, around });
        }
        // "Would last another year": a length that is told without its number.
        for (word, unit) in ONES {
            if let Some(at) = text.find(word).filter(|_| self.facts.lang() == Lang::En) {
                let said = text.get(at..at + word.len()).unwrap_or_default().to_owned();
                let (id, value) = (self.entry_of(&path.steps()), Value::Quantity(Number::whole(1), unit));
                self.values.push(Ground { id, value, said, own: false, around: Default::default() });
            }
        }
    }
}

impl Visitor for Gather<'_> {
    fn entry(&mut self, path: &Path<'_>, id: &Id, _: &Span) {
        let steps = path.steps();
        let (event, incident) = (steps.first() == Some(&"timeline"), steps == ["incident"]);
        let decision = matches!(steps.first(), Some(&"approvals" | &"compensation"));
        self.entries.push(Entry { id: id.clone(), event, decision, incident, topic: Topic::default() });
    }

    fn text(&mut self, path: &Path<'_>, text: &Text) {
        let steps = path.steps();
        self.text_of(path, text.shown());
        // What shows an event says little about the event.
        if !matches!(steps.last(), Some(&"evidence" | &"verification" | &"channel" | &"note")) {
            let id = self.entry_of(&steps);
            let topic = Topic::of(text.shown(), self.facts.lang());
            if let Some(entry) = self.entries.iter_mut().find(|entry| Some(&entry.id) == id.as_ref()) {
                entry.topic = entry.topic.with(&topic);
            }
        }
    }

    fn code(&mut self, path: &Path<'_>, code: &str) {
        self.text_of(path, code);
    }

    fn day(&mut self, path: &Path<'_>, day: Day) {
        self.push(path, Value::Date(day.0.into()), Speech::of(self.facts).day(day));
    }

    fn part_day(&mut self, path: &Path<'_>, part: PartDay) {
        let known = PartialDate { year: Some(part.year), month: part.month, day: part.day };
        self.push(path, Value::Date(known), Speech::of(self.facts).part_day(part));
    }

    fn time(&mut self, path: &Path<'_>, time: Time) {
        self.push(path, Value::Time(time.hour, time.minute), Speech::of(self.facts).clock(time));
    }

    fn number(&mut self, path: &Path<'_>, number: i64) {
        let amount = Number::whole(number);
        let units: &[Unit] = match path.steps().last() {
            Some(&"years" | &"relationship_years") => &[Unit::Year],
            Some(&"accounts") => &[Unit::Company, Unit::Project],
            Some(&"minutes") => &[Unit::Minute],
            // An amount of money is no bare number; it is gathered with its currency.
            _ => &[],
        };
        for unit in units {
            self.push(path, Value::Quantity(amount, *unit), number.to_string());
        }
        if units == [Unit::Minute] && number % 60 == 0 {
            let hours = self.facts.lang().pick(format!("{}時間", number / 60), format!("{} hours", number / 60));
            self.push(path, Value::Quantity(Number::whole(number / 60), Unit::Hour), hours);
        }
    }
}
