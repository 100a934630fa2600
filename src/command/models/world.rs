//! What all verbs on models look at.

use std::ffi::OsString;

use crate::command::cli::Common;
use crate::command::{Exit, Failure, setup};
use crate::engine::EngineError;
use crate::engine::catalogue::Catalogue;
use crate::engine::store::{Folders, HubCache, Pins, Store};

/// What all verbs on models look at.
pub(super) struct World {
    pub(super) folders: Folders,
    pub(super) catalogue: Catalogue,
    pub(super) store: Store,
    pub(super) pins: Pins,
    /// The cache of the hub's programs, where the system has a place for it.
    pub(super) cache: Option<HubCache>,
    /// What forbids the network, if something does.
    pub(super) offline: Option<&'static str>,
}

/// A variable of the environment.
pub(super) fn variable(key: &str) -> Option<OsString> {
    std::env::var_os(key)
}

impl World {
    /// The user's own.
    pub(super) fn of_user(common: &Common) -> Result<Self, Failure> {
        let folders = setup::folders()?;
        let catalogue = Catalogue::load(&folders.config)?;
        let offline = [
            (common.offline, "--offline"),
            (is_on(variable("HF_HUB_OFFLINE")), "HF_HUB_OFFLINE"),
            (catalogue.offline(), "models.toml: offline = true"),
        ];
        Ok(Self {
            store: Store::new(&folders.data),
            pins: Pins::new(&folders.data),
            cache: HubCache::of(&variable),
            offline: offline.into_iter().find(|(on, _)| *on).map(|(_, name)| name),
            folders,
            catalogue,
        })
    }
}

/// Whether a variable is on, by huggingface_hub's rule.
fn is_on(value: Option<OsString>) -> bool {
    let value = value.unwrap_or_default().to_string_lossy().to_ascii_uppercase();
    matches!(value.as_str(), "1" | "ON" | "YES" | "TRUE")
}

/// What a failure of the store means for the exit code.
pub(super) fn failed(error: EngineError) -> Failure {
    let exit = match error {
        EngineError::Read { .. }
        | EngineError::Write { .. }
        | EngineError::Exists { .. }
        | EngineError::Space { .. } => Exit::Io,
        EngineError::Name { .. } => Exit::Usage,
        error => return error.into(),
    };
    Failure::Told { exit, message: error.message() }
}

#[cfg(test)]
mod tests {
    use super::is_on;

    #[test]
    fn offline_is_switched_as_for_the_hub_s_own_programs() {
        assert!(["1", "true", "Yes", "ON"].into_iter().all(|on| is_on(Some(on.into()))));
        assert!(!is_on(None) && ["", "0", "false", "no"].into_iter().all(|off| !is_on(Some(off.into()))));
    }
}
