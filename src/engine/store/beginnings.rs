//! Beginnings of prompts that a model has read, kept from run to run: which files there are, and how many may be.
//!
//! They hold the case in a form from which parts of it could be computed back: only their owner can read them, few are
//! kept, and `models cache clear` removes them all.

use std::fs::{self, DirEntry};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use super::is_sha256;
use crate::engine::EngineError;

/// Files that are kept at most.
const FILES: usize = 4;
/// Bytes that all of them have at most.
const BYTES: u64 = 1 << 30;
/// How the name of a file begins that is being written.
pub(crate) const UNFINISHED: &str = ".new-";
/// How all names end.
pub(crate) const ENDING: &str = ".kv";
/// After this time nobody writes a file any more.
const LEFT_OVER: Duration = Duration::from_secs(3600);

/// The folder of kept beginnings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Beginnings {
    folder: PathBuf,
}

/// A kept beginning.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptFile {
    /// Where it is.
    pub path: PathBuf,
    /// Its bytes.
    pub bytes: u64,
    /// When it was used last.
    pub used: SystemTime,
}

impl Beginnings {
    /// Those in a cache folder. Nothing is made until one is kept.
    #[must_use]
    pub fn new(cache: &Path) -> Self {
        Self { folder: cache.join("beginnings") }
    }

    /// The folder.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// The files there are, the last used first; those that a broken-off run has left over too.
    ///
    /// # Errors
    /// When the folder cannot be read.
    pub fn list(&self) -> Result<Vec<KeptFile>, EngineError> {
        let failed = |why| EngineError::read(&self.folder, why);
        let entries = match fs::read_dir(&self.folder) {
            Ok(entries) => entries,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
            Err(error) => return Err(failed(error)),
        };
        let mut files = Vec::new();
        for entry in entries {
            files.extend(file(&entry.map_err(failed)?));
        }
        files.sort_by(|one, other| other.used.cmp(&one.used).then_with(|| one.path.cmp(&other.path)));
        Ok(files)
    }

    /// Removes all; gives those removed.
    ///
    /// # Errors
    /// When the folder cannot be read or a file not be removed.
    pub fn clear(&self) -> Result<Vec<KeptFile>, EngineError> {
        let files = self.list()?;
        for file in &files {
            remove(&file.path)?;
        }
        Ok(files)
    }

    /// Where the beginning of a key is.
    pub(crate) fn path(&self, key: &str) -> PathBuf {
        self.folder.join(format!("{key}{ENDING}"))
    }

    /// Whether `bytes` may be kept at all.
    pub(crate) fn fits(bytes: u64) -> bool {
        bytes <= BYTES
    }

    /// Removes what was used longest ago, until one more file of `more` bytes may be kept (0: no further file), and
    /// what broken-off runs have left over. The file `kept` stays.
    ///
    /// # Errors
    /// When the folder cannot be read or a file not be removed.
    pub(crate) fn make_room(&self, more: u64, kept: Option<&Path>) -> Result<(), EngineError> {
        let (mut files, mut bytes) = (usize::from(more > 0), more);
        let mut all = self.list()?;
        all.sort_by_key(|file| Some(file.path.as_path()) != kept);
        for file in all {
            if file.is_unfinished() {
                if file.used.elapsed().is_ok_and(|age| age > LEFT_OVER) {
                    remove(&file.path)?;
                }
                continue;
            }
            if files + 1 > FILES || bytes.saturating_add(file.bytes) > BYTES {
                remove(&file.path)?;
            } else {
                (files, bytes) = (files + 1, bytes + file.bytes);
            }
        }
        Ok(())
    }
}

impl KeptFile {
    fn is_unfinished(&self) -> bool {
        self.path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(UNFINISHED))
    }
}

/// A file of the folder that is one of these; none for everything else.
fn file(entry: &DirEntry) -> Option<KeptFile> {
    let name = entry.file_name().into_string().ok()?;
    let stem = name.strip_suffix(ENDING)?;
    // Not followed where it is a link.
    let data = entry.metadata().ok()?;
    let ours = data.is_file() && (is_sha256(stem) || stem.starts_with(UNFINISHED));
    let used = data.modified().unwrap_or(SystemTime::UNIX_EPOCH);
    ours.then(|| KeptFile { path: entry.path(), bytes: data.len(), used })
}

fn remove(path: &Path) -> Result<(), EngineError> {
    match fs::remove_file(path) {
        // Another run was faster.
        Err(error) if error.kind() != ErrorKind::NotFound => Err(EngineError::write(path, error)),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use std::fs::{self, File};
    use std::time::{Duration, SystemTime};

    use super::{BYTES, Beginnings, FILES, LEFT_OVER};

    fn put(beginnings: &Beginnings, name: &str, bytes: u64, age: Duration) {
        let file = File::create(beginnings.folder().join(name)).unwrap();
        file.set_len(bytes).unwrap();
        file.set_modified(SystemTime::now() - age).unwrap();
    }

    fn names(beginnings: &Beginnings) -> Vec<String> {
        let name = |file: super::KeptFile| file.path.file_name().unwrap().to_string_lossy()[..6].to_owned();
        beginnings.list().unwrap().into_iter().map(name).collect()
    }

    #[test]
    fn few_are_kept_and_what_is_not_of_this_kind_is_left_alone() {
        let cache = tempfile::tempdir().unwrap();
        let beginnings = Beginnings::new(cache.path());
        assert_eq!(beginnings.list().unwrap(), []);
        beginnings.make_room(1, None).unwrap();
        assert!(!beginnings.folder().exists());
        fs::create_dir(beginnings.folder()).unwrap();
        let second = Duration::from_secs(1);
        for at in 0..6u32 {
            put(&beginnings, &format!("{}.kv", format!("{at}").repeat(64)), 10, second * at);
        }
        put(&beginnings, ".new-a1.kv", 10, second);
        put(&beginnings, ".new-b2.kv", 10, LEFT_OVER * 2);
        put(&beginnings, "mine.txt", 10, second);
        beginnings.make_room(1, None).unwrap();
        assert_eq!(names(&beginnings), ["000000", ".new-a", "111111", "222222"]);
        put(&beginnings, &format!("{}.kv", "a".repeat(64)), BYTES - 15, second * 9);
        beginnings.make_room(0, Some(&beginnings.path(&"a".repeat(64)))).unwrap();
        assert_eq!(names(&beginnings), ["000000", ".new-a", "aaaaaa"], "{FILES} files, but too many bytes");
        assert_eq!(beginnings.clear().unwrap().len(), 3);
        assert_eq!(beginnings.list().unwrap(), []);
        assert!(beginnings.folder().join("mine.txt").exists());
        assert!(Beginnings::fits(BYTES) && !Beginnings::fits(BYTES + 1));
    }
}
