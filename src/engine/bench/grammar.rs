//! What holding replies to a grammar costs.

use std::time::{Duration, Instant};

use super::Grammar;
use super::model::Subject;
use crate::engine::EngineError;
use crate::engine::candle::Grammars;
use crate::lang::Lang;

/// Tokens that are chosen.
const TOKENS: u32 = 400;
/// The section that is walked through: ids that may be cited.
const IDS: [&str; 8] = ["E1", "E2", "E3", "A1", "A2", "M1", "C1", "V1"];

/// Walks through the grammar of a Japanese section, a token drawn evenly from those allowed at each step: more places
/// of the grammar than a text of the same length has, and none twice by habit. `stop` is asked before each.
pub(super) fn measure(subject: &Subject, stop: &dyn Fn() -> bool) -> Result<Grammar, EngineError> {
    let (vocabulary, grammars, ids) = (subject.vocabulary(), Grammars::new(false), IDS.map(str::to_owned));
    let fresh = || grammars.section(Lang::Ja, &ids, vocabulary);
    let begun = Instant::now();
    let mut constraint = fresh()?;
    let first_s = begun.elapsed().as_secs_f64();
    let (mut all, mut slowest) = (Duration::ZERO, Duration::ZERO);
    for at in 0..TOKENS {
        if stop() {
            return Err(EngineError::Cancelled);
        }
        let begun = Instant::now();
        let allowed = constraint.allowed()?;
        let mut took = begun.elapsed();
        match drawn(allowed, at, |id| vocabulary.ends(id)) {
            Some(id) => {
                let begun = Instant::now();
                constraint.consume(id)?;
                took += begun.elapsed();
            }
            None => constraint = fresh()?,
        }
        (all, slowest) = (all + took, slowest.max(took));
    }
    let per_token_s = all.as_secs_f64() / f64::from(TOKENS);
    Ok(Grammar { first_s, per_token_s, slowest_s: slowest.as_secs_f64(), ..Grammar::default() })
}

/// One of the ids whose bits are set, a different one each time; none where only the end may come.
fn drawn(allowed: &[u32], at: u32, ends: impl Fn(u32) -> bool) -> Option<u32> {
    let ids = |word: usize| (0..32).map(move |bit| word as u32 * 32 + bit);
    let set = |id: &u32| allowed[*id as usize / 32] >> (id % 32) & 1 == 1;
    let may: Vec<u32> = (0..allowed.len()).flat_map(ids).filter(|id| set(id) && !ends(*id)).collect();
    let place = (at as usize * 7919 + 13) % may.len().max(1);
    may.get(place).copied()
}

#[cfg(test)]
mod tests {
    use super::drawn;

    #[test]
    fn only_what_is_allowed_is_drawn() {
        let allowed = [0b1010, 1];
        let all: std::collections::BTreeSet<_> = (0..9).filter_map(|at| drawn(&allowed, at, |id| id == 3)).collect();
        assert_eq!(all.into_iter().collect::<Vec<_>>(), [1, 32]);
        assert_eq!(drawn(&[0b1000], 0, |id| id == 3), None);
    }
}
