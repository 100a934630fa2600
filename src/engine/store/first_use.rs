//! Whether the first question was asked: it is never asked twice.

use std::path::{Path, PathBuf};

use super::private::{make_folder, write_file};
use crate::engine::EngineError;

/// Where the answer is kept, in the data folder.
const FILE: &str = "first-use";

/// The answer to the question whether a model is to be downloaded.
#[derive(Clone, Debug)]
pub struct FirstUse {
    path: PathBuf,
}

impl FirstUse {
    /// The answer in a data folder.
    #[must_use]
    pub fn new(data: &Path) -> Self {
        Self { path: data.join(FILE) }
    }

    /// Whether it was asked.
    #[must_use]
    pub fn was_asked(&self) -> bool {
        self.path.exists()
    }

    /// Keeps that it was asked, and what the answer was.
    ///
    /// # Errors
    /// When it cannot be written; then the question must not be asked, as it would come again.
    pub fn keep(&self, answer: &str) -> Result<(), EngineError> {
        let failed = |why| EngineError::write(&self.path, why);
        make_folder(self.path.parent().unwrap_or(&self.path)).map_err(failed)?;
        if self.was_asked() {
            std::fs::remove_file(&self.path).map_err(failed)?;
        }
        write_file(&self.path, format!("{answer}\n").as_bytes()).map_err(failed)
    }
}
