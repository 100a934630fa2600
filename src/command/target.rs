//! The file a result goes to: never half-written, never over another one unasked.

use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

use super::{Exit, Failure};

/// A file that can be written, checked before the slow work begins.
#[derive(Clone, Debug)]
pub(super) struct Target {
    path: PathBuf,
    force: bool,
}

impl Target {
    /// Checks that the file may be written: it is not there yet (or may be replaced), and its folder takes files.
    pub(super) fn check(path: &Path, force: bool) -> Result<Self, Failure> {
        let target = Self { path: path.to_owned(), force };
        if path.is_dir() {
            let path = path.display();
            return Err(Failure::new(
                Exit::Io,
                format!("`{path}` はフォルダーです。ファイル名を指定してください"),
                format!("`{path}` is a folder; name a file"),
            ));
        }
        if !force && path.symlink_metadata().is_ok() {
            return Err(target.exists());
        }
        drop(target.temporary()?);
        Ok(target)
    }

    /// Where it is written.
    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    /// Writes the file: a reader sees the old one or the new one, never a part.
    pub(super) fn write(&self, bytes: &[u8]) -> Result<(), Failure> {
        let mut file = self.temporary()?;
        let written = file.write_all(bytes).and_then(|()| file.as_file().sync_all());
        written.map_err(|error| self.unwritable(&error))?;
        if self.force {
            file.persist(&self.path).map_err(|error| self.unwritable(&error.error))?;
        } else {
            file.persist_noclobber(&self.path).map_err(|error| match error.error.kind() {
                ErrorKind::AlreadyExists => self.exists(),
                _ => self.unwritable(&error.error),
            })?;
        }
        Ok(())
    }

    /// A temporary file in the same folder; readable by its owner alone, since drafts hold what is confidential.
    fn temporary(&self) -> Result<tempfile::NamedTempFile, Failure> {
        let folder = match self.path.parent() {
            Some(folder) if !folder.as_os_str().is_empty() => folder,
            _ => Path::new("."),
        };
        let mut builder = tempfile::Builder::new();
        builder.prefix(".tsukuroi-");
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            builder.permissions(std::fs::Permissions::from_mode(0o600));
        }
        builder.tempfile_in(folder).map_err(|error| self.unwritable(&error))
    }

    fn exists(&self) -> Failure {
        let path = self.path.display();
        Failure::new(
            Exit::Io,
            format!("`{path}` はすでにあります。別の名前にするか、--force で上書きしてください"),
            format!("`{path}` exists already; choose another name, or replace it with --force"),
        )
    }

    fn unwritable(&self, error: &std::io::Error) -> Failure {
        let path = self.path.display();
        let (ja, en) = reason(error.kind());
        let unknown = error.kind().to_string();
        let en = if en.is_empty() { unknown.clone() } else { en.to_owned() };
        let ja = if ja.is_empty() { unknown } else { ja.to_owned() };
        Failure::new(Exit::Io, format!("`{path}` に書けません: {ja}"), format!("cannot write `{path}`: {en}"))
    }
}

/// What happened and what to do; nothing where only the system knows.
fn reason(kind: ErrorKind) -> (&'static str, &'static str) {
    match kind {
        ErrorKind::NotFound => {
            ("フォルダーがありません。先に作ってください", "the folder does not exist; make it first")
        }
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => {
            ("書き込みの権限がありません。別のフォルダーを指定してください", "permission denied; name another folder")
        }
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => (
            "空き容量がありません。容量を空けるか、別のフォルダーを指定してください",
            "the disk is full; free some space or name another folder",
        ),
        ErrorKind::NotADirectory => ("途中にフォルダーでないものがあります", "a part of the path is not a folder"),
        _ => ("", ""),
    }
}
