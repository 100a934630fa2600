//! A model as a folder: `config.json`, `tokenizer.json` and safetensors files, sharded or not.
//!
//! What the folder says is put in the words of a GGUF header, so that sizes, names, vocabulary and chat template are
//! checked by the same code, before any weight is read.

mod config_json;
mod names;

use std::collections::BTreeMap;
use std::fs::File;
use std::path::{Path, PathBuf};

use serde_json::Value as Json;

use super::weights::{self, Room, Stored};
use super::{Config, Rotation, Weights};
use crate::engine::EngineError;
use crate::engine::gguf::{Fault, Gguf, TensorInfo};
use crate::engine::safetensors::{Safetensors, damaged};

/// The most bytes of a JSON file beside the weights.
const JSON: u64 = 8 << 20;
/// The most files of weights.
const SHARDS: usize = 64;

/// A checked folder.
#[derive(Clone)]
pub struct Folder {
    header: Gguf,
    config: Config,
    files: Vec<PathBuf>,
    /// For each tensor, by its name in a GGUF file, the file it lies in.
    places: BTreeMap<String, usize>,
}

impl Folder {
    /// Reads and checks a folder; not the weights.
    ///
    /// # Errors
    /// A file that is missing, damaged or not supported, or tensors that are not those its sizes ask for.
    pub fn open(folder: &Path) -> Result<Self, EngineError> {
        let config_path = folder.join("config.json");
        let json = read_json(&config_path)?;
        let template = template(folder)?;
        let about = config_json::translate(&json, template).map_err(|why| damaged(&config_path, &why))?;
        let files = shards(folder)?;
        let (mut tensors, mut places) = (BTreeMap::new(), BTreeMap::new());
        for (index, file) in files.iter().enumerate() {
            for (name, place) in Safetensors::open(file)?.tensors {
                let name = names::in_gguf(&name).ok_or_else(|| damaged(file, &format!("the tensor `{name}`")))?;
                let Some(name) = name else { continue };
                let info = TensorInfo {
                    name: name.clone(),
                    dims: place.dims,
                    dtype: place.dtype,
                    offset: place.at,
                    bytes: place.bytes,
                    elements: place.elements,
                };
                if tensors.insert(name.clone(), info).is_some() {
                    return Err(damaged(file, &format!("`{name}` twice")));
                }
                places.insert(name, index);
            }
        }
        if about.tied {
            tensors.remove("output.weight");
        }
        let header = Gguf::assembled(&config_path, about.metadata, tensors);
        let mut config = Config::read(&header)?;
        // Published weights have the halves of a head that turn together side by side.
        config.rotation = Rotation::Halves;
        config.scaling = about.scaling.unwrap_or(config.scaling);
        Ok(Self { header, config, files, places })
    }

    /// The folder in the words of a GGUF header: for vocabulary and chat template.
    #[must_use]
    pub fn header(&self) -> &Gguf {
        &self.header
    }

    /// The sizes.
    #[must_use]
    pub fn config(&self) -> &Config {
        &self.config
    }

    /// The files of weights, in order.
    #[must_use]
    pub fn files(&self) -> &[PathBuf] {
        &self.files
    }
}

impl Weights for Folder {
    fn has(&self, name: &str) -> bool {
        self.header.tensors().contains_key(name)
    }

    fn stored<'r>(&self, name: &str, room: &'r mut Room) -> Result<Stored<'r>, EngineError> {
        let info = self.header.tensors().get(name).zip(self.places.get(name).and_then(|at| self.files.get(*at)));
        let (info, path) = info.ok_or_else(|| self.header.fault(Fault::NoTensor(name.to_owned())))?;
        let file = File::open(path).map_err(|why| EngineError::read(path, why))?;
        weights::read(&file, path, info, 0, room)
    }
}

fn read_json(path: &Path) -> Result<Json, EngineError> {
    let failed = |why| EngineError::read(path, why);
    if std::fs::metadata(path).map_err(failed)?.len() > JSON {
        return Err(damaged(path, "over 8 MiB"));
    }
    serde_json::from_slice(&std::fs::read(path).map_err(failed)?).map_err(|error| damaged(path, &error.to_string()))
}

/// The chat template: a file of its own, or part of `tokenizer_config.json`.
fn template(folder: &Path) -> Result<Option<String>, EngineError> {
    let own = folder.join("chat_template.jinja");
    if own.is_file() {
        return std::fs::read_to_string(&own).map(Some).map_err(|why| EngineError::read(&own, why));
    }
    let path = folder.join("tokenizer_config.json");
    if !path.is_file() {
        return Ok(None);
    }
    Ok(read_json(&path)?["chat_template"].as_str().map(str::to_owned))
}

/// The files of weights: those an index names, else the one.
fn shards(folder: &Path) -> Result<Vec<PathBuf>, EngineError> {
    let index = folder.join("model.safetensors.index.json");
    if !index.is_file() {
        return Ok(vec![folder.join("model.safetensors")]);
    }
    let json = read_json(&index)?;
    let map = json["weight_map"].as_object().ok_or_else(|| damaged(&index, "no weight_map"))?;
    let mut files: Vec<&str> = map.values().filter_map(Json::as_str).collect();
    files.sort_unstable();
    files.dedup();
    // A name, never a way out of the folder.
    let plain = |name: &&str| {
        name.ends_with(".safetensors")
            && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte))
    };
    if files.is_empty() || files.len() > SHARDS || !files.iter().all(plain) {
        return Err(damaged(&index, "the names of its files"));
    }
    Ok(files.into_iter().map(|name| folder.join(name)).collect())
}
