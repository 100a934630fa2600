//! Text to tokens and back, with a wall between what a template says and what a content says.
//!
//! A content is tokenised by a tokenizer that does not know the added tokens: no text of a case can become
//! one. Only the template's own text is searched for them.

mod bpe;
mod bytes;
mod finder;
mod from_gguf;
mod from_json;
mod merge;
mod parts;
mod rules;
mod spm;
mod words;

use std::collections::BTreeSet;
use std::path::Path;

pub(crate) use bytes::stand_in;
use finder::{Finder, Part};
use parts::{Lead, Parts, Plain, Specials};

use crate::engine::EngineError;
use crate::engine::gguf::{Fault, Gguf};
use crate::engine::shown::shown;

/// Tokens that end a reply, by name. They count only where they are added tokens.
const ENDS: [&str; 8] =
    ["<|im_end|>", "<|endoftext|>", "<|eot_id|>", "<|eom_id|>", "<|end|>", "<|end_of_text|>", "<end_of_turn>", "</s>"];
/// Added tokens that a reply may have: what is between them is removed from the text.
const THINKING: [&str; 2] = ["<think>", "</think>"];

/// The vocabulary of a model.
pub struct Vocabulary {
    plain: Plain,
    /// Only a template's own text has them.
    added: Finder,
    added_ids: BTreeSet<u32>,
    /// White space that is a token; any text may have it.
    blanks: Finder,
    blank_ids: BTreeSet<u32>,
    unknown: Option<u32>,
    lead: Lead,
    /// What begins every text.
    begins: Option<u32>,
    specials: Specials,
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
        let fault = |fault| gguf.fault(fault);
        let specials = from_gguf::specials(gguf.metadata()).map_err(fault)?;
        let beside = gguf.path().with_file_name("tokenizer.json");
        let (parts, begins, source) = if beside.is_file() {
            (from_json::read(&beside)?, false, beside.as_path())
        } else {
            let (parts, begins) = from_gguf::read(gguf)?;
            (parts, begins, gguf.path())
        };
        let vocabulary = Self::new(parts, specials, begins, source)?;
        let ends = vocabulary.specials.ends.iter();
        if ends.chain(&vocabulary.specials.bos).any(|id| *id as usize >= vocabulary.len()) {
            let key = "tokenizer.ggml.bos/eos/eot/eom_token_id".to_owned();
            return Err(fault(Fault::Value { key, wanted: "an id of the vocabulary" }));
        }
        Ok(vocabulary)
    }

    fn new(parts: Parts, specials: Specials, begins: bool, source: &Path) -> Result<Self, EngineError> {
        let unusable = |ja: &str, en: &str| Err(EngineError::unusable(source, ja, en));
        let (added, blanks) = (parts.added, parts.blanks);
        let named = added.iter().chain(&blanks).map(|(_, id)| *id);
        let length = parts.tokens.iter().map(|(id, _)| *id).chain(named).max().map_or(0, |id| id as usize + 1);
        if length == 0 || length > 1 << 20 {
            return unusable(
                "語彙が空か大き過ぎます。モデルを入手し直してください。",
                "its vocabulary is empty or too large; get the model again",
            );
        }
        let mut written = vec![None; length];
        let mut single = BTreeSet::new();
        for (id, bytes) in parts.tokens {
            if let [byte] = *bytes {
                single.insert(byte);
            }
            written[id as usize] = Some(bytes);
        }
        // Without these most Japanese characters could not be said. Bytes that no UTF-8 has may be missing.
        if parts.unknown.is_none()
            && (0x20..0x7f).chain(0x80..0xc0).chain(0xe3..0xea).any(|byte| !single.contains(&byte))
        {
            return unusable(
                "語彙にバイト単位のトークンが揃っていません。このモデルには未対応です。",
                "its vocabulary lacks tokens for single bytes; this model is not supported",
            );
        }
        let mut ends: BTreeSet<u32> = specials.ends.iter().copied().collect();
        for (token, id) in &added {
            written[*id as usize] = None;
            if ENDS.contains(&token.as_str()) {
                ends.insert(*id);
            }
            if THINKING.contains(&token.as_str()) {
                written[*id as usize] = Some(token.as_bytes().into());
            }
        }
        for (token, id) in &blanks {
            written[*id as usize] = Some(token.as_bytes().into());
        }
        let ids = |tokens: &[(String, u32)]| tokens.iter().map(|(_, id)| *id).collect();
        Ok(Self {
            plain: parts.plain,
            added_ids: ids(&added),
            added: Finder::new(added).map_err(EngineError::compute)?,
            blank_ids: ids(&blanks),
            blanks: Finder::new(blanks).map_err(EngineError::compute)?,
            unknown: parts.unknown,
            lead: parts.lead,
            begins: specials.bos.filter(|_| specials.begins.unwrap_or(begins)),
            specials,
            written,
            ends,
            sha256: parts.sha256,
        })
    }

    /// The token that begins every text of this model, where its vocabulary says that one does.
    #[must_use]
    pub fn begins(&self) -> Option<u32> {
        self.begins
    }

    /// The names of the tokens that begin and end a text, empty where there are none: templates ask for them.
    #[must_use]
    pub fn bos_eos(&self) -> [String; 2] {
        [self.specials.bos, self.specials.eos].map(|id| id.and_then(|id| self.name(id)).unwrap_or_default())
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
        self.added.tokens()
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
        if let Some((token, _)) = self.added().iter().find(|(_, added)| *added == id) {
            return Some(token.clone());
        }
        self.written(id).map(|bytes| String::from_utf8_lossy(bytes).into_owned())
    }

    /// The tokens of a content by itself: none of them is an added token, whatever the text says.
    ///
    /// # Errors
    /// When the tokenizer fails.
    pub fn content(&self, text: &str) -> Result<Vec<u32>, EngineError> {
        let mut ids = Vec::new();
        self.content_after(text, &mut ids)?;
        Ok(ids)
    }

    /// Adds the tokens of a content to those of a text: none of them is an added token, whatever the text says.
    ///
    /// # Errors
    /// When the tokenizer fails.
    pub fn content_after(&self, text: &str, ids: &mut Vec<u32>) -> Result<(), EngineError> {
        let from = ids.len();
        for part in self.blanks.parts(text) {
            match part {
                Part::Token(id) => ids.push(id),
                Part::Text(text) => self.encode(text, ids)?,
            }
        }
        let added = |id: &u32| self.added_ids.contains(id) && Some(*id) != self.unknown;
        if ids[from..].iter().any(added) {
            return Err(EngineError::compute("a content became a control token"));
        }
        Ok(())
    }

    /// The tokens of a template's own text, in which added tokens are meant.
    ///
    /// # Errors
    /// When the tokenizer fails.
    pub fn template(&self, text: &str) -> Result<Vec<u32>, EngineError> {
        let mut ids = Vec::new();
        self.template_after(text, &mut ids)?;
        Ok(ids)
    }

    /// Adds the tokens of a template's own text, in which added tokens are meant.
    ///
    /// # Errors
    /// When the tokenizer fails.
    pub fn template_after(&self, text: &str, ids: &mut Vec<u32>) -> Result<(), EngineError> {
        for part in self.added.parts(text) {
            match part {
                Part::Token(id) => ids.push(id),
                Part::Text(text) => self.content_after(text, ids)?,
            }
        }
        Ok(())
    }

    /// Adds the tokens of a text without added tokens. Where it begins anew, it may get a space in front.
    fn encode(&self, text: &str, ids: &mut Vec<u32>) -> Result<(), EngineError> {
        let anew = ids.last().is_none_or(|id| self.added_ids.contains(id) || self.blank_ids.contains(id));
        let lead = match self.lead {
            Lead::No => false,
            Lead::Space => anew,
            Lead::OneSpace => anew && !text.starts_with([' ', spm::SPACE]),
        };
        let encoded = if lead { self.plain.encode(&format!(" {text}"), ids) } else { self.plain.encode(text, ids) };
        encoded.map_err(|why| EngineError::compute(shown(&why)))
    }
}
