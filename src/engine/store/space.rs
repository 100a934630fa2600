//! Whether a disk has room.

use std::path::Path;

use crate::engine::EngineError;

/// Bytes left over for everything else that writes at the same time.
const SPARE: u64 = 64 << 20;

/// Makes sure that `need` more bytes fit where `folder` is, which need not exist yet. Where the system does not say,
/// writing will.
///
/// # Errors
/// When they do not.
pub fn ensure_space(folder: &Path, need: u64) -> Result<(), EngineError> {
    let Some(there) = folder.ancestors().find(|folder| folder.exists()) else {
        return Ok(());
    };
    match fs4::available_space(there) {
        Ok(free) if free < need.saturating_add(SPARE) => {
            Err(EngineError::Space { path: there.to_owned(), need: need.saturating_add(SPARE), free })
        }
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::ensure_space;
    use crate::engine::EngineError;

    #[test]
    fn more_than_any_disk_has_is_refused_before_it_is_tried() {
        let folder = tempfile::tempdir().unwrap();
        let inside = folder.path().join("not/yet/there");
        ensure_space(&inside, 1).unwrap();
        let error = ensure_space(&inside, 1 << 60).unwrap_err();
        assert!(matches!(error, EngineError::Space { need, free, .. } if free < need), "{error}");
        assert!(!inside.exists());
    }
}
