//! The text that is reviewed: a file, or the standard input.

use std::path::Path;

use crate::command::{Console, Exit, Failure};

/// Longest text taken, in bytes.
const LONGEST: usize = 1 << 20;

/// The text of a file or of the standard input.
pub(super) fn read(file: &Path, console: &mut Console<'_>) -> Result<String, Failure> {
    let name = file.display().to_string();
    let bytes = if file == Path::new("-") {
        console.read_input(LONGEST + 1)
    } else {
        std::fs::File::open(file).and_then(|opened| {
            let mut bytes = Vec::new();
            let most = u64::try_from(LONGEST).unwrap_or(u64::MAX) + 1;
            std::io::Read::read_to_end(&mut std::io::Read::take(opened, most), &mut bytes)?;
            Ok(bytes)
        })
    };
    let bytes = bytes.map_err(|error| {
        Failure::new(
            Exit::Io,
            format!("`{name}` を読めません（{error}）。ファイル名と権限を確かめてください"),
            format!("cannot read `{name}` ({error}); check the name and the permissions"),
        )
    })?;
    if bytes.len() > LONGEST {
        return Err(Failure::new(
            Exit::Invalid,
            format!("`{name}` は長すぎます（上限 {LONGEST} バイト）。文書を一つずつ点検してください"),
            format!("`{name}` is too long (the limit is {LONGEST} bytes); check one document at a time"),
        ));
    }
    String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        Failure::new(
            Exit::Invalid,
            format!("`{name}` は UTF-8 ではありません（{at} バイト目）。UTF-8 で保存し直してください（例: iconv -f CP932 -t UTF-8 元 > 先）"),
            format!("`{name}` is not UTF-8 (at byte {at}); save it as UTF-8 (for example: iconv -f CP932 -t UTF-8 old > new)"),
        )
    })
}
