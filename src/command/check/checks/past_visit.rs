//! Visits and talks planned for a day that has passed.

use super::dates::visits;
use super::prelude::*;

pub(in crate::command::check) const CHECK: Check =
    Check { name: "past-visit", group: Group::Contradiction, severity: Severity::Warn, find };

fn find(survey: &Survey<'_>) -> Vec<Found> {
    let as_of = survey.as_of();
    let past = visits(survey.groups()).into_iter().filter(|dated| dated.day < as_of);
    let found = past.map(|dated| {
        let ((ja, en), day) = (dated.named(), dated.day);
        let what = say(
            format!("{ja} {day} が、作成日 {as_of} より前です"),
            format!("{en}, {day}, is before the day of the case ({as_of})"),
        );
        let todo = say(
            "済んだなら timeline に移し、まだなら新しい日を書いてください",
            "if it took place, move it to the timeline; if not, write a new day",
        );
        Found::at(dated.span.start, what, todo).within(dated.id)
    });
    found.collect()
}
