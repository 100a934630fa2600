//! What a rule finds.

use std::ops::Range;

use crate::facts::Id;
use crate::lang::Message;

/// How grave a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Worth a look.
    Hint,
    /// The manager decides.
    Warn,
    /// The text must not go out.
    Error,
}

/// How sure the rule is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Confidence {
    /// A guess.
    Low,
    /// Probable.
    Medium,
    /// Hardly ever wrong.
    High,
}

/// A place in a text that breaks a rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Id of the rule.
    pub rule: &'static str,
    /// How grave it is.
    pub severity: Severity,
    /// How sure the rule is.
    pub confidence: Confidence,
    /// Bytes of the text; empty where something is missing altogether.
    pub span: Range<usize>,
    /// The fact it is about, where there is one.
    pub fact: Option<Id>,
    /// What is wrong. For a draft it may be handed to the model, so it must not quote what is withheld.
    pub message: Message,
    /// What to write instead.
    pub suggestion: Option<Message>,
}

impl Finding {
    /// An error, as sure as can be.
    #[must_use]
    pub fn error(rule: &'static str, span: Range<usize>, message: Message) -> Self {
        Self {
            rule,
            severity: Severity::Error,
            confidence: Confidence::High,
            span,
            fact: None,
            message,
            suggestion: None,
        }
    }

    /// The same with the fact it is about.
    #[must_use]
    pub fn about(mut self, fact: &Id) -> Self {
        self.fact = Some(fact.clone());
        self
    }

    /// The same with another severity.
    #[must_use]
    pub fn with_severity(mut self, severity: Severity) -> Self {
        self.severity = severity;
        self
    }

    /// The same with another confidence.
    #[must_use]
    pub fn with_confidence(mut self, confidence: Confidence) -> Self {
        self.confidence = confidence;
        self
    }

    /// The same with what to write instead.
    #[must_use]
    pub fn suggest(mut self, suggestion: Message) -> Self {
        self.suggestion = Some(suggestion);
        self
    }
}
