//! What writes, for the manifest.

use super::Sampling;

/// What writes a draft: enough to tell whether another run would write the same.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Identity {
    /// The maker: `scripted` or `candle`.
    pub engine: &'static str,
    /// Name of the model, or of the file of replies.
    pub model: String,
    /// SHA-256 of the model's file, or of the file of replies.
    pub file_sha256: String,
    /// SHA-256 of what tokenises: of `tokenizer.json`, or of the vocabulary in the model's file.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tokenizer_sha256: Option<String>,
    /// How tokens are chosen.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sampling: Option<Sampling>,
    /// Tokens the prompt and the reply may have together.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub context: Option<usize>,
    /// The graphics processor that products are computed on, `cuda` or `metal`; there, drafts may differ between runs
    /// that write other sections at once.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub device: Option<&'static str>,
}
