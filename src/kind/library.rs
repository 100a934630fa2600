//! The kinds there are: those built in, and a user's own in the configuration folder.

use std::collections::BTreeMap;
use std::path::Path;

use include_dir::{Dir, include_dir};

use super::render::{Renderer, TEMPLATES};
use super::spec::Spec;
use crate::lang::Message;

/// The folder `prompts/` as it was when the program was built.
static PROMPTS: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/prompts");

/// Folder of what the kinds share.
const SHARED: &str = "_shared";

/// A document kind.
#[derive(Clone, Debug)]
pub struct Kind {
    /// Its name, that of its folder: `client-apology-letter`.
    pub id: String,
    /// What its `kind.toml` says.
    pub spec: Spec,
}

/// A kind that cannot be used: a file is missing or wrong.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", message.en)]
pub struct KindError {
    /// What is wrong, where, and what to do.
    pub message: Message,
}

impl KindError {
    pub(super) fn new(ja: impl Into<String>, en: impl Into<String>) -> Self {
        Self { message: Message::new(ja, en) }
    }
}

/// All kinds with their templates.
#[derive(Debug)]
pub struct Library {
    kinds: BTreeMap<String, Kind>,
    pub(super) renderer: Renderer,
}

impl Library {
    /// The kinds built in.
    ///
    /// # Errors
    /// When one of them is damaged, which only a change of the program can bring about.
    pub fn embedded() -> Result<Self, KindError> {
        Self::from_files(embedded_files())
    }

    /// The kinds built in, and those of a folder laid over them, kind by kind.
    ///
    /// # Errors
    /// When a file of the folder cannot be read or is wrong.
    pub fn with_folder(folder: &Path) -> Result<Self, KindError> {
        let mut files = embedded_files();
        for (kind, own) in folder_files(folder)? {
            if kind == SHARED {
                // What all share is replaced file by file.
                files.entry(kind).or_default().extend(own);
            } else {
                files.insert(kind, own);
            }
        }
        Self::from_files(files)
    }

    fn from_files(files: Files) -> Result<Self, KindError> {
        let mut kinds = BTreeMap::new();
        let mut renderer = Renderer::new();
        for (id, own) in files {
            if id != SHARED {
                let text = own.get("kind.toml").ok_or_else(|| missing(&id, "kind.toml"))?;
                let spec: Spec = toml::from_str(text).map_err(|error| {
                    KindError::new(
                        format!("prompts/{id}/kind.toml が正しくありません: {error}"),
                        format!("prompts/{id}/kind.toml is not valid: {error}"),
                    )
                })?;
                if let Some(name) = TEMPLATES.iter().find(|name| !own.contains_key(**name)) {
                    return Err(missing(&id, name));
                }
                kinds.insert(id.clone(), Kind { id: id.clone(), spec });
            }
            for (name, text) in own {
                renderer.add(format!("{id}/{name}"), text)?;
            }
        }
        Ok(Self { kinds, renderer })
    }

    /// All kinds, by code.
    pub fn kinds(&self) -> impl Iterator<Item = &Kind> {
        let mut kinds: Vec<&Kind> = self.kinds.values().collect();
        kinds.sort_by(|a, b| a.spec.code.cmp(&b.spec.code));
        kinds.into_iter()
    }

    /// A kind by its name or its code.
    ///
    /// # Errors
    /// When there is none, with the nearest name.
    pub fn kind(&self, name: &str) -> Result<&Kind, KindError> {
        let by_code = || self.kinds.values().find(|kind| kind.spec.code.eq_ignore_ascii_case(name));
        self.kinds.get(name).or_else(by_code).ok_or_else(|| {
            let names: Vec<&str> = self.kinds.keys().map(String::as_str).collect();
            let near = crate::facts::read::nearest(name, &names);
            let ja = near.map(|near| format!("`{near}` のことでしょうか。")).unwrap_or_default();
            let en = near.map(|near| format!("; did you mean `{near}`?")).unwrap_or_default();
            KindError::new(
                format!("文書の種類 `{name}` はありません。{ja}一覧は `tsukuroi kinds` で見られます"),
                format!("there is no document kind `{name}`{en} (`tsukuroi kinds` lists them)"),
            )
        })
    }
}

/// Folder → file name → text.
type Files = BTreeMap<String, BTreeMap<String, String>>;

fn embedded_files() -> Files {
    let name = |path: &Path| path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let folder = |dir: &Dir<'_>| {
        dir.files().map(|file| (name(file.path()), file.contents_utf8().unwrap_or_default().to_owned())).collect()
    };
    PROMPTS.dirs().map(|dir| (name(dir.path()), folder(dir))).collect()
}

fn folder_files(folder: &Path) -> Result<Files, KindError> {
    let mut files = Files::new();
    if !folder.is_dir() {
        return Ok(files);
    }
    let unreadable = |path: &Path, error: &std::io::Error| {
        let path = path.display();
        KindError::new(format!("`{path}` を読めません（{error}）"), format!("cannot read `{path}` ({error})"))
    };
    let list = |path: &Path| -> Result<Vec<std::path::PathBuf>, KindError> {
        let entries = std::fs::read_dir(path).and_then(Iterator::collect::<Result<Vec<_>, _>>);
        Ok(entries.map_err(|error| unreadable(path, &error))?.into_iter().map(|entry| entry.path()).collect())
    };
    for kind in list(folder)?.into_iter().filter(|path| path.is_dir()) {
        let mut own = BTreeMap::new();
        for file in list(&kind)?.into_iter().filter(|path| path.is_file()) {
            let text = std::fs::read_to_string(&file).map_err(|error| unreadable(&file, &error))?;
            own.insert(file.file_name().unwrap_or_default().to_string_lossy().into_owned(), text);
        }
        files.insert(kind.file_name().unwrap_or_default().to_string_lossy().into_owned(), own);
    }
    Ok(files)
}

fn missing(kind: &str, name: &str) -> KindError {
    KindError::new(format!("prompts/{kind}/{name} がありません"), format!("prompts/{kind}/{name} is missing"))
}
