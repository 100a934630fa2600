//! Where a user's data and configuration are.

use std::ffi::OsString;
use std::path::PathBuf;

use directories::ProjectDirs;

use crate::engine::EngineError;

/// The folders of the user.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Folders {
    /// Installed models and kept drafts.
    pub data: PathBuf,
    /// What can be made anew: beginnings of prompts, as a model has read them.
    pub cache: PathBuf,
    /// The user's own `models.toml` and prompts.
    pub config: PathBuf,
}

impl Folders {
    /// The folders of this user: `TSUKUROI_DATA`, `TSUKUROI_CACHE` and `TSUKUROI_CONFIG` where set, else where the
    /// system keeps them. Whoever says where the data is to be has the cache there too.
    ///
    /// # Errors
    /// When the system names none.
    pub fn of_user() -> Result<Self, EngineError> {
        Self::of(|key| std::env::var_os(key))
    }

    /// The folders by a given environment.
    ///
    /// # Errors
    /// When the system names none.
    pub fn of(variable: impl Fn(&str) -> Option<OsString>) -> Result<Self, EngineError> {
        let named = |key| variable(key).filter(|value| !value.is_empty()).map(PathBuf::from);
        let system = ProjectDirs::from("", "", "tsukuroi");
        let beside = || named("TSUKUROI_DATA").map(|data| data.join("cache"));
        let cache = named("TSUKUROI_CACHE").or_else(beside);
        let cache = cache.or_else(|| system.as_ref().map(|dirs| dirs.cache_dir().to_owned()));
        let data = named("TSUKUROI_DATA").or_else(|| system.as_ref().map(|dirs| dirs.data_dir().to_owned()));
        let config = named("TSUKUROI_CONFIG").or_else(|| system.as_ref().map(|dirs| dirs.config_dir().to_owned()));
        let (data, cache) = (data.ok_or(EngineError::NoFolder)?, cache.ok_or(EngineError::NoFolder)?);
        Ok(Self { data, cache, config: config.ok_or(EngineError::NoFolder)? })
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::Folders;

    #[test]
    fn the_environment_wins() {
        let folders = Folders::of(|key| Some(format!("/somewhere/{key}").into())).unwrap();
        assert_eq!(folders.data, Path::new("/somewhere/TSUKUROI_DATA"));
        assert_eq!(folders.config, Path::new("/somewhere/TSUKUROI_CONFIG"));
        assert_eq!(folders.cache, Path::new("/somewhere/TSUKUROI_CACHE"));
        let data_only = Folders::of(|key| (key == "TSUKUROI_DATA").then(|| "/stick".into())).unwrap();
        assert_eq!(data_only.cache, Path::new("/stick/cache"));
    }
}
