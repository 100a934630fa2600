//! The bytes of a file that are there already, hashed as they come.

use std::fs::{File, OpenOptions};
use std::io::{Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};

use sha2::{Digest, Sha256};

use super::HubError;
use crate::engine::EngineError;
use crate::engine::hash::hex;

/// An unfinished file.
pub(super) struct Part {
    path: PathBuf,
    file: File,
    length: u64,
    hash: Sha256,
}

impl Part {
    /// Opens an unfinished file, or begins one. What is there is hashed; more than `most` bytes are worth nothing.
    pub(super) fn open(path: &Path, most: u64, cancel: &AtomicBool) -> Result<Self, HubError> {
        let failed = |why| EngineError::write(path, why);
        let file = OpenOptions::new().read(true).write(true).create(true).truncate(false).open(path).map_err(failed)?;
        let mut part = Self { path: path.to_owned(), file, length: 0, hash: Sha256::new() };
        let length = part.file.metadata().map_err(failed)?.len();
        if length > most {
            part.restart()?;
            return Ok(part);
        }
        let mut buffer = vec![0; 1 << 20];
        loop {
            if cancel.load(Ordering::Relaxed) {
                return Err(HubError::Cancelled);
            }
            match part.file.read(&mut buffer).map_err(failed)? {
                0 => return Ok(part),
                read => {
                    part.hash.update(&buffer[..read]);
                    part.length += read as u64;
                }
            }
        }
    }

    /// Bytes that are there.
    pub(super) fn length(&self) -> u64 {
        self.length
    }

    /// Adds bytes.
    pub(super) fn append(&mut self, bytes: &[u8]) -> Result<(), HubError> {
        self.file.write_all(bytes).map_err(|why| EngineError::write(&self.path, why))?;
        self.hash.update(bytes);
        self.length += bytes.len() as u64;
        Ok(())
    }

    /// Forgets what is there.
    pub(super) fn restart(&mut self) -> Result<(), HubError> {
        let cleared = self.file.set_len(0).and_then(|()| self.file.seek(SeekFrom::Start(0)));
        cleared.map_err(|why| EngineError::write(&self.path, why))?;
        (self.length, self.hash) = (0, Sha256::new());
        Ok(())
    }

    /// The SHA-256 of what is there.
    pub(super) fn sha256(&self) -> String {
        hex(&self.hash.clone().finalize())
    }

    /// Down to the disk, under its final name.
    pub(super) fn finish(self, name: &Path) -> Result<(), HubError> {
        let failed = |why| EngineError::write(name, why);
        self.file.sync_all().map_err(failed)?;
        drop(self.file);
        std::fs::rename(&self.path, name).map_err(failed)?;
        Ok(())
    }

    /// Removes it.
    pub(super) fn discard(self) {
        drop(self.file);
        // What stays is found wrong at the next try.
        drop(std::fs::remove_file(&self.path));
    }
}
