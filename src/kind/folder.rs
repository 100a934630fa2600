//! A user's own `prompts/` folder: read whole, with nothing taken that could not be one of ours.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::library::KindError;
use super::render::TEMPLATES;
use crate::facts::read::nearest;

/// Largest file taken, in bytes: far above any real template, far below what could hurt.
const LARGEST: u64 = 256 << 10;

/// Folder of what the kinds share.
pub(super) const SHARED: &str = "_shared";

/// A file of a kind.
#[derive(Clone, Debug)]
pub(super) struct Source {
    /// Its text.
    pub(super) text: String,
    /// Where it lies, for a user's own; nothing for one built in.
    pub(super) own: Option<PathBuf>,
}

/// Folder → file name → file.
pub(super) type Files = BTreeMap<String, BTreeMap<String, Source>>;

/// The files of a user's folder. A folder that is not there holds none.
pub(super) fn read(folder: &Path) -> Result<Files, KindError> {
    let mut files = Files::new();
    if !folder.is_dir() {
        return Ok(files);
    }
    let root = folder.canonicalize().map_err(|error| unreadable(folder, &error))?;
    for path in list(folder)? {
        let name = name_of(&path);
        // What editors and version control leave behind is no kind.
        if is_aside(&name) || !path.is_dir() {
            continue;
        }
        inside(&root, &path)?;
        if name != SHARED
            && !name.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
        {
            let shown = path.display();
            return Err(KindError::new(
                format!(
                    "`{shown}` は文書の種類の名前にできません。英小文字・数字・- だけを使ってください（例 client-thanks）"
                ),
                format!("`{shown}` cannot be the name of a document kind; use a–z, 0–9 and - only (client-thanks)"),
            ));
        }
        let mut own = BTreeMap::new();
        for file in list(&path)? {
            let file_name = name_of(&file);
            if is_aside(&file_name) {
                continue;
            }
            if name != SHARED {
                known(&file, &file_name)?;
            }
            let text = text(&root, &file)?;
            own.insert(file_name, Source { text, own: Some(file) });
        }
        files.insert(name, own);
    }
    Ok(files)
}

fn name_of(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

fn is_aside(name: &str) -> bool {
    name.starts_with('.') || name.ends_with(['~', '#']) || name.ends_with(".md") || name.ends_with(".bak")
}

fn list(path: &Path) -> Result<Vec<PathBuf>, KindError> {
    let entries = std::fs::read_dir(path).and_then(Iterator::collect::<Result<Vec<_>, _>>);
    let mut paths: Vec<PathBuf> =
        entries.map_err(|error| unreadable(path, &error))?.into_iter().map(|entry| entry.path()).collect();
    paths.sort();
    Ok(paths)
}

/// A file of a kind has one of five names; another one is a slip of the pen that would be left unused unseen.
fn known(path: &Path, name: &str) -> Result<(), KindError> {
    let mut names = vec!["kind.toml"];
    names.extend(TEMPLATES);
    if names.contains(&name) {
        return Ok(());
    }
    let (shown, list) = (path.display(), names.join(", "));
    let near = nearest(name, &names);
    let ja = near.map(|near| format!("`{near}` のことでしょうか。")).unwrap_or_default();
    let en = near.map(|near| format!(" did you mean `{near}`?")).unwrap_or_default();
    Err(KindError::new(
        format!("`{shown}` は使われないファイルです。{ja}置けるファイル: {list}"),
        format!("`{shown}` is no file of a document kind;{en} (its files: {list})"),
    ))
}

/// A link must not lead out of the folder: what lies elsewhere was not put there to be used.
fn inside(root: &Path, path: &Path) -> Result<(), KindError> {
    let real = path.canonicalize().map_err(|error| unreadable(path, &error))?;
    if real.starts_with(root) {
        return Ok(());
    }
    let (shown, real) = (path.display(), real.display());
    Err(KindError::new(
        format!("`{shown}` はフォルダーの外（{real}）を指すリンクです。ファイルそのものを置いてください"),
        format!("`{shown}` is a link out of the folder (to {real}); put the file itself there"),
    ))
}

fn text(root: &Path, path: &Path) -> Result<String, KindError> {
    inside(root, path)?;
    let shown = path.display();
    let data = std::fs::metadata(path).map_err(|error| unreadable(path, &error))?;
    if !data.is_file() {
        return Err(KindError::new(
            format!("`{shown}` はファイルではありません。文書の種類のフォルダーにはファイルだけを置いてください"),
            format!("`{shown}` is not a file; the folder of a document kind holds files only"),
        ));
    }
    if data.len() > LARGEST {
        let size = data.len();
        return Err(KindError::new(
            format!("`{shown}` が大きすぎます（{size} バイト、上限 {LARGEST} バイト）"),
            format!("`{shown}` is too large ({size} bytes; the limit is {LARGEST})"),
        ));
    }
    let bytes = std::fs::read(path).map_err(|error| unreadable(path, &error))?;
    let text = String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        let line = error.as_bytes().iter().take(at).filter(|byte| **byte == b'\n').count() + 1;
        KindError::new(
            format!("`{shown}:{line}` の文字コードが UTF-8 ではありません。UTF-8 で保存し直してください（例: iconv -f CP932 -t UTF-8 元 > 先）"),
            format!("`{shown}:{line}` is not UTF-8; save it as UTF-8 (for example: iconv -f CP932 -t UTF-8 old > new)"),
        )
    })?;
    Ok(text.strip_prefix('\u{FEFF}').map(str::to_owned).unwrap_or(text))
}

fn unreadable(path: &Path, error: &std::io::Error) -> KindError {
    let path = path.display();
    KindError::new(
        format!("`{path}` を読めません（{error}）。権限とリンクの先を確かめてください"),
        format!("cannot read `{path}` ({error}); check its permissions and where it links to"),
    )
}
