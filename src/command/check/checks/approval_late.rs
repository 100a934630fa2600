//! Remedies and set-ups that were told or in force before anybody had approved them.

use super::prelude::*;
use crate::facts::normalise::Number;

pub(in crate::command::check) const CHECK: Check =
    Check { name: "approved-too-late", group: Group::Contradiction, severity: Severity::Error, find };

fn find(survey: &Survey<'_>) -> Vec<Found> {
    let groups = survey.groups();
    let mut found = Vec::new();
    for approval in groups.approvals.iter().filter(|approval| approval.status == ApprovalStatus::Granted) {
        for covered in &approval.covers {
            found.extend(groups.compensation.iter().filter(|entry| entry.id.as_str() == covered).flat_map(|entry| {
                let mut found: Vec<Found> = dated(entry, approval).into_iter().collect();
                found.extend(told(groups, entry, approval));
                found
            }));
            found.extend(
                groups.documents.iter().filter(|made| made.kind == *covered && made.date < approval.date).map(|made| {
                    let (id, what) = (&made.id, &made.kind);
                    late(id, made.span.start, what, made.date, approval)
                }),
            );
        }
    }
    if let Some(setup) = &groups.contact_setup
        && let (Some(from), Some(approved)) = (setup.from, setup.approved_on)
        && from < approved
    {
        let id = &setup.id;
        let what = say(
            format!("{id} の窓口の体制は {from} からですが、承認は {approved} です"),
            format!("the contact set-up {id} begins on {from}, yet was approved on {approved}"),
        );
        found.push(Found::at(setup.span.start, what, mend()).of(id));
    }
    found
}

/// The remedy's own day of authorisation.
fn dated(entry: &Compensation, approval: &Approval) -> Option<Found> {
    let wrong = entry.status == RemedyStatus::Authorised && entry.date < approval.date;
    wrong.then(|| late(&entry.id, entry.span.start, entry.id.as_str(), entry.date, approval))
}

/// Events that tell the client the amount before its approval.
fn told(groups: &Groups, entry: &Compensation, approval: &Approval) -> Vec<Found> {
    let Some(amount) = entry.amount.map(Number::whole) else { return Vec::new() };
    let ours = |event: &&Event| {
        event.date < approval.date && event.from.as_ref().is_none_or(|key| groups.own_person(key).is_some())
    };
    let tells = |event: &&Event| {
        event.content.each().any(|(lang, text)| {
            let mentions = crate::facts::normalise::mentions(text, lang);
            mentions.iter().any(|mention| matches!(&mention.value, Value::Money(said, _) if *said == amount))
        })
    };
    let events = groups.timeline.iter().filter(ours).filter(tells);
    events.map(|event| late(&event.id, event.span.start, entry.id.as_str(), event.date, approval)).collect()
}

fn late(id: &Id, at: usize, of: &str, day: Day, approval: &Approval) -> Found {
    let (by, approved) = (&approval.id, approval.date);
    let what = say(
        format!("{id}（{day}）は {of} を承認 {by}（{approved}）より前に扱っています"),
        format!("{id} ({day}) deals with {of} before its approval {by} ({approved})"),
    );
    Found::at(at, what, mend()).of(id)
}

fn mend() -> crate::lang::Message {
    say(
        "日付を確かめてください。実際に承認が後なら、上長に報告し、経過を timeline に書いてください",
        "check the dates; if the approval did come later, tell your superior and put it on the timeline",
    )
}
