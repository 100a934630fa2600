//! Who writes the prose: a model, or the built-in wording.

use super::{Failure, setup};
use crate::engine::Engine;
use crate::engine::catalogue::Catalogue;
use crate::engine::choose::Choice;
use crate::engine::store::Store;
use crate::lang::Message;

/// Who writes the prose of a draft.
pub(super) struct Author {
    /// The model; none for the built-in wording.
    pub(super) engine: Option<Box<dyn Engine>>,
    /// What to tell the user about the choice.
    pub(super) notice: Option<Message>,
}

/// Who writes, by `--model` or by what is installed.
pub(super) fn author(model: Option<&str>) -> Result<Author, Failure> {
    let folders = setup::folders()?;
    let choice = Choice::of(model, &Catalogue::load(&folders.config)?, &Store::new(&folders.data))?;
    let notice = match &choice {
        Choice::Builtin { notice } => notice.clone(),
        Choice::Scripted(_) | Choice::Model { .. } => None,
    };
    Ok(Author { engine: choice.open()?, notice })
}
