//! A TOML file of the store's own, read with its faults told.

use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use serde::de::DeserializeOwned;

use crate::engine::EngineError;
use crate::engine::scripted::line_of;
use crate::engine::shown::shown;
use crate::lang::Message;

/// Reads a file; none if there is no such file. `what` says what is wrong with it, and what to do, after `why`.
pub(super) fn read<T: DeserializeOwned>(
    path: &Path,
    sound: impl Fn(&T) -> Result<(), String>,
    what: impl Fn(&str) -> Message,
) -> Result<Option<T>, EngineError> {
    let text = match fs::read_to_string(path) {
        Ok(text) => text,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(EngineError::read(path, error)),
    };
    let wrong = |line, why: &str| EngineError::List { path: path.to_owned(), line, why: what(&shown(why)) };
    let read: T = toml::from_str(&text)
        .map_err(|error| wrong(error.span().map(|span| line_of(&text, span.start)), error.message()))?;
    sound(&read).map_err(|why| wrong(None, &why))?;
    Ok(Some(read))
}
