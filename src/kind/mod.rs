//! Document kinds: what sections a document has, what facts each uses, its prompts and its built-in wording.

mod anyone;
mod citation;
mod compose;
mod document;
mod fixed;
mod folder;
mod kind_file;
mod library;
mod prompt;
mod render;
mod requirement;
mod sample;
mod sound;
mod spec;
mod speech;
mod tone;

pub use citation::{Cited, uncite};
pub use compose::{Draftable, Refusal, Sources};
pub use document::{Align, Block, Body, Document, Laid, LaidSection, Part, Writer};
pub use fixed::{Fixed, Recipient};
pub use library::{Kind, KindError, Library};
pub use prompt::Prompt;
pub use requirement::Requirement;
pub use spec::{Band, Both, Profile, Section, Spec};
pub use speech::Speech;
pub use tone::Tone;
