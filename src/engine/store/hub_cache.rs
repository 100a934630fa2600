//! The cache that programs of the hub share on a machine, in huggingface_hub's layout:
//!
//! ```text
//! <root>/models--OWNER--NAME/blobs/<sha256>                 the bytes
//!                            blobs/<sha256>.incomplete      bytes still to come
//!                            snapshots/<commit>/<file>      a link to the bytes
//!                            refs/<revision>                the commit
//! <root>/.locks/models--OWNER--NAME/<sha256>.lock           held while bytes come
//! ```
//!
//! Commits and hashes are checked before they become part of a path.

use std::ffi::OsString;
use std::fs;
use std::io::{Error as IoError, ErrorKind};
use std::path::{Path, PathBuf};

use directories::BaseDirs;
use hf_hub::{Cache, CacheRepo, Repo, RepoType};

use super::source::{Source, is_commit, is_sha256};

/// The cache of the hub's programs.
#[derive(Clone, Debug)]
pub struct HubCache {
    cache: Cache,
    token: Cache,
}

/// A file that the cache has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cached {
    /// Where it is.
    pub path: PathBuf,
    /// The commit it is of.
    pub commit: String,
    /// The SHA-256 it should have: the name of its bytes, where the cache has them under one.
    pub sha256: Option<String>,
}

impl HubCache {
    /// The cache by a given environment: `HF_HUB_CACHE`, else `HF_HOME`, else where huggingface_hub has it. None where
    /// the system names no home.
    #[must_use]
    pub fn of(variable: &dyn Fn(&str) -> Option<OsString>) -> Option<Self> {
        let named = |key| variable(key).filter(|value| !value.is_empty()).map(PathBuf::from);
        let home = named("HF_HOME").or_else(|| {
            let caches = named("XDG_CACHE_HOME").or_else(|| Some(BaseDirs::new()?.home_dir().join(".cache")))?;
            Some(caches.join("huggingface"))
        });
        let root = named("HF_HUB_CACHE").or_else(|| Some(home.as_ref()?.join("hub")))?;
        let token = Cache::new(home.unwrap_or_else(|| root.clone()).join("hub"));
        Some(Self { cache: Cache::new(std::path::absolute(root).ok()?), token })
    }

    /// The token that `hf auth login` left.
    #[must_use]
    pub fn token(&self) -> Option<String> {
        self.token.token()
    }

    /// Its folder.
    #[must_use]
    pub fn root(&self) -> &Path {
        self.cache.path()
    }

    /// hf-hub's view of the cache, for a client of its.
    #[must_use]
    pub fn inner(&self) -> Cache {
        self.cache.clone()
    }

    fn repo(&self, source: &Source) -> CacheRepo {
        self.cache.repo(repo_of(source))
    }

    /// The file of a source, at a commit or else at the commit its revision was when it was fetched.
    #[must_use]
    pub fn find(&self, source: &Source, commit: Option<&str>) -> Option<Cached> {
        let folder = self.root().join(repo_of(source).folder_name());
        let commit = match commit {
            Some(commit) => commit.to_owned(),
            None if is_commit(source.revision()) => source.revision().to_owned(),
            None => fs::read_to_string(folder.join("refs").join(source.revision())).ok()?.trim().to_owned(),
        };
        let path = self.link(source, &commit).ok()?;
        let bytes = fs::canonicalize(&path).ok().filter(|bytes| bytes.is_file())?;
        let name = bytes.file_name()?.to_str()?.to_owned();
        let blobs = bytes.parent()?.file_name()? == "blobs";
        Some(Cached { path, commit, sha256: Some(name).filter(|name| blobs && is_sha256(name)) })
    }

    /// Where the bytes of a file go.
    ///
    /// # Errors
    /// When the hash is none.
    pub fn blob(&self, source: &Source, sha256: &str) -> Result<PathBuf, IoError> {
        if !is_sha256(sha256) {
            return Err(ErrorKind::InvalidInput.into());
        }
        Ok(self.repo(source).blob_path(sha256))
    }

    /// Where a file of a commit is.
    ///
    /// # Errors
    /// When the commit is none.
    pub fn link(&self, source: &Source, commit: &str) -> Result<PathBuf, IoError> {
        if !is_commit(commit) {
            return Err(ErrorKind::InvalidInput.into());
        }
        Ok(self.repo(source).pointer_path(commit).join(source.file()))
    }

    /// The file that is locked while the bytes of a file come.
    ///
    /// # Errors
    /// When the hash is none.
    pub fn lock(&self, source: &Source, sha256: &str) -> Result<PathBuf, IoError> {
        if !is_sha256(sha256) {
            return Err(ErrorKind::InvalidInput.into());
        }
        let folder = self.root().join(".locks").join(repo_of(source).folder_name());
        Ok(folder.join(format!("{sha256}.lock")))
    }

    /// Puts bytes that are all there under their names: links the file of the commit, and notes the commit of the
    /// revision.
    ///
    /// # Errors
    /// When the file system refuses.
    pub fn publish(&self, source: &Source, commit: &str, sha256: &str) -> Result<PathBuf, IoError> {
        let (blob, link) = (self.blob(source, sha256)?, self.link(source, commit)?);
        if let Some(folder) = link.parent() {
            fs::create_dir_all(folder)?;
        }
        if fs::canonicalize(&link).ok() != fs::canonicalize(&blob).ok() {
            // A link into nowhere, or to other bytes.
            match fs::remove_file(&link) {
                Err(error) if error.kind() != ErrorKind::NotFound => return Err(error),
                _ => {}
            }
            let up: PathBuf = source.file().split('/').chain([""]).map(|_| "..").collect();
            symlink(&up.join("blobs").join(sha256), &blob, &link)?;
        }
        if !is_commit(source.revision()) {
            self.repo(source).create_ref(commit)?;
        }
        Ok(link)
    }

