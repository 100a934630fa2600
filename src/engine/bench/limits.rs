//! What the machine can do at best.
//!
//! Bandwidth: all threads sum up a buffer far larger than any cache. 8-bit products: the faster of the decoder's own
//! with Q8_0 and with Q4_K weights, on a matrix of half a megabyte and 64 rows. A share of it says how much of the time
//! is spent outside of products or waiting for memory; it is below what the instructions could do.

use std::hint::black_box;
use std::thread;
use std::time::Instant;

use candle_core::quantized::{GgmlDType, QTensor};
use candle_core::utils::get_num_threads;
use candle_core::{Device, Tensor};

use super::Machine;
use crate::engine::EngineError;
use crate::engine::candle::{Matrix, Rows, Stored};

/// Numbers of the buffer: 128 MiB.
const NUMBERS: usize = 16 << 20;
/// How often each is tried; the best counts.
const TRIES: usize = 3;

/// Measures the machine.
pub(super) fn measure() -> Result<Machine, EngineError> {
    let threads = get_num_threads();
    let int8_per_s = int8(GgmlDType::Q8_0)?.max(int8(GgmlDType::Q4K)?);
    Ok(Machine { threads, bytes_per_s: bandwidth(threads), int8_per_s })
}

fn best(work: f64, mut once: impl FnMut()) -> f64 {
    let rate = |_| {
        let begun = Instant::now();
        once();
        work / begun.elapsed().as_secs_f64()
    };
    (0..TRIES).map(rate).fold(0.0, f64::max)
}

fn bandwidth(threads: usize) -> f64 {
    let buffer: Vec<u64> = (0..NUMBERS as u64).collect();
    let share = buffer.len().div_ceil(threads);
    best((NUMBERS * 8) as f64, || {
        thread::scope(|scope| {
            for part in buffer.chunks(share) {
                scope.spawn(move || black_box(part.iter().fold(0u64, |sum, number| sum.wrapping_add(*number))));
            }
        });
    })
}

/// Products a second with weights of one form.
fn int8(form: GgmlDType) -> Result<f64, EngineError> {
    let (count, outputs, inputs, times) = (64, 512, 1024, 50);
    let weights = Tensor::ones((outputs, inputs), candle_core::DType::F32, &Device::Cpu);
    let weights = weights.and_then(|weights| QTensor::quantize(&weights, form)).map_err(EngineError::compute)?;
    let bytes = weights.data().map_err(EngineError::compute)?;
    let matrix = Matrix::new(&Stored { form, sizes: vec![outputs, inputs], bytes: &bytes }, None, None)?;
    let mut rows = Rows { width: inputs, numbers: vec![1.0; count * inputs] };
    let mut done = matrix.times(&mut rows).map(drop);
    let rate = best((count * outputs * inputs * times) as f64, || {
        for _ in 0..times {
            if let Err(error) = matrix.times(&mut rows) {
                done = Err(error);
            }
        }
    });
    done.map(|()| rate).map_err(EngineError::compute)
}
