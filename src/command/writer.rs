//! Who writes the prose: a model, or the built-in wording.

use super::Failure;
use crate::engine::Engine;
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
    if model == Some("builtin") {
        return Ok(Author { engine: None, notice: None });
    }
    Ok(Author { engine: None, notice: Some(no_model()) })
}

/// How to get a model.
pub(super) fn no_model() -> Message {
    Message::new(
        "モデルが入っていないため、定型文で作成します。モデルを使うには、GGUF ファイルを用意して `tsukuroi models import ファイル` を実行してください",
        "no model is installed, so the built-in wording is used; to use one, get a GGUF file and run `tsukuroi models import FILE`",
    )
}
