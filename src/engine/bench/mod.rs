//! How fast a model runs on this machine, on work like that of a letter, and how much of the machine that takes.
//!
//! Tokens are fixed, none is drawn: what is measured are loading, the decoder and its memory, not sampling.

mod beginning;
mod figures;
mod grammar;
mod guesses;
mod limits;
mod loading;
mod model;
mod peak;
mod speed;
mod workload;

use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};

pub use figures::{Beginning, Figures, Grammar, Guesses, Loading, Machine, Speed};
pub use workload::{Part, token};

use crate::engine::EngineError;
use crate::engine::candle::needed_memory;
use crate::engine::machine::{available_memory, fits};
use model::Subject;
use workload::CONTEXT;

/// What is being measured now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Reading the file.
    Reading,
    /// The first pass, in which weights are laid out anew.
    WarmUp,
    /// Reading so many tokens.
    Prefill(usize),
    /// Writing alone.
    Decode,
    /// Writing a letter.
    Letter,
    /// What the machine can do.
    Limits,
}

/// Measures a model file. `tell` hears what is being done; `cancel` stops it within a second.
///
/// # Errors
/// A file that cannot be used, too little memory, a failed computation; [`EngineError::Cancelled`].
pub fn measure(path: &Path, parts: &[Part], cancel: &AtomicBool, tell: &dyn Fn(Stage)) -> Result<Figures, EngineError> {
    let stop = || cancel.load(Ordering::Relaxed);
    let (need, available) = (needed_memory(path, CONTEXT)?, available_memory());
    if !fits(need, available) {
        return Err(EngineError::Memory { path: path.to_owned(), need, available });
    }
    let mut figures = Figures::default();
    // First of all what needs a fresh process: the peak of memory is that of everything before it.
    tell(Stage::Reading);
    let subject = Subject::load(path)?;
    figures.file_bytes = subject.file_bytes();
    tell(Stage::WarmUp);
    figures.warm_up_s = speed::warm_up(&subject, &stop)?;
    let mut speeds = Vec::new();
    if parts.contains(&Part::Prefill) {
        let mut counts = workload::PREFILL.to_vec();
        // The one that the peak of memory is promised for goes first.
        counts.sort_by_key(|count| *count != workload::PREFIX);
        for count in counts.into_iter().filter(|count| *count <= subject.context()) {
            tell(Stage::Prefill(count));
            speeds.push(speed::prefill(&subject, count, &stop)?);
            if count == workload::PREFIX {
                figures.peak_bytes = peak::resident();
            }
        }
        if let Some(known) = speeds.iter().find(|speed| speed.tokens == workload::PREFIX) {
            figures.beginning = beginning::measure(&subject, known.seconds, &stop)?;
        }
    }
    if parts.contains(&Part::Decode) {
        tell(Stage::Decode);
        speeds.extend(speed::decode(&subject, &stop)?);
        figures.guesses = guesses::measure(&subject, &stop)?;
        figures.grammar = Some(grammar::measure(&subject, &stop)?);
    }
    if parts.contains(&Part::Letter) {
        tell(Stage::Letter);
        speeds.extend(speed::letter(&subject, &stop)?);
    }
    drop(subject);
    if parts.contains(&Part::Load) {
        tell(Stage::Reading);
        figures.load = Some(loading::measure(path)?);
    }
    tell(Stage::Limits);
    let machine = limits::measure()?;
    for speed in &mut speeds {
        speed.compare(&machine);
    }
    if let Some(grammar) = &mut figures.grammar {
        grammar.compare(&speeds);
    }
    speeds.sort_by_key(|speed| speed.order);
    figures.speeds = speeds;
    figures.machine = machine;
    Ok(figures)
}
