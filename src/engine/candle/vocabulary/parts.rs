//! What a vocabulary is made of, wherever it comes from.

use tokenizers::Tokenizer;

/// The parts of a vocabulary.
pub(crate) struct Parts {
    /// Tokenises ordinary text. It does not know the added tokens at all.
    pub(crate) plain: Tokenizer,
    /// The tokens `plain` can give, and their ids.
    pub(crate) tokens: Vec<(String, u32)>,
    /// The added tokens and their ids: turns, ends, thinking, padding.
    pub(crate) added: Vec<(String, u32)>,
    /// SHA-256 of what this was made from.
    pub(crate) sha256: String,
}
