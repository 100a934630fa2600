//! `models.toml`: which models are known, where the hub has them, and how each is run.

mod licence;
mod model;

use std::fs;
use std::path::{Path, PathBuf};

pub use licence::Licence;
pub use model::{Both, Model, Thinking};

use super::EngineError;
use super::scripted::line_of;
use super::shown::shown;
use super::store::Source;
use crate::lang::Message;

/// The list that comes with the program.
const BUILT_IN: &str = include_str!("../../../models.toml");
/// Its name, and that of a user's own list.
const FILE: &str = "models.toml";
/// From so much memory on (bytes), the default for large laptops is meant. A machine sold as one of 16 GB tells the
/// programs of a little less.
const LARGE: u64 = 14 << 30;

/// The models known.
#[derive(Clone, Debug, PartialEq)]
pub struct Catalogue {
    default: Option<String>,
    default_16gb: Option<String>,
    offline: bool,
    models: Vec<Model>,
}

/// A list as it is written.
#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct List {
    default: Option<String>,
    default_16gb: Option<String>,
    offline: Option<bool>,
    #[serde(default)]
    model: Vec<Model>,
}

impl Catalogue {
    /// The models that come with the program.
    ///
    /// # Errors
    /// Never, as a test holds.
    pub fn built_in() -> Result<Self, EngineError> {
        let empty = Self { default: None, default_16gb: None, offline: false, models: Vec::new() };
        empty.with(BUILT_IN, Path::new(FILE))
    }

    /// The models that come with the program, and those of the user's own list in the configuration folder.
    ///
    /// # Errors
    /// When the user's list cannot be read or is not valid.
    pub fn load(config: &Path) -> Result<Self, EngineError> {
        let built_in = Self::built_in()?;
        let path = config.join(FILE);
        match fs::read_to_string(&path) {
            Ok(text) => built_in.with(&text, &path),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(built_in),
            Err(error) => Err(EngineError::read(&path, error)),
        }
    }

    /// This catalogue with the tables of another list added or put in place.
    fn with(mut self, text: &str, path: &Path) -> Result<Self, EngineError> {
        let fault = |line, why| EngineError::List { path: PathBuf::from(path), line, why };
        let list: List = toml::from_str(text).map_err(|error| {
            let line = error.span().map(|span| line_of(text, span.start));
            // The reason may be long: it names every key that may stand there.
            let why: String = error.message().chars().map(|c| if c.is_control() { ' ' } else { c }).take(300).collect();
            fault(
                line,
                Message::new(
                    format!("モデル一覧として読めません ({why})。この行を直してください。"),
                    format!("not a list of models ({why}); correct this line"),
                ),
            )
        })?;
        for (at, model) in list.model.iter().enumerate() {
            if let Some(why) = model.fault() {
                return Err(fault(None, why));
            }
            if list.model[..at].iter().any(|other| other.name == model.name) {
                let name = &model.name;
                let why = Message::new(
                    format!("モデル `{name}` が二度あります。一方を消してください。"),
                    format!("the model `{name}` occurs twice; remove one"),
                );
                return Err(fault(None, why));
            }
        }
        self.models.retain(|old| list.model.iter().all(|new| new.name != old.name));
        self.models.extend(list.model);
        // A list that names one default means it for every machine.
        self.default_16gb = list.default_16gb.or(if list.default.is_some() { None } else { self.default_16gb });
        self.default = list.default.or(self.default);
        self.offline = list.offline.unwrap_or(self.offline);
        for (key, default) in [("default", &self.default), ("default_16gb", &self.default_16gb)] {
            let runs = |name: &str| self.find(name).is_some_and(Model::runs);
            let Some(default) = default.as_deref().filter(|name| !runs(name)) else {
                continue;
            };
            let name = shown(default);
            let why = Message::new(
                format!("{key} の `{name}` が一覧にないか、この版では動きません。一覧のモデル名にしてください。"),
                format!(
                    "the {key} `{name}` is not in the list, or not run by this version; use the name of a model in it"
                ),
            );
            return Err(fault(None, why));
        }
        Ok(self)
    }

    /// The models, those of the user last.
    #[must_use]
    pub fn models(&self) -> &[Model] {
        &self.models
    }

    /// The models to use when none is asked for, the one meant for a machine with `memory` bytes first.
    #[must_use]
    pub fn defaults(&self, memory: Option<u64>) -> Vec<&Model> {
        let mut names = vec![self.default.as_deref(), self.default_16gb.as_deref()];
        if memory.is_some_and(|memory| memory >= LARGE) {
            names.reverse();
        }
        names.dedup();
        names.into_iter().flatten().filter_map(|name| self.find(name)).collect()
    }

    /// Which laptops a model is the default of: those with 8 GB, those with 16 GB.
    #[must_use]
    pub fn default_of(&self, name: &str) -> Vec<u64> {
        let small = self.default.as_deref() == Some(name);
        // Without a default for large laptops the one for small ones serves both.
        let large = self.default_16gb.as_deref().or(self.default.as_deref()) == Some(name);
        [(small, 8), (large, 16)].into_iter().filter(|(is, _)| *is).map(|(_, gb)| gb).collect()
    }

    /// Whether the user's list forbids the network: `offline = true`.
    #[must_use]
    pub fn offline(&self) -> bool {
        self.offline
    }

    /// The model that the hub has at an address, whatever its revision.
    #[must_use]
    pub fn at(&self, source: &Source) -> Option<&Model> {
        let at = |model: &&Model| {
            model.source().is_some_and(|known| (known.repo(), known.file()) == (source.repo(), source.file()))
        };
        self.models.iter().find(at)
    }

    /// A model by its name.
    #[must_use]
    pub fn find(&self, name: &str) -> Option<&Model> {
        self.models.iter().find(|model| model.name == name)
    }
}
