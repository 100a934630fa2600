//! Beginnings of prompts kept on the disk, so that the next draft of a case need not read it again.
//!
//! A beginning is found by the SHA-256 of all that decides its keys and values: the model's file, what computes, their
//! form, the tokens. Whatever is wrong with a file, with the folder or with the disk, the beginning is read by the
//! model as if nothing had been kept: what is written is the same, bit for bit (on a graphics processor: close), and a
//! note tells of it.

mod build;
mod form;
mod writer;

use std::fs::File;
use std::io::{ErrorKind, Result};
use std::path::Path;
use std::time::SystemTime;

use sha2::{Digest, Sha256};

use super::Sequence;
use crate::engine::hash::hex;
use crate::engine::store::Beginnings;
use crate::lang::Message;
use form::Key;
use writer::Writer;

/// Tokens that must be missing for the disk to be asked, or something to be kept: fewer are read in a few seconds.
const WORTH: usize = 256;
/// Beginnings that a run keeps or uses at most: those of a stage's first documents, so that the next run finds them
/// instead of each being put out by the next.
const A_RUN: usize = 4;

/// The beginnings on the disk, as a model sees them.
pub(crate) struct Kept {
    folder: Beginnings,
    /// The sum over what all keys share.
    base: Sha256,
    /// Beginnings kept or used in this run.
    used: usize,
    writer: Writer,
    notes: Vec<Message>,
}

impl Kept {
    /// Those of a model, by the SHA-256 of its file, computed with the products of a device, if any.
    pub(crate) fn new(folder: Beginnings, model: &str, device: Option<&str>) -> Self {
        let mut base = Sha256::new();
        base.update(format!("{model}\n{}\n{}\n", build::build(), device.unwrap_or_default()));
        Self { folder, base, used: 0, writer: Writer::default(), notes: Vec::new() }
    }

    /// The beginning `prefix`, if it is kept and sound; `held` is what is in memory of it.
    pub(crate) fn find(&mut self, held: &Sequence, prefix: &[u32]) -> Option<Sequence> {
        if prefix.len().saturating_sub(held.len()) < WORTH {
            return None;
        }
        let key = self.key(held, prefix);
        let path = self.folder.path(&hex(&key));
        match read(&path, &key, held, prefix.len()) {
            Ok(sequence) => {
                self.used += 1;
                let (tokens, path) = (prefix.len(), path.display());
                self.notes.push(Message::new(
                    format!("前回読んだ冒頭 {tokens} トークンを使います: {path}"),
                    format!("the beginning of {tokens} tokens was read in an earlier run: {path}"),
                ));
                Some(sequence)
            }
            Err(error) => {
                match error.kind() {
                    ErrorKind::NotFound => {}
                    ErrorKind::InvalidData => self.tell(&path, "壊れているため使いません", "damaged, not used"),
                    _ => self.tell(&path, &format!("読めません（{error}）"), &format!("cannot be read ({error})")),
                }
                None
            }
        }
    }

    /// Keeps a beginning of which `missing` tokens had to be read. It is written while the decoder goes on.
    pub(crate) fn keep(&mut self, prefix: &[u32], sequence: &Sequence, missing: usize) {
        if missing < WORTH || self.used >= A_RUN {
            return;
        }
        self.used += 1;
        let key = self.key(sequence, prefix);
        self.notes.extend(self.writer.finish());
        self.writer.start(self.folder.clone(), key, sequence.clone());
    }

    /// Nothing more is to be written: somebody waits for the end.
    pub(crate) fn hurry(&self) {
        self.writer.hurry();
    }

    /// What there is to tell since the last time.
    pub(crate) fn notes(&mut self) -> Vec<Message> {
        self.notes.extend(self.writer.finish());
        std::mem::take(&mut self.notes)
    }

    fn key(&self, sequence: &Sequence, prefix: &[u32]) -> Key {
        let mut sum = self.base.clone();
        sum.update(format!("{:?}\n", sequence.shape()));
        prefix.iter().for_each(|id| sum.update(id.to_le_bytes()));
        sum.finalize().into()
    }

    fn tell(&mut self, path: &Path, ja: &str, en: &str) {
        let path = path.display();
        self.notes.push(Message::new(
            format!("保存された冒頭 {path}: {ja}。読み直します"),
            format!("the kept beginning {path}: {en}; it is read anew"),
        ));
    }
}

fn read(path: &Path, key: &Key, held: &Sequence, tokens: usize) -> Result<Sequence> {
    // A link could name anything.
    let found = path.symlink_metadata()?;
    if !found.is_file() {
        return Err(ErrorKind::InvalidData.into());
    }
    let mut file = File::open(path)?;
    let length = file.metadata()?.len();
    let sequence = form::read(&mut file, length, key, held.shape(), tokens)?;
    // The last used ones stay. That the time cannot be set matters to nobody now.
    drop(File::options().append(true).open(path).and_then(|file| file.set_modified(SystemTime::now())));
    Ok(sequence)
}

#[cfg(test)]
mod tests;
