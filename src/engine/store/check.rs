//! Whether an installed model is still what was taken in.

use std::fs::{self, File, Metadata};
use std::path::Path;
use std::time::UNIX_EPOCH;

use super::{Going, Installed};
use crate::engine::EngineError;
use crate::engine::hash::sha256_of;

/// When a file was changed last: seconds since 1970 and nanoseconds, as far as the system says.
pub(super) fn modified(about: &Metadata) -> Option<String> {
    let since = about.modified().ok()?.duration_since(UNIX_EPOCH).ok()?;
    Some(format!("{}.{:09}", since.as_secs(), since.subsec_nanos()))
}

impl Installed {
    /// Whether the files are what was taken in, quickly: where size and time are as noted nothing is read, else the
    /// file is hashed. A file that was only touched gets its new time noted.
    ///
    /// # Errors
    /// When a file is gone or changed.
    pub fn ensure_unchanged(&self) -> Result<(), EngineError> {
        self.compare(false, &mut |_, _| Going::On)
    }

    /// Whether the files are what was taken in: every byte is read. `progress` hears the bytes read and in all.
    ///
    /// # Errors
    /// When a file is gone or changed, or the work was stopped.
    pub fn verify(&self, progress: &mut dyn FnMut(u64, u64) -> Going) -> Result<(), EngineError> {
        self.compare(true, progress)
    }

    fn compare(&self, thorough: bool, progress: &mut dyn FnMut(u64, u64) -> Going) -> Result<(), EngineError> {
        let mut known = self.clone();
        let (mut done, total) = (0, self.note.size());
        for file in &mut known.note.files {
            let path = self.place().join(&file.name);
            let about = fs::metadata(&path).map_err(|why| EngineError::read(&path, why))?;
            if about.len() != file.size {
                return Err(EngineError::Changed { path });
            }
            let time = modified(&about);
            if !thorough && time.is_some() && time == file.modified {
                continue;
            }
            if hash_of(&path, &mut |read| progress(done + read, total))? != file.sha256 {
                return Err(EngineError::Changed { path });
            }
            file.modified = time;
            done += file.size;
        }
        if known.note != self.note {
            // Without the new time the file is only hashed again the next time.
            drop(known.keep_note());
        }
        Ok(())
    }
}

/// The SHA-256 of a file; `progress` hears the bytes read.
pub(super) fn hash_of(path: &Path, progress: &mut dyn FnMut(u64) -> Going) -> Result<String, EngineError> {
    let failed = |why| EngineError::read(path, why);
    let file = File::open(path).map_err(failed)?;
    let (mut read, mut stopped) = (0, false);
    let hashed = sha256_of(file, |piece| {
        read += piece.len() as u64;
        stopped = progress(read) == Going::Stop;
        if stopped { Err(std::io::ErrorKind::Other.into()) } else { Ok(()) }
    });
    match hashed {
        _ if stopped => Err(EngineError::Cancelled),
        Ok((hash, _)) => Ok(hash),
        Err(why) => Err(failed(why)),
    }
}
