//! The seam between writing and what holds a reply to a form.

use super::Vocabulary;
use crate::engine::EngineError;
use crate::kind::Prompt;

/// Holds one reply to a form, token by token: a grammar, for instance.
pub trait Constraint: Send {
    /// The ids that may come next: bit `id % 32` of word `id / 32` is set for each. Ids beyond the last word may not
    /// come. An id that ends a reply may come only if its bit is set.
    ///
    /// # Errors
    /// When the form cannot go on.
    fn allowed(&mut self) -> Result<&[u32], EngineError>;

    /// Takes the id that has been chosen, one of those allowed. Not called for an id that ends the reply.
    ///
    /// # Errors
    /// When the id was not allowed.
    fn consume(&mut self, id: u32) -> Result<(), EngineError>;

    /// How many of `ids` may come one after the other, as far as that is told without taking them.
    fn may_follow(&mut self, ids: &[u32]) -> usize;
}

/// Makes the constraint of a prompt.
pub trait Constraints: Send + Sync {
    /// The constraint of the reply to `prompt`; none where it is free.
    ///
    /// # Errors
    /// When it cannot be made.
    fn of(&self, prompt: &Prompt, vocabulary: &Vocabulary) -> Result<Option<Box<dyn Constraint>>, EngineError>;
}
