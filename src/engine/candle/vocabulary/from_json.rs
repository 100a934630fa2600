//! A vocabulary from a `tokenizer.json`.

use std::fs;
use std::path::Path;

use serde_json::Value;
use tokenizers::Tokenizer;

use super::parts::Parts;
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
    if json["model"]["type"] != "BPE" {
        return Err("not BPE".to_owned());
    }
    // What is left tokenises ordinary text only: without the added tokens it cannot give one.
    json["added_tokens"] = Value::Array(Vec::new());
    for part in ["post_processor", "truncation", "padding"] {
        json[part] = Value::Null;
    }
    json["model"]["dropout"] = Value::Null;
    if let Some(vocabulary) = json["model"]["vocab"].as_object_mut() {
        for (token, _) in &added {
            vocabulary.shift_remove(token);
        }
    }
    let rest = serde_json::to_vec(&json).map_err(|error| error.to_string())?;
    let plain = Tokenizer::from_bytes(rest).map_err(|error| error.to_string())?;
    Ok(Parts { tokens: plain.get_vocab(false).into_iter().collect(), plain, added, sha256: sha256(bytes) })
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
