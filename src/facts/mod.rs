//! The case: load, validate, normalise, view per audience.

mod absent;
mod case;
mod day;
mod id;
mod load;
pub mod normalise;
mod person_name;
pub mod read;
mod standing;
mod text;
mod validate;
mod view;

pub use case::{
    About, Action, Alternative, Approval, ApprovalStatus, Approver, Asked, Cadence, Case, Cause, CauseAspect,
    CauseKind, ChangeOption, Check, Client, ClientPerson, ClientRole, Compensation, Conduct, ConductKind, Constraint,
    ConstraintKind, ContactRule, ContactSetup, Currency, DoNotTell, EnTitle, Entity, Event, EventRole, Exchange,
    Expert, ExpertKind, ExpertOption, Feedback, FollowUp, Friction, Goal, GoalKind, Groups, HandoverNote, Honorific,
    Incident, Made, Measure, Meeting, NoteKind, Outcome, OutcomeResult, OwnPerson, OwnRole, PastLesson, Position,
    PositionKind, Prep, Prevention, Progress, Question, RedLine, Remedy, RemedyStatus, Rep, RepAttends, Report,
    Request, Sender, Slot, Strength, Success, Support, TaxNote, Wellbeing, WentWell, Wish,
};
pub use day::{Day, PartDay, Time};
pub use id::{Id, Key};
pub use person_name::{family_name, name_parts};
pub use read::{LoadError, Problem};
pub use standing::{Status, Visibility};
pub use text::Text;
pub use view::{Audience, Facts, Identified, Identifiers, Missing, Remark, Withheld};
