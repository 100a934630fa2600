//! Dates nobody works on, dates that have passed, dates nobody can read.

use std::sync::LazyLock;

use regex::Regex;

use super::risk::Risk;
use crate::facts::normalise::{holiday, is_business_day, is_year_end_closing};
use crate::facts::read::Span;
use crate::facts::{Case, Day, Id, Progress, RemedyStatus};

/// `10/11` with both numbers possible as a month, not part of a longer date.
static SLASHED: LazyLock<Regex> = LazyLock::new(|| {
    let pattern = r"(?:^|[^0-9/])((0?[1-9]|1[0-2])/(0?[1-9]|1[0-2]))(?:[^0-9/]|$)";
    Regex::new(pattern).unwrap_or_else(|error| unreachable!("a fixed pattern: {error}"))
});

struct Dated<'a> {
    id: &'a Id,
    span: &'a Span,
    day: Day,
    what: (&'static str, &'static str),
}

/// Reports, visits and deadlines on a weekend or a holiday.
pub(super) fn closed_days(case: &Case) -> Vec<Risk> {
    let mut risks = Vec::new();
    for Dated { id, span, day, what: (ja, en) } in appointments(case) {
        let (why_ja, why_en) = match holiday(day.0) {
            Some(holiday) => (holiday.ja, holiday.en),
            None if is_year_end_closing(day.0) => ("年末年始", "the closing at the turn of the year"),
            None if is_business_day(day.0) => continue,
            None => ("土日", "a weekend"),
        };
        let ja = format!("{id} の{ja} {day} は{why_ja}に当たります");
        let en = format!("the {en} of {id}, {day}, falls on {why_en}");
        risks.push(Risk::of(case, "closed-day", id, span, ja, en));
    }
    risks
}

/// What should have happened by the day of the case.
pub(super) fn overdue(case: &Case) -> Vec<Risk> {
    let as_of = case.groups.case.as_of;
    let late = deadlines(case).into_iter().filter(|dated| dated.day < as_of);
    late.map(|Dated { id, span, day, what: (ja, en) }| {
        let ja = format!(
            "{id} の{ja} {day} を過ぎています（作成日 {as_of}）。済んだなら書き改め、まだなら新しい日を決めてください"
        );
        let en =
            format!("the {en} of {id}, {day}, has passed (written on {as_of}); say that it is done, or set a new date");
        Risk::of(case, "overdue", id, span, ja, en)
    })
    .collect()
}

/// Events that would not have happened yet.
pub(super) fn future(case: &Case) -> Vec<Risk> {
    let as_of = case.groups.case.as_of;
    let events = case.groups.timeline.iter().filter(|event| event.date > as_of);
    let risks = events.map(|event| {
        let (id, day) = (&event.id, event.date);
        let ja = format!("{id} の日付 {day} は作成日 {as_of} より後です。出来事の日付か as_of を確かめてください");
        let en = format!("{id} is dated {day}, after the day of the case ({as_of}); check its date or `as_of`");
        Risk::of(case, "future-event", id, &event.span, ja, en)
    });
    risks.collect()
}

/// Slashed dates in pasted words, which one side may read as day/month.
pub(super) fn ambiguous(case: &Case) -> Vec<Risk> {
    let mut risks = Vec::new();
    for position in &case.groups.positions {
        let quote = position.quote.iter().filter_map(|quote| quote.each().next());
        for (_, text) in quote {
            for date in SLASHED.captures_iter(text).filter_map(|found| found.get(1)) {
                let (id, date) = (&position.id, date.as_str());
                let ja =
                    format!("{id} の引用の「{date}」は、月/日とも日/月とも読めます。どちらかを先方に確かめてください");
                let en = format!(
                    "`{date}` in the quote of {id} can be read as day/month and as month/day; ask the client which"
                );
                risks.push(Risk::of(case, "ambiguous-date", id, &position.span, ja, en));
            }
        }
    }
    risks
}

fn appointments(case: &Case) -> Vec<Dated<'_>> {
    let groups = &case.groups;
    let reports = groups.cadence.iter().flat_map(|cadence| &cadence.reports);
    let mut dated: Vec<Dated<'_>> = reports
        .map(|report| Dated {
            id: &report.id, span: &report.span, day: report.date, what: ("報告の日", "report date")
        })
        .collect();
    let slots = groups.meeting.iter().flat_map(|meeting| &meeting.candidates);
    dated.extend(slots.map(|slot| Dated {
        id: &slot.id,
        span: &slot.span,
        day: slot.date,
        what: ("面談の候補日", "visit date"),
    }));
    dated.extend(deadlines(case).into_iter().filter(|dated| dated.day >= groups.case.as_of));
    dated
}

fn deadlines(case: &Case) -> Vec<Dated<'_>> {
    let groups = &case.groups;
    let mut dated = Vec::new();
    for check in groups.incident.iter().flat_map(|incident| &incident.checks) {
        dated.push(Dated { id: &check.id, span: &check.span, day: check.due, what: ("確認の期限", "deadline") });
    }
    for action in groups.actions.iter().filter(|action| action.status != Progress::Done) {
        if let Some(day) = action.due {
            dated.push(Dated { id: &action.id, span: &action.span, day, what: ("実施の期限", "due date") });
        }
    }
    for entry in groups.compensation.iter().filter(|entry| entry.status == RemedyStatus::Authorised) {
        if let Some(day) = entry.due {
            dated.push(Dated { id: &entry.id, span: &entry.span, day, what: ("実施の期限", "due date") });
        }
    }
    for position in &groups.positions {
        if let Some(day) = position.deadline {
            let what = ("先方の回答期限", "client's deadline");
            dated.push(Dated { id: &position.id, span: &position.span, day, what });
        }
    }
    if let Some(setup) = &groups.contact_setup
        && let Some(day) = setup.review
    {
        dated.push(Dated { id: &setup.id, span: &setup.span, day, what: ("見直しの日", "review date") });
    }
    dated
}
