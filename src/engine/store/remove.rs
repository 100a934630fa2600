//! Takes a model out of the store.

use std::fs;

use super::{Installed, Store};
use crate::engine::EngineError;

impl Store {
    /// Removes a model. Files that are not in the store, but where the user or the hub's cache has them, stay.
    ///
    /// # Errors
    /// When it cannot be removed; it is then still whole, or gone for every later command.
    pub fn remove(&self, model: &Installed) -> Result<(), EngineError> {
        let failed = |why| EngineError::write(&model.folder, why);
        // Under a name that no command sees it can go file by file.
        let aside = tempfile::Builder::new().prefix(".old-").tempdir_in(&self.root).map_err(failed)?;
        fs::rename(&model.folder, aside.path().join(&model.name)).map_err(failed)?;
        aside.close().map_err(failed)
    }
}
