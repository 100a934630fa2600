//! Takes a model file into the store.

use std::fs::{self, File};
use std::io::{Error as IoError, ErrorKind, Write};
use std::path::Path;

use super::installed::Note;
use super::private::{make_file, make_folder, sync_folder, write_file};
use super::{Installed, MODEL, NOTE, Store, TOKENIZER, valid_name};
use crate::engine::EngineError;
use crate::engine::candle;
use crate::engine::hash::{sha256, sha256_of};

/// Whether an import is to go on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Going {
    /// Go on.
    On,
    /// Stop; nothing is kept.
    Stop,
}

impl Store {
    /// Takes a model file, and a `tokenizer.json` beside it, into the store under a name.
    ///
    /// The file is checked first: header, sizes, vocabulary and chat template. Everything is copied to a folder of
    /// its own, down to the disk, and then put in place at once. `progress` hears the bytes copied and in all.
    ///
    /// # Errors
    /// When the name is taken (unless `force`) or cannot be one, the file is no model this program runs, or reading
    /// or writing fails.
    pub fn import(
        &self,
        source: &Path,
        name: &str,
        force: bool,
        progress: &mut dyn FnMut(u64, u64) -> Going,
    ) -> Result<Installed, EngineError> {
        if !valid_name(name) {
            return Err(EngineError::Name { name: name.to_owned() });
        }
        let place = self.root.join(name);
        if place.exists() && !force {
            return Err(EngineError::Exists { name: name.to_owned() });
        }
        candle::check(source)?;
        let failed = |why| EngineError::write(&self.root, why);
        make_folder(&self.root).map_err(failed)?;
        let new = folder_beside(&self.root, ".new-").map_err(failed)?;
        let note = fill(new.path(), source, progress)?;
        let text = toml::to_string(&note).map_err(|error| failed(IoError::other(error)))?;
        write_file(&new.path().join(NOTE), text.as_bytes()).map_err(failed)?;
        sync_folder(new.path()).map_err(failed)?;

        // The old model goes aside first; it comes back if the new one cannot take its place.
        let old = folder_beside(&self.root, ".old-").map_err(failed)?;
        let aside = old.path().join(name);
        let had = place.exists();
        if had {
            fs::rename(&place, &aside).map_err(failed)?;
        }
        if let Err(why) = fs::rename(new.path(), &place) {
            if had {
                fs::rename(&aside, &place).map_err(failed)?;
            }
            return Err(failed(why));
        }
        let _moved = new.keep();
        sync_folder(&self.root).map_err(failed)?;
        Ok(Installed { name: name.to_owned(), file: place.join(MODEL), note })
    }
}

/// A new folder in `root`, removed unless kept. Names in the store never begin with a dot.
fn folder_beside(root: &Path, prefix: &str) -> Result<tempfile::TempDir, IoError> {
    let folder = tempfile::Builder::new().prefix(prefix).tempdir_in(root)?;
    #[cfg(unix)]
    fs::set_permissions(folder.path(), std::os::unix::fs::PermissionsExt::from_mode(0o700))?;
    Ok(folder)
}

/// Copies a model, and its tokenizer if it has one, into a new folder.
fn fill(folder: &Path, source: &Path, progress: &mut dyn FnMut(u64, u64) -> Going) -> Result<Note, EngineError> {
    let unread = |why| EngineError::read(source, why);
    let target = folder.join(MODEL);
    let unwritten = |why| EngineError::write(&target, why);
    let input = File::open(source).map_err(unread)?;
    let total = input.metadata().map_err(unread)?.len();
    let mut output = make_file(&target).map_err(unwritten)?;
    let (mut done, mut stopped, mut broken) = (0, false, None);
    let copied = sha256_of(input, |piece| {
        if let Err(why) = output.write_all(piece) {
            broken = Some(why);
            return Err(ErrorKind::Other.into());
        }
        done += piece.len() as u64;
        stopped = progress(done, total) == Going::Stop;
        if stopped { Err(ErrorKind::Other.into()) } else { Ok(()) }
    });
    if stopped {
        return Err(EngineError::Cancelled);
    }
    if let Some(why) = broken {
        return Err(unwritten(why));
    }
    let (hash, size) = copied.map_err(unread)?;
    output.sync_all().map_err(unwritten)?;

    let beside = source.with_file_name(TOKENIZER);
    let tokenizer_sha256 = if beside.is_file() {
        let bytes = fs::read(&beside).map_err(|why| EngineError::read(&beside, why))?;
        write_file(&folder.join(TOKENIZER), &bytes).map_err(unwritten)?;
        Some(sha256(&bytes))
    } else {
        None
    };
    let name = source.file_name().unwrap_or_default().to_string_lossy().into_owned();
    Ok(Note { sha256: hash, size, source: name, tokenizer_sha256 })
}
