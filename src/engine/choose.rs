//! Which engine writes: `--model NAME|FILE|builtin|scripted:FILE`.

use std::path::{Path, PathBuf};

use super::candle::{Candle, LoadOptions};
use super::catalogue::Catalogue;
use super::scripted::Scripted;
use super::store::{Beginnings, Installed, Store};
use super::{Engine, EngineError, ModelSettings};
use crate::lang::Message;

/// Which engine writes.
#[derive(Clone, Debug)]
pub enum Choice {
    /// The built-in wording, no engine. The notice says why, unless it was asked for.
    Builtin {
        /// What to tell the user.
        notice: Option<Message>,
    },
    /// Replies from a file.
    Scripted(Scripted),
    /// A model.
    Model {
        /// Its file.
        path: PathBuf,
        /// How it is run.
        settings: ModelSettings,
        /// The installed model it is; none for a file that is not installed.
        installed: Option<Box<Installed>>,
    },
}

impl Choice {
    /// What `--model` asks for. Without it, the default model of a machine with `memory` bytes if it is installed, else
    /// the other default, else the built-in wording.
    ///
    /// # Errors
    /// When there is no such model and no such file.
    pub fn of(
        asked: Option<&str>,
        catalogue: &Catalogue,
        store: &Store,
        memory: Option<u64>,
    ) -> Result<Self, EngineError> {
        let Some(asked) = asked else {
            return Self::unasked(catalogue, store, memory);
        };
        if asked == "builtin" {
            return Ok(Self::Builtin { notice: None });
        }
        if let Some(file) = asked.strip_prefix("scripted:") {
            return Scripted::from_file(Path::new(file)).map(Self::Scripted);
        }
        if let Some(installed) = store.find(asked)? {
            return Ok(Self::installed(installed, catalogue));
        }
        let path = Path::new(asked);
        if path.is_file() {
            let name = path.file_stem().unwrap_or_default().to_string_lossy();
            return Ok(Self::Model { path: path.to_owned(), settings: ModelSettings::unknown(name), installed: None });
        }
        Err(EngineError::NotInstalled {
            name: asked.to_owned(),
            installed: store.list()?.into_iter().map(|model| model.name).collect(),
        })
    }

    fn unasked(catalogue: &Catalogue, store: &Store, memory: Option<u64>) -> Result<Self, EngineError> {
        let defaults = catalogue.defaults(memory);
        let Some(first) = defaults.first() else {
            return Ok(Self::Builtin {
                notice: Some(Message::new(
                    "既定のモデルがないため、組み込みの文面を使います。`--model` でモデルを指定できます。",
                    "no default model: the built-in wording is used; name a model with `--model`",
                )),
            });
        };
        for default in &defaults {
            if let Some(installed) = store.find(&default.name)? {
                return Ok(Self::installed(installed, catalogue));
            }
        }
        let name = &first.name;
        let (pull, import) =
            (format!("tsukuroi models pull {name}"), format!("tsukuroi models import FILE --name {name}"));
        Ok(Self::Builtin {
            notice: Some(Message::new(
                format!(
                    "モデル `{name}` が未導入のため、組み込みの文面を使います。`{pull}` で取得するか、`{import}` で手元のファイルを取り込めます。"
                ),
                format!(
                    "the model `{name}` is not installed: the built-in wording is used; get it with `{pull}`, or import a file with `{import}`"
                ),
            )),
        })
    }

    fn installed(installed: Installed, catalogue: &Catalogue) -> Self {
        let known = catalogue.find(&installed.name);
        Self::Model {
            settings: known.map_or_else(|| ModelSettings::unknown(&installed.name), |model| model.settings()),
            path: installed.file.clone(),
            installed: Some(Box::new(installed)),
        }
    }

    /// The engine; none for the built-in wording. A model keeps the beginnings of prompts in `beginnings`, if given.
    ///
    /// # Errors
    /// When a model cannot be loaded.
    pub fn open(self, beginnings: Option<Beginnings>) -> Result<Option<Box<dyn Engine>>, EngineError> {
        Ok(match self {
            Self::Builtin { .. } => None,
            Self::Scripted(scripted) => Some(Box::new(scripted)),
            Self::Model { path, settings, installed } => {
                // An installed model was hashed when it came; only a file that changed since is hashed again.
                let sha256 =
                    installed.map(|model| model.ensure_unchanged().map(|()| model.note.sha256())).transpose()?;
                let options = LoadOptions {
                    unchanged: sha256.is_some(),
                    sha256,
                    beginnings,
                    on_device: true,
                    ..LoadOptions::default()
                };
                Some(Box::new(Candle::load(&path, &settings, &options)?))
            }
        })
    }
}
