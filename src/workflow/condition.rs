//! A condition of the way, and a reason for something, with the facts behind them.

use crate::lang::Message;

/// A condition of a stage: whether it holds, and what shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Condition {
    /// What has to hold, as if it did.
    pub text: Message,
    /// Whether it holds.
    pub met: bool,
    /// Ids of the entries that show it, or of those that stand against it; the name of a group that has no id.
    pub facts: Vec<String>,
}

impl Condition {
    /// A condition that holds where there are facts for it.
    pub(super) fn by_facts(facts: Vec<String>, ja: impl Into<String>, en: impl Into<String>) -> Self {
        Self::of(!facts.is_empty(), facts, ja, en)
    }

    /// A condition.
    pub(super) fn of(met: bool, facts: Vec<String>, ja: impl Into<String>, en: impl Into<String>) -> Self {
        Self { text: Message::new(ja, en), met, facts }
    }
}

/// Whether all of them hold.
pub(super) fn all_met(conditions: &[Condition]) -> bool {
    conditions.iter().all(|condition| condition.met)
}

/// A reason for something: why a document is due, what holds it up, what calls for protection or advice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    /// What.
    pub text: Message,
    /// Ids of the entries behind it, or the name of a group that has no id.
    pub facts: Vec<String>,
}

impl Reason {
    /// A reason with the facts behind it.
    pub(super) fn of(facts: Vec<String>, ja: impl Into<String>, en: impl Into<String>) -> Self {
        Self { text: Message::new(ja, en), facts }
    }
}
