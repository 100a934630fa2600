//! What the tests of the engine room share.

pub(super) mod chain;
pub(super) mod decoding;
pub(super) mod gguf_writer;
pub(super) mod job;
pub(super) mod sentence;
pub(super) mod tiny;
pub(super) mod vocabulary;

use std::path::PathBuf;

/// A file that lies beside the repository on the maintainers' machines, if it is here.
pub(super) fn shared(path: &str) -> Option<PathBuf> {
    let path = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../shared")).join(path);
    path.exists().then_some(path)
}

/// Message texts must be short and free of control characters, whatever the file says.
pub(super) fn assert_fit(error: &tsukuroi::engine::EngineError) {
    let message = error.message();
    for text in [message.ja, message.en] {
        assert!(text.len() < 1000 && text.chars().count() < 500, "long message: {text}");
        assert!(!text.chars().any(char::is_control), "control characters: {text:?}");
    }
}
