//! Taking out of a case what an audience may not see.

use super::Audience;
use crate::facts::{ChangeOption, EventRole, Groups, Progress, RemedyStatus, Rep, Status, Visibility};

/// Takes out of the groups everything the audience may not see.
///
/// The list is positive where it matters: an audience keeps an entry only for a reason stated here.
pub(super) fn redact(groups: &mut Groups, audience: Audience) {
    let sees = |visibility: Visibility| audience.sees(visibility);
    groups.timeline.retain(|event| sees(event.visibility));
    groups.frictions.retain(|entry| sees(entry.visibility));
    groups.conduct.retain(|entry| sees(entry.visibility));
    groups.actions.retain(|entry| sees(entry.visibility));
    groups.approvals.retain(|entry| sees(entry.visibility));
    groups.constraints.retain(|entry| sees(entry.visibility));
    groups.causes.retain(|entry| sees(entry.visibility));
    // The list itself says what must not be said.
    groups.do_not_tell.clear();
    groups.wellbeing = groups.wellbeing.take().filter(|group| sees(group.visibility));
    groups.meeting = groups.meeting.take().filter(|group| sees(group.visibility));
    groups.expert = groups.expert.take().filter(|group| sees(group.visibility));
    groups.cadence = groups.cadence.take().filter(|group| sees(group.visibility));
    groups.contact_setup = groups.contact_setup.take().filter(|group| sees(group.visibility));
    // Once approved, successor and date are for the client.
    groups.change_option = groups.change_option.take().filter(|group| {
        let approved = group.approved_by.is_some() && group.approved_on.is_some();
        sees(group.visibility) || (approved && group.visibility != Visibility::Never)
    });
    groups.incident = groups.incident.take().filter(|group| sees(group.visibility));
    if let Some(incident) = &mut groups.incident {
        incident.checks.retain(|check| sees(check.visibility));
    }
    groups.documents.retain(|entry| sees(entry.visibility));
    groups.requests.retain(|entry| sees(entry.visibility));
    groups.went_well.retain(|entry| sees(entry.visibility));
    groups.handover_notes.retain(|entry| sees(entry.visibility));
    groups.lessons.retain(|entry| sees(entry.visibility));
    groups.prevention = groups.prevention.take().filter(|group| sees(group.visibility));
    groups.prep = groups.prep.take().filter(|group| sees(group.visibility));
    groups.outcome = groups.outcome.take().filter(|group| sees(group.visibility));
    match audience {
        Audience::Rep => {}
        // Who decides about the rep hears the rep, and nothing of the rep's health.
        Audience::Personnel => groups.wellbeing = None,
        Audience::Successor => successor(groups),
        Audience::Client | Audience::Internal | Audience::Expert => {
            groups.rep = groups.rep.take().map(name_only);
        }
    }
    if !matches!(audience, Audience::Rep | Audience::Personnel) {
        groups.timeline.iter_mut().for_each(|event| event.feedback = None);
    }
    if !audience.is_inside() {
        outward(groups);
    }
    if audience == Audience::Client {
        client_safe(groups);
    }
}

/// What neither the client nor the rep reads: the file's own remarks, pasted words, undecided money.
fn outward(groups: &mut Groups) {
    groups.case.id = String::new();
    for event in &mut groups.timeline {
        event.quote = None;
        event.note = None;
        event.disputed_words.clear();
    }
    groups.timeline.retain(|event| event.status != Status::Opinion);
    // A position reaches them only in the words chosen for saying it back.
    groups.positions.retain(|position| position.acknowledge.is_some() && position.visibility != Visibility::Never);
    groups.positions.iter_mut().for_each(|position| position.quote = None);
    groups.actions.retain(|action| action.status != Progress::Proposed);
    groups.compensation.retain_mut(|entry| {
        if entry.status == RemedyStatus::Authorised && entry.visibility == Visibility::Client {
            return true;
        }
        let Some(topic) = entry.answer_separately.clone() else { return false };
        entry.what = topic;
        entry.amount = None;
        entry.condition = None;
        entry.due = None;
        true
    });
    groups.contact_setup =
        groups.contact_setup.take().filter(|setup| setup.approved_by.is_some() && setup.approved_on.is_some());
    groups.change_option =
        groups.change_option.take().filter(|option| option.approved_by.is_some() && option.approved_on.is_some());
}

/// What only the client may not read.
fn client_safe(groups: &mut Groups) {
    groups.timeline.iter_mut().for_each(|event| {
        event.disputed_words.clear();
        // An unverified event is attributed by its own words; it is never ours to admit.
        if event.status != Status::Confirmed {
            event.lapse = None;
        }
    });
    groups.causes.retain(|cause| cause.status != Status::Opinion);
    groups.frictions.retain(|friction| friction.status == Status::Confirmed);
    if let Some(option) = &mut groups.change_option {
        *option = decided_only(option.clone());
    }
    for person in &mut groups.own_people {
        let is_sender = person.key == groups.sender.person || Some(&person.key) == groups.sender.signatory.as_ref();
        if person.named || is_sender {
            continue;
        }
        person.email = None;
        person.reading = None;
        person.title = None;
        person.department = None;
        person.name = person.client_label.clone().unwrap_or_default();
    }
}

/// What whoever takes over does not read: how the change was weighed, and what the rep has confided.
fn successor(groups: &mut Groups) {
    groups.rep = groups.rep.take().map(|rep| {
        let (years, strengths, successes) = (rep.years, rep.strengths.clone(), rep.successes.clone());
        Rep { years, strengths, successes, ..name_only(rep) }
    });
    groups.constraints.clear();
    groups.approvals.clear();
    groups.timeline.retain(|event| event.role != Some(EventRole::Interview));
    if let Some(option) = &mut groups.change_option {
        *option = decided_only(option.clone());
    }
}

/// Of a change of rep what is decided: who, from when, how it is handed over.
fn decided_only(option: ChangeOption) -> ChangeOption {
    ChangeOption {
        alternatives: Vec::new(),
        capacity: None,
        fit: None,
        willing: None,
        rep_view: None,
        rep_heard: None,
        not_disciplinary: None,
        next_role: None,
        business_risk: None,
        risk: None,
        conditions: Vec::new(),
        precedent_by: None,
        precedent_on: None,
        review: None,
        ..option
    }
}

/// The rep's name and nothing else.
fn name_only(rep: Rep) -> Rep {
    Rep {
        person: rep.person,
        span: rep.span,
        years: None,
        accounts: None,
        role_in_incident: None,
        strengths: Vec::new(),
        successes: Vec::new(),
        wishes: Vec::new(),
        load: None,
        risks: None,
        contact_rules: Vec::new(),
        goals: Vec::new(),
        check_ins: Vec::new(),
        help_desk: None,
        support: Vec::new(),
        follow_up: None,
    }
}
