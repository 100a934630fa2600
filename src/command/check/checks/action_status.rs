//! Actions whose status and dates say different things.

use super::prelude::*;

pub(in crate::command::check) const CHECK: Check =
    Check { name: "action-status", group: Group::Contradiction, severity: Severity::Warn, find };

fn find(survey: &Survey<'_>) -> Vec<Found> {
    let as_of = survey.as_of();
    let mut found = Vec::new();
    for action in &survey.groups().actions {
        let id = &action.id;
        let what = match action.status {
            Progress::Done if action.done.is_none() => say(
                format!("{id} は done（完了）なのに、完了の日がありません"),
                format!("{id} is done, yet no day says when"),
            ),
            Progress::InProgress if action.from.is_some_and(|from| from > as_of) => say(
                format!("{id} は in_progress（実施中）なのに、開始の日が作成日 {as_of} より後です"),
                format!("{id} is under way, yet it begins after the day of the case ({as_of})"),
            ),
            Progress::Planned if action.done.is_some() => say(
                format!("{id} は planned（予定）なのに、完了の日があります"),
                format!("{id} is planned, yet has a day on which it was done"),
            ),
            Progress::Planned if action.from.is_some_and(|from| from < as_of) => say(
                format!("{id} は planned（予定）なのに、開始の日が作成日 {as_of} より前です"),
                format!("{id} is planned, yet its beginning has passed (written on {as_of})"),
            ),
            Progress::Proposed if action.done.is_some() => say(
                format!("{id} は proposed（案）なのに、完了の日があります"),
                format!("{id} is only proposed, yet has a day on which it was done"),
            ),
            _ => continue,
        };
        let todo = say("status か日付を、実際のとおりに直してください", "make `status` and the dates say what is so");
        found.push(Found::at(action.span.start, what, todo).of(id));
    }
    found
}
