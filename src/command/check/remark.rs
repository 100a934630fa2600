//! What the inspection of a case finds, and how a check is declared.

use super::survey::Survey;
use crate::facts::Id;
use crate::lang::{Lang, Message};
use crate::review::Severity;

/// What sort of thing is wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Group {
    /// Two facts that cannot both be right.
    Contradiction,
    /// Something that has to be there.
    Gap,
    /// Something that can do harm.
    Risk,
}

impl Group {
    /// All groups, in the order they are told.
    pub(super) const ALL: [Self; 3] = [Self::Contradiction, Self::Gap, Self::Risk];

    /// Its heading.
    pub(super) fn heading(self, said: Lang) -> &'static str {
        let (ja, en) = match self {
            Self::Contradiction => ("矛盾", "Contradictions"),
            Self::Gap => ("不足", "Missing"),
            Self::Risk => ("注意", "Mind"),
        };
        said.pick(ja, en)
    }
}

/// A check of a case: a file each, and a line in the registry.
#[derive(Clone, Copy, Debug)]
pub(super) struct Check {
    /// Its name, which stays: scripts look for it.
    pub(super) name: &'static str,
    /// What sort of thing it finds.
    pub(super) group: Group,
    /// How grave that is.
    pub(super) severity: Severity,
    /// Finds it.
    pub(super) find: fn(&Survey<'_>) -> Vec<Found>,
}

/// A place where a check has found something.
#[derive(Clone, Debug)]
pub(super) struct Found {
    /// Byte in the case file.
    at: usize,
    id: Option<Id>,
    what: Message,
    todo: Message,
    severity: Option<Severity>,
}

/// What is told of a case: a finding with its check and its line.
#[derive(Clone, Debug)]
pub(super) struct Remark {
    /// Name of the check.
    pub(super) name: &'static str,
    /// What sort of thing is wrong.
    pub(super) group: Group,
    /// How grave it is.
    pub(super) severity: Severity,
    /// Line in the case file.
    pub(super) line: usize,
    /// The entry.
    pub(super) id: Option<Id>,
    /// What is wrong.
    pub(super) what: Message,
    /// What to do.
    pub(super) todo: Message,
}

impl Found {
    /// Something found at a byte of the case file.
    pub(super) fn at(at: usize, what: Message, todo: Message) -> Self {
        Self { at, id: None, what, todo, severity: None }
    }

    /// In an entry.
    pub(super) fn of(mut self, id: &Id) -> Self {
        self.id = Some(id.clone());
        self
    }

    /// In an entry, where it is in one.
    pub(super) fn within(mut self, id: Option<&Id>) -> Self {
        self.id = id.cloned();
        self
    }

    /// Graver or less grave than the check's usual finding.
    pub(super) fn with(mut self, severity: Severity) -> Self {
        self.severity = Some(severity);
        self
    }

    /// The remark it makes.
    pub(super) fn remark(self, check: &Check, survey: &Survey<'_>) -> Remark {
        Remark {
            name: check.name,
            group: check.group,
            severity: self.severity.unwrap_or(check.severity),
            line: survey.case.line(self.at),
            id: self.id,
            what: self.what,
            todo: self.todo,
        }
    }
}

/// A message from its two texts; the checks have many.
pub(super) fn say(ja: impl Into<String>, en: impl Into<String>) -> Message {
    Message::new(ja, en)
}
