//! Why no draft came out.

use crate::engine::EngineError;
use crate::kind::KindError;
use crate::lang::Message;
use crate::review::RuleError;

/// Why no draft came out.
#[derive(Debug, thiserror::Error)]
pub enum DraftError {
    /// A template of the kind is wrong.
    #[error(transparent)]
    Kind(#[from] KindError),
    /// The model failed.
    #[error(transparent)]
    Engine(#[from] EngineError),
    /// The model left sections out, or wrote some that nobody asked for.
    #[error("{}", .0.en)]
    Replies(Message),
    /// A rule could not judge: what it did not judge has not passed.
    #[error(transparent)]
    Rule(#[from] RuleError),
}
