//! Things on record as done, said or approved on a day that is still to come.

use super::prelude::*;
use crate::facts::read::Span;

pub(in crate::command::check) const CHECK: Check =
    Check { name: "future-record", group: Group::Contradiction, severity: Severity::Error, find };

/// What is on record with its day: entry, place, day, words for it.
type Recorded<'a> = (Option<&'a Id>, &'a Span, Day, &'static str, &'static str);

fn find(survey: &Survey<'_>) -> Vec<Found> {
    let as_of = survey.as_of();
    let late = recorded(survey.groups()).into_iter().filter(|(_, _, day, ..)| *day > as_of);
    let found = late.map(|(id, span, day, ja, en)| {
        let name = id.map_or_else(String::new, |id| format!("{id} の"));
        let of = id.map_or_else(String::new, |id| format!(" of {id}"));
        let what = say(
            format!("{name}{ja} {day} は作成日 {as_of} より後です"),
            format!("the {en}{of}, {day}, is after the day of the case ({as_of})"),
        );
        let todo = say(
            "日付を確かめてください。まだのことなら、済んだこととして書けません",
            "check the date; what is still to come cannot be on record as done",
        );
        Found::at(span.start, what, todo).within(id)
    });
    found.collect()
}

fn recorded(groups: &Groups) -> Vec<Recorded<'_>> {
    let mut all: Vec<Recorded<'_>> = Vec::new();
    if let Some(incident) = &groups.incident {
        all.push((Some(&incident.id), &incident.span, incident.date, "発生日", "date"));
    }
    let said = groups.positions.iter();
    all.extend(said.map(|entry| (Some(&entry.id), &entry.span, entry.date, "お申し出の日", "date")));
    let frictions = groups.frictions.iter();
    all.extend(frictions.map(|entry| (Some(&entry.id), &entry.span, entry.date, "日付", "date")));
    let conduct = groups.conduct.iter();
    all.extend(conduct.map(|entry| (Some(&entry.id), &entry.span, entry.date, "日付", "date")));
    let remedies = groups.compensation.iter();
    all.extend(remedies.map(|entry| (Some(&entry.id), &entry.span, entry.date, "日付", "date")));
    let approvals = groups.approvals.iter();
    all.extend(approvals.map(|entry| (Some(&entry.id), &entry.span, entry.date, "承認の日", "date")));
    let documents = groups.documents.iter();
    all.extend(documents.map(|entry| (Some(&entry.id), &entry.span, entry.date, "文書の日付", "date")));
    for action in &groups.actions {
        all.extend(action.done.map(|day| (Some(&action.id), &action.span, day, "完了の日", "day it was done")));
        let begun = action.from.filter(|_| matches!(action.status, Progress::Done));
        all.extend(begun.map(|day| (Some(&action.id), &action.span, day, "開始の日", "day it began")));
    }
    if let Some(setup) = &groups.contact_setup {
        all.extend(setup.approved_on.map(|day| (Some(&setup.id), &setup.span, day, "承認の日", "day of approval")));
    }
    if let Some(option) = &groups.change_option {
        let days = [
            (option.approved_on, "承認の日", "day of approval"),
            (option.rep_heard, "本人から聞いた日", "day the rep was heard"),
            (option.willing, "後任が承知した日", "day the successor agreed"),
            (option.precedent_on, "前例を認めた日", "day the precedent was accepted"),
        ];
        let given = days.into_iter().filter_map(|(day, ja, en)| Some((day?, ja, en)));
        all.extend(given.map(|(day, ja, en)| (Some(&option.id), &option.span, day, ja, en)));
    }
    if let Some(outcome) = &groups.outcome {
        all.push((Some(&outcome.id), &outcome.span, outcome.closed, "終了の日", "day of closure"));
    }
    all
}
