//! What an engine gives for a prompt.

/// The text written for one prompt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reply {
    /// The section of the prompt.
    pub section: String,
    /// The text: whole characters, without thinking and without control tokens.
    pub text: String,
    /// Why the text ends.
    pub ended: Ended,
    /// Tokens written, those of removed thinking included. 0 where nothing counts tokens.
    pub tokens: usize,
}

/// Why a text ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Ended {
    /// The model ended it.
    Stop,
    /// It reached the bound of the prompt.
    Length,
    /// It began to repeat itself.
    Loop,
    /// The job was cancelled.
    Cancelled,
}
