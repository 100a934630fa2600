//! A vocabulary from a `tokenizer.json`.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use serde_json::Value;
use tokenizers::Tokenizer;

use super::bytes::Alphabet;
use super::from_gguf::blank;
use super::parts::{Lead, Parts, Plain};
use super::spm::{SPACE, byte_of};
use crate::engine::EngineError;
use crate::engine::hash::sha256;
use crate::engine::shown::shown;

/// The most bytes of a `tokenizer.json`.
const LIMIT: u64 = 64 << 20;

/// Reads a `tokenizer.json`.
pub(crate) fn read(path: &Path) -> Result<Parts, EngineError> {
    let failed = |why| EngineError::read(path, why);
    if fs::metadata(path).map_err(failed)?.len() > LIMIT {
        return Err(unusable(path, "over 64 MiB"));
    }
    let bytes = fs::read(path).map_err(failed)?;
    parse(&bytes).map_err(|why| unusable(path, &why))
}

fn unusable(path: &Path, why: &str) -> EngineError {
    let why = shown(why);
    EngineError::unusable(
        path,
        format!(
            "このトークナイザーには未対応です ({why})。モデル配布元の tokenizer.json に置き換えるか、取り除いてください。"
        ),
        format!("this tokenizer is not supported ({why}); replace it by the model's own tokenizer.json or remove it"),
    )
}

fn parse(bytes: &[u8]) -> Result<Parts, String> {
    let mut json: Value = serde_json::from_slice(bytes).map_err(|error| error.to_string())?;
    let added = added(&json).ok_or("added_tokens without content and id")?;
    let (blanks, added): (Vec<_>, Vec<_>) = added.into_iter().partition(|(token, _)| blank(token));
    if !matches!(json["model"]["type"].as_str(), Some("BPE" | "Unigram")) {
        return Err("neither BPE nor Unigram".to_owned());
    }
    // What is left tokenises ordinary text only: without the added tokens it cannot give one.
    json["added_tokens"] = Value::Array(Vec::new());
    for part in ["post_processor", "truncation", "padding"] {
        json[part] = Value::Null;
    }
    json["model"]["dropout"] = Value::Null;
    for (token, _) in added.iter().chain(&blanks) {
        if let Some(vocabulary) = json["model"]["vocab"].as_object_mut() {
            vocabulary.shift_remove(token);
        }
    }
    if let Some(vocabulary) = json["model"]["vocab"].as_array_mut() {
        wall(vocabulary, added.iter().chain(&blanks))?;
    }
    let names: BTreeSet<&str> = added.iter().chain(&blanks).map(|(token, _)| token.as_str()).collect();
    if let Some(merges) = json["model"]["merges"].as_array_mut() {
        merges.retain(|merge| !leads_to(merge, &names));
    }
    let lead = take_lead(&mut json);
    let of_bytes = names_type(&json["pre_tokenizer"], "ByteLevel") || names_type(&json["decoder"], "ByteLevel");
    let rest = serde_json::to_vec(&json).map_err(|error| error.to_string())?;
    let plain = Tokenizer::from_bytes(rest).map_err(|error| error.to_string())?;
    let alphabet = Alphabet::new();
    let writes = |token: &str| match byte_of(token) {
        _ if of_bytes => alphabet.bytes(token),
        Some(byte) => Some(Box::from([byte])),
        None => Some(token.replace(SPACE, " ").into_bytes().into_boxed_slice()),
    };
    let walled: BTreeSet<u32> = added.iter().chain(&blanks).map(|(_, id)| *id).collect();
    let tokens = plain.get_vocab(false).into_iter().filter(|(_, id)| !walled.contains(id));
    let tokens = tokens.filter_map(|(token, id)| Some((id, writes(&token)?))).collect();
    let unknown = match &json["model"]["unk_id"] {
        Value::Null => {
            let name = json["model"]["unk_token"].as_str();
            added.iter().find(|(token, _)| Some(token.as_str()) == name).map(|(_, id)| *id)
        }
        id => id.as_u64().and_then(|id| u32::try_from(id).ok()),
    };
    Ok(Parts { plain: Plain::Json(Box::new(plain)), tokens, added, blanks, unknown, lead, sha256: sha256(bytes) })
}

/// The entries of a unigram vocabulary are known by their places: an added one stays, under a name no text has.
fn wall<'a>(vocabulary: &mut [Value], added: impl Iterator<Item = &'a (String, u32)>) -> Result<(), String> {
    for (token, id) in added {
        if let Some(entry) = vocabulary.get_mut(*id as usize) {
            if entry[0] != token.as_str() {
                return Err("added_tokens that are not those of the vocabulary".to_owned());
            }
            entry[0] = Value::from(format!("\u{f8ff}\u{0}{id}"));
        }
    }
    Ok(())
}

/// Whether a merge has to do with one of the names.
fn leads_to(merge: &Value, names: &BTreeSet<&str>) -> bool {
    let pair = match merge {
        Value::String(text) => text.split_once(' '),
        _ => merge[0].as_str().zip(merge[1].as_str()),
    };
    pair.is_some_and(|(left, right)| {
        [left, right, &format!("{left}{right}")].into_iter().any(|token| names.contains(token))
    })
}

/// Takes out what puts a space in front of a text, and says what it did: here it depends on what is before.
fn take_lead(json: &mut Value) -> Lead {
    let mut lead = Lead::No;
    if let Some(steps) = json["normalizer"]["normalizers"].as_array_mut() {
        steps.retain(|step| {
            step["type"] != "Prepend" || {
                lead = Lead::Space;
                false
            }
        });
    } else if json["normalizer"]["type"] == "Prepend" {
        json["normalizer"] = Value::Null;
        lead = Lead::Space;
    }
    let steps = match &mut json["pre_tokenizer"] {
        Value::Object(step) if step.contains_key("pretokenizers") => {
            step["pretokenizers"].as_array_mut().map(|steps| steps.iter_mut().collect()).unwrap_or_default()
        }
        Value::Null => Vec::new(),
        step => vec![step],
    };
    for step in steps.into_iter().filter(|step| step["type"] == "Metaspace") {
        let scheme = step["prepend_scheme"].as_str().map(|scheme| scheme != "never");
        if scheme.or_else(|| step["add_prefix_space"].as_bool()).unwrap_or(true) {
            lead = Lead::OneSpace;
        }
        step["prepend_scheme"] = Value::from("never");
        step["add_prefix_space"] = Value::from(false);
    }
    lead
}

/// Whether a step, or one it is made of, has a type.
fn names_type(step: &Value, kind: &str) -> bool {
    let parts = ["pretokenizers", "decoders"].into_iter().filter_map(|key| step[key].as_array()).flatten();
    step["type"] == kind || parts.into_iter().any(|part| part["type"] == kind)
}

/// The added tokens and their ids.
fn added(json: &Value) -> Option<Vec<(String, u32)>> {
    let Some(entries) = json.get("added_tokens") else {
        return Some(Vec::new());
    };
    let entry = |entry: &Value| {
        let content = entry.get("content")?.as_str()?;
        let id = u32::try_from(entry.get("id")?.as_u64()?).ok()?;
        Some((content.to_owned(), id))
    };
    entries.as_array()?.iter().map(entry).collect()
}
