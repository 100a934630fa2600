//! The past cases of a folder.

use std::path::{Path, PathBuf};

use super::Precedent;
use crate::facts::{Case, LoadError};
use crate::lang::Message;

/// How deep folders in folders are looked into.
const DEEPEST: usize = 8;

/// Most case files taken: far above what a company keeps in one folder.
const MOST: usize = 5_000;

/// Most bytes of case files taken, so that a folder of hostile or mistaken files cannot fill the memory.
const MOST_BYTES: u64 = 256 << 20;

/// Beyond this a case file is refused unread.
const MOST_LOADED: u64 = 2 << 20;

/// What a folder holds.
#[derive(Debug, Default)]
pub struct Folder {
    /// The past cases, in the order of their files.
    pub precedents: Vec<Precedent>,
    /// Files that hold no valid case, and why.
    pub broken: Vec<(PathBuf, LoadError)>,
    /// Files left out because there are too many.
    pub beyond: usize,
}

/// A folder that cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FolderError {
    /// What happened and what to do.
    pub message: Message,
}

impl Folder {
    /// Reads every case file (`*.toml`) of a folder and the folders in it, but not the one asked about.
    /// Links to folders are not followed, so that none leads out or round in a circle.
    ///
    /// # Errors
    /// When the folder itself cannot be read.
    pub fn read(folder: &Path, except: &Path) -> Result<Self, FolderError> {
        let mut files = Vec::new();
        walk(folder, DEEPEST, &mut files).map_err(|error| FolderError {
            message: Message::new(
                format!("フォルダ `{}` を読めません（{error}）\n名前と権限を確かめてください", folder.display()),
                format!("cannot read the folder `{}` ({error})\ncheck the name and the permissions", folder.display()),
            ),
        })?;
        files.sort();
        let own = except.canonicalize().ok();
        files.retain(|file| own.is_none() || file.canonicalize().ok() != own);
        let beyond = files.len().saturating_sub(MOST);
        files.truncate(MOST);
        let mut read = Self { beyond, ..Self::default() };
        let mut bytes = 0;
        for file in files {
            bytes += file.metadata().map_or(0, |data| data.len().min(MOST_LOADED));
            if bytes > MOST_BYTES {
                read.beyond += 1;
                continue;
            }
            match Case::load(&file) {
                Ok(case) => read.precedents.push(Precedent::of_case(file, case)),
                Err(error) => read.broken.push((file, error)),
            }
        }
        Ok(read)
    }
}

fn walk(folder: &Path, depth: usize, files: &mut Vec<PathBuf>) -> std::io::Result<()> {
    for entry in std::fs::read_dir(folder)? {
        let Ok(entry) = entry else { continue };
        let Ok(kind) = entry.file_type() else { continue };
        let path = entry.path();
        let hidden = entry.file_name().to_string_lossy().starts_with('.');
        if kind.is_dir() && depth > 0 && !hidden {
            // A folder inside that may not be read holds nothing for this user.
            let _ = walk(&path, depth - 1, files);
        } else if is_case_file(&path) && !hidden && path.is_file() {
            files.push(path);
        }
    }
    Ok(())
}

fn is_case_file(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("toml"))
}
