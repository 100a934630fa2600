//! Takes a model into the store: copied, or left where it is.

use std::fs::{self, File};
use std::io::{Error as IoError, ErrorKind, Write};
use std::path::{Path, PathBuf};

use super::check::{hash_of, modified};
use super::installed::{FileNote, Note, Origin};
use super::private::{make_file, make_folder, sync_folder, write_file};
use super::space::ensure_space;
use super::{Going, Installed, MODEL, NOTE, Store, TOKENIZER, valid_name};
use crate::engine::EngineError;
use crate::engine::candle;
use crate::engine::hash::sha256_of;

/// How a model is taken in.
#[derive(Clone, Debug, Default)]
pub struct Intake {
    /// Replace a model of the same name.
    pub force: bool,
    /// Leave the files where they are.
    pub link: bool,
    /// The SHA-256 the model file must have.
    pub sha256: Option<String>,
    /// The model file was hashed just now, and had `sha256`: not again.
    pub hashed: bool,
    /// Where the hub has it.
    pub origin: Option<Origin>,
}

/// A file to take in.
struct Piece {
    from: PathBuf,
    /// Its name in the store.
    name: String,
    size: u64,
    /// The SHA-256 it must have.
    sha256: Option<String>,
}

impl Store {
    /// Takes a model file and a `tokenizer.json` beside it, or a folder of safetensors files, into the store.
    ///
    /// The model is checked first: header, sizes, vocabulary and chat template. What is copied goes to a folder of
    /// its own, down to the disk, and is then put in place at once. `progress` hears the bytes read and in all.
    ///
    /// # Errors
    /// When the name is taken (unless `force`) or cannot be one, the file is no model this program runs or has another
    /// hash, the disk is too small, or reading or writing fails.
    pub fn import(
        &self,
        source: &Path,
        name: &str,
        intake: &Intake,
        progress: &mut dyn FnMut(u64, u64) -> Going,
    ) -> Result<Installed, EngineError> {
        if !valid_name(name) {
            return Err(EngineError::Name { name: name.to_owned() });
        }
        let place = self.root.join(name);
        if place.exists() && !intake.force {
            return Err(EngineError::Exists { name: name.to_owned() });
        }
        candle::check(source)?;
        let pieces = pieces(source, intake)?;
        let failed = |why| EngineError::write(&self.root, why);
        make_folder(&self.root).map_err(failed)?;
        if !intake.link {
            ensure_space(&self.root, pieces.iter().map(|piece| piece.size).sum())?;
        }
        let new = folder_beside(&self.root, ".new-").map_err(failed)?;
        let note = Note {
            source: source.file_name().unwrap_or_default().to_string_lossy().into_owned(),
            place: intake.link.then(|| base(source)).transpose()?,
            origin: intake.origin.clone(),
            files: take(new.path(), &pieces, intake, progress)?,
        };
        write_file(&new.path().join(NOTE), note.text().as_bytes()).map_err(failed)?;
        sync_folder(new.path()).map_err(failed)?;

        // The old model goes aside first; it comes back if the new one cannot take its place.
        let old = folder_beside(&self.root, ".old-").map_err(failed)?;
        let aside = old.path().join(name);
        let had = place.exists();
        if had {
            fs::rename(&place, &aside).map_err(failed)?;
        }
        if let Err(why) = fs::rename(new.path(), &place) {
            if !had && place.exists() {
                // Another program was quicker.
                return Err(EngineError::Exists { name: name.to_owned() });
            }
            if had {
                fs::rename(&aside, &place).map_err(failed)?;
            }
            return Err(failed(why));
        }
        let _moved = new.keep();
        sync_folder(&self.root).map_err(failed)?;
        Ok(Installed::new(place, name, note))
    }
}

/// A new folder in `root`, removed unless kept. Names in the store never begin with a dot.
fn folder_beside(root: &Path, prefix: &str) -> Result<tempfile::TempDir, IoError> {
    let folder = tempfile::Builder::new().prefix(prefix).tempdir_in(root)?;
    #[cfg(unix)]
    fs::set_permissions(folder.path(), std::os::unix::fs::PermissionsExt::from_mode(0o700))?;
    Ok(folder)
}

/// The folder that a model's files are in, from the root on.
fn base(source: &Path) -> Result<PathBuf, EngineError> {
    let whole = std::path::absolute(source).map_err(|why| EngineError::read(source, why))?;
    Ok(if source.is_dir() { whole } else { whole.parent().unwrap_or(&whole).to_owned() })
}

