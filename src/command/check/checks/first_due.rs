//! A first response that is due.

use super::prelude::*;
use crate::command::first_response::FirstResponse;

pub(in crate::command::check) const CHECK: Check =
    Check { name: "first-response-due", group: Group::Risk, severity: Severity::Hint, find };

fn find(survey: &Survey<'_>) -> Vec<Found> {
    let groups = survey.groups();
    let sent = groups.documents.iter().any(|made| made.kind == "client-first-response");
    let first = FirstResponse::of(survey.case).filter(|first| !sent && !first.is_late());
    let position = groups.positions.iter().min_by_key(|position| position.date);
    let found = first.zip(position).map(|(first, position)| {
        let (what, todo) = first.told();
        Found::at(position.span.start, what, todo).of(&position.id)
    });
    found.into_iter().collect()
}
