//! Periods that end before they begin, and dates that come before what they follow.

use super::prelude::*;
use crate::facts::read::Span;

pub(in crate::command::check) const CHECK: Check =
    Check { name: "period-reversed", group: Group::Contradiction, severity: Severity::Error, find };

/// Two days of an entry of which the first must not be later: entry, place, (key, day), (key, day).
type Pair<'a> = (&'a Id, &'a Span, (&'static str, Option<Day>), (&'static str, Option<Day>));

fn find(survey: &Survey<'_>) -> Vec<Found> {
    let mut found = Vec::new();
    for (id, span, (first, start), (then, end)) in pairs(survey.groups()) {
        let (Some(start), Some(end)) = (start, end) else { continue };
        if start <= end {
            continue;
        }
        let what = say(
            format!("{id} の {then}（{end}）が {first}（{start}）より前です"),
            format!("`{then}` of {id} ({end}) is before its `{first}` ({start})"),
        );
        let todo = say("どちらかの日付を直してください", "mend one of the two dates");
        found.push(Found::at(span.start, what, todo).of(id));
    }
    found
}

fn pairs(groups: &Groups) -> Vec<Pair<'_>> {
    let mut pairs: Vec<Pair<'_>> = Vec::new();
    for action in &groups.actions {
        let (id, span) = (&action.id, &action.span);
        pairs.push((id, span, ("from", action.from), ("until", action.until)));
        pairs.push((id, span, ("from", action.from), ("done", action.done)));
        pairs.push((id, span, ("from", action.from), ("due", action.due)));
        pairs.push((id, span, ("due", action.due), ("revised", action.revised)));
    }
    for entry in &groups.compensation {
        let (id, span, said) = (&entry.id, &entry.span, ("date", Some(entry.date)));
        pairs.push((id, span, said, ("due", entry.due)));
        pairs.push((id, span, said, ("answer_by", entry.answer_by)));
    }
    for entry in &groups.positions {
        pairs.push((&entry.id, &entry.span, ("date", Some(entry.date)), ("deadline", entry.deadline)));
    }
    if let Some(rep) = &groups.rep {
        let goals = rep.goals.iter();
        pairs.extend(goals.map(|goal| (&goal.id, &goal.span, ("from", Some(goal.from)), ("until", Some(goal.until)))));
        let support = rep.support.iter();
        pairs.extend(support.map(|entry| (&entry.id, &entry.span, ("from", entry.from), ("until", entry.until))));
    }
    if let Some(setup) = &groups.contact_setup {
        let (id, span) = (&setup.id, &setup.span);
        pairs.push((id, span, ("from", setup.from), ("until", setup.until)));
        pairs.push((id, span, ("from", setup.from), ("review", setup.review)));
        pairs.push((id, span, ("review", setup.review), ("until", setup.until)));
    }
    pairs
}
