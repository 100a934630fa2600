//! A finding as programs read it.

use crate::facts::Id;
use crate::lang::Lang;
use crate::review::{Confidence, Finding, Severity};

/// A finding with its place in bytes and its message in one language.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct FindingRecord<'a> {
    /// Id of the rule.
    pub rule: &'a str,
    /// How grave it is.
    pub severity: Severity,
    /// How sure the rule is.
    pub confidence: Confidence,
    /// First byte in the text.
    pub start: usize,
    /// Byte behind the last one.
    pub end: usize,
    /// The words themselves.
    pub text: &'a str,
    /// The fact it is about.
    pub fact: Option<&'a Id>,
    /// What is wrong.
    pub message: &'a str,
    /// What to write instead.
    pub suggestion: Option<&'a str>,
    /// Why somebody accepted it, if so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub accepted: Option<Reason<'a>>,
}

/// Why a finding was accepted.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Reason<'a> {
    /// In the words of who accepted it.
    pub reason: &'a str,
    /// The day, `2026-11-25`.
    pub on: &'a str,
}

impl<'a> FindingRecord<'a> {
    /// The record of a finding in a text; `said` is the language of the messages.
    #[must_use]
    pub fn of(finding: &'a Finding, text: &'a str, said: Lang) -> Self {
        Self {
            rule: finding.rule,
            severity: finding.severity,
            confidence: finding.confidence,
            start: finding.span.start,
            end: finding.span.end,
            text: text.get(finding.span.clone()).unwrap_or_default(),
            fact: finding.fact.as_ref(),
            message: finding.message.text(said),
            suggestion: finding.suggestion.as_ref().map(|suggestion| suggestion.text(said)),
            accepted: None,
        }
    }

    /// The same, accepted for a reason on a day.
    #[must_use]
    pub fn accepted(self, reason: Option<(&'a str, &'a str)>) -> Self {
        Self { accepted: reason.map(|(reason, on)| Reason { reason, on }), ..self }
    }
}
