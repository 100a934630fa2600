//! Days to come that a promise names, and those of the records.

use std::ops::{Range, RangeInclusive};

use jiff::civil::Date;

use super::Finding;
use super::backing::{Told, checks, is_narrow, is_presence};
use super::promise::Act;
use super::records::Record;
use super::rules::commitment_without_record::{Judge, RULE, no_record};
use super::told_days::is_told_by_clause;
use super::topic::{Topic, in_common};
use crate::kind::Speech;
use crate::lang::Message;

impl Judge<'_> {
    /// Whether the day is that of a report and told as such: "in our report of 4 December"; この点は、11月10日までに確認
    /// いたします; 3月31日まで同席し、同日に新しい体制をご報告いたします.
    fn is_day_of_report(&self, text: &str, days: &[(Range<usize>, RangeInclusive<Date>)]) -> bool {
        let Some((span, day)) = days.first() else { return false };
        let (before, after) = (text.get(..span.start).unwrap_or_default(), text.get(span.end..).unwrap_or_default());
        let named = before.ends_with("report of ") || before.ends_with("account of ");
        let said = before.to_lowercase();
        let next = ["next report", "next written report", "next progress report", "the report you receive by"];
        let next = next.iter().any(|word| said.contains(word))
            || ["次は", "次回は", "次のご報告は"].iter().any(|word| before.ends_with(word));
        let points = ["この点", "その点", "この件", "この二点", "両点", "This point", "On this", "On both"];
        let point = checks(text) && points.iter().any(|word| before.contains(word));
        // A check on record is told by what is checked, in words of its own.
        let mut due = self.context.facts.incident.iter().flat_map(|incident| &incident.checks).map(|check| check.due.0);
        if checks(text) && due.any(|due| is_narrow(day) && day.contains(&due)) {
            return true;
        }
        let same_day = after.split_once("同日").is_some_and(|(_, rest)| rest.contains("報告"));
        let reports = || self.records.iter().filter(|record| record.act == Act::Report);
        (named || next || point || same_day)
            && reports().any(|report| report.days.iter().any(|known| day.contains(known)))
    }

    /// "When we visit, on 6 October at 10:00 or 8 October": days on which a visit has been proposed.
    fn is_proposed(&self, text: &str, days: &[(Range<usize>, RangeInclusive<Date>)]) -> bool {
        let visits = || self.records.iter().filter(|record| record.act == Act::Visit).flat_map(|record| &record.days);
        let visit = ["伺", "訪問", "ご挨拶", "visit", "call on you", "come to you", "in person"];
        visit.iter().any(|word| text.contains(word))
            && days.iter().all(|(_, day)| is_narrow(day) && visits().any(|known| day.contains(known)))
    }

    /// A day among others that nothing in the case has: 12月4日、12月18日、1月8日にお知らせいたします.
    fn stray_day(
        &self,
        topic: &Topic,
        days: &[(Range<usize>, RangeInclusive<Date>)],
        is_known: impl Fn(&RangeInclusive<Date>) -> bool,
    ) -> Option<Range<usize>> {
        let has = |day: &RangeInclusive<Date>| {
            let recurs = |record: &Record| {
                record.often.get(1) == Some(&true)
                    && record.weekdays.contains(&day.start().weekday())
                    && topic.shared(&record.topic) > 0
            };
            let on_record = |record: &Record| record.days.iter().any(|known| day.contains(known)) || recurs(record);
            self.records.iter().any(on_record) || self.context.grounds().days().any(|known| day.contains(&known))
        };
        let stray = days.iter().find(|(_, day)| day.start() == day.end() && !is_known(day) && !has(day));
        stray.map(|(span, _)| span.clone())
    }

    /// A day to come that none of the records names.
    pub(super) fn wrong_day(
        &self,
        told: &Told<'_>,
        act: Act,
        before: &str,
        whole: &Range<usize>,
        matching: &[&Record],
    ) -> Option<Finding> {
        let (text, kept, topic, days) = (told.text, told.kept, told.topic, &told.days);
        // Of a sentence that speaks of one record, the record's own days count; else those of all it may mean.
        let best = matching.iter().map(|record| topic.shared(&record.topic)).max().unwrap_or(0);
        let one = |record: &&&Record| best < 1 || topic.shared(&record.topic) == best;
        let meant: Vec<&&Record> = matching.iter().filter(one).collect();
        // Who the client talks to, and from when, stands in more than one record.
        let contacts = matching.iter().filter(|record| record.act == Act::Contact);
        let known: Vec<Date> =
            meant.iter().copied().chain(contacts).flat_map(|record| record.days.iter().copied()).collect();
        // The sentence before may say what this one is about.
        let earlier = Topic::of(before, self.context.lang);
        let around = topic.with(&earlier);
        let told = self
            .records
            .iter()
            .filter(|record| {
                let spoken_of = best < 2 && around.shared(&record.topic) > 0;
                // What is over is not what "we are going through the records and will report by …" promises.
                let over = !known.is_empty() && known.iter().all(|day| *day <= self.context.facts.case.as_of.0);
                let word = act == Act::Report
                    && record.act == Act::Report
                    && (best == 0 || over || around.shared(&record.topic) > 0 || in_common(kept, &record.text) >= 3);
                let beside = record.act == Act::Visit && is_presence(&record.text) && is_presence(text);
                spoken_of || word || beside || topic.shared(&record.topic) >= 2 || earlier.shared(&record.topic) >= 2
            })
            .flat_map(|record| &record.days);
        let known_too: Vec<Date> = told.copied().collect();
        let is_known = |day: &RangeInclusive<Date>| known.iter().chain(&known_too).any(|known| day.contains(known));
        if days.is_empty() {
            return None;
        }
        if days.iter().any(|(_, day)| is_known(day)) {
            return self.stray_day(topic, days, is_known).map(no_record);
        }
        // Each Friday is the day of what is done on Fridays.
        let recurs = |record: &&&Record, day: &RangeInclusive<Date>| {
            record.often.get(1) == Some(&true)
                && record.weekdays.contains(&day.start().weekday())
                && day.start() == day.end()
                && (topic.shared(&record.topic) > 0 || record.text.contains("報告"))
                && record.days.iter().min().is_none_or(|first| first <= day.start())
        };
        if days.iter().all(|(_, day)| meant.iter().any(|record| recurs(record, day))) {
            return None;
        }
        if self.is_day_of_report(text, days)
            || self.is_proposed(text, days)
            || is_told_by_clause(text, days, self.records, self.context.lang)
        {
            return None;
        }
        if known.is_empty() {
            // The record names no day: one that no record has is new.
            let all = || self.records.iter().flat_map(|record| &record.days);
            let new = !days.iter().any(|(_, day)| all().any(|known| day.contains(known)));
            return new.then(|| no_record(whole.clone()));
        }
        let (span, _) = days.first()?;
        let span = span.clone();
        let record = meant.first()?;
        let said: Vec<String> =
            record.days.iter().map(|day| Speech::of(self.context.facts).day(crate::facts::Day(*day))).collect();
        let said = said.join(", ");
        let message = Message::new(
            format!("記録（{}）にない期日です", record.id),
            format!("the record ({}) names another day", record.id),
        );
        let suggestion = Message::new(format!("記録では {said} です"), format!("the record says {said}"));
        // A day by a word alone says little: the promise as a whole is shown.
        let written = text.get(span.clone()).unwrap_or_default();
        let span = if written.contains(|c: char| c.is_numeric()) { span } else { whole.clone() };
        Some(Finding::error(RULE.id, span, message).about(&record.id).suggest(suggestion))
    }
}
