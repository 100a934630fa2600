//! The case data model: thirty-one groups, a file each.

mod about;
mod actions;
mod approvals;
mod cadence;
mod causes;
mod change_option;
mod client;
mod compensation;
mod constraints;
mod contact_setup;
mod documents;
mod expert;
mod frictions;
mod group;
mod handover;
mod incident;
mod learning;
mod meeting;
mod own_people;
mod positions;
mod rep;
mod requests;
mod sender;
mod timeline;

pub use about::About;
pub use actions::{Action, Measure, Progress};
pub use approvals::{Approval, ApprovalStatus, Approver};
pub use cadence::{Cadence, Report};
pub use causes::{Cause, CauseAspect, CauseKind};
pub use change_option::{Alternative, ChangeOption};
pub use client::{Client, ClientPerson, ClientRole, EnTitle, Entity, Honorific};
pub use compensation::{Compensation, Currency, Remedy, RemedyStatus, TaxNote};
pub use constraints::{Constraint, ConstraintKind, DoNotTell};
pub use contact_setup::ContactSetup;
pub use documents::Made;
pub use expert::{Expert, ExpertKind, ExpertOption, Question};
pub use frictions::{Conduct, ConductKind, Friction};
pub(crate) use group::group;
pub use handover::{Asked, Exchange, HandoverNote, NoteKind, Prep, RedLine};
pub use incident::{Check, Incident};
pub use learning::{Outcome, OutcomeResult, PastLesson, Prevention, WentWell};
pub use meeting::{Meeting, RepAttends, Slot};
pub use own_people::{OwnPerson, OwnRole};
pub use positions::{Position, PositionKind};
pub use rep::{ContactRule, FollowUp, Goal, GoalKind, Rep, Strength, Success, Support, Wellbeing, Wish};
pub use requests::Request;
pub use sender::Sender;
pub use timeline::{Event, EventRole, Feedback};

use crate::facts::read::{Field, Path, Span, Visitor};
use crate::facts::{Id, Key, Text};

group! {
    /// The groups of a case.
    group Groups {
        /// The case itself.
        case: About,
        /// Who writes.
        sender: Sender,
        /// The client's organisation.
        client: Client,
        /// The client's people.
        client_people: Vec<ClientPerson>,
        /// The own people.
        own_people: Vec<OwnPerson>,
        /// The rep.
        rep: Option<Rep>,
        /// The rep's health, consultation, leave.
        wellbeing: Option<Wellbeing>,
        /// What went wrong.
        incident: Option<Incident>,
        /// What happened.
        timeline: Vec<Event>,
        /// What the client says, feels, expects, asks for.
        positions: Vec<Position>,
        /// Earlier frictions.
        frictions: Vec<Friction>,
        /// Conduct that puts people at risk.
        conduct: Vec<Conduct>,
        /// What is done about it.
        actions: Vec<Action>,
        /// Money and other remedies.
        compensation: Vec<Compensation>,
        /// Who agreed to what.
        approvals: Vec<Approval>,
        /// What binds the own side.
        constraints: Vec<Constraint>,
        /// What no client may be told.
        do_not_tell: Vec<DoNotTell>,
        /// Why it happened.
        causes: Vec<Cause>,
        /// The visit.
        meeting: Option<Meeting>,
        /// Who the client talks to.
        contact_setup: Option<ContactSetup>,
        /// A change of rep.
        change_option: Option<ChangeOption>,
        /// Advice from outside.
        expert: Option<Expert>,
        /// When the client hears from us.
        cadence: Option<Cadence>,
        /// What has gone out so far.
        documents: Vec<Made>,
        /// What other departments are asked for.
        requests: Vec<Request>,
        /// What worked.
        went_well: Vec<WentWell>,
        /// How the measures are brought in and looked at again.
        prevention: Option<Prevention>,
        /// Notes for whoever takes over.
        handover_notes: Vec<HandoverNote>,
        /// How the talk with the client is prepared.
        prep: Option<Prep>,
        /// Lessons of earlier cases.
        lessons: Vec<PastLesson>,
        /// How it ended.
        outcome: Option<Outcome>,
    }
}

/// A case as loaded, whole: the manager's own. Later rooms get [`Facts`](crate::facts::Facts) instead.
#[derive(Clone, Debug)]
pub struct Case {
    /// Name of the file it was loaded from.
    pub name: String,
    /// Text of the file.
    pub source: String,
    /// Its groups, in both languages, with all that is internal.
    pub groups: Groups,
}

impl Groups {
    /// Ids of all citable entries with their places, in the order of the data model.
    #[must_use]
    pub fn ids(&self) -> Vec<(Id, Span)> {
        struct Ids(Vec<(Id, Span)>);
        impl Visitor for Ids {
            fn entry(&mut self, _: &Path<'_>, id: &Id, span: &Span) {
                self.0.push((id.clone(), span.clone()));
            }
        }
        let mut ids = Ids(Vec::new());
        Field::walk(self, &Path::ROOT, &mut ids);
        ids.0
    }

    /// Changes every text.
    pub(crate) fn walk_texts(&mut self, change: &mut dyn FnMut(&mut Text)) {
        Field::walk_mut(self, &mut |text: &mut Text| change(text));
    }

    /// A person of the own side.
    #[must_use]
    pub fn own_person(&self, key: &Key) -> Option<&OwnPerson> {
        self.own_people.iter().find(|person| person.key == *key)
    }

    /// A person of the client.
    #[must_use]
    pub fn client_person(&self, key: &Key) -> Option<&ClientPerson> {
        self.client_people.iter().find(|person| person.key == *key)
    }

    /// Whom letters to the client go to: the decider, else the first person given.
    #[must_use]
    pub fn addressee(&self) -> Option<&ClientPerson> {
        let decider = self.client_people.iter().find(|person| person.role == ClientRole::Decider);
        decider.or(self.client_people.first())
    }
}

impl Groups {
    /// The first report that is still to come on the day of the case.
    #[must_use]
    pub fn next_report(&self) -> Option<&Report> {
        let reports = self.cadence.iter().flat_map(|cadence| &cadence.reports);
        reports.filter(|report| report.date > self.case.as_of).min_by_key(|report| report.date)
    }
}

impl Case {
    /// Line of a byte offset in the case file, counted from one.
    #[must_use]
    pub fn line(&self, offset: usize) -> usize {
        crate::facts::read::line_column(&self.source, offset).0
    }
}
