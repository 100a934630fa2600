//! Who writes the prose: a model, or the built-in wording.

use super::cli::Common;
use super::{Console, Failure, models, setup};
use crate::engine::catalogue::Catalogue;
use crate::engine::choose::Choice;
use crate::engine::store::{Beginnings, Store};
use crate::engine::{Engine, total_memory};
use crate::lang::Message;

/// Who writes the prose of a draft.
pub(super) struct Author {
    /// The model; none for the built-in wording.
    pub(super) engine: Option<Box<dyn Engine>>,
    /// What to tell the user about the choice.
    pub(super) notice: Option<Message>,
}

/// Who is asked to write.
pub(super) struct Wanted<'a> {
    /// `--model`.
    pub(super) model: Option<&'a str>,
    /// Whether a model may use and keep what it has read.
    pub(super) cache: bool,
}

/// Who writes, by `--model` or by what is installed. On a terminal with no model one is offered for download, once.
pub(super) fn author(wanted: &Wanted<'_>, common: &Common, console: &mut Console<'_>) -> Result<Author, Failure> {
    let folders = setup::folders()?;
    let (catalogue, store) = (Catalogue::load(&folders.config)?, Store::new(&folders.data));
    let mut choice = Choice::of(wanted.model, &catalogue, &store, total_memory())?;
    if matches!(choice, Choice::Builtin { notice: Some(_) }) && models::offer(common, console)? {
        choice = Choice::of(wanted.model, &catalogue, &store, total_memory())?;
    }
    let notice = match &choice {
        Choice::Builtin { notice } => notice.clone(),
        Choice::Scripted(_) | Choice::Model { .. } => None,
    };
    let mut engine = choice.open(wanted.cache.then(|| Beginnings::new(&folders.cache)))?;
    if let Some(engine) = engine.as_deref_mut() {
        details(engine, console);
    }
    Ok(Author { engine, notice })
}

/// With `-v`, what a model has to tell of its work.
pub(super) fn details(engine: &mut dyn Engine, console: &mut Console<'_>) {
    if console.verbose > 0 {
        engine.notes().iter().for_each(|note| console.notice(note));
    }
}
