//! How prompts are to be written: seed, try, cancel, progress.

use std::fmt;
use std::sync::atomic::{AtomicBool, Ordering};

/// One call of [`Engine::write`](super::Engine::write).
pub struct Job<'a> {
    /// The same seed, prompt and engine give the same text.
    pub seed: u64,
    /// Which try this is, from 0: a later try draws other tokens.
    pub attempt: u32,
    /// Set from outside to stop soon.
    pub cancel: &'a AtomicBool,
    /// Hears how far the work is.
    pub progress: &'a dyn Fn(Progress),
}

impl Job<'_> {
    /// Whether the work is to stop.
    #[must_use]
    pub fn cancelled(&self) -> bool {
        self.cancel.load(Ordering::Relaxed)
    }
}

impl fmt::Debug for Job<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Job")
            .field("seed", &self.seed)
            .field("attempt", &self.attempt)
            .field("cancelled", &self.cancelled())
            .finish_non_exhaustive()
    }
}

/// How far a job is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// What is being done.
    pub step: Step,
    /// Which prompt is worked on, from 0.
    pub section: usize,
    /// How many prompts there are.
    pub sections: usize,
    /// Tokens of this step that are done.
    pub done: usize,
    /// Tokens this step can have at most.
    pub total: usize,
}

/// What is being done for a prompt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// The prompt is being read.
    Reading,
    /// The reply is being written.
    Writing,
}
