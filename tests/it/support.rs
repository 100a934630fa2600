//! What the tests share.

use std::path::PathBuf;

use tsukuroi::engine::Identity;
use tsukuroi::facts::Case;

/// A path inside the repository.
pub(crate) fn path(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(name)
}

/// An example case by its folder name.
pub(crate) fn example(name: &str) -> Case {
    match Case::load(&path(&format!("examples/{name}/case.toml"))) {
        Ok(case) => case,
        Err(error) => panic!("{error}"),
    }
}

/// What an engine made for a test says of itself.
pub(crate) fn identity(name: &str) -> Identity {
    Identity {
        device: None,
        engine: "test",
        model: name.to_owned(),
        file_sha256: String::new(),
        tokenizer_sha256: None,
        sampling: None,
        context: None,
    }
}
