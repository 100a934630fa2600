//! An engine for tests that writes what it is told.

use std::collections::BTreeMap;
use std::sync::atomic::Ordering;

use tsukuroi::engine::{Ended, Engine, EngineError, Identity, Job, Reply};
use tsukuroi::kind::Prompt;

/// Writes what a closure gives for a section and a try.
pub(crate) struct Pen<'a> {
    pub(crate) text: &'a dyn Fn(&Prompt, u32) -> (String, Ended),
    /// How often it was asked for each section.
    pub(crate) asked: BTreeMap<String, u32>,
    /// The prompts of each call.
    pub(crate) calls: Vec<Vec<Prompt>>,
    /// The seeds and tries it was given.
    pub(crate) jobs: Vec<(u64, u32)>,
    /// A section it leaves out.
    pub(crate) leaves_out: Option<&'static str>,
    /// After so many calls it sees Ctrl-C.
    pub(crate) interrupted_in: Option<usize>,
}

impl<'a> Pen<'a> {
    pub(crate) fn new(text: &'a dyn Fn(&Prompt, u32) -> (String, Ended)) -> Self {
        Self {
            text,
            asked: BTreeMap::new(),
            calls: Vec::new(),
            jobs: Vec::new(),
            leaves_out: None,
            interrupted_in: None,
        }
    }
}

impl Engine for Pen<'_> {
    fn identity(&self) -> Identity {
        crate::support::identity("pen")
    }

    fn write(&mut self, prompts: &[Prompt], job: &Job<'_>) -> Result<Vec<Reply>, EngineError> {
        self.calls.push(prompts.to_vec());
        self.jobs.push((job.seed, job.attempt));
        if self.interrupted_in == Some(self.calls.len()) {
            job.cancel.store(true, Ordering::Relaxed);
        }
        let mut replies = Vec::new();
        for prompt in prompts.iter().filter(|prompt| self.leaves_out != Some(prompt.section.as_str())) {
            *self.asked.entry(prompt.section.clone()).or_default() += 1;
            let (text, ended) = (self.text)(prompt, job.attempt);
            replies.push(Reply { section: prompt.section.clone(), text, ended, tokens: 1 });
        }
        Ok(replies)
    }
}
