//! What the machine can do at best.
//!
//! Bandwidth: all threads sum up a buffer far larger than any cache. 8-bit products: candle's own kernel for Q8_0
//! weights on a matrix of half a megabyte and 64 rows. It is what the decoder's products use, so a share of it says how
//! much of the time is spent outside of them or waiting for memory; it is below what the instructions could do.

use std::hint::black_box;
use std::thread;
use std::time::Instant;

use candle_core::quantized::{GgmlDType, QMatMul, QTensor};
use candle_core::utils::get_num_threads;
use candle_core::{Device, Module, Tensor};

use super::Machine;
use crate::engine::EngineError;

/// Numbers of the buffer: 128 MiB.
const NUMBERS: usize = 16 << 20;
/// How often each is tried; the best counts.
const TRIES: usize = 3;

/// Measures the machine.
pub(super) fn measure() -> Result<Machine, EngineError> {
    let threads = get_num_threads();
    let int8_per_s = int8().map_err(EngineError::compute)?;
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

fn int8() -> candle_core::Result<f64> {
    let (rows, outputs, inputs, times) = (64, 512, 1024, 50);
    let weights = Tensor::ones((outputs, inputs), candle_core::DType::F32, &Device::Cpu)?;
    let product = QMatMul::from_qtensor(QTensor::quantize(&weights, GgmlDType::Q8_0)?)?;
    let x = Tensor::ones((rows, inputs), candle_core::DType::F32, &Device::Cpu)?;
    product.forward(&x)?;
    let mut failed = Ok(());
    let rate = best((rows * outputs * inputs * times) as f64, || {
        for _ in 0..times {
            if let Err(error) = product.forward(&x) {
                failed = Err(error);
            }
        }
    });
    failed.map(|()| rate)
}
