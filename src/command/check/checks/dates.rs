//! Days that something of ours is due on; for several checks.

use super::prelude::*;
use crate::facts::read::Span;

/// A day of an entry, with words for it.
pub(super) struct Dated<'a> {
    pub(super) id: Option<&'a Id>,
    pub(super) span: &'a Span,
    pub(super) day: Day,
    pub(super) what: (&'static str, &'static str),
}

impl Dated<'_> {
    /// Whose day it is: `A2 の実施の期限`, `the due date of A2`.
    pub(super) fn named(&self) -> (String, String) {
        let (ja, en) = self.what;
        match self.id {
            Some(id) => (format!("{id} の{ja}"), format!("the {en} of {id}")),
            None => (ja.to_owned(), format!("the {en}")),
        }
    }
}

/// Days by which something has to be done. An action put off counts by its new date.
pub(super) fn deadlines(groups: &Groups) -> Vec<Dated<'_>> {
    let mut dated = Vec::new();
    let mut add =
        |id, span, day: Option<Day>, what| dated.extend(day.map(|day| Dated { id: Some(id), span, day, what }));
    for check in groups.incident.iter().flat_map(|incident| &incident.checks) {
        add(&check.id, &check.span, Some(check.due), ("確認の期限", "deadline"));
    }
    for action in groups.actions.iter().filter(|action| action.status != Progress::Done) {
        add(&action.id, &action.span, action.revised.or(action.due), ("実施の期限", "due date"));
    }
    for entry in &groups.compensation {
        if entry.status == RemedyStatus::Authorised {
            add(&entry.id, &entry.span, entry.due, ("実施の期限", "due date"));
        }
        add(&entry.id, &entry.span, entry.answer_by, ("回答の期限", "day of the answer"));
    }
    for position in &groups.positions {
        add(&position.id, &position.span, position.deadline, ("先方の回答期限", "client's deadline"));
    }
    for request in &groups.requests {
        add(&request.id, &request.span, Some(request.due), ("依頼の期限", "due date"));
    }
    if let Some(setup) = &groups.contact_setup {
        add(&setup.id, &setup.span, setup.review, ("見直しの日", "review date"));
    }
    dated
}

/// Days on which people meet or hear from us.
pub(super) fn appointments(groups: &Groups) -> Vec<Dated<'_>> {
    let reports = groups.cadence.iter().flat_map(|cadence| &cadence.reports);
    let mut dated: Vec<Dated<'_>> = reports
        .map(|report| Dated {
            id: Some(&report.id),
            span: &report.span,
            day: report.date,
            what: ("報告の日", "report date"),
        })
        .collect();
    dated.extend(visits(groups));
    dated
}

/// Days on which people meet.
pub(super) fn visits(groups: &Groups) -> Vec<Dated<'_>> {
    let slots = groups.meeting.iter().flat_map(|meeting| &meeting.candidates);
    let what = ("面談の候補日", "visit date");
    let mut dated: Vec<Dated<'_>> =
        slots.map(|slot| Dated { id: Some(&slot.id), span: &slot.span, day: slot.date, what }).collect();
    if let Some(option) = &groups.change_option {
        let visits = option.joint_visits.iter();
        let what = ("合同訪問の日", "joint visit");
        dated.extend(visits.map(|day| Dated { id: Some(&option.id), span: &option.span, day: *day, what }));
    }
    if let Some(talk) = groups.rep.as_ref().and_then(|rep| rep.follow_up.as_ref()) {
        let what = ("担当者との次の面談の日", "next talk with the rep");
        dated.push(Dated { id: None, span: &talk.span, day: talk.date, what });
    }
    dated
}
