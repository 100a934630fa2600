//! What should have happened by the day of the case.

use super::dates::deadlines;
use super::prelude::*;

pub(in crate::command::check) const CHECK: Check =
    Check { name: "overdue", group: Group::Risk, severity: Severity::Warn, find };

fn find(survey: &Survey<'_>) -> Vec<Found> {
    let as_of = survey.as_of();
    let late = deadlines(survey.groups()).into_iter().filter(|dated| dated.day < as_of);
    let found = late.map(|dated| {
        let ((ja, en), day) = (dated.named(), dated.day);
        let what = say(
            format!("{ja} {day} を過ぎています（作成日 {as_of}）"),
            format!("{en}, {day}, has passed (written on {as_of})"),
        );
        let todo = say(
            "済んだなら書き改め、まだなら理由と新しい日を決めてください",
            "say that it is done, or write why not and set a new date",
        );
        Found::at(dated.span.start, what, todo).within(dated.id)
    });
    found.collect()
}
