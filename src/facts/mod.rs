//! The case: load, validate, normalise, view per audience.

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
    About, Action, Alternative, Approval, ApprovalStatus, Approver, Cadence, Case, Cause, CauseKind, ChangeOption,
    Check, Client, ClientPerson, ClientRole, Compensation, Conduct, ConductKind, Constraint, ConstraintKind,
    ContactSetup, Currency, DoNotTell, EnTitle, Entity, Event, Expert, ExpertKind, Feedback, FollowUp, Friction,
    Groups, Honorific, Incident, Measure, Meeting, OwnPerson, Position, PositionKind, Progress, Question, Remedy,
    RemedyStatus, Rep, RepAttends, Report, Sender, Slot, Strength, Success, Support, TaxNote, Wellbeing, Wish,
};
pub use day::{Day, PartDay, Time};
pub use id::{Id, Key};
pub use person_name::{family_name, name_parts};
pub use read::{LoadError, Problem};
pub use standing::{Status, Visibility};
pub use text::Text;
pub use view::{Audience, Facts, Missing, Remark, Withheld};
