//! Beginnings that were read and may serve again.

use super::kept::Kept;
use super::{Asked, Decoder, Piece, Sequence};
use crate::engine::EngineError;
use crate::lang::Message;

/// Tokens that are held at most, all beginnings together, besides the one in use.
const HELD: usize = 8192;

/// Beginnings a decoder has read.
pub(crate) struct Prefixes {
    /// In memory, the last used last.
    held: Vec<Held>,
    /// On the disk, from run to run.
    kept: Option<Kept>,
}

struct Held {
    tokens: Vec<u32>,
    sequence: Sequence,
}

impl Prefixes {
    /// None yet but those on the disk.
    pub(crate) fn new(kept: Option<Kept>) -> Self {
        Self { held: Vec::new(), kept }
    }

    /// A sequence that holds `prefix`. What is held already is not read again: not even where only a first part of it
    /// is the same. `read` hears how many of its tokens are held.
    ///
    /// # Errors
    /// Those of [`Decoder::forward`].
    pub(crate) fn sequence(
        &mut self,
        decoder: &Decoder,
        prefix: &[u32],
        stop: &dyn Fn() -> bool,
        read: &mut dyn FnMut(usize),
    ) -> Result<Sequence, EngineError> {
        let mut sequence = self.longest(decoder, prefix);
        let missing = prefix.len() - sequence.len();
        let kept = self.kept.as_mut().and_then(|kept| kept.find(&sequence, prefix));
        let found = kept.is_some();
        if let Some(kept) = kept {
            sequence = kept;
            read(sequence.len());
        }
        let whole = read_on(decoder, &mut sequence, prefix, stop, read);
        if let (Ok(()), Some(kept), false) = (&whole, &mut self.kept, found) {
            kept.keep(prefix, &sequence, missing);
        }
        let tokens = prefix[..sequence.len()].to_vec();
        self.held.push(Held { tokens, sequence: sequence.clone() });
        self.forget();
        whole.map(|()| sequence)
    }

    /// Nothing more is to be kept on the disk: somebody waits for the end.
    pub(crate) fn hurry(&self) {
        self.kept.iter().for_each(Kept::hurry);
    }

    /// What there is to tell of those on the disk.
    pub(crate) fn notes(&mut self) -> Vec<Message> {
        self.kept.as_mut().map(Kept::notes).unwrap_or_default()
    }

    /// A sequence with as many first tokens of `prefix` as are held.
    fn longest(&mut self, decoder: &Decoder, prefix: &[u32]) -> Sequence {
        let same = |held: &Held| held.tokens.iter().zip(prefix).take_while(|(one, other)| one == other).count();
        let best = self.held.iter().enumerate().map(|(at, held)| (same(held), at)).max();
        match best {
            Some((length, at)) if length > 0 => {
                let mut sequence = self.held[at].sequence.clone();
                sequence.truncate(length);
                if length == self.held[at].tokens.len() {
                    // It goes on from there, or is the same: the longer one takes its place.
                    self.held.remove(at);
                }
                sequence
            }
            _ => decoder.sequence(),
        }
    }

    /// Forgets the beginnings used longest ago, while they are too many.
    fn forget(&mut self) {
        while self.held.len() > 1 && self.held.iter().map(|held| held.tokens.len()).sum::<usize>() > HELD {
            self.held.remove(0);
        }
    }
}

/// Reads on to the end of `prefix`.
fn read_on(
    decoder: &Decoder,
    sequence: &mut Sequence,
    prefix: &[u32],
    stop: &dyn Fn() -> bool,
    read: &mut dyn FnMut(usize),
) -> Result<(), EngineError> {
    const TOLD: usize = 256;
    let start = sequence.len();
    for tokens in prefix[start..].chunks(TOLD) {
        decoder.forward(&mut [Piece { sequence, tokens, asked: Asked::Nothing }], stop)?;
        read(sequence.len());
    }
    Ok(())
}
