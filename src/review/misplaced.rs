//! Values that the facts hold, but of something else than the sentence tells of.

use std::ops::Range;

use jiff::civil::Date;

use super::agreement::{agrees, nearest_year, same_sort};
use super::finding::Confidence;
use super::grounds::{Entry, Ground, Grounds};
use super::topic::Topic;
use crate::facts::Id;
use crate::facts::normalise::{Mention, Value};
use crate::lang::Lang;

/// A sentence with the values it mentions.
#[derive(Debug)]
pub(super) struct Told<'a> {
    /// The whole text.
    pub(super) text: &'a str,
    /// Its bytes in the text.
    pub(super) span: Range<usize>,
    /// Its values, with places in the text.
    pub(super) mentions: Vec<Mention>,
    /// What it cites; empty where it cites nothing.
    pub(super) cited: Vec<Id>,
}

/// A value in the wrong place, and the fact that stands there.
#[derive(Debug)]
pub(super) struct Misplaced<'a> {
    /// Its place.
    pub(super) span: Range<usize>,
    /// What should stand there.
    pub(super) fact: &'a Ground,
    /// How sure this is.
    pub(super) confidence: Confidence,
}

impl<'a> Told<'a> {
    /// The last date before a value: the day from which 翌日 counts.
    pub(super) fn date_before(&self, mention: &Mention, on: Date) -> Option<Date> {
        let before = self.mentions.iter().rev().filter(|other| other.span.end <= mention.span.start);
        before.into_iter().find_map(|other| match other.value {
            Value::Date(date) => nearest_year(date, on),
            _ => None,
        })
    }

    /// The values in the clause of a value, without itself.
    pub(super) fn beside(&self, mention: &Mention, lang: Lang) -> Vec<Mention> {
        let clauses = self.clauses(lang);
        let inside = |clause: &&Range<usize>, span: &Range<usize>| span.start >= clause.start && span.end <= clause.end;
        let clause = clauses.iter().find(|clause| inside(clause, &mention.span));
        let others = self.mentions.iter().filter(|other| other.span != mention.span);
        others.filter(|other| clause.as_ref().is_none_or(|clause| inside(clause, &other.span))).cloned().collect()
    }