    /// Removes what is left of a repository of which no file is left.
    fn tidy(&self, source: &Source) {
        let folder = self.root().join(repo_of(source).folder_name());
        let gone = |name: &str| prune(&folder.join(name)) || !folder.join(name).exists();
        if gone("snapshots") && gone("blobs") {
            // Commits of nothing; whatever another program keeps beside them stays.
            drop(fs::remove_dir_all(folder.join("refs")));
            drop(fs::remove_dir(&folder));
        }
    }

    /// Takes a file out of the cache: its bytes and every link to them. Returns the bytes freed.
    ///
    /// # Errors
    /// When the file system refuses.
    pub fn purge(&self, source: &Source, sha256: &str) -> Result<u64, IoError> {
        let blob = self.blob(source, sha256)?;
        let mut freed = 0;
        let snapshots = self.root().join(repo_of(source).folder_name()).join("snapshots");
        for commit in fs::read_dir(&snapshots).into_iter().flatten() {
            let link = commit?.path().join(source.file());
            let same = fs::canonicalize(&link).is_ok_and(|bytes| Some(bytes) == fs::canonicalize(&blob).ok());
            // Without links the snapshot has the bytes themselves.
            if same || (!blob.exists() && link.is_file()) {
                freed += if blob.exists() { 0 } else { fs::metadata(&link)?.len() };
                fs::remove_file(&link)?;
            }
        }
        if let Ok(about) = fs::metadata(&blob) {
            fs::remove_file(&blob)?;
            freed += about.len();
        }
        self.tidy(source);
        Ok(freed)
    }
}

/// Removes a folder's empty folders, and says whether it was empty then and went itself.
fn prune(folder: &Path) -> bool {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
            prune(&entry.path());
        }
    }
    // One that holds something stays.
    fs::remove_dir(folder).is_ok()
}

/// hf-hub's name for a source.
#[must_use]
pub fn repo_of(source: &Source) -> Repo {
    Repo::with_revision(source.repo().to_owned(), RepoType::Model, source.revision().to_owned())
}

/// Links `link` to the bytes; where the system has no links, moves the bytes there.
fn symlink(target: &Path, bytes: &Path, link: &Path) -> Result<(), IoError> {
    #[cfg(unix)]
    {
        let _ = bytes;
        std::os::unix::fs::symlink(target, link)
    }
    #[cfg(windows)]
    {
        std::os::windows::fs::symlink_file(target, link).or_else(|_| fs::rename(bytes, link))
    }
    #[cfg(not(any(unix, windows)))]
    {
        let _ = target;
        fs::rename(bytes, link)
    }
}

#[cfg(test)]
mod tests {
    use std::ffi::OsString;
    use std::path::Path;

    use super::HubCache;
    use crate::engine::store::Source;

    fn cache(root: &Path) -> HubCache {
        HubCache::of(&|key| (key == "HF_HOME").then(|| OsString::from(root))).unwrap()
    }

    #[test]
    fn the_layout_is_that_of_huggingface_hub() {
        let home = tempfile::tempdir().unwrap();
        let cache = cache(home.path());
        let source = Source::new("o/n", "f.gguf", None).unwrap();
        let (commit, hash) = ("c".repeat(40), "a".repeat(64));
        assert_eq!(cache.find(&source, None), None);
        let blob = cache.blob(&source, &hash).unwrap();
        assert_eq!(blob, home.path().join(format!("hub/models--o--n/blobs/{hash}")));
        std::fs::create_dir_all(blob.parent().unwrap()).unwrap();
        std::fs::write(&blob, "bytes").unwrap();
        let link = cache.publish(&source, &commit, &hash).unwrap();
        assert_eq!(link, home.path().join(format!("hub/models--o--n/snapshots/{commit}/f.gguf")));
        assert_eq!(std::fs::read(&link).unwrap(), b"bytes");
        let found = cache.find(&source, None).unwrap();
        assert_eq!((found.path, found.commit.as_str()), (link.clone(), commit.as_str()));
        assert_eq!(cache.publish(&source, &commit, &hash).unwrap(), link);
        assert_eq!(cache.purge(&source, &hash).unwrap(), 5);
        assert!(!link.exists() && !blob.exists() && cache.find(&source, None).is_none());
        assert!(!home.path().join("hub/models--o--n").exists(), "no file of it is left");
    }

    #[test]
    fn what_is_no_hash_makes_no_path() {
        let home = tempfile::tempdir().unwrap();
        let cache = cache(home.path());
        let source = Source::new("o/n", "f.gguf", None).unwrap();
        for wrong in ["", "..", "../../x", "/etc/passwd", &"A".repeat(64), &"a".repeat(63)] {
            assert!(cache.blob(&source, wrong).is_err() && cache.lock(&source, wrong).is_err());
            assert!(cache.link(&source, wrong).is_err() && cache.find(&source, Some(wrong)).is_none());
        }
    }
}
