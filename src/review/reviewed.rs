//! A document that the review has seen: the only thing that can be exported.

use super::own_wording;
use super::registry::review;
use super::rule::{Context, RuleError, Scope};
use super::{Finding, Severity};
use crate::kind::{Document, Laid};

/// A reviewed document. It can be made here alone, so that nothing unreviewed is ever exported.
#[derive(Clone, Debug)]
pub struct Reviewed {
    document: Document,
    laid: Laid,
    findings: Vec<Finding>,
}

impl Reviewed {
    /// Reviews a document as a whole.
    ///
    /// # Errors
    /// When a rule cannot judge.
    pub fn of(document: Document, context: &Context<'_>) -> Result<Self, RuleError> {
        let laid = document.lay();
        let mut findings = review(context, &laid, Scope::Document)?;
        own_wording::settle(&laid, &mut findings);
        Ok(Self { document, laid, findings })
    }

    /// The document.
    #[must_use]
    pub fn document(&self) -> &Document {
        &self.document
    }

    /// Its running text, in which the findings lie.
    #[must_use]
    pub fn laid(&self) -> &Laid {
        &self.laid
    }

    /// What the review found.
    #[must_use]
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// Whether something was found that must not go out.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.findings.iter().any(|finding| finding.severity == Severity::Error)
    }
}
