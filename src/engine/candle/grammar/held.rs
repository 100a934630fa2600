//! A reply that is held to a grammar.

use llguidance::Matcher;
use llguidance::toktrie::SimpleVob;

use crate::engine::EngineError;
use crate::engine::candle::Constraint;
use crate::engine::shown::shown;

/// A reply and where it stands in its grammar.
pub(super) struct Held {
    matcher: Matcher,
    mask: SimpleVob,
}

impl Held {
    /// A reply that has not begun.
    pub(super) fn new(matcher: Matcher) -> Self {
        Self { matcher, mask: SimpleVob::new() }
    }
}

impl Constraint for Held {
    fn allowed(&mut self) -> Result<&[u32], EngineError> {
        self.mask = self.matcher.compute_mask_or_eos().map_err(failed)?;
        Ok(self.mask.as_slice())
    }

    fn consume(&mut self, id: u32) -> Result<(), EngineError> {
        self.matcher.consume_token(id).map_err(failed)
    }

    fn may_follow(&mut self, ids: &[u32]) -> usize {
        // What cannot be told is not guessed; what is wrong is said when a token is asked for.
        self.matcher.validate_tokens(ids).unwrap_or(0)
    }
}

fn failed(why: impl std::fmt::Display) -> EngineError {
    EngineError::compute(format!("the grammar: {}", shown(&why.to_string())))
}
