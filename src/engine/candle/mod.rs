//! An engine that runs a model from a GGUF file.
//!
//! ```text
//! Prompt ─chat─→ tokens ─decoder─→ logits ─sampler─→ token ─vocabulary─→ bytes ─whole─→ text ─thinking─→ Reply
//! ```

mod chat;
mod constraint;
mod decoder;
mod grammar;
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

pub use chat::{Chat, Encoded, Frame, Role, Turn, conversation};
pub use constraint::{Constraint, Constraints};
pub use decoder::Decoder;
pub use grammar::Grammars;
pub use load::{Candle, LoadOptions, available_memory, check, needed_memory};
pub use qwen3::{ARCHITECTURE, Config, Qwen3};
pub use vocabulary::Vocabulary;
