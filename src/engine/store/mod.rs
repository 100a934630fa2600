//! The models installed on this machine.
//!
//! ```text
//! <data>/models/<name>/model.toml       what was taken in: see Installed
//!                      model.gguf       unless the file stays where it is, as in the hub's cache
//!                      tokenizer.json   if it came with one
//! <data>/models.lock                    what the hub had at the first pull: see Pins
//! <cache>/beginnings/<key>.kv           prompts' beginnings, as a model has read them: see Beginnings
//! ```

pub(crate) mod beginnings;
mod check;
mod first_use;
mod folders;
mod hub_cache;
mod import;
mod installed;
mod pins;
pub(crate) mod private;
mod remove;
mod source;
mod space;
mod toml_file;

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

pub use beginnings::{Beginnings, KeptFile};
pub use first_use::FirstUse;
pub use folders::Folders;
pub use hub_cache::{Cached, HubCache, repo_of};
pub use import::Intake;
pub use installed::{FileNote, Installed, Note, Origin};
pub use pins::{Pin, Pins};
pub use source::{Source, WrongPart, is_commit, is_sha256};
pub use space::ensure_space;

use super::EngineError;

/// The file of a model.
const MODEL: &str = "model.gguf";
/// A tokenizer beside it.
const TOKENIZER: &str = "tokenizer.json";
/// What is known of it.
const NOTE: &str = "model.toml";

/// Whether a long work is to go on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Going {
    /// Go on.
    On,
    /// Stop; nothing is kept but what a later try can build on.
    Stop,
}

/// The installed models.
#[derive(Clone, Debug)]
pub struct Store {
    /// `<data>/models`.
    root: PathBuf,
}

impl Store {
    /// The store in a data folder. Nothing is made until a model is imported.
    #[must_use]
    pub fn new(data: &Path) -> Self {
        Self { root: data.join("models") }
    }

    /// The installed models, by name.
    ///
    /// # Errors
    /// When the folder or a model's note cannot be read.
    pub fn list(&self) -> Result<Vec<Installed>, EngineError> {
        let entries = match fs::read_dir(&self.root) {
            Ok(entries) => entries,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
            Err(error) => return Err(EngineError::read(&self.root, error)),
        };
        let mut names = Vec::new();
        for entry in entries {
            let entry = entry.map_err(|why| EngineError::read(&self.root, why))?;
            names.extend(entry.file_name().into_string().ok().filter(|name| valid_name(name)));
        }
        names.sort();
        names.iter().filter_map(|name| self.find(name).transpose()).collect()
    }

    /// An installed model, by name.
    ///
    /// # Errors
    /// When the model's note cannot be read.
    pub fn find(&self, name: &str) -> Result<Option<Installed>, EngineError> {
        if !valid_name(name) {
            return Ok(None);
        }
        Installed::read(&self.root.join(name), name)
    }
}

/// Whether a text can be a model's name: a folder name on every system, and nothing a shell minds.
#[must_use]
pub fn valid_name(name: &str) -> bool {
    let inner = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit();
    (1..=64).contains(&name.len())
        && name.starts_with(inner)
        && name.ends_with(inner)
        && name.chars().all(|c| inner(c) || matches!(c, '.' | '-' | '_'))
        && name != "builtin"
}

#[cfg(test)]
mod tests {
    use super::valid_name;

    #[test]
    fn names_are_folders_that_stay_inside() {
        for good in ["qwen3-0.6b", "a", "my_model"] {
            assert!(valid_name(good), "{good}");
        }
        let long = "a".repeat(65);
        for bad in ["", ".", "..", "../x", "a/b", "a\\b", "A", "x.", ".x", "a b", "模型", "builtin", "c:x", &long] {
            assert!(!valid_name(bad), "{bad}");
        }
    }
}
