//! An engine that runs a model from a GGUF file.
//!
//! ```text
//! Prompt ─chat─→ tokens ─decoder─→ logits ─sampler─→ token ─vocabulary─→ bytes ─whole─→ text ─thinking─→ Reply
//! ```

mod chat;
mod decoder;
mod load;
mod loop_guard;
mod memory;
mod qwen3;
mod sampler;
mod thinking;
mod vocabulary;
mod weights;
mod whole;
mod write;

pub use chat::{Chat, Encoded, Frame};
pub use decoder::Decoder;
pub use load::{Candle, LoadOptions, check};
pub use qwen3::{ARCHITECTURE, Config, Qwen3};
pub use vocabulary::Vocabulary;
pub(crate) use vocabulary::stand_in;
