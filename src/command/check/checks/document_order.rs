//! Documents to the client that went out before there was a complaint, and an end before the last event.

use super::prelude::*;

pub(in crate::command::check) const CHECK: Check =
    Check { name: "document-before-complaint", group: Group::Contradiction, severity: Severity::Error, find };

/// The day of the complaint: the event of that role, else the first demand or claim of the client.
pub(super) fn complaint(groups: &Groups) -> Option<Day> {
    let events = groups.timeline.iter().filter(|event| event.role == Some(EventRole::Complaint));
    events.map(|event| event.date).min().or_else(|| groups.positions.iter().map(|position| position.date).min())
}

fn find(survey: &Survey<'_>) -> Vec<Found> {
    let groups = survey.groups();
    let Some(complaint) = complaint(groups) else { return Vec::new() };
    let early = groups.documents.iter().filter(|made| made.kind.starts_with("client-") && made.date < complaint);
    let found = early.map(|made| {
        let (id, day, kind) = (&made.id, made.date, &made.kind);
        let what = say(
            format!("{id}（{kind}）の日付 {day} は、お申し出（{complaint}）より前です"),
            format!("{id} ({kind}) is dated {day}, before the complaint ({complaint})"),
        );
        let todo =
            say("文書の日付か、お申し出の日付を直してください", "mend the date of the document or of the complaint");
        Found::at(made.span.start, what, todo).of(id)
    });
    found.collect()
}
