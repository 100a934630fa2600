//! One pull of a file at a time: a lock that huggingface_hub's programs take too.

use std::fs::{self, File, TryLockError};
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::wire::pause;
use super::{Event, HubError, Watch};
use crate::engine::EngineError;

/// How often it is tried again.
const AGAIN: Duration = Duration::from_millis(200);

/// A lock that is held until it is dropped.
pub(super) struct Lock {
    path: PathBuf,
    file: File,
}

impl Lock {
    /// Takes a lock; waits for another program that has it.
    pub(super) fn take(path: &Path, watch: &mut Watch<'_>) -> Result<Self, HubError> {
        let failed = |why| EngineError::write(path, why);
        let mut told = false;
        loop {
            if let Some(folder) = path.parent() {
                fs::create_dir_all(folder).map_err(failed)?;
            }
            let file = match File::create(path) {
                Ok(file) => file,
                // Its folder went with the lock of another program.
                Err(error) if error.kind() == std::io::ErrorKind::NotFound => continue,
                Err(error) => return Err(failed(error).into()),
            };
            match file.try_lock() {
                Ok(()) if is_at(&file, path) => return Ok(Self { path: path.to_owned(), file }),
                // Another program removed it as it ended: the name is free, or another file's.
                Ok(()) => continue,
                Err(TryLockError::WouldBlock) => {}
                Err(TryLockError::Error(why)) => return Err(failed(why).into()),
            }
            if !told {
                (watch.event)(Event::Waiting);
                told = true;
            }
            pause(AGAIN, watch.cancel)?;
        }
    }
}

impl Drop for Lock {
    /// Removes the file while it is still locked, where a lock can be told from its successor.
    fn drop(&mut self) {
        #[cfg(unix)]
        {
            drop(fs::remove_file(&self.path));
            // Folders that hold something stay.
            let folders = self.path.ancestors().skip(1).take(2);
            folders.for_each(|folder| drop(fs::remove_dir(folder)));
        }
        #[cfg(not(unix))]
        let _ = &self.path;
        drop(self.file.unlock());
    }
}

/// Whether a name still leads to an open file.
#[cfg(unix)]
fn is_at(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    match (file.metadata(), fs::metadata(path)) {
        (Ok(open), Ok(named)) => (open.dev(), open.ino()) == (named.dev(), named.ino()),
        _ => false,
    }
}

/// Whether a name still leads to an open file: here no lock is ever removed.
#[cfg(not(unix))]
fn is_at(_: &File, _: &Path) -> bool {
    true
}
