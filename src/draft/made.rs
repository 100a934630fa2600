//! How a section came to be.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::kind::Writer;
use crate::review::{Finding, Severity};

/// A section of a draft: who wrote it, after how many tries, and why not the model.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Made {
    /// Its name in `kind.toml`.
    pub name: String,
    /// Who wrote what is in the draft.
    pub writer: Writer,
    /// How often the model has tried.
    pub tries: u32,
    /// Why the built-in wording stands where a model was asked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fallback: Option<Fallback>,
}

/// Why the built-in wording stands where a model was asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Fallback {
    /// What stood in the way.
    pub reason: Reason,
    /// Rules that found an error in the last try.
    pub rules: Vec<&'static str>,
}

/// What stood in the way of a model's text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Reason {
    /// The review of the section, each time.
    Section,
    /// The review of the whole document.
    Document,
    /// The user.
    Interrupted,
}

impl Fallback {
    /// A fallback with the rules of the errors among some findings.
    #[must_use]
    pub fn because<'a>(reason: Reason, findings: impl IntoIterator<Item = &'a Finding>) -> Self {
        let errors = findings.into_iter().filter(|finding| finding.severity == Severity::Error);
        let rules: BTreeSet<&'static str> = errors.map(|finding| finding.rule).collect();
        Self { reason, rules: rules.into_iter().collect() }
    }
}
