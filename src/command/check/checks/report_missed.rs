//! Reports whose day has passed and of which no document is on record.

use super::prelude::*;

pub(in crate::command::check) const CHECK: Check =
    Check { name: "report-missed", group: Group::Gap, severity: Severity::Error, find };

fn find(survey: &Survey<'_>) -> Vec<Found> {
    let (groups, as_of) = (survey.groups(), survey.as_of());
    let reports = groups.cadence.iter().flat_map(|cadence| &cadence.reports);
    let missed = reports.filter(|report| {
        let delivered = groups.documents.iter().any(|made| {
            made.report.as_ref() == Some(&report.id) || (made.kind.starts_with("client-") && made.date == report.date)
        });
        report.date < as_of && !delivered
    });
    let found = missed.map(|report| {
        let (id, day) = (&report.id, report.date);
        let what = say(
            format!("{id} のご報告の日 {day} を過ぎていますが、出した文書の記録がありません"),
            format!("the report {id} was due on {day}, and no document of it is on record"),
        );
        let todo = say(
            format!("出したなら [[documents]] に report = \"{id}\" として加え、まだなら先方に遅れをお詫びし、新しい日を決めてください"),
            format!("if it went out, add it to [[documents]] with report = \"{id}\"; if not, apologise and set a new day"),
        );
        Found::at(report.span.start, what, todo).of(id)
    });
    found.collect()
}
