//! How long loading takes beside reading the file once.

use std::fs::File;
use std::io::Read;
use std::path::Path;
use std::time::Instant;

use super::Loading;
use crate::engine::candle::{Candle, LoadOptions};
use crate::engine::{EngineError, ModelSettings};

/// How often each is tried; the best counts.
const TRIES: usize = 3;

/// Measures reading the file, then loading the model as a draft does.
pub(super) fn measure(path: &Path) -> Result<Loading, EngineError> {
    let mut loading = Loading { seconds: f64::INFINITY, hashed_s: f64::INFINITY, reading_s: f64::INFINITY };
    let installed = LoadOptions { unchanged: true, sha256: Some(String::new()), ..LoadOptions::default() };
    for _ in 0..TRIES {
        let begun = Instant::now();
        read(path).map_err(|why| EngineError::read(path, why))?;
        loading.reading_s = loading.reading_s.min(begun.elapsed().as_secs_f64());
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

fn read(path: &Path) -> std::io::Result<()> {
    let mut file = File::open(path)?;
    let mut buffer = vec![0; 1 << 20];
    while file.read(&mut buffer)? > 0 {}
    Ok(())
}
