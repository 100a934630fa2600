//! What the engine is asked for.

use crate::lang::Lang;

/// The order to write one prose section.
///
/// All prompts of one document have the same `system` and `shared` text, byte for byte, so that an engine can
/// compute this long beginning once. All three texts are *content*: an engine must never let any part of them
/// become a control token.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Prompt {
    /// Name of the section within its kind, as in `kind.toml`.
    pub section: String,
    /// Language the section is to be written in.
    pub lang: Lang,
    /// The system text.
    pub system: String,
    /// The beginning of the user turn: the case's facts and the outline of the whole document.
    pub shared: String,
    /// The rest of the user turn: the task of this section, and after a failed try what was wrong with it.
    pub task: String,
    /// Ids of the facts that `shared` lists: the reply may cite these and no others.
    pub ids: Vec<String>,
    /// Upper bound of the reply, in characters (Unicode scalar values).
    pub max_chars: usize,
}
