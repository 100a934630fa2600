//! A SentencePiece vocabulary with scores, as model files of Llama 2, Mistral and Gemma have it.
//!
//! The whole text is one piece: spaces become `▁`, and the two neighbours whose union is the token with the highest
//! score are joined, until none is left. Characters that are no token become the tokens of their bytes.

use std::collections::HashMap;

use super::merge::{Joined, Merger, NONE, Piece};

/// What a space is in a vocabulary.
pub(crate) const SPACE: char = '▁';

/// Turns text into tokens by merging characters.
pub(crate) struct Spm {
    /// Tokens, each with its place in the order of joining.
    tokens: HashMap<Box<str>, Joined>,
    /// The token of each byte.
    bytes: Vec<u32>,
    /// The token for what has no token.
    unknown: Option<u32>,
    /// Bytes of the longest token.
    longest: usize,
}

impl Spm {
    /// A vocabulary of ordinary tokens with their scores, finite numbers, and of tokens for bytes.
    pub(crate) fn new<'a>(
        tokens: impl Iterator<Item = (&'a str, u32, f32)>,
        bytes: Vec<u32>,
        unknown: Option<u32>,
    ) -> Self {
        let tokens: HashMap<Box<str>, Joined> =
            tokens.map(|(token, id, score)| (token.into(), Joined { order: order(score), id })).collect();
        let longest = tokens.keys().map(|token| token.len()).max().unwrap_or(0);
        Self { tokens, bytes, unknown, longest }
    }

    /// Adds the tokens of a text.
    ///
    /// # Errors
    /// A character that has no token, nor have its bytes, nor is there one for the unknown.
    pub(crate) fn encode(&self, text: &str, out: &mut Vec<u32>) -> Result<(), String> {
        let text = text.replace(' ', SPACE.encode_utf8(&mut [0; 4]));
        let token = |start: usize, end: usize| text.get(start..end).and_then(|piece| self.tokens.get(piece));
        let pieces = text.char_indices().map(|(start, c)| {
            let end = start + c.len_utf8();
            Piece { start, end, id: token(start, end).map_or(NONE, |token| token.id) }
        });
        let join = |left: &Piece, right: &Piece| {
            let short = right.end - left.start <= self.longest;
            short.then(|| token(left.start, right.end).copied()).flatten()
        };
        for piece in Merger::default().merge(pieces, join) {
            if piece.id != NONE {
                out.push(piece.id);
                continue;
            }
            for byte in text[piece.start..piece.end].bytes() {
                match (self.bytes[usize::from(byte)], self.unknown) {
                    (NONE, Some(unknown)) => {
                        out.push(unknown);
                        break;
                    }
                    (NONE, None) => return Err(format!("no token for the byte {byte:#04x}")),
                    (id, _) => out.push(id),
                }
            }
        }
        Ok(())
    }
}

/// Numbers in the order of joining: the highest score first.
fn order(score: f32) -> u32 {
    // Adding zero makes both zeros one. The bits of numbers above zero are in order; those below are in reverse.
    let bits = (score + 0.0).to_bits();
    let ascending = if bits >> 31 == 0 { bits | 1 << 31 } else { !bits };
    !ascending
}

/// The byte that a token such as `<0x0A>` stands for.
pub(crate) fn byte_of(token: &str) -> Option<u8> {
    let digits = token.strip_prefix("<0x")?.strip_suffix('>')?;
    let plain = digits.len() == 2 && digits.bytes().all(|digit| digit.is_ascii_hexdigit());
    plain.then(|| u8::from_str_radix(digits, 16).ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::{NONE, Spm, byte_of, order};

    #[test]
    fn higher_scores_come_first() {
        let scores = [f32::MAX, 1.5, 0.0, -0.5, -1.0, -31_740.0, f32::MIN];
        assert!(scores.windows(2).all(|pair| order(pair[0]) < order(pair[1])));
        assert_eq!(order(0.0), order(-0.0));
    }

    #[test]
    fn bytes_have_names() {
        assert_eq!((byte_of("<0x0A>"), byte_of("<0xff>")), (Some(10), Some(255)));
        for token in ["", "<0x>", "<0x1>", "<0x+1>", "<0x123>", "0x0A", "<0xあ>"] {
            assert_eq!(byte_of(token), None, "{token}");
        }
    }

    #[test]
    fn what_has_no_token_becomes_bytes_or_the_unknown() {
        let encode = |bytes: Vec<u32>, unknown| {
            let spm = Spm::new([("a", 1, -1.0), ("▁", 2, -2.0), ("▁a", 3, -0.5)].into_iter(), bytes, unknown);
            let mut out = Vec::new();
            spm.encode(" aあ", &mut out).map(|()| out)
        };
        let bytes: Vec<u32> = (1000..1256).collect();
        assert_eq!(encode(bytes, Some(0)), Ok(vec![3, 1227, 1129, 1130]));
        assert_eq!(encode(vec![NONE; 256], Some(0)), Ok(vec![3, 0]));
        assert!(encode(vec![NONE; 256], None).is_err());
    }
}
