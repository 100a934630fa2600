//! `models.toml`: which models are known, and how each is run.

use std::fs;
use std::path::{Path, PathBuf};

use super::candle::FAMILIES;
use super::scripted::line_of;
use super::shown::shown;
use super::store::valid_name;
use super::{EngineError, ModelSettings, Sampling};
use crate::lang::{Lang, Message};

/// The list that comes with the program.
const BUILT_IN: &str = include_str!("../../models.toml");
/// Its name, and that of a user's own list.
const FILE: &str = "models.toml";

/// The models known.
#[derive(Clone, Debug, PartialEq)]
pub struct Catalogue {
    default: Option<String>,
    models: Vec<Model>,
}

/// What is known of a model.
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Model {
    /// The name it is asked for by.
    pub name: String,
    /// Its architecture, as in a file's `general.architecture`.
    pub family: String,
    /// Its name for people.
    pub title: String,
    /// How many parameters it has, for people.
    pub parameters: String,
    /// Its licence, as an SPDX identifier.
    pub licence: String,
    /// The form of its weights.
    pub quantisation: String,
    /// Size of its file in MB (10⁶ bytes), where known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub size_mb: Option<u64>,
    /// Tokens the prompt and the reply may have together.
    pub context: usize,
    /// Languages it writes well enough: `ja`, `en`.
    pub languages: Vec<String>,
    /// How its tokens are chosen.
    #[serde(default)]
    pub sampling: Sampling,
}

impl Model {
    /// How to run it.
    #[must_use]
    pub fn settings(&self) -> ModelSettings {
        ModelSettings { name: self.name.clone(), sampling: self.sampling, context: self.context }
    }

    /// What is wrong with it.
    fn fault(&self) -> Option<Message> {
        let name = shown(&self.name);
        let wrong = |key: &str, wanted: &str| {
            Some(Message::new(
                format!("モデル `{name}` の {key} が不正です ({wanted} にしてください)"),
                format!("model `{name}`: `{key}` is wrong; use {wanted}"),
            ))
        };
        if !valid_name(&self.name) {
            return wrong("name", "a–z 0–9 . - _ (≤ 64)");
        }
        if FAMILIES.iter().all(|family| family.architecture != self.family) {
            return wrong("family", &FAMILIES.map(|family| family.architecture).join(" | "));
        }
        if !(256..=131_072).contains(&self.context) {
            return wrong("context", "256–131072");
        }
        if self.languages.is_empty() || self.languages.iter().any(|lang| lang.parse::<Lang>().is_err()) {
            return wrong("languages", "[\"ja\", \"en\"]");
        }
        let (key, _, range) = self.sampling.out_of_range()?;
        wrong(&format!("sampling.{key}"), range)
    }
}

/// A list as it is written.
#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct List {
    default: Option<String>,
    #[serde(default)]
    model: Vec<Model>,
}

impl Catalogue {
    /// The models that come with the program.
    ///
    /// # Errors
    /// Never, as a test holds.
    pub fn built_in() -> Result<Self, EngineError> {
        let empty = Self { default: None, models: Vec::new() };
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
        self.default = list.default.or(self.default);
        if let Some(default) = &self.default
            && self.find(default).is_none()
        {
            let name = shown(default);
            let why = Message::new(
                format!("default の `{name}` が一覧にありません。一覧のモデル名にしてください。"),
                format!("the default `{name}` is not in the list; use the name of a model in it"),
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

    /// The model to use when none is asked for.
    #[must_use]
    pub fn default_model(&self) -> Option<&Model> {
        self.find(self.default.as_deref()?)
    }

    /// A model by its name.
    #[must_use]
    pub fn find(&self, name: &str) -> Option<&Model> {
        self.models.iter().find(|model| model.name == name)
    }
}
