//! A complaint about something that had not happened yet.

use super::document_order::complaint;
use super::prelude::*;

pub(in crate::command::check) const CHECK: Check =
    Check { name: "complaint-before-incident", group: Group::Contradiction, severity: Severity::Error, find };

fn find(survey: &Survey<'_>) -> Vec<Found> {
    let groups = survey.groups();
    let (Some(incident), Some(complaint)) = (&groups.incident, complaint(groups)) else { return Vec::new() };
    if complaint >= incident.date {
        return Vec::new();
    }
    let (id, day) = (&incident.id, incident.date);
    let what = say(
        format!("{id} の発生日 {day} が、お申し出（{complaint}）より後です"),
        format!("{id} is dated {day}, after the complaint ({complaint})"),
    );
    let todo = say(
        "incident の date か、お申し出の日付を確かめてください",
        "check the date of the incident, or that of the complaint",
    );
    vec![Found::at(incident.span.start, what, todo).of(id)]
}
