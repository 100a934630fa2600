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
    let mut loading = Loading { seconds: f64::INFINITY, reading_s: f64::INFINITY };
    for _ in 0..TRIES {
        let begun = Instant::now();
        read(path).map_err(|why| EngineError::read(path, why))?;
        loading.reading_s = loading.reading_s.min(begun.elapsed().as_secs_f64());
        let begun = Instant::now();
        let model = Candle::load(path, &ModelSettings::unknown("bench"), &LoadOptions::default())?;
        loading.seconds = loading.seconds.min(begun.elapsed().as_secs_f64());
        drop(model);
    }
    Ok(loading)
}

fn read(path: &Path) -> std::io::Result<()> {
    let mut file = File::open(path)?;
    let mut buffer = vec![0; 1 << 20];
    while file.read(&mut buffer)? > 0 {}
    Ok(())
}
