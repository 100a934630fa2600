//! What goes into one pass through the layers, and what comes out.

use super::Sequence;

/// Tokens that follow a sequence.
#[derive(Debug)]
pub struct Piece<'a> {
    /// The sequence they follow; it holds them afterwards.
    pub sequence: &'a mut Sequence,
    /// The tokens, at least one.
    pub tokens: &'a [u32],
    /// After which of them logits are wanted.
    pub asked: Asked,
}

/// After which tokens of a piece logits are wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// After none: they are only read.
    Nothing,
    /// After the last.
    Last,
    /// After each.
    All,
}

impl Asked {
    /// The first of `tokens` tokens that is asked for.
    pub(crate) fn first(self, tokens: usize) -> usize {
        match self {
            Self::Nothing => tokens,
            Self::Last => tokens.saturating_sub(1),
            Self::All => 0,
        }
    }
}

/// Logits, one row a token asked for: pieces in order, tokens in order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Logits {
    width: usize,
    numbers: Vec<f32>,
}

impl Logits {
    pub(crate) fn new(width: usize, numbers: Vec<f32>) -> Self {
        Self { width, numbers }
    }

    pub(crate) fn extend(&mut self, more: Self) {
        self.width = more.width;
        self.numbers.extend(more.numbers);
    }

    /// The rows in order: a logit for each id, f32.
    pub fn rows(&self) -> impl DoubleEndedIterator<Item = &[f32]> + ExactSizeIterator {
        self.numbers.chunks_exact(self.width.max(1))
    }

    /// The rows in order, to be changed.
    pub fn rows_mut(&mut self) -> impl DoubleEndedIterator<Item = &mut [f32]> + ExactSizeIterator {
        self.numbers.chunks_exact_mut(self.width.max(1))
    }

    /// The last row; empty if there is none.
    #[must_use]
    pub fn last(&self) -> &[f32] {
        self.rows().next_back().unwrap_or_default()
    }
}
