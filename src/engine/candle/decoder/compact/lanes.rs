//! Eight numbers side by side, one of each of eight outputs.

use std::arch::x86_64::{__m256, __m256i};

use pulp::x86::V3;

use super::OUTPUTS;

/// 32 bytes.
#[inline(always)]
pub(super) fn bytes(bytes: &[u8; 32]) -> __m256i {
    pulp::cast(*bytes)
}

/// 32 numbers of a row.
#[inline(always)]
pub(super) fn signed(numbers: &[i8; 32]) -> __m256i {
    pulp::cast(*numbers)
}

/// Words, one of each output.
#[inline(always)]
pub(super) fn words(words: [u32; OUTPUTS]) -> __m256i {
    pulp::cast(words)
}

/// Numbers, one of each output.
#[inline(always)]
pub(super) fn floats(numbers: [f32; OUTPUTS]) -> __m256 {
    pulp::cast(numbers)
}

/// A word from its little-endian bytes.
#[inline(always)]
pub(super) fn word(bytes: &[u8], at: usize) -> u32 {
    u32::from_le_bytes([bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]])
}

/// Half precision, one of each output, as f32; exact.
#[inline(always)]
pub(super) fn halves(halves: [u16; OUTPUTS]) -> [f32; OUTPUTS] {
    let mut wide = [0.0; OUTPUTS];
    for (wide, half) in wide.iter_mut().zip(halves) {
        let half = u32::from(half);
        // The exponent's bias goes from 15 to 127: times 2¹¹². Infinity and NaN keep all bits of the exponent.
        let finite = f32::from_bits((half & 0x7FFF) << 13) * f32::from_bits(0x7780_0000);
        let beyond = if half & 0x7C00 == 0x7C00 { 0x7F80_0000 } else { 0 };
        *wide = f32::from_bits(finite.to_bits() | beyond | (half & 0x8000) << 16);
    }
    wide
}

/// Sums of four neighbouring products of unsigned bytes with signed ones: 8 i32. The bytes are below 128, so that
/// two products fit 16 bits.
#[inline(always)]
pub(super) fn products(simd: V3, unsigned: __m256i, signed: __m256i) -> __m256i {
    let pairs = simd.avx2._mm256_maddubs_epi16(unsigned, signed);
    simd.avx2._mm256_madd_epi16(pairs, simd.avx._mm256_set1_epi16(1))
}

/// The sums of the lower and of the upper four numbers of eight vectors: each `(8)`, one of each vector.
#[inline(always)]
pub(super) fn half_sums(simd: V3, v: [__m256i; OUTPUTS]) -> [__m256i; 2] {
    let avx2 = simd.avx2;
    let [a, b, c, d, e, f, g, h] = v;
    let first = avx2._mm256_hadd_epi32(avx2._mm256_hadd_epi32(a, b), avx2._mm256_hadd_epi32(c, d));
    let second = avx2._mm256_hadd_epi32(avx2._mm256_hadd_epi32(e, f), avx2._mm256_hadd_epi32(g, h));
    [
        simd.avx2._mm256_permute2x128_si256::<0x20>(first, second),
        simd.avx2._mm256_permute2x128_si256::<0x31>(first, second),
    ]
}

#[cfg(test)]
mod tests {
    use half::f16;

    use super::halves;

    #[test]
    fn half_precision_is_read_exactly() {
        for bits in 0..=u16::MAX {
            let (ours, exact) = (halves([bits; 8])[0], f16::from_bits(bits).to_f32());
            assert!(ours.to_bits() == exact.to_bits() || ours.is_nan() && exact.is_nan(), "{bits:#x}");
        }
    }
}
