//! Turns of a conversation.

use std::borrow::Cow;

use super::render::render;

/// Who speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// Who says how the model is to behave.
    System,
    /// Who asks.
    User,
    /// The model.
    Assistant,
}

/// A turn of a conversation.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Turn<'a> {
    /// Who speaks.
    pub role: Role,
    /// What is said.
    pub content: Cow<'a, str>,
}

impl<'a> Turn<'a> {
    /// What somebody says.
    #[must_use]
    pub fn new(role: Role, content: impl Into<Cow<'a, str>>) -> Self {
        Self { role, content: content.into() }
    }
}

/// What a template makes of a conversation, thinking off, up to where the model is to go on. Where it refuses a system
/// turn, its text and an empty line begin the first user turn.
///
/// # Errors
/// What the template engine says, in its words.
pub fn conversation(template: &str, turns: &[Turn<'_>], bos: &str, eos: &str) -> Result<String, String> {
    let whole = render(template, turns, bos, eos);
    match (&whole, turns) {
        (Err(_), [system, user, rest @ ..]) if system.role == Role::System && user.role == Role::User => {
            let first = Turn::new(Role::User, format!("{}\n\n{}", system.content, user.content));
            let folded: Vec<Turn<'_>> = std::iter::once(first).chain(rest.iter().cloned()).collect();
            render(template, &folded, bos, eos).or(whole)
        }
        _ => whole,
    }
}
