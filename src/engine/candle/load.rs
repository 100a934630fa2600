//! From a file to an engine.

use std::fs::File;
use std::path::{Path, PathBuf};

use candle_core::utils::get_num_threads;

use super::decoder::device;
use super::kept::Kept;
use super::lookup::Speculation;
use super::mask::Mask;
use super::memory::Estimate;
use super::write::{Desk, Tools};
use super::{Chat, Config, Constraints, Decoder, DecoderOptions, Folder, GgufWeights, Grammars, KvType, Vocabulary};
use crate::engine::gguf::{Fault, Gguf};
use crate::engine::hash::{sha256, sha256_of};
use crate::engine::machine::{available_memory, fits};
use crate::engine::store::Beginnings;
use crate::engine::{Engine, EngineError, Identity, Job, ModelSettings, Reply};
use crate::kind::Prompt;
use crate::lang::Message;

/// How to load a model.
#[derive(Clone, Debug, Default)]
pub struct LoadOptions {
    /// Bytes of memory that may be used; none: what the machine says it has.
    pub available_memory: Option<u64>,
    /// The SHA-256 the file must have, in hexadecimal.
    pub sha256: Option<String>,
    /// Whether replies may be anything: without it, they are held to the grammar of sections.
    pub free: bool,
    /// The store vouches that the file has this SHA-256: it is not computed again.
    pub unchanged: bool,
    /// How keys and values are kept.
    pub kv: KvType,
    /// Whether products with the weights are computed on a graphics processor, where there is one.
    pub on_device: bool,
    /// Whether each token has a pass of its own: without it, tokens are guessed from the prompt where that is faster.
    /// What is written is the same.
    pub one_by_one: bool,
    /// Where beginnings of prompts are kept from run to run; none: nowhere.
    pub beginnings: Option<Beginnings>,
}

impl LoadOptions {
    fn decoder(&self, context: usize) -> DecoderOptions {
        DecoderOptions { context, kv: self.kv, on_device: self.on_device }
    }
}

/// An engine that runs a model.
pub struct Candle {
    settings: ModelSettings,
    file_sha256: String,
    memory: Option<Message>,
    told: Speculation,
    device: Option<&'static str>,
    tools: Tools,
    desk: Desk,
}

/// The parts of a model file that can be checked without its weights.
struct Parts {
    gguf: Gguf,
    /// The folder whose header that is, for a model that is one.
    folder: Option<Folder>,
    config: Config,
    vocabulary: Vocabulary,
    chat: Chat,
}

impl Parts {
    fn read(path: &Path) -> Result<Self, EngineError> {
        let folder = if path.is_dir() { Some(Folder::open(path)?) } else { None };
        let (gguf, config) = match &folder {
            Some(folder) => (folder.header().clone(), folder.config().clone()),
            None => {
                let gguf = Gguf::open(path)?;
                let config = Config::read(&gguf)?;
                (gguf, config)
            }
        };
        let vocabulary = Vocabulary::read(&gguf)?;
        if vocabulary.len() > config.rows {
            return Err(gguf.fault(Fault::Shape("token_embd.weight".to_owned())));
        }
        let chat = Chat::read(&gguf, &vocabulary)?;
        Ok(Self { gguf, folder, config, vocabulary, chat })
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
    if path.is_dir() {
        let folder = Folder::open(path)?;
        let options =
            DecoderOptions { context: context.min(folder.config().context), kv: KvType::default(), on_device: false };
        return Ok(Estimate::of(folder.header(), folder.config(), &options).total());
    }
    let gguf = Gguf::open(path)?;
    let config = Config::read(&gguf)?;
    let options = DecoderOptions { context: context.min(config.context), kv: KvType::default(), on_device: false };
    Ok(Estimate::of(&gguf, &config, &options).total())
}

impl Candle {
    /// Loads a model. Everything that can be refused is refused before the weights are read.
    ///
    /// # Errors
    /// When the file is damaged, changed or not supported, or the memory is too small.
    pub fn load(path: &Path, settings: &ModelSettings, options: &LoadOptions) -> Result<Self, EngineError> {
        let parts = Parts::read(path)?;
        let context = settings.context.min(parts.config.context);
        let estimate = Estimate::of(&parts.gguf, &parts.config, &options.decoder(context));
        let need = estimate.total();
        let available = options.available_memory.or_else(available_memory);
        if !fits(need, available) {
            let path = path.to_owned();
            return Err(EngineError::Memory { path, need, available });
        }
        let (decoder, file_sha256) = loaded(path, &parts, options, context)?;
        let Parts { vocabulary, chat, .. } = parts;
        let grammars = || Box::new(Grammars::new(chat.opens_thinking())) as Box<dyn Constraints>;
        let constraints = (!options.free).then(grammars);
        let mask = Mask::of(vocabulary.len(), |id| vocabulary.written(id).is_some() || vocabulary.ends(id));
        let device = options.decoder(context).device().map(device::name);
        let kept = options.beginnings.clone().map(|folder| Kept::new(folder, &file_sha256, device));
        Ok(Self {
            settings: settings.clone(),
            file_sha256,
            memory: Some(estimate.note(available)),
            told: Speculation::default(),
            device,
            tools: Tools {
                vocabulary,
                chat,
                sampling: settings.sampling,
                constraints,
                mask,
                speculate: !options.one_by_one,
            },
            desk: Desk::new(decoder, kept),
        })
    }

