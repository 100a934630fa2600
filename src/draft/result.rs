//! A draft.

use super::made::Made;
use super::manifest::Manifest;
use crate::kind::Writer;
use crate::review::Reviewed;

/// A reviewed document with how it came to be.
#[derive(Clone, Debug)]
pub struct Draft {
    /// The document and what the review found.
    pub reviewed: Reviewed,
    /// How each section came to be, in the document's order.
    pub sections: Vec<Made>,
    /// What it was made from.
    pub manifest: Manifest,
    /// Whether the user stopped the model before it was done.
    pub interrupted: bool,
}

impl Draft {
    /// Whether the review found something that must not go out, even in the built-in wording.
    #[must_use]
    pub fn is_blocked(&self) -> bool {
        self.reviewed.has_errors()
    }

    /// The sections somebody wrote.
    pub fn by(&self, writer: Writer) -> impl Iterator<Item = &Made> {
        self.sections.iter().filter(move |made| made.writer == writer)
    }
}
