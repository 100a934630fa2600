//! How long loading takes beside reading the file once.

use std::fs::{self, File};
use std::io::Read;
use std::path::Path;
use std::time::Instant;

use super::Loading;
use crate::engine::candle::{Candle, LoadOptions};
use crate::engine::{EngineError, ModelSettings};

/// How often each is tried; the best counts.
const TRIES: usize = 3;

/// Measures reading the file, then loading the model as a draft does.
///
/// The file is read in two ways: into a small buffer that is used again, and into memory of its own. A model has to
/// stay somewhere, and memory that a program uses for the first time costs several times what copying into it does: the
/// second is what a loader can be held to.
pub(super) fn measure(path: &Path) -> Result<Loading, EngineError> {
    let never = f64::INFINITY;
    let mut loading = Loading { seconds: never, hashed_s: never, reading_s: never, passing_s: never };
    let installed = LoadOptions { unchanged: true, sha256: Some(String::new()), ..LoadOptions::default() };
    for _ in 0..TRIES {
        loading.passing_s = loading.passing_s.min(timed(path, pass)?);
        loading.reading_s = loading.reading_s.min(timed(path, |path| fs::read(path))?);
        loading.seconds = loading.seconds.min(load(path, &installed)?);
        loading.hashed_s = loading.hashed_s.min(load(path, &LoadOptions::default())?);
    }
    Ok(loading)
}

fn load(path: &Path, options: &LoadOptions) -> Result<f64, EngineError> {
    let begun = Instant::now();
    let model = Candle::load(path, &ModelSettings::unknown("bench"), options)?;
    let seconds = begun.elapsed().as_secs_f64();
    drop(model);
    Ok(seconds)
}

fn timed<T>(path: &Path, read: impl Fn(&Path) -> std::io::Result<T>) -> Result<f64, EngineError> {
    let begun = Instant::now();
    let kept = read(path).map_err(|why| EngineError::read(path, why))?;
    let seconds = begun.elapsed().as_secs_f64();
    drop(kept);
    Ok(seconds)
}

/// Reads a file into a small buffer.
fn pass(path: &Path) -> std::io::Result<()> {
    let mut file = File::open(path)?;
    let mut buffer = vec![0; 1 << 20];
    while file.read(&mut buffer)? > 0 {}
    Ok(())
}
