//! What it saves that the beginning of a prompt is kept from run to run.

use std::time::Instant;

use super::Beginning;
use super::model::Subject;
use super::speed::read;
use super::workload::{PREFIX, token};
use crate::engine::EngineError;
use crate::engine::candle::Kept;
use crate::engine::store::Beginnings;

/// Keeps the beginning of a letter in a folder of its own, and reads it back; `read_s` is how long the model took for
/// it.
pub(super) fn measure(
    subject: &Subject,
    read_s: f64,
    stop: &dyn Fn() -> bool,
) -> Result<Option<Beginning>, EngineError> {
    let folder = tempfile::Builder::new().prefix("tsukuroi-bench-").tempdir();
    let folder = folder.map_err(|why| EngineError::write(&std::env::temp_dir(), why))?;
    let tokens: Vec<u32> = (0..PREFIX).map(|at| token(at, subject.decoder.rows())).collect();
    let sequence = read(subject, PREFIX, stop)?;
    let beginnings = Beginnings::new(folder.path());
    let mut kept = Kept::new(beginnings.clone(), "bench", None);
    let begun = Instant::now();
    kept.keep(&tokens, &sequence, PREFIX);
    kept.notes();
    let keep_s = begun.elapsed().as_secs_f64();
    let bytes = beginnings.list()?.iter().map(|file| file.bytes).sum();
    let begun = Instant::now();
    let found = kept.find(&subject.decoder.sequence(), &tokens);
    let find_s = begun.elapsed().as_secs_f64();
    Ok(found.map(|_| Beginning { bytes, keep_s, find_s, read_s }))
}
