//! A reply that begins in the midst of thinking.

use super::held::Held;
use crate::engine::EngineError;
use crate::engine::candle::{Constraint, Vocabulary};

/// Free until the token that ends thinking, then held.
pub(super) struct AfterThinking {
    held: Held,
    close: u32,
    /// While it thinks: all that is no end of the reply.
    free: Option<Vec<u32>>,
}

impl AfterThinking {
    /// A reply that thinks until `close`.
    pub(super) fn new(held: Held, close: u32, vocabulary: &Vocabulary) -> Self {
        let mut free = vec![u32::MAX; vocabulary.len().div_ceil(32)];
        for id in (0..).take(vocabulary.len()).filter(|id| vocabulary.ends(*id)) {
            free[id as usize / 32] &= !(1 << (id % 32));
        }
        Self { held, close, free: Some(free) }
    }
}

impl Constraint for AfterThinking {
    fn allowed(&mut self) -> Result<&[u32], EngineError> {
        match &self.free {
            Some(free) => Ok(free),
            None => self.held.allowed(),
        }
    }

    fn consume(&mut self, id: u32) -> Result<(), EngineError> {
        if self.free.is_none() {
            return self.held.consume(id);
        }
        if id == self.close {
            self.free = None;
        }
        Ok(())
    }

    fn may_follow(&mut self, ids: &[u32]) -> usize {
        match &self.free {
            Some(_) => ids.iter().position(|id| *id == self.close).map_or(ids.len(), |close| close + 1),
            None => self.held.may_follow(ids),
        }
    }
}