    /// How many tokens were guessed so far, and how many of them were right.
    #[must_use]
    pub fn speculation(&self) -> Speculation {
        self.desk.speculation()
    }
}

/// The weights, and the SHA-256 of the files they are in, which is computed beside the loading: the second reader finds
/// in memory what the first has read. Hashing takes longer and cannot be shared out, so it has a core to itself. A model
/// that is not the one expected is never handed out.
fn loaded(path: &Path, parts: &Parts, options: &LoadOptions, context: usize) -> Result<(Decoder, String), EngineError> {
    let known = options.sha256.as_ref().filter(|_| options.unchanged);
    let hash = || match (known, &parts.folder) {
        (Some(known), _) => Ok(known.clone()),
        (None, Some(folder)) => digest(folder),
        (None, None) => sha256_at(path),
    };
    let threads = if known.is_some() { get_num_threads() } else { get_num_threads().saturating_sub(1).max(1) };
    let (config, about) = (&parts.config, options.decoder(context));
    let decoder = || match &parts.folder {
        Some(folder) => Decoder::load_on(threads, folder, config, &about),
        None => Decoder::load_on(threads, &GgufWeights::open(&parts.gguf)?, config, &about),
    };
    let (decoder, hash) = std::thread::scope(|scope| {
        let hash = scope.spawn(hash);
        (decoder(), hash.join())
    });
    let found = hash.map_err(|_| EngineError::compute("the thread that hashes the file ended early"))??;
    if options.sha256.as_ref().is_some_and(|expected| *expected != found) {
        return Err(EngineError::Changed { path: path.to_owned() });
    }
    Ok((decoder?, found))
}

/// The SHA-256 of a file.
fn sha256_at(path: &Path) -> Result<String, EngineError> {
    let failed = |why| EngineError::read(path, why);
    let file = File::open(path).map_err(failed)?;
    Ok(sha256_of(file, |_| Ok(())).map_err(failed)?.0)
}

/// The SHA-256 over those of a folder's configuration and weights.
fn digest(folder: &Folder) -> Result<String, EngineError> {
    let config = std::iter::once(folder.header().path());
    let files = config.chain(folder.files().iter().map(PathBuf::as_path));
    let all = files.map(sha256_at).collect::<Result<Vec<_>, _>>()?;
    Ok(sha256(all.concat().as_bytes()))
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
            device: self.device,
        }
    }

    fn write(&mut self, prompts: &[Prompt], job: &Job<'_>) -> Result<Vec<Reply>, EngineError> {
        self.desk.write(prompts, &self.tools, job)
    }

    fn notes(&mut self) -> Vec<Message> {
        let speculation = self.speculation();
        let new = speculation != std::mem::replace(&mut self.told, speculation);
        let Speculation { proposed, accepted } = speculation;
        let guessed = new.then(|| {
            Message::new(
                format!("先読みしたトークン: {proposed} 個中 {accepted} 個が的中"),
                format!("tokens guessed from the prompt: {accepted} of {proposed} were right"),
            )
        });
        self.memory.take().into_iter().chain(self.desk.notes()).chain(guessed).collect()
    }
}
