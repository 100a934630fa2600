//! Remedies that nobody has authorised.

use super::prelude::*;

pub(in crate::command::check) const CHECK: Check =
    Check { name: "unauthorised-remedy", group: Group::Risk, severity: Severity::Warn, find };

fn find(survey: &Survey<'_>) -> Vec<Found> {
    let entries = survey.groups().compensation.iter().filter(|entry| {
        matches!(entry.status, RemedyStatus::Requested | RemedyStatus::UnderReview | RemedyStatus::Refused)
    });
    let found = entries.map(|entry| {
        let (id, (ja, en)) = (&entry.id, both(&entry.what));
        let what = say(format!("{id}「{ja}」は承認されていません"), format!("{id} ({en}) is not authorised"));
        let todo = say(
            "先方への文書には書きません。応じるなら上長の承認を記録してください",
            "no client document speaks of it; if it is to be met, put the approval on record",
        );
        Found::at(entry.span.start, what, todo).of(id)
    });
    found.collect()
}
