//! An installed model, and what is noted of it.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use super::private::replace_file;
use super::{NOTE, toml_file};
use crate::engine::EngineError;
use crate::engine::hash::sha256;
use crate::lang::Message;

/// An installed model.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Installed {
    /// Its name.
    pub name: String,
    /// What an engine opens: a file, or a folder of safetensors files.
    pub file: PathBuf,
    /// Its folder in the store.
    pub folder: PathBuf,
    /// What was noted when it was taken in.
    pub note: Note,
}

/// What is noted of an installed model, as `model.toml` has it.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Note {
    /// Name of the file or folder it was taken from.
    pub source: String,
    /// The folder its files are in, where that is not the store's own.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<PathBuf>,
    /// Where the hub has it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub origin: Option<Origin>,
    /// Its files: the model file first, or all files of a folder.
    #[serde(rename = "file")]
    pub files: Vec<FileNote>,
}

/// Where the hub has a model.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Origin {
    /// The repository.
    pub repo: String,
    /// The file in it.
    pub file: String,
    /// The commit.
    pub commit: String,
}

/// What is noted of a file.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FileNote {
    /// Its name in the folder.
    pub name: String,
    /// Its bytes.
    pub size: u64,
    /// Its SHA-256.
    pub sha256: String,
    /// When it was changed last, seconds since 1970, as far as the system says. While size and time are these, the
    /// file is taken to be the one that was hashed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub modified: Option<String>,
}

impl Note {
    /// Bytes of all files.
    #[must_use]
    pub fn size(&self) -> u64 {
        self.files.iter().fold(0, |sum, file| sum.saturating_add(file.size))
    }

    /// Whether it is a folder of safetensors files.
    #[must_use]
    pub fn is_folder(&self) -> bool {
        self.files.first().is_some_and(|first| !first.name.ends_with(".gguf"))
    }

    /// The SHA-256 that stands for the model: that of its file, or of the list of a folder's files and hashes.
    #[must_use]
    pub fn sha256(&self) -> String {
        match self.files.as_slice() {
            [first, ..] if !self.is_folder() => first.sha256.clone(),
            files => {
                let lines: String = files.iter().map(|file| format!("{}  {}\n", file.sha256, file.name)).collect();
                sha256(lines.as_bytes())
            }
        }
    }
}

impl Installed {
    /// A model in its folder of the store.
    pub(super) fn new(folder: PathBuf, name: &str, note: Note) -> Self {
        let place = note.place.as_ref().unwrap_or(&folder);
        let file = match note.files.first() {
            Some(first) if !note.is_folder() => place.join(&first.name),
            _ => place.clone(),
        };
        Self { name: name.to_owned(), file, folder, note }
    }

    /// The folder its files are in.
    #[must_use]
    pub fn place(&self) -> &Path {
        self.note.place.as_deref().unwrap_or(&self.folder)
    }

    /// Reads the model in a folder; none if there is no folder.
    pub(super) fn read(folder: &Path, name: &str) -> Result<Option<Self>, EngineError> {
        let path = folder.join(NOTE);
        let sound = |note: &Note| if note.files.is_empty() { Err("file".to_owned()) } else { Ok(()) };
        let note = toml_file::read(&path, sound, |why| {
            Message::new(
                format!("モデルの記録として読めません ({why})。モデルを取り込み直してください。"),
                format!("not the note of a model ({why}); import the model again"),
            )
        })?;
        match note {
            Some(note) => Ok(Some(Self::new(folder.to_owned(), name, note))),
            None if folder.exists() => Err(EngineError::read(&path, ErrorKind::NotFound.into())),
            None => Ok(None),
        }
    }

    /// Writes the note anew.
    pub(super) fn keep_note(&self) -> Result<(), EngineError> {
        let path = self.folder.join(NOTE);
        replace_file(&path, self.note.text().as_bytes()).map_err(|why| EngineError::write(&path, why))
    }
}

impl Note {
    /// The note as it is written.
    pub(super) fn text(&self) -> String {
        // Texts and numbers only: they can always be written.
        toml::to_string(self).unwrap_or_default()
    }
}
