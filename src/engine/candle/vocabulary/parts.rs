//! What a vocabulary is made of, wherever it comes from.

use tokenizers::Tokenizer;

use super::bpe::Bpe;
use super::spm::Spm;

/// Turns ordinary text into tokens. It does not know the added tokens at all.
pub(crate) enum Plain {
    /// From a model file: bytes are merged.
    Bpe(Bpe),
    /// From a model file: characters are joined by scores.
    Spm(Spm),
    /// From a `tokenizer.json`.
    Json(Box<Tokenizer>),
}

impl Plain {
    /// Adds the tokens of a text.
    ///
    /// # Errors
    /// What the tokenizer says, or a character it has no token for.
    pub(crate) fn encode(&self, text: &str, out: &mut Vec<u32>) -> Result<(), String> {
        match self {
            Self::Bpe(bpe) => bpe.encode(text, out),
            Self::Spm(spm) => spm.encode(text, out),
            Self::Json(tokenizer) => {
                let encoding = tokenizer.encode_fast(text, false).map_err(|error| error.to_string())?;
                out.extend(encoding.get_ids());
                Ok(())
            }
        }
    }
}

/// Whether a text that begins anew gets a space in front.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Lead {
    /// Never.
    No,
    /// Always.
    Space,
    /// Unless it begins with one.
    OneSpace,
}

/// The parts of a vocabulary.
pub(crate) struct Parts {
    /// Tokenises ordinary text.
    pub(crate) plain: Plain,
    /// What the tokens of `plain` write.
    pub(crate) tokens: Vec<(u32, Box<[u8]>)>,
    /// The added tokens and their ids: turns, ends, thinking, padding.
    pub(crate) added: Vec<(String, u32)>,
    /// Tokens of nothing but white space, which `plain` does not know and any text may have.
    pub(crate) blanks: Vec<(String, u32)>,
    /// What `plain` gives for a character it does not know.
    pub(crate) unknown: Option<u32>,
    /// Whether text gets a space in front.
    pub(crate) lead: Lead,
    /// SHA-256 of what this was made from.
    pub(crate) sha256: String,
}

/// What a model says of single tokens, apart from its vocabulary.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Specials {
    /// Begins a text.
    pub(crate) bos: Option<u32>,
    /// Ends a text.
    pub(crate) eos: Option<u32>,
    /// All that end a reply.
    pub(crate) ends: Vec<u32>,
    /// Whether a text always begins with `bos`; none where the model does not say.
    pub(crate) begins: Option<bool>,
}
