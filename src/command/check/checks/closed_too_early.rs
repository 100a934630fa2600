//! An end that comes before the last event, action or report.

use super::prelude::*;

pub(in crate::command::check) const CHECK: Check =
    Check { name: "closed-too-early", group: Group::Contradiction, severity: Severity::Error, find };

fn find(survey: &Survey<'_>) -> Vec<Found> {
    let groups = survey.groups();
    let Some(outcome) = &groups.outcome else { return Vec::new() };
    let events = groups.timeline.iter().map(|event| (&event.id, event.date));
    let actions = groups.actions.iter().filter_map(|action| Some((&action.id, action.done?)));
    let documents = groups.documents.iter().map(|made| (&made.id, made.date));
    let last = events.chain(actions).chain(documents).max_by_key(|(_, day)| *day);
    let Some((other, day)) = last.filter(|(_, day)| *day > outcome.closed) else { return Vec::new() };
    let (id, closed) = (&outcome.id, outcome.closed);
    let what = say(
        format!("{id} の終了の日 {closed} の後に {other}（{day}）があります"),
        format!("{id} was closed on {closed}, yet {other} ({day}) comes later"),
    );
    let todo =
        say("closed を直すか、後の項目の日付を確かめてください", "mend `closed`, or check the date of the later entry");
    vec![Found::at(outcome.span.start, what, todo).of(id)]
}
