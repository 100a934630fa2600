//! What the fuzz targets share.

use std::path::Path;

use tempfile::TempDir;
use tsukuroi::engine::EngineError;

#[path = "../../tests/engine/support/gguf_writer.rs"]
#[allow(dead_code, unreachable_pub)]
mod gguf_writer;

use gguf_writer::{File, Meta};

/// Runs `read` on a file with these bytes.
pub fn with_file<T>(name: &str, bytes: &[u8], read: impl FnOnce(&Path) -> T) -> T {
    let folder = TempDir::new().expect("a folder");
    let path = folder.path().join(name);
    std::fs::write(&path, bytes).expect("a file");
    read(&path)
}

/// Errors are one short line without control characters, whatever a file says.
pub fn assert_fit(error: &EngineError) {
    let message = error.message();
    for text in [message.ja, message.en] {
        assert!(text.chars().count() < 500 && !text.chars().any(char::is_control), "{text:?}");
    }
}

/// A model file that has nothing but a vocabulary made of lines: `type token`, and for merges two tokens with a space between.
pub fn vocabulary(text: &str) -> Vec<u8> {
    let mut lines = text.lines();
    let mut file = File::new();
    let model = lines.next().unwrap_or_default();
    file.set("tokenizer.ggml.model", Meta::text(model));
    file.set("tokenizer.ggml.pre", Meta::text(lines.next().unwrap_or_default()));
    let (mut tokens, mut types, mut scores, mut merges) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for line in lines {
        match line.split_once('\t') {
            Some((kind, token)) => {
                tokens.push(token.to_owned());
                types.push(kind.parse().unwrap_or(1));
                scores.push(-(tokens.len() as f32));
            }
            None => merges.push(line.to_owned()),
        }
    }
    file.set("tokenizer.ggml.tokens", Meta::Texts(tokens));
    file.set("tokenizer.ggml.token_type", Meta::I32s(types));
    file.set("tokenizer.ggml.scores", Meta::F32s(scores));
    file.set("tokenizer.ggml.merges", Meta::Texts(merges));
    file.write().bytes
}
