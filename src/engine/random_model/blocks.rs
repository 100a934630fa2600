//! Random weights in their stored form, without a detour over numbers: random quants under sane scales.
//!
//! A matrix of `k` columns gets weights of mean 0 and standard deviation about `1/√k`, so that every product keeps the
//! size of what goes in; norms are 1. Logits come out finite, of a standard deviation of about 3.

use candle_core::quantized::GgmlDType;
use half::f16;

use super::Planned;
use super::noise::Noise;

/// How much larger the embedding's weights are, so that logits are not all alike.
const EMBEDDING: f32 = 3.0;

/// Fills whole blocks of a tensor.
pub(super) fn fill(piece: &mut [u8], tensor: &Planned, noise: &mut Noise) {
    let columns = tensor.dims.last().copied().unwrap_or(1) as f32;
    let scale = if tensor.name == "token_embd.weight" { EMBEDDING } else { 1.0 };
    let deviation = scale / columns.sqrt();
    let half = |value: f32| f16::from_f32(value).to_le_bytes();
    match tensor.dtype {
        GgmlDType::Q4K => {
            noise.fill(piece);
            // d, dmin: f16; 8 scales and 8 minima of 6 bits in 12 bytes; 256 nibbles q: w = d·scale·q − dmin·minimum.
            // With minimum = scale and dmin = 7.5 d that is d·scale·(q − 7.5); q − 7.5 has a deviation of 4.6.
            let d = deviation / (4.6 * 48.0);
            for block in piece.chunks_exact_mut(144) {
                block[..2].copy_from_slice(&half(d));
                block[2..4].copy_from_slice(&half(d * 7.5));
                for at in 4..8 {
                    // Bits 0–5: scales, then minima, of the first four sub-blocks; 32–63. Bits 6–7: the upper bits of
                    // the scales, then minima, of the last four: 10, so 32–47.
                    block[at] = (block[at] & 31) | 0b1010_0000;
                    block[at + 4] = block[at];
                    let low = block[at + 8] & 15;
                    block[at + 8] = low | (low << 4);
                }
            }
        }
        GgmlDType::Q6K => {
            noise.fill(piece);
            // 192 bytes of quants, 16 scales i8, d f16: w = d·scale·(q − 32), and q − 32 has a deviation of 18.5.
            let d = half(deviation / (18.5 * 11.5));
            for block in piece.chunks_exact_mut(210) {
                for scale in &mut block[192..208] {
                    *scale = 8 + (*scale & 7);
                }
                block[208..].copy_from_slice(&d);
            }
        }
        GgmlDType::Q8_0 => {
            noise.fill(piece);
            // d f16, 32 quants i8 of a deviation of 74.
            let d = half(deviation / 74.0);
            piece.chunks_exact_mut(34).for_each(|block| block[..2].copy_from_slice(&d));
        }
        // Norms.
        _ => piece.chunks_exact_mut(4).for_each(|value| value.copy_from_slice(&1f32.to_le_bytes())),
    }
}

#[cfg(test)]
mod tests {
    use std::borrow::Cow;

    use candle_core::Device;
    use candle_core::quantized::{GgmlDType, QStorage, QTensor};

    use super::{Noise, Planned, fill};

    #[test]
    fn weights_have_the_promised_mean_and_deviation() {
        for dtype in [GgmlDType::Q4K, GgmlDType::Q6K, GgmlDType::Q8_0] {
            let (rows, columns) = (64, 1024);
            let bytes = rows * columns / dtype.block_size() * dtype.type_size();
            let tensor = Planned { name: "a".to_owned(), dims: vec![rows, columns], dtype, bytes: bytes as u64 };
            let mut piece = vec![0; bytes];
            fill(&mut piece, &tensor, &mut Noise::new(1, "a"));
            let storage = QStorage::from_data(Cow::Owned(piece), &Device::Cpu, dtype).unwrap();
            let weights = QTensor::new(storage, (rows, columns)).unwrap().dequantize(&Device::Cpu).unwrap();
            let weights = weights.flatten_all().unwrap().to_vec1::<f32>().unwrap();
            let count = weights.len() as f32;
            let mean = weights.iter().sum::<f32>() / count;
            let deviation = (weights.iter().map(|weight| (weight - mean).powi(2)).sum::<f32>() / count).sqrt();
            let wanted = 1.0 / (columns as f32).sqrt();
            assert!(mean.abs() < wanted / 20.0, "{dtype:?}: mean {mean}");
            assert!((deviation / wanted - 1.0).abs() < 0.2, "{dtype:?}: deviation {deviation}, wanted {wanted}");
        }
    }
}
