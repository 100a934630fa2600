//! An engine that runs a model from a GGUF file.
//!
//! ```text
//! Prompt ─chat─→ tokens ─decoder─→ logits ─sampler─→ token ─vocabulary─→ bytes ─whole─→ text ─thinking─→ Reply
//! ```

mod chat;
mod constraint;
mod decoder;
mod families;
mod folder;
mod grammar;
mod kept;
mod load;
mod lookup;
mod loop_guard;
mod mask;
mod memory;
mod prefixes;
mod room;
mod sampler;
mod thinking;
mod vocabulary;
mod weights;
mod whole;
mod write;
mod writing;

pub use chat::{Chat, Encoded, Frame, Role, Turn, conversation};
pub use constraint::{Constraint, Constraints};
pub use decoder::{Asked, Decoder, DecoderOptions, KvType, Logits, Piece, Sequence, device_name};
pub(crate) use decoder::{Matrix, Rows};
pub use families::{Biases, Config, FAMILIES, Family, Rotation, Scaling};
pub use folder::Folder;
pub use grammar::Grammars;
pub(crate) use kept::Kept;
pub use load::{Candle, LoadOptions, check, needed_memory};
pub(crate) use lookup::MOST as MOST_GUESSES;
pub use lookup::Speculation;
pub use vocabulary::Vocabulary;
pub(crate) use vocabulary::stand_in;
pub use weights::{GgufWeights, Room, Stored, Weights};
