//! What most verbs begin with: the kinds and the case.

use std::path::Path;

use super::{Exit, Failure};
use crate::engine::store::Folders;
use crate::facts::Case;
use crate::kind::{Kind, Library};

/// The kinds built in, with the user's own over them.
pub(super) fn library() -> Result<Library, Failure> {
    Ok(Library::with_folder(&folders()?.config.join("prompts"))?)
}

/// The folders of the user.
pub(super) fn folders() -> Result<Folders, Failure> {
    Folders::of_user().map_err(|error| Failure::Told { exit: Exit::Io, message: error.message() })
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
