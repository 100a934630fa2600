//! What is known of a case on a day.

use std::ops::Deref;

use super::complaint::Complaint;
use super::paper::Paper;
use super::when::later;
use crate::facts::{Day, Event, EventRole, Groups, Id, Made, Progress, Text};
use crate::lang::{Lang, Message};

/// The groups of a case without what had not happened yet on the day.
///
/// What bears no date (causes, plans, promises to come) counts as known from the beginning.
pub(super) struct Known {
    groups: Groups,
    pub(super) on: Day,
    pub(super) complaint: Option<Complaint>,
}

impl Known {
    pub(super) fn of(groups: &Groups, on: Day) -> Self {
        let groups = until(groups.clone(), on);
        let complaint = Complaint::of(&groups);
        Self { groups, on, complaint }
    }

    /// The entries of `documents` that say a document was made, earliest first.
    pub(super) fn made(&self, paper: Paper) -> Vec<&Made> {
        let mut made: Vec<&Made> = self.documents.iter().filter(|made| paper.is_named(&made.kind)).collect();
        made.sort_by_key(|made| made.date);
        made
    }

    /// Whether a document was made.
    pub(super) fn has(&self, paper: Paper) -> bool {
        self.documents.iter().any(|made| paper.is_named(&made.kind))
    }

    /// Ids of the entries that say a document was made.
    pub(super) fn made_ids(&self, paper: Paper) -> Vec<String> {
        names(self.made(paper).into_iter().map(|made| &made.id))
    }

    /// Events that play a part, earliest first.
    pub(super) fn events(&self, role: EventRole) -> Vec<&Event> {
        let mut events: Vec<&Event> = self.timeline.iter().filter(|event| event.role == Some(role)).collect();
        events.sort_by_key(|event| event.date);
        events
    }

    /// The visits since the complaint.
    pub(super) fn visits(&self) -> Vec<&Event> {
        let mut visits = self.events(EventRole::Visit);
        visits.retain(|event| self.is_since(event.date));
        visits
    }

    /// Whether a day lies on or after the complaint.
    pub(super) fn is_since(&self, day: Day) -> bool {
        self.complaint.as_ref().is_some_and(|complaint| day >= complaint.day)
    }

    /// The day a number of days after the complaint.
    pub(super) fn day(&self, days: i32) -> Option<Day> {
        later(self.complaint.as_ref()?.day, days)
    }

    /// When the first attempt at repair was made: a letter of apology, a visit, a plan.
    pub(super) fn repair_begun(&self) -> Option<Day> {
        let papers = [Paper::ApologyLetter, Paper::ActionPlan].into_iter().flat_map(|paper| self.made(paper));
        papers.map(|made| made.date).chain(self.visits().into_iter().map(|event| event.date)).min()
    }

    /// Whether the contact set-up stands approved.
    pub(super) fn setup_approved(&self) -> bool {
        self.contact_setup.as_ref().is_some_and(|setup| setup.approved_by.is_some() && setup.approved_on.is_some())
    }

    /// Whether a change of rep stands approved.
    pub(super) fn change_approved(&self) -> bool {
        self.change_option.as_ref().is_some_and(|option| option.approved_by.is_some() && option.approved_on.is_some())
    }

    /// Whether both sides see the matter as closed.
    pub(super) fn is_closed(&self) -> bool {
        self.outcome.is_some() || !self.events(EventRole::Closure).is_empty()
    }
}

impl Deref for Known {
    type Target = Groups;

    fn deref(&self) -> &Groups {
        &self.groups
    }
}

/// Ids as they are written.
pub(super) fn names<'a>(ids: impl IntoIterator<Item = &'a Id>) -> Vec<String> {
    ids.into_iter().map(ToString::to_string).collect()
}

/// A text of the case in both languages; where the case gives one, that one.
pub(super) fn said(text: &Text) -> Message {
    let of = |lang: Lang| text.get(lang).or_else(|| text.get(lang.other())).unwrap_or_default();
    Message::new(of(Lang::Ja), of(Lang::En))
}

fn until(mut groups: Groups, on: Day) -> Groups {
    let known = |day: Day| day <= on;
    groups.timeline.retain(|entry| known(entry.date));
    groups.positions.retain(|entry| known(entry.date));
    groups.frictions.retain(|entry| known(entry.date));
    groups.conduct.retain(|entry| known(entry.date));
    groups.compensation.retain(|entry| known(entry.date));
    groups.approvals.retain(|entry| known(entry.date));
    groups.documents.retain(|entry| known(entry.date));
    groups.outcome = groups.outcome.take().filter(|outcome| known(outcome.closed));
    for action in &mut groups.actions {
        if let Some(done) = action.done.filter(|done| !known(*done)) {
            action.status = Progress::Planned;
            action.due = action.due.or(Some(done));
            (action.done, action.result) = (None, None);
        }
    }
    if let Some(setup) = &mut groups.contact_setup
        && setup.approved_on.is_some_and(|day| !known(day))
    {
        (setup.approved_by, setup.approved_on) = (None, None);
    }
    if let Some(option) = &mut groups.change_option {
        option.willing = option.willing.filter(|day| known(*day));
        if option.rep_heard.is_some_and(|day| !known(day)) {
            (option.rep_heard, option.rep_view) = (None, None);
        }
        if option.precedent_on.is_some_and(|day| !known(day)) {
            (option.precedent_by, option.precedent_on) = (None, None);
        }
        if option.approved_on.is_some_and(|day| !known(day)) {
            (option.approved_by, option.approved_on) = (None, None);
        }
        for tried in &mut option.alternatives {
            if tried.date.is_some_and(|day| !known(day)) {
                (tried.date, tried.result) = (None, None);
            }
        }
    }
    groups
}
