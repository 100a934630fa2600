//! What reading guessed tokens costs, and what it gains at best.

use std::time::Instant;

use super::Guesses;
use super::model::Subject;
use super::speed::read;
use super::workload::{BEFORE, token};
use crate::engine::EngineError;
use crate::engine::candle::{Asked, MOST_GUESSES, Piece};

/// Passes of each kind.
const PASSES: usize = 12;

/// Times passes of one token and passes of one and as many guesses as there may be; none where the context is too small.
pub(super) fn measure(subject: &Subject, stop: &dyn Fn() -> bool) -> Result<Option<Guesses>, EngineError> {
    if BEFORE + MOST_GUESSES + 1 > subject.context() {
        return Ok(None);
    }
    let mut sequence = read(subject, BEFORE, stop)?;
    let mut passes = |count: usize| {
        let tokens: Vec<u32> = (0..count).map(|at| token(BEFORE + at, subject.decoder.rows())).collect();
        let mut best = f64::INFINITY;
        for _ in 0..PASSES {
            let begun = Instant::now();
            let piece = Piece { sequence: &mut sequence, tokens: &tokens, asked: Asked::All };
            subject.decoder.forward(&mut [piece], stop)?;
            best = best.min(begun.elapsed().as_secs_f64());
            sequence.truncate(BEFORE);
        }
        Ok::<_, EngineError>(best)
    };
    let (alone_s, guessed_s) = (passes(1)?, passes(MOST_GUESSES + 1)?);
    let cost = guessed_s / alone_s;
    Ok(Some(Guesses { guesses: MOST_GUESSES, pass_cost: cost, gain: (MOST_GUESSES + 1) as f64 / cost }))
}
