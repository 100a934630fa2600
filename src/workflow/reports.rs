//! The reports promised to the client, and which of them went out (domain F, S5).

use super::known::Known;
use super::paper::Paper;
use crate::facts::{Day, Made, Report};

/// A report promised, with the document that delivered it.
pub(super) struct Promised<'a> {
    pub(super) report: &'a Report,
    pub(super) delivered: Option<&'a Made>,
}

impl Promised<'_> {
    /// Whether it went out by its day.
    pub(super) fn is_on_time(&self) -> bool {
        self.delivered.is_some_and(|made| made.date <= self.report.date)
    }

    /// Whether its day has passed without it, or it went out later.
    pub(super) fn is_missed(&self, on: Day) -> bool {
        self.report.date < on && !self.is_on_time()
    }
}

/// The promised reports, earliest first.
///
/// A document that names the report delivered it. One that names none counts for the report that was next on its day,
/// if it is of a kind that reports: an account of what happened, or a progress report.
pub(super) fn promised(known: &Known) -> Vec<Promised<'_>> {
    let mut reports: Vec<&Report> = known.cadence.iter().flat_map(|cadence| &cadence.reports).collect();
    reports.sort_by_key(|report| report.date);
    let mut before: Option<Day> = None;
    let mut found = Vec::new();
    for report in reports {
        let since = before.replace(report.date);
        let named = known.documents.iter().filter(|made| made.report.as_ref() == Some(&report.id));
        let unnamed = known.documents.iter().filter(|made| {
            let reports =
                [Paper::IncidentExplanation, Paper::ProgressReport].iter().any(|kind| kind.is_named(&made.kind));
            made.report.is_none()
                && reports
                && made.date <= report.date
                && since.map_or(known.is_since(made.date), |since| made.date > since)
        });
        let delivered = named.chain(unnamed).min_by_key(|made| made.date);
        found.push(Promised { report, delivered });
    }
    found
}
