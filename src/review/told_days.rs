//! The days to come that a promise names.

use std::ops::{Range, RangeInclusive};

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

use super::agreement::nearest_year;
use super::promise::often;
use super::records::Record;
use super::rule::Context;
use super::said::{coming, said};
use super::slots::{further_ends, seasons};
use super::topic::Topic;
use crate::facts::normalise::{Mention, PartialDate, Relative, Value, mentions};
use crate::lang::Lang;

/// The days of the week that a sentence names.
pub(super) fn weekdays(text: &str, lang: Lang) -> Vec<Weekday> {
    // 11月27日（金）から毎週 tells of the day.
    let beside = |mention: &Mention| {
        text.get(..mention.span.start).is_some_and(|before| before.ends_with("日（") || before.ends_with("日("))
    };
    let days = mentions(text, lang).into_iter();
    let days = days.filter_map(|mention| match mention.value {
        Value::Weekday(weekday) if !beside(&mention) => Some(weekday),
        _ => None,
    });
    days.collect()
}

/// The days to come that a sentence names, each as the first and the last day it may mean.
pub(super) fn days_to_come(text: &str, context: &Context<'_>) -> Vec<(Range<usize>, RangeInclusive<Date>)> {
    let on = context.facts.case.as_of.0;
    // "We are sorry for the Saturday evening": what has been. A day in figures is one to come all the same.
    let past = ["We are sorry ", "I am sorry ", "We apologise ", "We apologize ", "We are looking into what was said"]
        .iter()
        .any(|start| text.trim_start().starts_with(start))
        && ![" will ", " shall ", "'ll ", "’ll "].iter().any(|word| text.contains(word));
    let recurring = often(text).iter().any(|often| *often);
    let said = said(text, context.lang, context.grounds(), on);
    let dated = said.iter().any(|mention| matches!(mention.value, Value::Date(_) | Value::Third(..)));
    let day = |mention: &Mention| match mention.value {
        // 25日までに: the next day of that number.
        Value::Date(date) if date.month.is_none() && date.year.is_none() => {
            let number = date.day?;
            let until = text.get(mention.span.end..).is_some_and(|after| after.starts_with("まで"));
            let days = on.tomorrow().ok()?.series(1.day()).take(31);
            days.into_iter().find(|day| until && day.day() == number).map(|day| day..=day)
        }
        Value::Date(date) if date.day.is_some() => nearest_year(date, on).filter(|day| *day > on).map(|day| day..=day),
        // 11月中, until the end of March: any day of it.
        Value::Date(date) if date.day.is_none() && date.month.is_some() && !past => {
            let first = nearest_year(PartialDate { day: Some(1), ..date }, on)?;
            Some(first..=first.last_of_month()).filter(|days| *days.end() > on)
        }
        Value::Third(date, third) => {
            let first = nearest_year(PartialDate { day: Some(1), ..date }, on)?;
            let days = first.series(1.day()).take_while(|day| *day <= first.last_of_month());
            let days: Vec<Date> = days.filter(|day| third.holds(day.day()) && *day > on).collect();
            Some(*days.first()?..=*days.last()?)
        }
        // 翌日の着数の一覧を毎週木曜日に: the day after each.
        Value::Relative(Relative::NextDay) if recurring => None,
        Value::Relative(relative) if !dated && !past => {
            relative.resolve(on).filter(|(_, last)| *last > on).map(|(first, last)| first..=last)
        }
        // On Monday: the next one.
        Value::Weekday(weekday) if !dated && !recurring && !past => coming(weekday, on).map(|day| day..=day),
        _ => None,
    };
    // 12月1日の商戦に向けて: what the act looks forward to, and not its own day.
    let ahead = |mention: &Mention| {
        let after = text.get(mention.span.end..).unwrap_or_default();
        let near: String = after.chars().take_while(|c| !"、。,.;".contains(*c)).take(24).collect();
        ["に向け", "に備え", "を控え", "を前に", "を見据え", "に先立"].iter().any(|word| near.contains(word))
            || text.get(..mention.span.start).is_some_and(|before| before.trim_end().ends_with("ahead of"))
    };
    let own = said.iter().filter(|mention| !ahead(mention));
    let mut days: Vec<_> = own.filter_map(|mention| Some((mention.span.clone(), day(mention)?))).collect();
    days.extend(further_ends(text, on));
    if dated {
        days.extend(next_to(text, &days));
    } else if context.lang == Lang::Ja {
        days.extend(seasons(text, on));
    }
    days
}

/// The day before or after one that a sentence names: 27日の予定ですが、その前日に.
fn next_to(text: &str, days: &[(Range<usize>, RangeInclusive<Date>)]) -> Option<(Range<usize>, RangeInclusive<Date>)> {
    let (at, word, by) = [("その前日", -1), ("その前の日", -1), ("その翌日", 1), ("その次の日", 1)]
        .into_iter()
        .find_map(|(word, by)| Some((text.find(word)?, word, by)))
        .filter(|_| !text.contains("ではなく"))?;
    let (_, day) = days.iter().rfind(|(span, day)| span.end <= at && day.start() == day.end())?;
    let day = day.start().checked_add(by.days()).ok()?;
    Some((at..at + word.len(), day..=day))
}

/// Whether each day stands in a clause of its own that speaks of a record of that day: 原因は11月10日に書面でご報告
/// し、その後も毎週金曜日に….
pub(super) fn is_told_by_clause(
    text: &str,
    days: &[(Range<usize>, RangeInclusive<Date>)],
    records: &[Record],
    lang: Lang,
) -> bool {
    let marks: &[&str] = lang.pick(&["し、", "り、", "い、", "て、", "、また"], &[", and ", "; ", ", then "]);
    if !marks.iter().any(|mark| text.contains(mark)) {
        return false;
    }
    days.iter().all(|(span, day)| {
        let (before, after) = (text.get(..span.start).unwrap_or_default(), text.get(span.end..).unwrap_or_default());
        let ends = |mark: &&str| Some(before.rfind(mark)? + mark.len());
        let from = marks.iter().filter_map(ends).max().unwrap_or(0);
        let to = marks.iter().filter_map(|mark| after.find(mark)).min().unwrap_or(after.len());
        let clause = Topic::of(text.get(from..span.end + to).unwrap_or_default(), lang);
        let spoken_of = |record: &Record| clause.shared(&record.topic) > 0;
        let known = |record: &Record| record.days.iter().any(|known| day.contains(known));
        let rest = text.len() > to + span.end || from > 0;
        rest && records.iter().any(|record| spoken_of(record) && known(record))
    })
}
