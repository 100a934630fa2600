//! Joining neighbours, best first: what byte-pair and SentencePiece vocabularies have in common.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// Stands for a piece that is no token by itself.
pub(crate) const NONE: u32 = u32::MAX;

/// A piece of a text: bytes `start..end`, and the token it is, or [`NONE`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Piece {
    /// Where it begins, in bytes.
    pub(crate) start: usize,
    /// Where it ends.
    pub(crate) end: usize,
    /// Its token.
    pub(crate) id: u32,
}

/// What two neighbours become.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Joined {
    /// Lower is joined first; of equals, the leftmost.
    pub(crate) order: u32,
    /// The token both are together.
    pub(crate) id: u32,
}

/// A piece and its neighbours.
struct Link {
    piece: Piece,
    before: usize,
    after: usize,
    /// Whether it was joined to the piece before it.
    gone: bool,
}

/// No neighbour.
const END: usize = usize::MAX;

/// Two neighbours that may be joined: (order, left, right, where they ended when they were looked at, token).
type Bid = Reverse<(u32, usize, usize, usize, u32)>;

/// Joins pieces; keeps its room for the next text.
#[derive(Default)]
pub(crate) struct Merger {
    links: Vec<Link>,
    bids: BinaryHeap<Bid>,
}

impl Merger {
    /// Joins neighbours as long as `join` knows a token for two of them, and gives what is left.
    ///
    /// Each join costs the logarithm of the number of pieces: n pieces take n log n steps, whatever they are.
    pub(crate) fn merge(
        &mut self,
        pieces: impl Iterator<Item = Piece>,
        join: impl Fn(&Piece, &Piece) -> Option<Joined>,
    ) -> impl Iterator<Item = Piece> {
        self.links.clear();
        self.bids.clear();
        for (at, piece) in pieces.enumerate() {
            self.links.push(Link { piece, before: at.wrapping_sub(1), after: at + 1, gone: false });
        }
        if let Some(last) = self.links.last_mut() {
            last.after = END;
        }
        for right in 1..self.links.len() {
            self.bid(right - 1, right, &join);
        }
        while let Some(Reverse((_, left, right, end, id))) = self.bids.pop() {
            // Either has been joined to another since.
            if self.links[left].gone || self.links[left].after != right || self.links[right].piece.end != end {
                continue;
            }
            let after = self.links[right].after;
            self.links[right].gone = true;
            let link = &mut self.links[left];
            link.piece.end = end;
            link.piece.id = id;
            link.after = after;
            let before = link.before;
            if after != END {
                self.links[after].before = left;
                self.bid(left, after, &join);
            }
            if before != END {
                self.bid(before, left, &join);
            }
        }
        self.links.iter().filter(|link| !link.gone).map(|link| link.piece)
    }

    fn bid(&mut self, left: usize, right: usize, join: impl Fn(&Piece, &Piece) -> Option<Joined>) {
        let end = self.links[right].piece.end;
        if let Some(joined) = join(&self.links[left].piece, &self.links[right].piece) {
            self.bids.push(Reverse((joined.order, left, right, end, joined.id)));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Joined, Merger, Piece};

    /// Merges letters; `known` are the words that may arise, best first.
    fn merged(text: &str, known: &[&str]) -> Vec<String> {
        let pieces = text.char_indices().map(|(at, c)| Piece { start: at, end: at + c.len_utf8(), id: 0 });
        let join = |left: &Piece, right: &Piece| {
            let order = known.iter().position(|word| *word == &text[left.start..right.end])? as u32;
            Some(Joined { order, id: order })
        };
        Merger::default().merge(pieces, join).map(|piece| text[piece.start..piece.end].to_owned()).collect()
    }

    #[test]
    fn the_best_pair_is_joined_first_and_of_equals_the_leftmost() {
        assert_eq!(merged("abc", &["bc", "ab"]), ["a", "bc"]);
        assert_eq!(merged("aaa", &["aa"]), ["aa", "a"]);
        assert_eq!(merged("aaaaa", &["aa", "aaaa"]), ["aaaa", "a"]);
        assert_eq!(merged("abab", &["ab", "abab"]), ["abab"]);
        assert_eq!(merged("", &["ab"]), [""; 0]);
    }

    #[test]
    fn a_pair_that_has_changed_is_not_joined() {
        // `bc` waits until `ab` has taken its left half; then `abc` comes of both.
        assert_eq!(merged("abcd", &["ab", "bc", "cd"]), ["ab", "cd"]);
        assert_eq!(merged("abcd", &["cd", "bc", "bcd", "abcd"]), ["abcd"]);
    }
}
