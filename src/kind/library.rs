//! The kinds there are: those built in, and a user's own in the configuration folder.

use std::collections::BTreeMap;
use std::path::Path;

use include_dir::{Dir, include_dir};

use super::folder::{Files, SHARED, Source};
use super::render::{Renderer, TEMPLATES};
use super::spec::Spec;
use super::{folder, kind_file, sample, sound};
use crate::lang::Message;

/// The folder `prompts/` as it was when the program was built.
static PROMPTS: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/prompts");

/// A document kind.
#[derive(Clone, Debug)]
pub struct Kind {
    /// Its name, that of its folder: `client-apology-letter`.
    pub id: String,
    /// What its `kind.toml` says.
    pub spec: Spec,
    /// Whether it is a user's own, of the configuration folder.
    pub own: bool,
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
        for (kind, own) in folder::read(folder)? {
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
        let (mut renderer, mut built_in) = (Renderer::new(), BTreeMap::new());
        for (id, own) in &files {
            if id != SHARED {
                kinds.insert(id.clone(), kind(id, own)?);
            }
            for (name, source) in own.iter().filter(|(name, _)| name.ends_with(".j2")) {
                let (name, text) = (format!("{id}/{name}"), source.text.clone());
                if source.own.is_some() {
                    renderer.add(name, text)?;
                } else {
                    built_in.insert(name, text);
                }
            }
        }
        renderer.offer(built_in);
        let library = Self { kinds, renderer };
        library.look_through(&files)?;
        Ok(library)
    }

    /// What a user has written is looked through and tried; what is built in has been.
    fn look_through(&self, files: &Files) -> Result<(), KindError> {
        let own = |id: &str| {
            files.get(id).into_iter().flatten().filter(|(name, source)| source.own.is_some() && name.ends_with(".j2"))
        };
        for (name, source) in own(SHARED) {
            sound::shared(&format!("{SHARED}/{name}"), &shown(SHARED, name, source), source, &self.renderer)?;
        }
        for kind in self.kinds.values() {
            for (name, source) in own(&kind.id) {
                let id = format!("{}/{name}", kind.id);
                sound::template(kind, &id, &shown(&kind.id, name, source), source, &self.renderer)?;
            }
            self.alone(kind, files)?;
        }
        // A template that all share touches every kind.
        let all = own(SHARED).next().is_some();
        let mut touched = self.kinds.values().filter(|kind| all || kind.own).peekable();
        if touched.peek().is_some() { sample::dry_run(self, touched) } else { Ok(()) }
    }

    /// A code names one kind.
    fn alone(&self, kind: &Kind, files: &Files) -> Result<(), KindError> {
        let code = &kind.spec.code;
        let twin = self.kinds.values().find(|other| other.id != kind.id && other.spec.code.eq_ignore_ascii_case(code));
        let Some((twin, source)) =
            twin.filter(|_| kind.own).zip(files.get(&kind.id).and_then(|own| own.get("kind.toml")))
        else {
            return Ok(());
        };
        let (name, other) = (shown(&kind.id, "kind.toml", source), &twin.id);
        let line = source.text.lines().position(|line| line.trim_start().starts_with("code")).map_or(1, |at| at + 1);
        Err(KindError::new(
            format!("`{name}:{line}` の code `{code}` は {other} が使っています。別のものにしてください（例 D51）"),
            format!("the code `{code}` in `{name}:{line}` is that of {other}; choose another one (D51)"),
        ))
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

/// A kind of a folder: its `kind.toml`, and its four templates there.
fn kind(id: &str, own: &BTreeMap<String, Source>) -> Result<Kind, KindError> {
    let folder = own.values().find_map(|source| source.own.as_ref()?.parent());
    let lacking = |name: &str| {
        missing(&folder.map_or_else(|| format!("prompts/{id}"), |folder| folder.display().to_string()), name)
    };
    let source = own.get("kind.toml").ok_or_else(|| lacking("kind.toml"))?;
    let spec = kind_file::parse(&shown(id, "kind.toml", source), &source.text, source.own.is_some())?;
    if let Some(name) = TEMPLATES.iter().find(|name| !own.contains_key(**name)) {
        return Err(lacking(name));
    }
    Ok(Kind { id: id.to_owned(), spec, own: source.own.is_some() })
}

/// How a file is called in an error.
fn shown(id: &str, name: &str, source: &Source) -> String {
    source.own.as_ref().map_or_else(|| format!("prompts/{id}/{name}"), |path| path.display().to_string())
}

fn embedded_files() -> Files {
    let name = |path: &Path| path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let source = |text: &str| Source { text: text.to_owned(), own: None };
    let folder = |dir: &Dir<'_>| {
        dir.files().map(|file| (name(file.path()), source(file.contents_utf8().unwrap_or_default()))).collect()
    };
    PROMPTS.dirs().map(|dir| (name(dir.path()), folder(dir))).collect()
}

fn missing(folder: &str, name: &str) -> KindError {
    KindError::new(
        format!("`{folder}/{name}` がありません。組み込みの種類を写して書き換えると早道です"),
        format!("`{folder}/{name}` is missing; copying a built-in kind and changing it is the short way"),
    )
}

#[cfg(test)]
mod tests {
    use super::{Library, embedded_files};

    #[test]
    fn what_is_built_in_passes_what_a_user_s_own_is_asked() {
        let mut files = embedded_files();
        for source in files.values_mut().flat_map(|own| own.values_mut()) {
            source.own = Some("prompts".into());
        }
        Library::from_files(files).unwrap_or_else(|error| panic!("{error}"));
    }
}
