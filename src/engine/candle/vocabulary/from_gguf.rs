//! A vocabulary from the metadata of a model file.

use std::collections::{BTreeSet, HashMap};

use super::bpe::Bpe;
use super::bytes::Alphabet;
use super::merge::NONE;
use super::parts::{Lead, Parts, Plain, Specials};
use super::rules::{Rules, known};
use super::spm::{SPACE, Spm, byte_of};
use crate::engine::EngineError;
use crate::engine::gguf::{Fault, Gguf, Metadata, Texts, required};
use crate::engine::hash::sha256;
use crate::engine::shown::shown;

const TOKENS: &str = "tokenizer.ggml.tokens";
const MERGES: &str = "tokenizer.ggml.merges";
const TYPES: &str = "tokenizer.ggml.token_type";
const SCORES: &str = "tokenizer.ggml.scores";

/// The types of tokens. All but normal, blank and byte tokens are added ones.
const NORMAL: i64 = 1;
const UNKNOWN: i64 = 2;
const USER_DEFINED: i64 = 4;
const BYTE: i64 = 6;

/// What a file says of single tokens.
pub(crate) fn specials(metadata: &Metadata) -> Result<Specials, Fault> {
    let id = |name: &str| {
        let id = metadata.whole(&format!("tokenizer.ggml.{name}_token_id"), 0..=u64::from(u32::MAX), "id");
        id.map(|id| id.map(|id| id as u32))
    };
    let eos = id("eos")?;
    Ok(Specials {
        bos: id("bos")?,
        eos,
        ends: [eos, id("eot")?, id("eom")?].into_iter().flatten().collect(),
        begins: metadata.bool("tokenizer.ggml.add_bos_token")?,
    })
}

/// Reads the vocabulary of a model file, and whether a text always begins with the token for that where the file
/// does not say.
pub(crate) fn read(gguf: &Gguf) -> Result<(Parts, bool), EngineError> {
    let fault = |fault| gguf.fault(fault);
    let metadata = gguf.metadata();
    let model = metadata.text("tokenizer.ggml.model").map_err(fault)?.unwrap_or_default();
    let pre = metadata.text("tokenizer.ggml.pre").map_err(fault)?.unwrap_or_default();
    let rules = match model {
        "gpt2" => Rules::of(pre).map(Some),
        "llama" => Some(None),
        _ => None,
    };
    let Some(rules) = rules else {
        let (model, pre, known) = (shown(model), shown(pre), known());
        return Err(EngineError::unusable(
            gguf.path(),
            format!(
                "トークナイザー `{model}/{pre}` には未対応です。使えるのは llama と gpt2 ({known}) です。モデルの tokenizer.json を同じフォルダーに置いてください。"
            ),
            format!(
                "its tokenizer `{model}/{pre}` is not supported, but llama and gpt2 ({known}) are; put the model's tokenizer.json beside it"
            ),
        ));
    };
    let tokens = Tokens::read(metadata).map_err(fault)?;
    let parts = match rules {
        Some(rules) => tokens.bpe(metadata, rules),
        None => tokens.spm(metadata),
    };
    let parts = parts.map_err(|stop| match stop {
        Stop::Fault(broken) => fault(broken),
        Stop::Build(why) => {
            let why = shown(&why);
            EngineError::unusable(
                gguf.path(),
                format!("語彙を組み立てられません ({why})。ファイルを入手し直してください。"),
                format!("its vocabulary cannot be built ({why}); get the file again"),
            )
        }
    })?;
    Ok((parts, rules.is_none_or(|rules| rules.begins)))
}

/// Why a vocabulary cannot be made.
enum Stop {
    Fault(Fault),
    Build(String),
}

impl From<Fault> for Stop {
    fn from(fault: Fault) -> Self {
        Self::Fault(fault)
    }
}

impl From<String> for Stop {
    fn from(why: String) -> Self {
        Self::Build(why)
    }
}

/// The tokens of a file by what they are for.
struct Tokens<'a> {
    texts: &'a Texts,
    types: &'a [i64],
    /// Ordinary ones.
    plain: HashMap<&'a str, u32>,
    blanks: Vec<(String, u32)>,
    added: Vec<(String, u32)>,
}

