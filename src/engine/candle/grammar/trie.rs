//! A vocabulary as a tree of bytes, which grammars walk.

use std::sync::Arc;

use llguidance::toktrie::{TokEnv, TokRxInfo, TokTrie, TokenId, TokenizerEnv};

use crate::engine::candle::Vocabulary;

/// What the grammars know of a vocabulary.
struct Trie(TokTrie);

impl TokenizerEnv for Trie {
    fn tok_trie(&self) -> &TokTrie {
        &self.0
    }

    /// Grammars force no tokens here, so how a text is split does not matter.
    fn tokenize_bytes(&self, bytes: &[u8]) -> Vec<TokenId> {
        self.0.greedy_tokenize(bytes)
    }

    fn tokenize_is_canonical(&self) -> bool {
        false
    }
}

/// The tree of a vocabulary: tokens a reply may have, and those that end it. No other token can be reached.
///
/// # Errors
/// When no token ends a reply, or a token is too long.
pub(super) fn environment(vocabulary: &Vocabulary) -> Result<TokEnv, String> {
    let ids = 0..u32::try_from(vocabulary.len()).map_err(|error| error.to_string())?;
    let ends: Vec<u32> = ids.clone().filter(|id| vocabulary.ends(*id)).collect();
    let first = *ends.first().ok_or("it names no token that ends a reply")?;
    let words: Vec<Vec<u8>> = ids
        .clone()
        .map(|id| match vocabulary.written(id) {
            // A mark that no text has stands before the names of tokens that are no text.
            _ if vocabulary.is_added(id) || vocabulary.ends(id) => format!("\u{0}{id}").bytes().collect(),
            Some(bytes) => bytes.to_vec(),
            None => Vec::new(),
        })
        .map(|word: Vec<u8>| match word.strip_prefix(&[0]) {
            Some(rest) if !rest.is_empty() => [&[TokTrie::SPECIAL_TOKEN_MARKER][..], b"<", rest, b">"].concat(),
            _ => word,
        })
        .collect();
    // The length of a word has eight bits in the tree's entries.
    if words.iter().any(|word| word.len() > 250) {
        return Err("a token is longer than 250 bytes".to_owned());
    }
    let trie = TokTrie::from(&TokRxInfo::new(ids.end, first), &words).with_eos_tokens(&ends);
    Ok(Arc::new(Trie(trie)))
}
