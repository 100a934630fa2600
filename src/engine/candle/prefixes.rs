//! Beginnings that were read and may serve again.

use super::{Asked, Decoder, Piece, Sequence};
use crate::engine::EngineError;

/// Tokens that are held at most, all beginnings together, besides the one in use.
const HELD: usize = 8192;

/// Beginnings a decoder has read, the last used last.
#[derive(Default)]
pub(crate) struct Prefixes(Vec<Held>);

struct Held {
    tokens: Vec<u32>,
    sequence: Sequence,
}

impl Prefixes {
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
        let same = |held: &Held| held.tokens.iter().zip(prefix).take_while(|(one, other)| one == other).count();
        let best = self.0.iter().enumerate().map(|(at, held)| (same(held), at)).max();
        let mut sequence = match best {
            Some((length, at)) if length > 0 => {
                let mut sequence = self.0[at].sequence.clone();
                sequence.truncate(length);
                if length == self.0[at].tokens.len() {
                    // It goes on from there, or is the same: the longer one takes its place.
                    self.0.remove(at);
                }
                sequence
            }
            _ => decoder.sequence(),
        };
        let whole = read_on(decoder, &mut sequence, prefix, stop, read);
        let tokens = prefix[..sequence.len()].to_vec();
        self.0.push(Held { tokens, sequence: sequence.clone() });
        self.forget();
        whole.map(|()| sequence)
    }

    /// Forgets the beginnings used longest ago, while they are too many.
    fn forget(&mut self) {
        while self.0.len() > 1 && self.0.iter().map(|held| held.tokens.len()).sum::<usize>() > HELD {
            self.0.remove(0);
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
