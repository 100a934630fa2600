//! An installed model.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use super::{MODEL, NOTE};
use crate::engine::EngineError;
use crate::engine::scripted::line_of;
use crate::engine::shown::shown;
use crate::lang::Message;

/// An installed model.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Installed {
    /// Its name.
    pub name: String,
    /// Its file.
    pub file: PathBuf,
    /// What was noted when it was imported.
    pub note: Note,
}

/// What is noted of an imported model, as `model.toml` has it.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Note {
    /// SHA-256 of the model file.
    pub sha256: String,
    /// Bytes of the model file.
    pub size: u64,
    /// Name of the file it was imported from.
    pub source: String,
    /// SHA-256 of the `tokenizer.json` that came with it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tokenizer_sha256: Option<String>,
}

impl Installed {
    /// Reads the model in a folder; none if there is no folder.
    pub(crate) fn read(folder: &Path, name: &str) -> Result<Option<Self>, EngineError> {
        let path = folder.join(NOTE);
        let text = match fs::read_to_string(&path) {
            Ok(text) => text,
            Err(error) if error.kind() == ErrorKind::NotFound && !folder.exists() => {
                return Ok(None);
            }
            Err(error) => return Err(EngineError::read(&path, error)),
        };
        let note = toml::from_str(&text).map_err(|error| {
            let why = shown(error.message());
            EngineError::List {
                line: error.span().map(|span| line_of(&text, span.start)),
                why: Message::new(
                    format!("モデルの記録として読めません ({why})。モデルを取り込み直してください。"),
                    format!("not the note of a model ({why}); import the model again"),
                ),
                path,
            }
        })?;
        Ok(Some(Self { name: name.to_owned(), file: folder.join(MODEL), note }))
    }
}
