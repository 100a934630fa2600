//! Prompts in, text out. An engine sees [`Prompt`](crate::kind::Prompt)s, never the case.
//! A stub of the shape the engine will have.

use std::sync::atomic::AtomicBool;

use crate::kind::Prompt;

/// Stub.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Identity {
    /// Stub.
    pub model: String,
}

/// Stub.
pub struct Job<'a> {
    /// Stub.
    pub seed: u64,
    /// Stub.
    pub attempt: u32,
    /// Stub.
    pub cancel: &'a AtomicBool,
    /// Stub.
    pub progress: &'a dyn Fn(Progress),
}

/// Stub.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Stub.
    pub step: Step,
    /// Stub.
    pub section: usize,
    /// Stub.
    pub sections: usize,
    /// Stub.
    pub done: usize,
    /// Stub.
    pub total: usize,
}

/// Stub.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Stub.
    Reading,
    /// Stub.
    Writing,
}

/// Stub.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ended {
    /// Stub.
    Stop,
    /// Stub.
    Length,
    /// Stub.
    Loop,
    /// Stub.
    Cancelled,
}

/// Stub.
#[derive(Clone, Debug)]
pub struct Reply {
    /// Stub.
    pub section: String,
    /// Stub.
    pub text: String,
    /// Stub.
    pub ended: Ended,
    /// Stub.
    pub tokens: usize,
}

/// Stub.
#[derive(Debug, thiserror::Error)]
#[error("{}", self.message().en)]
pub enum EngineError {
    /// Stub.
    Cancelled,
}

impl EngineError {
    /// Stub.
    #[must_use]
    pub fn message(&self) -> crate::lang::Message {
        crate::lang::Message::new("", "")
    }
}

/// Stub.
pub trait Engine {
    /// Stub.
    fn identity(&self) -> Identity;
    /// Stub.
    ///
    /// # Errors
    /// Stub.
    fn write(&mut self, prompts: &[Prompt], job: &Job<'_>) -> Result<Vec<Reply>, EngineError>;
}
