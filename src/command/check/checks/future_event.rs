//! Events that would not have happened yet.

use super::prelude::*;

pub(in crate::command::check) const CHECK: Check =
    Check { name: "future-event", group: Group::Contradiction, severity: Severity::Error, find };

fn find(survey: &Survey<'_>) -> Vec<Found> {
    let as_of = survey.as_of();
    let events = survey.groups().timeline.iter().filter(|event| event.date > as_of);
    let found = events.map(|event| {
        let (id, day) = (&event.id, event.date);
        let what = say(
            format!("{id} の日付 {day} は作成日 {as_of} より後です"),
            format!("{id} is dated {day}, after the day of the case ({as_of})"),
        );
        let todo = say("出来事の日付か as_of を確かめてください", "check its date or `as_of`");
        Found::at(event.span.start, what, todo).of(id)
    });
    found.collect()
}
