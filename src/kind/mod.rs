//! Document kinds: what sections a document has, what facts each uses, its prompts and its built-in wording.

mod prompt;

pub use prompt::Prompt;
