//! Prompts in, text out. An engine sees [`Prompt`]s, never the case.
//!
//! ```text
//! catalogue  models.toml: which models are known, and how each is sampled
//! store      the models installed on this machine
//! choose     `--model …` → which engine writes
//! scripted   an engine that replies from a file
//! candle     an engine that runs a model
//! gguf       the strict reader of model files
//! safetensors  the strict reader of published weights
//! random_model  models of real shapes whose weights mean nothing
//! bench      how fast a model runs on this machine
//! ```

pub mod bench;
pub mod candle;
pub mod catalogue;
pub mod choose;
pub mod gguf;
pub mod random_model;
pub mod safetensors;
pub mod scripted;
pub mod store;

mod error;
pub(crate) mod hash;
mod identity;
mod job;
mod machine;
mod reply;
mod settings;
pub(crate) mod shown;

pub use error::EngineError;
pub use identity::Identity;
pub use job::{Job, Progress, Step};
pub use machine::{available_memory, total_memory};
pub use reply::{Ended, Reply};
pub use settings::{ModelSettings, Sampling};

use crate::kind::Prompt;
use crate::lang::Message;

/// What writes the prose sections of a document.
pub trait Engine {
    /// What writes, exactly: for the manifest of a draft.
    fn identity(&self) -> Identity;

    /// Writes a text for each prompt, in order.
    ///
    /// When the job is cancelled, what is finished is returned; the rest has [`Ended::Cancelled`] and the text
    /// written so far, which may be empty.
    ///
    /// # Errors
    /// A prompt that does not fit the context, a missing scripted reply, or a failed computation.
    fn write(&mut self, prompts: &[Prompt], job: &Job<'_>) -> Result<Vec<Reply>, EngineError>;

    /// What a user who asks for details may want to know of its work, each only once.
    fn notes(&mut self) -> Vec<Message> {
        Vec::new()
    }
}