impl<'a> Tokens<'a> {
    fn read(metadata: &'a Metadata) -> Result<Self, Fault> {
        let texts = required(metadata.texts(TOKENS)?, TOKENS)?;
        let types = required(metadata.numbers(TYPES)?, TYPES)?;
        as_many(types.len(), texts, TYPES)?;
        let (mut plain, mut blanks, mut added) = (HashMap::with_capacity(texts.len()), Vec::new(), Vec::new());
        for ((id, token), kind) in (0u32..).zip(texts.iter()).zip(types) {
            match *kind {
                NORMAL if plain.insert(token, id).is_some() => return Err(Fault::Duplicate(token.to_owned())),
                NORMAL | BYTE => {}
                USER_DEFINED if blank(token) => blanks.push((token.to_owned(), id)),
                _ => added.push((token.to_owned(), id)),
            }
        }
        Ok(Self { texts, types, plain, blanks, added })
    }

    fn bpe(self, metadata: &Metadata, rules: &Rules) -> Result<Parts, Stop> {
        let merges = required(metadata.texts(MERGES)?, MERGES)?;
        let walled: BTreeSet<&str> = self.added.iter().chain(&self.blanks).map(|(token, _)| token.as_str()).collect();
        let bpe = Bpe::new(&self.plain, |token| walled.contains(token), merges, rules)?;
        let alphabet = Alphabet::new();
        let name = rules.names.first().copied().unwrap_or_default();
        Ok(Parts {
            plain: Plain::Bpe(bpe),
            tokens: self.plain.iter().filter_map(|(token, id)| Some((*id, alphabet.bytes(token)?))).collect(),
            unknown: None,
            lead: Lead::No,
            sha256: self.digest(name, merges, &[]),
            added: self.added,
            blanks: self.blanks,
        })
    }

    fn spm(self, metadata: &Metadata) -> Result<Parts, Stop> {
        let scores = required(metadata.reals(SCORES)?, SCORES)?;
        as_many(scores.len(), self.texts, SCORES)?;
        if scores.iter().any(|score| !score.is_finite()) {
            return Err(Fault::Value { key: SCORES.to_owned(), wanted: "finite numbers" }.into());
        }
        let lead = match metadata.bool("tokenizer.ggml.add_space_prefix")? {
            Some(false) => Lead::No,
            _ => Lead::Space,
        };
        let mut bytes = vec![NONE; 256];
        let mut tokens = Vec::with_capacity(self.plain.len() + bytes.len());
        for ((id, token), _) in (0u32..).zip(self.texts.iter()).zip(self.types).filter(|(_, kind)| **kind == BYTE) {
            let byte = byte_of(token).ok_or_else(|| format!("the byte token `{}`", shown(token)))?;
            bytes[usize::from(byte)] = id;
            tokens.push((id, Box::from([byte])));
        }
        let space = |token: &str| token.replace(SPACE, " ").into_bytes().into_boxed_slice();
        tokens.extend(self.plain.iter().map(|(token, id)| (*id, space(token))));
        let unknown = (0u32..).zip(self.types).find(|(_, kind)| **kind == UNKNOWN).map(|(id, _)| id);
        let plain = self.plain.iter().filter(|(token, _)| !token.is_empty());
        let scored = plain.map(|(token, id)| (*token, *id, scores[*id as usize]));
        Ok(Parts {
            plain: Plain::Spm(Spm::new(scored, bytes, unknown)),
            tokens,
            unknown,
            lead,
            sha256: self.digest(if lead == Lead::No { "llama" } else { "llama ▁" }, &Texts::default(), scores),
            added: self.added,
            blanks: self.blanks,
        })
    }

    /// SHA-256 over everything that decides how text becomes tokens, each part with its length before it.
    fn digest(&self, pre: &str, merges: &Texts, scores: &[f32]) -> String {
        let mut bytes = Vec::new();
        let mut part = |part: &[u8]| {
            bytes.extend((part.len() as u64).to_le_bytes());
            bytes.extend(part);
        };
        part(pre.as_bytes());
        self.texts.iter().for_each(|token| part(token.as_bytes()));
        merges.iter().for_each(|merge| part(merge.as_bytes()));
        self.types.iter().for_each(|kind| part(&kind.to_le_bytes()));
        scores.iter().for_each(|score| part(&score.to_le_bytes()));
        sha256(&bytes)
    }
}

/// Whether a token is nothing but white space: then it cannot be mistaken for markup.
pub(super) fn blank(token: &str) -> bool {
    !token.is_empty() && token.chars().all(char::is_whitespace)
}

fn as_many(count: usize, tokens: &Texts, key: &str) -> Result<(), Fault> {
    if count == tokens.len() {
        return Ok(());
    }
    Err(Fault::Value { key: key.to_owned(), wanted: "as many as tokens" })
}
