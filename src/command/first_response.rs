//! When the client had to hear from us first: one business day after the complaint.

use crate::facts::normalise::add_business_days;
use crate::facts::{Case, Day, Id};
use crate::lang::Message;
use crate::workflow::{Complaint, Paper};

/// Code of the first response among the kinds.
pub(super) const CODE: &str = "D01";

/// The complaint, and by when the first response is due.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct FirstResponse {
    /// The entry that records the complaint.
    pub(super) id: Id,
    /// Day of the complaint.
    pub(super) complaint: Day,
    /// By when the client has to hear from us.
    pub(super) due: Day,
    /// The day of the case.
    as_of: Day,
}

impl FirstResponse {
    /// The first response to the complaint of a case, if it has one that has not had its response yet.
    pub(super) fn of(case: &Case) -> Option<Self> {
        let groups = &case.groups;
        if groups.documents.iter().any(|made| Paper::FirstResponse.is_named(&made.kind)) {
            return None;
        }
        let Complaint { day, id } = Complaint::of(groups)?;
        Some(Self { id, complaint: day, due: Day(add_business_days(day.0, 1)?), as_of: groups.case.as_of })
    }

    /// Whether it is too late for it.
    pub(super) fn is_late(&self) -> bool {
        self.as_of > self.due
    }

    /// What to tell the user.
    pub(super) fn message(&self) -> Message {
        let (what, todo) = self.told();
        match self.is_late() {
            true => Message::new(format!("{}。{}", what.ja, todo.ja), format!("{}; {}", what.en, todo.en)),
            false => what,
        }
    }

    /// When it is or was due, and what to do.
    pub(super) fn told(&self) -> (Message, Message) {
        let Self { complaint, due, as_of, .. } = self;
        if self.is_late() {
            return (
                Message::new(
                    format!("初動のご連絡（{CODE}）の期限は {due} でした（お申し出は {complaint}、作成日は {as_of}）"),
                    format!(
                        "the first response ({CODE}) was due by {due} (complaint of {complaint}, written on {as_of})"
                    ),
                ),
                Message::new(
                    "今から送るなら、遅れのお詫びも添えるか、ほかの文書にしてください",
                    "if it goes out now, apologise for the delay too, or choose another document",
                ),
            );
        }
        (
            Message::new(
                format!("初動のご連絡（{CODE}）の期限は {due} です（お申し出は {complaint}）"),
                format!("the first response ({CODE}) is due by {due} (complaint of {complaint})"),
            ),
            Message::new(
                format!("`tsukuroi draft {CODE}` で作り、期限までに送ってください"),
                format!("draft it with `tsukuroi draft {CODE}` and send it by then"),
            ),
        )
    }
}
