//! A first response that is late.

use super::prelude::*;
use crate::command::first_response::FirstResponse;

pub(in crate::command::check) const CHECK: Check =
    Check { name: "first-response-late", group: Group::Risk, severity: Severity::Warn, find };

fn find(survey: &Survey<'_>) -> Vec<Found> {
    let first = FirstResponse::of(survey.case).filter(|first| first.is_late());
    let found = first.and_then(|first| {
        let (_, span) = survey.groups().ids().into_iter().find(|(id, _)| *id == first.id)?;
        let (what, todo) = first.told();
        Some(Found::at(span.start, what, todo).of(&first.id))
    });
    found.into_iter().collect()
}
