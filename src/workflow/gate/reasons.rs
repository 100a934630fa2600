//! What is no reason for a change: anger alone, the client's rank, convenience, punishment (domain F, "Not reasons").

use crate::facts::{ClientRole, ConstraintKind, PositionKind};
use crate::lang::Message;
use crate::workflow::known::{Known, names};

/// What kind of reason that is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NonReasonKind {
    /// The client is angry.
    Anger,
    /// Somebody important asks for it, or the account is large.
    Rank,
    /// It would be easier.
    Convenience,
    /// The rep made a mistake.
    Punishment,
}

impl NonReasonKind {
    /// The word for programs.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Anger => "anger",
            Self::Rank => "rank",
            Self::Convenience => "convenience",
            Self::Punishment => "punishment",
        }
    }

    /// What to tell the manager.
    #[must_use]
    pub fn text(self) -> Message {
        let (ja, en) = match self {
            Self::Anger => ("先方のお怒りやご要望があること", "that the client is angry, or asks for it"),
            Self::Rank => ("先方のお立場や取引の大きさ", "the client's rank, or the size of the account"),
            Self::Convenience => ("社内の人繰りや手間", "that it would be easier for us"),
            Self::Punishment => ("担当者の不手際への処分", "to punish the rep for the mistake"),
        };
        Message::new(ja, en)
    }
}

/// Something that may be put forward for a change but does not count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NonReason {
    /// What kind.
    pub kind: NonReasonKind,
    /// Ids of the entries it may rest on.
    pub facts: Vec<String>,
}

/// Those for which the case gives occasion, in the order of the domain.
pub(super) fn non_reasons(known: &Known) -> Vec<NonReason> {
    let angry = |kind: PositionKind| matches!(kind, PositionKind::Feeling | PositionKind::Demand);
    let anger = names(known.positions.iter().filter(|entry| angry(entry.kind)).map(|entry| &entry.id));
    let decider = |entry: &&crate::facts::Position| {
        let role = known.client_person(&entry.from).map(|person| person.role);
        entry.kind == PositionKind::Demand && role == Some(ClientRole::Decider)
    };
    let mut rank = names(known.positions.iter().filter(decider).map(|entry| &entry.id));
    let bound = |kind: ConstraintKind| {
        names(known.constraints.iter().filter(move |entry| entry.kind == kind).map(|entry| &entry.id))
    };
    rank.extend(bound(ConstraintKind::RevenueShare));
    let mut convenience = bound(ConstraintKind::Staffing);
    convenience.extend(bound(ConstraintKind::Budget));
    let rep = known.rep.as_ref().map(|rep| &rep.person);
    let lapses =
        known.timeline.iter().filter(|event| event.lapse.is_some() && rep.is_some() && event.from.as_ref() == rep);
    let found = [
        (NonReasonKind::Anger, anger),
        (NonReasonKind::Rank, rank),
        (NonReasonKind::Convenience, convenience),
        (NonReasonKind::Punishment, names(lapses.map(|event| &event.id))),
    ];
    found.into_iter().filter(|(_, facts)| !facts.is_empty()).map(|(kind, facts)| NonReason { kind, facts }).collect()
}
