//! What most verbs begin with: the kinds and the case.

use std::path::{Path, PathBuf};

use super::{Exit, Failure};
use crate::facts::Case;
use crate::kind::{Kind, Library};

/// The kinds built in, with the user's own over them.
pub(super) fn library() -> Result<Library, Failure> {
    Ok(match config_folder() {
        Some(folder) => Library::with_folder(&folder.join("prompts"))?,
        None => Library::embedded()?,
    })
}

/// The folder of the user's own prompts and models list: `TSUKUROI_CONFIG`, else where the system keeps such things.
pub(super) fn config_folder() -> Option<PathBuf> {
    match std::env::var_os("TSUKUROI_CONFIG").filter(|folder| !folder.is_empty()) {
        Some(folder) => Some(PathBuf::from(folder)),
        None => directories::ProjectDirs::from("", "", "tsukuroi").map(|dirs| dirs.config_dir().to_owned()),
    }
}

/// A kind by its name or code.
pub(super) fn kind<'a>(library: &'a Library, name: &str) -> Result<&'a Kind, Failure> {
    library.kind(name).map_err(|error| Failure::Told { exit: Exit::Usage, message: error.message })
}

/// A case by its file name. A file that is not there is a failure to read, not an invalid case.
pub(super) fn case(path: &Path) -> Result<Case, Failure> {
    let readable = std::fs::File::open(path).and_then(|file| file.metadata()).is_ok_and(|data| !data.is_dir());
    Case::load(path).map_err(|error| match Failure::from(error) {
        Failure::Told { message, .. } if !readable => Failure::Told { exit: Exit::Io, message },
        failure => failure,
    })
}
