//! What is told of a model, in a list or alone, to a person or a program.

use serde_json::{Map, Value, json};

use super::fit::Fit;
use super::world::World;
use crate::engine::EngineError;
use crate::engine::catalogue::Model;
use crate::engine::store::Installed;
use crate::lang::Lang;

/// What is told of a model.
pub(super) struct Record<'a> {
    /// Its name.
    pub(super) name: &'a str,
    /// What the catalogue knows of it.
    pub(super) known: Option<&'a Model>,
    /// What is installed under its name.
    pub(super) installed: Option<&'a Installed>,
    /// Whether the hub's cache has its file, so that `pull` needs no network.
    pub(super) cached: bool,
    /// Bytes of its file, as installed, pinned or listed.
    pub(super) size: Option<u64>,
    /// SHA-256 of its file, likewise.
    pub(super) sha256: Option<String>,
    /// Whether it fits the memory.
    pub(super) fit: Fit,
    /// The laptops it is the default of, by their GB.
    pub(super) default_of: Vec<u64>,
}

impl<'a> Record<'a> {
    /// What is told of the model of a name.
    pub(super) fn of(
        name: &'a str,
        known: Option<&'a Model>,
        installed: Option<&'a Installed>,
        world: &World,
    ) -> Result<Self, EngineError> {
        let source = known.and_then(Model::source);
        let pin = source.as_ref().map(|source| world.pins.find(source)).transpose()?.flatten();
        let listed = known.and_then(|model| model.size).or(pin.as_ref().map(|pin| pin.size));
        let hash = known.and_then(|model| model.sha256.clone()).or(pin.as_ref().map(|pin| pin.sha256.clone()));
        let commit = pin.map(|pin| pin.commit);
        let cached = match (&world.cache, &source) {
            (Some(cache), Some(source)) => cache.find(source, commit.as_deref()).is_some(),
            _ => false,
        };
        let context = known.map_or(8192, |model| model.context);
        Ok(Self {
            name,
            known,
            installed,
            cached,
            size: installed.map(|model| model.note.size()).or(listed),
            sha256: installed.map(|model| model.note.sha256()).or(hash),
            fit: installed.map_or_else(|| Fit::of_size(listed), |model| Fit::of_installed(model, context)),
            default_of: world.catalogue.default_of(name),
        })
    }

    /// Whether it is here, for people.
    pub(super) fn state(&self, said: Lang) -> &'static str {
        match (self.installed.is_some(), self.cached) {
            (true, _) => said.pick("導入済み", "installed"),
            (false, true) => said.pick("キャッシュにあり", "in the cache"),
            (false, false) => said.pick("未導入", "not installed"),
        }
    }

    /// Which laptops it is the default of, for people; empty for none.
    pub(super) fn default_text(&self, said: Lang) -> String {
        let sizes: Vec<String> = self.default_of.iter().map(|gb| format!("{gb} GB")).collect();
        match sizes.is_empty() {
            true => String::new(),
            false => said.pick(
                format!("、メモリ {} の既定", sizes.join("・")),
                format!(", the default with {}", sizes.join(" and ")),
            ),
        }
    }

    /// That this version does not run it, where that is so.
    pub(super) fn support_text(&self, said: Lang) -> &'static str {
        match self.known {
            Some(model) if !model.runs() => said.pick("、この版では未対応", ", not yet supported"),
            _ => "",
        }
    }

    /// For programs.
    pub(super) fn json(&self) -> Value {
        let mut map = match self.known.map(serde_json::to_value) {
            Some(Ok(Value::Object(map))) => map,
            _ => Map::new(),
        };
        let installed = self.installed.map(|model| &model.note);
        for (key, value) in [
            ("name", json!(self.name)),
            ("supported", json!(self.known.is_none_or(Model::runs))),
            ("installed", json!(self.installed.is_some())),
            ("cached", json!(self.cached)),
            ("default", json!(!self.default_of.is_empty())),
            ("default_of_gb", json!(self.default_of)),
            ("fits", json!(self.fit)),
            ("size", json!(self.size)),
            ("sha256", json!(self.sha256)),
            ("path", json!(self.installed.map(|model| model.file.display().to_string()))),
            ("imported_from", json!(installed.map(|note| &note.source))),
            ("origin", json!(installed.and_then(|note| note.origin.as_ref()))),
        ] {
            map.insert(key.to_owned(), value);
        }
        Value::Object(map)
    }
}

/// A value as the bytes of an answer.
pub(super) fn bytes(value: &Value) -> Vec<u8> {
    let mut bytes = serde_json::to_vec_pretty(value).unwrap_or_default();
    bytes.push(b'\n');
    bytes
}