/// The files of a model.
fn pieces(source: &Path, intake: &Intake) -> Result<Vec<Piece>, EngineError> {
    let piece = |from: PathBuf, name: String, sha256| {
        let about = fs::metadata(&from).map_err(|why| EngineError::read(&from, why))?;
        Ok(Piece { from, name, size: about.len(), sha256 })
    };
    if !source.is_dir() {
        let own = source.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let name = if intake.link { own } else { MODEL.to_owned() };
        let mut pieces = vec![piece(source.to_owned(), name, intake.sha256.clone())?];
        let beside = source.with_file_name(TOKENIZER);
        if beside.is_file() {
            pieces.push(piece(beside, TOKENIZER.to_owned(), None)?);
        }
        return Ok(pieces);
    }
    let mut names = Vec::new();
    for entry in fs::read_dir(source).map_err(|why| EngineError::read(source, why))? {
        let entry = entry.map_err(|why| EngineError::read(source, why))?;
        let name = entry.file_name().into_string().unwrap_or_default();
        let wanted = name.ends_with(".safetensors") || name.ends_with(".json") || name.ends_with(".jinja");
        if wanted && entry.path().is_file() {
            names.push(name);
        }
    }
    // The weights first: a note that begins with one is that of a folder.
    names.sort_by_key(|name| (!name.ends_with(".safetensors"), name.clone()));
    let weights = names.iter().filter(|name| name.ends_with(".safetensors")).count();
    if intake.sha256.is_some() && weights != 1 {
        return Err(EngineError::unusable(
            source,
            "重みのファイルが一つでないため、--sha256 で確かめられません。`sha256sum` などで各ファイルを確かめてから、--sha256 なしで取り込んでください。",
            "it has several weight files, so one --sha256 cannot check it; check each file, for example with \
             `sha256sum`, and import without --sha256",
        ));
    }
    let checked = |name: &String| intake.sha256.clone().filter(|_| name.ends_with(".safetensors"));
    names.into_iter().map(|name| piece(source.join(&name), name.clone(), checked(&name))).collect()
}

/// Hashes the files, and copies them into a folder unless they stay where they are.
fn take(
    folder: &Path,
    pieces: &[Piece],
    intake: &Intake,
    progress: &mut dyn FnMut(u64, u64) -> Going,
) -> Result<Vec<FileNote>, EngineError> {
    let (mut done, total) = (0, pieces.iter().map(|piece| piece.size).sum());
    let mut notes = Vec::new();
    for piece in pieces {
        let target = folder.join(&piece.name);
        let kept = if intake.link { &piece.from } else { &target };
        let mut heard = |read| progress(done + read, total);
        let sha256 = match &piece.sha256 {
            Some(known) if intake.link && intake.hashed => known.clone(),
            _ if intake.link => hash_of(&piece.from, &mut heard)?,
            _ => copy(&piece.from, &target, &mut heard)?,
        };
        if let Some(expected) = piece.sha256.clone().filter(|expected| *expected != sha256) {
            return Err(EngineError::WrongSum { path: piece.from.clone(), expected, found: sha256 });
        }
        let about = fs::metadata(kept).map_err(|why| EngineError::read(kept, why))?;
        notes.push(FileNote { name: piece.name.clone(), size: about.len(), sha256, modified: modified(&about) });
        done += piece.size;
    }
    Ok(notes)
}

/// Copies a file, down to the disk, and gives its SHA-256.
fn copy(source: &Path, target: &Path, progress: &mut dyn FnMut(u64) -> Going) -> Result<String, EngineError> {
    let unread = |why| EngineError::read(source, why);
    let unwritten = |why| EngineError::write(target, why);
    let input = File::open(source).map_err(unread)?;
    let mut output = make_file(target).map_err(unwritten)?;
    let (mut done, mut stopped, mut broken) = (0, false, None);
    let copied = sha256_of(input, |piece| {
        if let Err(why) = output.write_all(piece) {
            broken = Some(why);
            return Err(ErrorKind::Other.into());
        }
        done += piece.len() as u64;
        stopped = progress(done) == Going::Stop;
        if stopped { Err(ErrorKind::Other.into()) } else { Ok(()) }
    });
    if stopped {
        return Err(EngineError::Cancelled);
    }
    if let Some(why) = broken {
        return Err(unwritten(why));
    }
    let (hash, _) = copied.map_err(unread)?;
    output.sync_all().map_err(unwritten)?;
    Ok(hash)
}
