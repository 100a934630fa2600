//! From a file to an engine.

use std::fs::File;
use std::path::Path;

use super::mask::Mask;
use super::write::{Desk, Tools};
use super::{Chat, Config, Decoder, DecoderOptions, GgufWeights, KvType, Vocabulary, memory};
use crate::engine::gguf::{Fault, Gguf};
use crate::engine::hash::sha256_of;
use crate::engine::{Engine, EngineError, Identity, Job, ModelSettings, Reply};
use crate::kind::Prompt;

/// How to load a model.
#[derive(Clone, Debug, Default)]
pub struct LoadOptions {
    /// Bytes of memory that may be used; none: what the machine says it has.
    pub available_memory: Option<u64>,
    /// The SHA-256 the file must have, in hexadecimal.
    pub sha256: Option<String>,
    /// The store vouches that the file has this SHA-256: it is not computed again.
    pub unchanged: bool,
    /// How keys and values are kept.
    pub kv: KvType,
}

impl LoadOptions {
    fn decoder(&self, context: usize) -> DecoderOptions {
        DecoderOptions { context, kv: self.kv }
    }
}

/// An engine that runs a model.
pub struct Candle {
    settings: ModelSettings,
    file_sha256: String,
    tools: Tools,
    desk: Desk,
}

/// The parts of a model file that can be checked without its weights.
struct Parts {
    gguf: Gguf,
    config: Config,
    vocabulary: Vocabulary,
    chat: Chat,
}

impl Parts {
    fn read(path: &Path) -> Result<Self, EngineError> {
        let gguf = Gguf::open(path)?;
        let config = Config::read(&gguf)?;
        let vocabulary = Vocabulary::read(&gguf)?;
        if vocabulary.len() > config.rows {
            return Err(gguf.fault(Fault::Shape("token_embd.weight".to_owned())));
        }
        let chat = Chat::read(&gguf, &vocabulary)?;
        Ok(Self { gguf, config, vocabulary, chat })
    }
}

/// Checks that a file is a model this program can run: header, sizes, vocabulary and chat template, not the weights.
///
/// # Errors
/// What is wrong with it.
pub fn check(path: &Path) -> Result<(), EngineError> {
    Parts::read(path).map(|_| ())
}

/// Bytes of memory a model needs with a context of so many tokens, estimated from its header.
///
/// # Errors
/// What is wrong with the file.
pub fn needed_memory(path: &Path, context: usize) -> Result<u64, EngineError> {
    let gguf = Gguf::open(path)?;
    let config = Config::read(&gguf)?;
    let options = DecoderOptions { context: context.min(config.context), kv: KvType::default() };
    Ok(memory::needed(&gguf, &config, &options))
}

/// Bytes of memory that may still be used, as far as the machine says.
#[must_use]
pub fn available_memory() -> u64 {
    memory::available()
}

impl Candle {
    /// Loads a model. Everything that can be refused is refused before the weights are read.
    ///
    /// # Errors
    /// When the file is damaged, changed or not supported, or the memory is too small.
    pub fn load(path: &Path, settings: &ModelSettings, options: &LoadOptions) -> Result<Self, EngineError> {
        let parts = Parts::read(path)?;
        let context = settings.context.min(parts.config.context);
        let need = memory::needed(&parts.gguf, &parts.config, &options.decoder(context));
        let available = options.available_memory.unwrap_or_else(memory::available);
        if need > available {
            let path = path.to_owned();
            return Err(EngineError::Memory { path, need, available });
        }
        let file_sha256 = match &options.sha256 {
            Some(known) if options.unchanged => known.clone(),
            expected => {
                let failed = |why| EngineError::read(path, why);
                let file = File::open(path).map_err(failed)?;
                let (found, _) = sha256_of(file, |_| Ok(())).map_err(failed)?;
                if expected.as_ref().is_some_and(|expected| *expected != found) {
                    return Err(EngineError::Changed { path: path.to_owned() });
                }
                found
            }
        };
        let mut weights = GgufWeights::open(&parts.gguf)?;
        let decoder = Decoder::load(&mut weights, &parts.config, &options.decoder(context))?;
        let Parts { vocabulary, chat, .. } = parts;
        let mask = Mask::of(vocabulary.len(), |id| vocabulary.written(id).is_some() || vocabulary.ends(id));
        Ok(Self {
            settings: settings.clone(),
            file_sha256,
            tools: Tools { vocabulary, chat, sampling: settings.sampling, constraints: None, mask },
            desk: Desk::new(decoder),
        })
    }
}

impl Engine for Candle {
    fn identity(&self) -> Identity {
        Identity {
            engine: "candle",
            model: self.settings.name.clone(),
            file_sha256: self.file_sha256.clone(),
            tokenizer_sha256: Some(self.tools.vocabulary.sha256().to_owned()),
            sampling: Some(self.settings.sampling),
            context: Some(self.desk.context()),
        }
    }

    fn write(&mut self, prompts: &[Prompt], job: &Job<'_>) -> Result<Vec<Reply>, EngineError> {
        self.desk.write(prompts, &self.tools, job)
    }
}
