//! Runs engines.

use std::cell::RefCell;
use std::sync::atomic::{AtomicBool, Ordering};

use tsukuroi::engine::candle::{Candle, LoadOptions};
use tsukuroi::engine::{Engine, EngineError, Job, ModelSettings, Progress, Reply, Sampling};
use tsukuroi::kind::Prompt;
use tsukuroi::lang::Lang;

use super::gguf_writer::File;
use super::tiny::Placed;

/// A prompt with short texts.
pub(crate) fn prompt(section: &str, max_chars: usize) -> Prompt {
    Prompt {
        section: section.to_owned(),
        lang: Lang::Ja,
        system: "You write letters.".to_owned(),
        shared: "Facts:\n[E1] 納期が遅れた。\n".to_owned(),
        task: format!("Write: {section}"),
        ids: vec!["E1".to_owned()],
        max_chars,
    }
}

/// Settings for tests.
pub(crate) fn settings(sampling: Sampling) -> ModelSettings {
    ModelSettings { sampling, ..ModelSettings::unknown("tiny") }
}

/// An engine that runs a model and may write anything.
pub(crate) fn load(file: &File, sampling: Sampling) -> Candle {
    let placed = Placed::new(file);
    Candle::load(&placed.path(), &settings(sampling), &LoadOptions { free: true, ..LoadOptions::default() })
        .expect("a sound model")
}

/// Writes without being stopped.
pub(crate) fn write(engine: &mut dyn Engine, prompts: &[Prompt], seed: u64, attempt: u32) -> Vec<Reply> {
    try_write(engine, prompts, seed, attempt).expect("replies")
}

/// Writes without being stopped.
pub(crate) fn try_write(
    engine: &mut dyn Engine,
    prompts: &[Prompt],
    seed: u64,
    attempt: u32,
) -> Result<Vec<Reply>, EngineError> {
    let job = Job { seed, attempt, cancel: &AtomicBool::new(false), progress: &|_| {} };
    engine.write(prompts, &job)
}

/// Writes until the progress says to stop; gives what was heard, too.
pub(crate) fn write_until(
    engine: &mut dyn Engine,
    prompts: &[Prompt],
    stop: impl Fn(Progress) -> bool,
) -> (Vec<Reply>, Vec<Progress>) {
    let (cancel, heard) = (AtomicBool::new(false), RefCell::new(Vec::new()));
    let progress = |progress: Progress| {
        heard.borrow_mut().push(progress);
        cancel.fetch_or(stop(progress), Ordering::Relaxed);
    };
    let job = Job { seed: 1, attempt: 0, cancel: &cancel, progress: &progress };
    let replies = engine.write(prompts, &job).expect("replies");
    (replies, heard.into_inner())
}
