//! The complaint that opened the case: day 0 (domain F).

use crate::facts::{Day, EventRole, Groups, Id};

/// The complaint that opened the case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Complaint {
    /// Its day, from which the days of the case are counted.
    pub day: Day,
    /// The event or the position that records it.
    pub id: Id,
}

impl Complaint {
    /// The earliest event marked as the complaint; where none is marked, the earliest position of the client.
    #[must_use]
    pub fn of(groups: &Groups) -> Option<Self> {
        let events = groups.timeline.iter().filter(|event| event.role == Some(EventRole::Complaint));
        let event = events.min_by_key(|event| event.date).map(|event| (event.date, &event.id));
        let position = || groups.positions.iter().min_by_key(|entry| entry.date).map(|entry| (entry.date, &entry.id));
        let (day, id) = event.or_else(position)?;
        Some(Self { day, id: id.clone() })
    }
}
