//! A byte-pair vocabulary over bytes, as GPT-2 has it.

use std::collections::HashMap;

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

use super::bytes::Alphabet;
use super::merge::{Joined, Merger, NONE, Piece};
use super::rules::Rules;
use super::words::Words;
use crate::engine::gguf::Texts;

/// Turns text into tokens by merging bytes.
pub(crate) struct Bpe {
    words: Words,
    nfc: bool,
    /// The token of each byte.
    bytes: Vec<u32>,
    /// What two tokens become.
    pairs: HashMap<(u32, u32), Joined>,
    /// Words that are taken whole.
    whole: HashMap<Box<[u8]>, u32>,
}

impl Bpe {
    /// A vocabulary of ordinary `tokens` and `merges`, the first of which comes first.
    ///
    /// # Errors
    /// A merge without a space, or of something that is no token.
    pub(crate) fn new(
        tokens: &HashMap<&str, u32>,
        walled: impl Fn(&str) -> bool,
        merges: &Texts,
        rules: &Rules,
    ) -> Result<Self, String> {
        let alphabet = Alphabet::new();
        let mut bytes = vec![NONE; 256];
        let mut whole = HashMap::new();
        for (token, id) in tokens {
            match alphabet.bytes(token) {
                Some(single) if single.len() == 1 => bytes[usize::from(single[0])] = *id,
                Some(word) if rules.whole => {
                    whole.insert(word, *id);
                }
                _ => {}
            }
        }
        let mut pairs = HashMap::with_capacity(merges.len());
        let mut joined = String::new();
        for (order, merge) in (0..).zip(merges.iter()) {
            // A space stands for itself nowhere: the first one parts the two.
            let (left, right) = merge.split_once(' ').ok_or("a merge without a space")?;
            joined.clear();
            joined.push_str(left);
            joined.push_str(right);
            let id = |token: &str| match tokens.get(token) {
                Some(id) => Ok(Some(*id)),
                // A merge that leads to a control token leads nowhere.
                None if walled(token) => Ok(None),
                None => Err(format!("a merge of `{token}`, which is no token")),
            };
            if let (Some(left), Some(right), Some(id)) = (id(left)?, id(right)?, id(&joined)?) {
                pairs.entry((left, right)).or_insert(Joined { order, id });
            }
        }
        let words = Words::new(rules.patterns).map_err(|error| error.to_string())?;
        Ok(Self { words, nfc: rules.nfc, bytes, pairs, whole })
    }

    /// Adds the tokens of a text.
    ///
    /// # Errors
    /// A byte that no token stands for.
    pub(crate) fn encode(&self, text: &str, out: &mut Vec<u32>) -> Result<(), String> {
        if self.nfc && is_nfc_quick(text.chars()) != IsNormalized::Yes {
            let text: String = text.nfc().collect();
            return self.normal(&text, out);
        }
        self.normal(text, out)
    }

    fn normal(&self, text: &str, out: &mut Vec<u32>) -> Result<(), String> {
        let mut merger = Merger::default();
        let mut lost = None;
        let join = |left: &Piece, right: &Piece| self.pairs.get(&(left.id, right.id)).copied();
        self.words.cut(text, &mut |word| {
            if let Some(id) = self.whole.get(word.as_bytes()) {
                out.push(*id);
                return;
            }
            let bytes = word.bytes().enumerate();
            let pieces = bytes.map(|(at, byte)| Piece { start: at, end: at + 1, id: self.bytes[usize::from(byte)] });
            for piece in merger.merge(pieces, join) {
                if piece.id == NONE {
                    lost = Some(word.as_bytes()[piece.start]);
                }
                out.push(piece.id);
            }
        });
        lost.map_or(Ok(()), |byte| Err(format!("no token for the byte {byte:#04x}")))
    }
}
