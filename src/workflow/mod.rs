//! The way through the case: where it stands on a day, what is due, which documents to draft, and the last-resort gate
//! (domain F).
//!
//! Everything is derived from what the case records, on the manager's own whole view of it. What happened after the day
//! asked about is not known yet.

mod complaint;
mod condition;
mod counsel;
mod due;
mod gate;
mod known;
mod paper;
mod papers;
mod reports;
mod stages;
mod when;

#[cfg(test)]
mod tests;

pub use complaint::Complaint;
pub use condition::{Condition, Reason};
pub use due::{Due, DueKind};
pub use gate::{CRITERIA, Criterion, FULL, Gate, NonReason, NonReasonKind, Recommendation};
pub use paper::Paper;
pub use papers::ToDraft;
pub use stages::{Stage, StageState, Standing};
pub use when::{When, day_text};

use crate::facts::{Day, Groups};
use known::Known;

/// Where a case stands on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Way {
    /// The day.
    pub on: Day,
    /// The complaint, where one is known on that day.
    pub complaint: Option<Complaint>,
    /// Days since the complaint, which is day 0.
    pub day: Option<i32>,
    /// Whether both sides see the matter as closed.
    pub closed: bool,
    /// The stages in their order.
    pub stages: Vec<Standing>,
    /// What is due and not done, earliest first.
    pub dues: Vec<Due>,
    /// The documents to draft, earliest first; those without a day come first, since they are due at once.
    pub documents: Vec<ToDraft>,
    /// The last-resort gate.
    pub gate: Gate,
}

impl Way {
    /// Where a case stands on a day.
    #[must_use]
    pub fn of(groups: &Groups, on: Day) -> Self {
        let known = Known::of(groups, on);
        let complaint = known.complaint.clone();
        let day = complaint.as_ref().map(|complaint| When::of(on, complaint.day).days);
        let stages = stages::standings(&known, day);
        let gate = Gate::at(&known);
        let closed = known.is_closed();
        let documents = if closed { Vec::new() } else { papers::to_draft(&known, &stages, &gate, day) };
        let dues = match complaint {
            None => Vec::new(),
            Some(_) if closed => due::after_closing(&known),
            Some(_) => due::dues(&known, &documents),
        };
        Self { on, complaint, day, closed, stages, dues, documents, gate }
    }

    /// The stages the case is in. More than one: the support of the rep runs beside the others.
    pub fn current(&self) -> impl Iterator<Item = &Standing> {
        let open = !self.closed;
        self.stages.iter().filter(move |standing| open && standing.state == StageState::Open)
    }
}
