//! What was learnt of the hub's files at the first pull: commit, size and SHA-256. Later pulls must find the same.

use std::fs::File;
use std::path::{Path, PathBuf};

use super::private::{make_folder, replace_file};
use super::source::{Source, is_commit, is_sha256};
use super::toml_file;
use crate::engine::EngineError;
use crate::lang::Message;

/// The lock file in the data folder.
const FILE: &str = "models.lock";
/// What stands at its beginning.
const HEAD: &str = "# Written by tsukuroi. What the hub had at the first pull; later pulls must find the same.\n\n";

/// The pins of a user.
#[derive(Clone, Debug)]
pub struct Pins {
    data: PathBuf,
}

/// What is pinned of a file.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pin {
    /// The repository.
    pub repo: String,
    /// The file in it.
    pub file: String,
    /// The branch, tag or commit that was asked for.
    pub revision: String,
    /// The commit it was.
    pub commit: String,
    /// Bytes of the file.
    pub size: u64,
    /// SHA-256 of the file.
    pub sha256: String,
}

#[derive(Default, serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct List {
    #[serde(default, rename = "pin")]
    pins: Vec<Pin>,
}

impl Pin {
    fn is_of(&self, source: &Source) -> bool {
        (self.repo.as_str(), self.file.as_str(), self.revision.as_str())
            == (source.repo(), source.file(), source.revision())
    }
}

impl Pins {
    /// The pins in a data folder.
    #[must_use]
    pub fn new(data: &Path) -> Self {
        Self { data: data.to_owned() }
    }

    /// The pin of a file.
    ///
    /// # Errors
    /// When the lock file cannot be read or is not valid.
    pub fn find(&self, source: &Source) -> Result<Option<Pin>, EngineError> {
        Ok(self.read()?.pins.into_iter().find(|pin| pin.is_of(source)))
    }

    /// Pins a file, in place of an older pin. Two programs at once both get their pins in.
    ///
    /// # Errors
    /// When the lock file cannot be read or written.
    pub fn keep(&self, source: &Source, commit: &str, size: u64, sha256: &str) -> Result<(), EngineError> {
        let path = self.data.join(FILE);
        let failed = |why| EngineError::write(&path, why);
        make_folder(&self.data).map_err(failed)?;
        let guard = File::create(self.data.join(".models.lock")).map_err(failed)?;
        guard.lock().map_err(failed)?;
        let mut list = self.read()?;
        list.pins.retain(|pin| !pin.is_of(source));
        list.pins.push(Pin {
            repo: source.repo().to_owned(),
            file: source.file().to_owned(),
            revision: source.revision().to_owned(),
            commit: commit.to_owned(),
            size,
            sha256: sha256.to_owned(),
        });
        list.pins.sort_by(|a, b| (&a.repo, &a.file, &a.revision).cmp(&(&b.repo, &b.file, &b.revision)));
        let text = format!("{HEAD}{}", toml::to_string(&list).unwrap_or_default());
        replace_file(&path, text.as_bytes()).map_err(failed)
    }

    fn read(&self) -> Result<List, EngineError> {
        let sound = |list: &List| match list.pins.iter().find(|pin| !is_commit(&pin.commit) || !is_sha256(&pin.sha256))
        {
            Some(pin) => Err(pin.file.clone()),
            None => Ok(()),
        };
        let list = toml_file::read(&self.data.join(FILE), sound, |why| {
            Message::new(
                format!("固定の記録として読めません ({why})。直すか、ファイルを消してモデルを取得し直してください。"),
                format!("not a list of pins ({why}); mend it, or delete it and pull the models again"),
            )
        })?;
        Ok(list.unwrap_or_default())
    }
}