    fn written(&self, mention: &Mention) -> &'a str {
        self.text.get(mention.span.clone()).unwrap_or_default()
    }

    /// Values that something besides the case as a whole must hold: a date, a time, an amount, a count of goods.
    fn bound(&self, grounds: &Grounds) -> Vec<&Mention> {
        let dated = |mention: &&Mention| match &mention.value {
            Value::Date(date) => date.month.is_some() && date.day.is_some(),
            Value::Time(..) | Value::Money(..) | Value::Quantity(..) => true,
            _ => false,
        };
        let free = |mention: &&Mention| !grounds.case_holds(&mention.value, self.written(mention));
        self.mentions.iter().filter(dated).filter(free).collect()
    }

    /// Values that contradict the entries the sentence cites: the entries have values of the sort, and the sentence
    /// has none of them.
    pub(super) fn against_cited<'g>(&self, grounds: &'g Grounds) -> Vec<Misplaced<'g>> {
        let bound = self.bound(grounds);
        let known: Vec<&Ground> = self.cited.iter().flat_map(|id| grounds.entry_values(id)).collect();
        let mut found = Vec::new();
        for mention in &bound {
            let sort: Vec<&&Ground> = known.iter().filter(|fact| same_sort(&mention.value, &fact.value)).collect();
            let alike = bound.iter().filter(|other| same_sort(&mention.value, &other.value));
            let agreed = alike
                .into_iter()
                .any(|other| sort.iter().any(|fact| agrees(&other.value, self.written(other), &fact.value)));
            if let (false, Some(fact)) = (agreed, sort.first()) {
                found.push(Misplaced { span: mention.span.clone(), fact, confidence: Confidence::High });
            }
        }
        found
    }

    /// Dates that contradict the event the sentence tells of in words and figures of that event alone.
    pub(super) fn against_event<'g>(&self, grounds: &'g Grounds, lang: Lang) -> Vec<Misplaced<'g>> {
        let mut found: Vec<Misplaced<'g>> = Vec::new();
        for clause in self.clauses(lang) {
            let inside = |mention: &&&Mention| mention.span.start >= clause.start && mention.span.end <= clause.end;
            let bound = self.bound(grounds);
            let here: Vec<&Mention> = bound.iter().filter(inside).copied().collect();
            let (dates, figures): (Vec<&Mention>, Vec<&Mention>) =
                here.into_iter().partition(|mention| matches!(mention.value, Value::Date(_)));
            // One date and the figures beside it belong together.
            let [date] = dates.as_slice() else { continue };
            let mut events: Vec<&Id> = figures.iter().filter_map(|figure| self.only_event(grounds, figure)).collect();
            events.dedup();
            if let [event] = events.as_slice() {
                found.extend(self.wrong_date(grounds, date, event));
            }
            if found.is_empty() {
                let times = figures.iter().filter(|figure| matches!(figure.value, Value::Time(..)));
                found.extend(times.filter_map(|time| self.wrong_time(grounds, date, time)));
            }
        }
        if found.is_empty() && self.cited.is_empty() {
            found.extend(self.against_sentence(grounds, lang));
        }
        found
    }

    /// The same for the sentence as a whole, where nothing else in it explains the date.
    fn against_sentence<'g>(&self, grounds: &'g Grounds, lang: Lang) -> Vec<Misplaced<'g>> {
        let bound = self.bound(grounds);
        let dates: Vec<&&Mention> = bound.iter().filter(|mention| matches!(mention.value, Value::Date(_))).collect();
        if dates.is_empty() {
            return Vec::new();
        }
        let topic = Topic::of(self.text.get(self.span.clone()).unwrap_or_default(), lang).without(grounds.topic());
        let figures = bound.iter().filter(|mention| !matches!(mention.value, Value::Date(_)));
        let mut marked: Vec<&Id> = figures.filter_map(|figure| self.only_event(grounds, figure)).collect();
        marked.dedup();
        let score = |entry: &Entry| topic.shared(&entry.topic) + if marked.contains(&&entry.id) { 4 } else { 0 };
        let mut ranked: Vec<(usize, &Entry)> = grounds.entries().iter().map(|entry| (score(entry), entry)).collect();
        ranked.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
        let [(best, event), (second, _), ..] = ranked.as_slice() else { return Vec::new() };
        if !event.event || *best < 4 || best <= second {
            return Vec::new();
        }
        let explained = ranked.iter().filter(|(score, _)| *score > 0).any(|(_, entry)| {
            let mut facts = grounds.entry_values(&entry.id);
            // An entry told of in passing explains its date only where no figure says which event is meant.
            (marked.is_empty() || entry.id == event.id)
                && facts.any(|fact| dates.iter().any(|date| agrees(&date.value, self.written(date), &fact.value)))
        });
        if explained {
            return Vec::new();
        }
        dates.into_iter().filter_map(|date| self.wrong_date(grounds, date, &event.id)).collect()
    }

    fn wrong_date<'g>(&self, grounds: &'g Grounds, date: &Mention, event: &Id) -> Option<Misplaced<'g>> {
        let facts: Vec<&Ground> =
            grounds.entry_values(event).filter(|fact| same_sort(&date.value, &fact.value)).collect();
        let right = facts.iter().any(|fact| agrees(&date.value, self.written(date), &fact.value));
        let fact = facts.first().filter(|_| !right)?;
        Some(Misplaced { span: date.span.clone(), fact, confidence: Confidence::Medium })
    }

    /// A time beside a date on which nothing has that time, though an event of that day has another.
    fn wrong_time<'g>(&self, grounds: &'g Grounds, date: &Mention, time: &Mention) -> Option<Misplaced<'g>> {
        let on_day = |entry: &&Entry| {
            grounds.entry_values(&entry.id).any(|fact| agrees(&date.value, self.written(date), &fact.value))
        };
        let times =
            |entry: &'g Entry| grounds.entry_values(&entry.id).filter(|fact| matches!(fact.value, Value::Time(..)));
        let same_hour = |fact: &Ground| match (&fact.value, &time.value) {
            // 9時 may be said for 9:10 where it is a rough time.
            (Value::Time(known, _), Value::Time(hour, 0)) => known == hour,
            _ => false,
        };
        let right = |fact: &Ground| agrees(&time.value, self.written(time), &fact.value) || same_hour(fact);
        let entries: Vec<&Entry> = grounds.entries().iter().filter(on_day).collect();
        if entries.iter().any(|entry| times(entry).any(right)) {
            return None;
        }
        let fact = entries.into_iter().filter(|entry| entry.event).find_map(|entry| times(entry).next())?;
        Some(Misplaced { span: time.span.clone(), fact, confidence: Confidence::Medium })
    }

    /// The one event that has this figure, if there is one.
    fn only_event<'g>(&self, grounds: &'g Grounds, figure: &Mention) -> Option<&'g Id> {
        let holds =
            |id: &Id| grounds.entry_values(id).any(|fact| agrees(&figure.value, self.written(figure), &fact.value));
        let mut events = grounds.entries().iter().filter(|entry| entry.event && holds(&entry.id));
        let event = events.next()?;
        // A figure of a measure or a remedy too says nothing about which is meant.
        let elsewhere = grounds.entries().iter().any(|entry| !entry.event && !entry.incident && holds(&entry.id));
        (events.next().is_none() && !elsewhere).then_some(&event.id)
    }

    /// Parts of the sentence between commas.
    fn clauses(&self, lang: Lang) -> Vec<Range<usize>> {
        let sentence = self.text.get(self.span.clone()).unwrap_or_default();
        let breaks: &[&str] = lang.pick(&["、", "，", "；"], &[", ", "; ", " and "]);
        let mut ends: Vec<(usize, usize)> = breaks
            .iter()
            .flat_map(|mark| sentence.match_indices(mark))
            .map(|(at, mark)| (at, at + mark.len()))
            .collect();
        ends.sort_unstable();
        ends.push((sentence.len(), sentence.len()));
        let mut start = 0;
        let mut clauses = Vec::new();
        for (end, next) in ends {
            clauses.push(self.span.start + start..self.span.start + end.max(start));
            start = next;
        }
        clauses
    }
}
