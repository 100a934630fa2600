//! Text to tokens and back, with a wall between what a template says and what a content says.
//!
//! A content is tokenised by a tokenizer that does not know the added tokens: no text of a case can become
//! one. Only the template's own text is searched for them.

mod bytes;
mod from_gguf;
mod from_json;
mod parts;

use std::collections::BTreeSet;
use std::path::Path;

use bytes::Alphabet;
pub(crate) use bytes::stand_in;
use parts::Parts;
use tokenizers::Tokenizer;

use crate::engine::EngineError;
use crate::engine::gguf::{Fault, Gguf};

/// Tokens that end a reply, by name. They count only where they are added tokens.
const ENDS: [&str; 4] = ["<|im_end|>", "<|endoftext|>", "<|eot_id|>", "<end_of_turn>"];
/// Metadata keys of ids that end a reply.
const END_KEYS: [&str; 3] =
    ["tokenizer.ggml.eos_token_id", "tokenizer.ggml.eot_token_id", "tokenizer.ggml.eom_token_id"];
/// Added tokens that a reply may have: what is between them is removed from the text.
const THINKING: [&str; 2] = ["<think>", "</think>"];

/// The vocabulary of a model.
pub struct Vocabulary {
    plain: Tokenizer,
    /// Longest first, so that the longest match wins.
    added: Vec<(String, u32)>,
    added_ids: BTreeSet<u32>,
    /// What each id writes; none for ids a reply may not have.
    written: Vec<Option<Box<[u8]>>>,
    ends: BTreeSet<u32>,
    sha256: String,
}

impl Vocabulary {
    /// The vocabulary of a model file: from `tokenizer.json` beside it, else from its metadata.
    ///
    /// # Errors
    /// When neither can be used.
    pub fn read(gguf: &Gguf) -> Result<Self, EngineError> {
        let beside = gguf.path().with_file_name("tokenizer.json");
        if beside.is_file() {
            Self::new(from_json::read(&beside)?, gguf, &beside)
        } else {
            Self::new(from_gguf::read(gguf)?, gguf, gguf.path())
        }
    }

    fn new(parts: Parts, gguf: &Gguf, source: &Path) -> Result<Self, EngineError> {
        let unusable = |ja: &str, en: &str| Err(EngineError::unusable(source, ja, en));
        let mut added = parts.added;
        let length = parts.tokens.iter().chain(&added).map(|(_, id)| *id as usize + 1).max();
        let length = length.unwrap_or(0);
        if length == 0 || length > 1 << 20 {
            return unusable(
                "語彙が空か大き過ぎます。モデルを入手し直してください。",
                "its vocabulary is empty or too large; get the model again",
            );
        }
        let mut written = vec![None; length];
        let alphabet = Alphabet::new();
        let mut single = BTreeSet::new();
        for (token, id) in &parts.tokens {
            written[*id as usize] = alphabet.bytes(token);
            if let Some(bytes) = &written[*id as usize]
                && let [byte] = **bytes
            {
                single.insert(stand_in(byte));
            }
        }
        if single.len() < 256 {
            return unusable(
                "語彙にバイト単位のトークンが揃っていません。このモデルには未対応です。",
                "its vocabulary lacks tokens for single bytes; this model is not supported",
            );
        }
        let mut ends = BTreeSet::new();
        for key in END_KEYS {
            let id = gguf.metadata().whole(key, 0..=u64::from(u32::MAX), "id");
            if let Some(id) = id.map_err(|fault| gguf.fault(fault))? {
                if id >= length {
                    let (key, wanted) = (key.to_owned(), "an id of the vocabulary");
                    return Err(gguf.fault(Fault::Value { key, wanted }));
                }
                ends.insert(id as u32);
            }
        }
        for (token, id) in &added {
            written[*id as usize] = None;
            if ENDS.contains(&token.as_str()) {
                ends.insert(*id);
            }
            if THINKING.contains(&token.as_str()) {
                written[*id as usize] = Some(token.as_bytes().into());
            }
        }
        added.retain(|(token, _)| !token.is_empty());
        added.sort_by(|(a, _), (b, _)| b.len().cmp(&a.len()).then_with(|| a.cmp(b)));
        Ok(Self {
            plain: parts.plain,
            added_ids: added.iter().map(|(_, id)| *id).collect(),
            added,
            written,
            ends,
            sha256: parts.sha256,
        })
    }

    /// One more than the largest id.
    #[must_use]
    pub fn len(&self) -> usize {
        self.written.len()
    }

    /// Whether there are no tokens; never so.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.written.is_empty()
    }

    /// SHA-256 of what the vocabulary was made from.
    #[must_use]
    pub fn sha256(&self) -> &str {
        &self.sha256
    }

    /// The added tokens and their ids, longest first.
    #[must_use]
    pub fn added(&self) -> &[(String, u32)] {
        &self.added
    }

    /// Whether an id is an added token.
    #[must_use]
    pub fn is_added(&self, id: u32) -> bool {
        self.added_ids.contains(&id)
    }

    /// Whether an id ends a reply.
    #[must_use]
    pub fn ends(&self, id: u32) -> bool {
        self.ends.contains(&id)
    }

    /// The bytes an id writes; none for an id a reply may not have in its text.
    #[must_use]
    pub fn written(&self, id: u32) -> Option<&[u8]> {
        self.written.get(id as usize)?.as_deref()
    }

    /// The text of a token by id, added tokens included: for templates that ask for `bos_token`.
    #[must_use]
    pub fn name(&self, id: u32) -> Option<String> {
        if let Some((token, _)) = self.added.iter().find(|(_, added)| *added == id) {
            return Some(token.clone());
        }
        self.written(id).map(|bytes| String::from_utf8_lossy(bytes).into_owned())
    }

    /// The tokens of a content: none of them is an added token, whatever the text says.
    ///
    /// # Errors
    /// When the tokenizer fails.
    pub fn content(&self, text: &str) -> Result<Vec<u32>, EngineError> {
        let encoding = self.plain.encode_fast(text, false).map_err(EngineError::compute)?;
        let ids = encoding.get_ids().to_vec();
        if ids.iter().any(|id| self.is_added(*id)) {
            return Err(EngineError::compute("a content became a control token"));
        }
        Ok(ids)
    }

    /// The tokens of a template's own text, in which added tokens are meant.
    ///
    /// # Errors
    /// When the tokenizer fails.
    pub fn template(&self, text: &str) -> Result<Vec<u32>, EngineError> {
        let mut ids = Vec::new();
        let (mut plain, mut at) = (0, 0);
        while at < text.len() {
            let rest = &text[at..];
            if let Some((token, id)) = self.added.iter().find(|(token, _)| rest.starts_with(token.as_str())) {
                ids.extend(self.content(&text[plain..at])?);
                ids.push(*id);
                at += token.len();
                plain = at;
            } else {
                at += rest.chars().next().map_or(1, char::len_utf8);
            }
        }
        ids.extend(self.content(&text[plain..])?);
        Ok(ids)
    }
}
