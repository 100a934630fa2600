//! A vocabulary from the metadata of a model file.

use std::collections::HashMap;

use tokenizers::models::bpe::BPE;
use tokenizers::normalizers::unicode::NFC;
use tokenizers::pre_tokenizers::byte_level::ByteLevel;
use tokenizers::pre_tokenizers::sequence::Sequence;
use tokenizers::pre_tokenizers::split::{Split, SplitPattern};
use tokenizers::{PreTokenizerWrapper, SplitDelimiterBehavior, Tokenizer};

use super::parts::Parts;
use crate::engine::EngineError;
use crate::engine::gguf::{Fault, Gguf, Texts, required};
use crate::engine::hash::sha256;
use crate::engine::shown::shown;

const TOKENS: &str = "tokenizer.ggml.tokens";
const MERGES: &str = "tokenizer.ggml.merges";
const TYPES: &str = "tokenizer.ggml.token_type";

/// How Qwen2 and Qwen3 cut a text into words before merging.
const QWEN2: &str = r"(?:'[sS]|'[tT]|'[rR][eE]|'[vV][eE]|'[mM]|'[lL][lL]|'[dD])|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+";

/// A token's type that is ordinary text. All others are added: unknown, control, user-defined, unused, byte.
const NORMAL: i64 = 1;

/// Reads the vocabulary of a model file.
pub(crate) fn read(gguf: &Gguf) -> Result<Parts, EngineError> {
    let fault = |fault| gguf.fault(fault);
    let metadata = gguf.metadata();
    let model = metadata.text("tokenizer.ggml.model").map_err(fault)?.unwrap_or_default();
    let pre = metadata.text("tokenizer.ggml.pre").map_err(fault)?.unwrap_or_default();
    if model != "gpt2" || pre != "qwen2" {
        let (model, pre) = (shown(model), shown(pre));
        return Err(EngineError::unusable(
            gguf.path(),
            format!(
                "トークナイザー `{model}/{pre}` には未対応です。このモデルの tokenizer.json を同じフォルダーに置いてください。"
            ),
            format!("its tokenizer `{model}/{pre}` is not supported; put the model's tokenizer.json beside it"),
        ));
    }
    let tokens = required(metadata.texts(TOKENS).map_err(fault)?, TOKENS).map_err(fault)?;
    let merges = required(metadata.texts(MERGES).map_err(fault)?, MERGES).map_err(fault)?;
    let types = required(metadata.numbers(TYPES).map_err(fault)?, TYPES).map_err(fault)?;
    if types.len() != tokens.len() {
        let (key, wanted) = (TYPES.to_owned(), "as many as tokens");
        return Err(fault(Fault::Value { key, wanted }));
    }
    let (mut plain, mut added) = (HashMap::new(), Vec::new());
    for ((id, token), kind) in (0u32..).zip(tokens.iter()).zip(types) {
        if *kind != NORMAL {
            added.push((token.to_owned(), id));
        } else if plain.insert(token.to_owned(), id).is_some() {
            return Err(fault(Fault::Duplicate(token.to_owned())));
        }
    }
    Ok(Parts {
        tokens: plain.iter().map(|(token, id)| (token.clone(), *id)).collect(),
        plain: build(plain, merges).map_err(|why| {
            let why = shown(&why.to_string());
            EngineError::unusable(
                gguf.path(),
                format!("語彙を組み立てられません ({why})。ファイルを入手し直してください。"),
                format!("its vocabulary cannot be built ({why}); get the file again"),
            )
        })?,
        added,
        sha256: digest(tokens, merges, types, pre),
    })
}

fn build(vocabulary: HashMap<String, u32>, merges: &Texts) -> tokenizers::Result<Tokenizer> {
    let pair = |merge: &str| {
        let (left, right) = merge.split_once(' ')?;
        Some((left.to_owned(), right.to_owned()))
    };
    let merges: Option<Vec<_>> = merges.iter().map(pair).collect();
    let merges = merges.ok_or("a merge without a space")?;
    let bpe = BPE::builder()
        .vocab_and_merges(vocabulary.into_iter().collect::<tokenizers::models::bpe::Vocab>(), merges)
        .build()?;
    let mut tokenizer = Tokenizer::new(bpe);
    let words = Split::new(SplitPattern::Regex(QWEN2.to_owned()), SplitDelimiterBehavior::Isolated, false)?;
    let words: PreTokenizerWrapper = words.into();
    let steps = vec![words, ByteLevel::new(false, false, false).into()];
    tokenizer.with_normalizer(Some(NFC))?;
    tokenizer.with_pre_tokenizer(Some(Sequence::new(steps)));
    Ok(tokenizer)
}

/// SHA-256 over everything that decides how text becomes tokens, each part with its length before it.
fn digest(tokens: &Texts, merges: &Texts, types: &[i64], pre: &str) -> String {
    let mut bytes = Vec::new();
    let mut part = |part: &[u8]| {
        bytes.extend((part.len() as u64).to_le_bytes());
        bytes.extend(part);
    };
    part(pre.as_bytes());
    tokens.iter().for_each(|token| part(token.as_bytes()));
    merges.iter().for_each(|merge| part(merge.as_bytes()));
    types.iter().for_each(|kind| part(&kind.to_le_bytes()));
    sha256(&bytes)
}
