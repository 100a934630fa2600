//! The same products with vectors of 512 bits: half the instructions, so that more of the memory is asked for ahead.
//!
//! The sums of whole numbers are taken in another order, which makes no difference; all else is as in the narrow ones.

pub(super) mod q4_k;
pub(super) mod q6_k;

use std::arch::x86_64::{__m128i, __m256, __m256i, __m512, __m512i};

use pulp::x86::V4;

use super::OUTPUTS;

/// 64 bytes.
#[inline(always)]
fn bytes(simd: V4, bytes: &[u8; 64]) -> __m512i {
    let [low, high] = pulp::cast(*bytes);
    both(simd, low, high)
}

/// Twice 32 numbers of a row.
#[inline(always)]
fn signed(simd: V4, low: &[i8; 32], high: &[i8; 32]) -> __m512i {
    both(simd, pulp::cast(*low), pulp::cast(*high))
}

#[inline(always)]
fn both(simd: V4, low: __m256i, high: __m256i) -> __m512i {
    simd.avx512f._mm512_inserti64x4::<1>(simd.avx512f._mm512_castsi256_si512(low), high)
}

/// The same eight words twice, moved to the right by so many bits.
#[inline(always)]
fn right(simd: V4, words: __m256i, low: i32, high: i32) -> __m512i {
    simd.avx512f._mm512_srlv_epi32(simd.avx512dq._mm512_broadcast_i32x8(words), twice(simd, low, high))
}

/// A number for each of the first and one for each of the last eight words.
#[inline(always)]
fn twice(simd: V4, low: i32, high: i32) -> __m512i {
    both(simd, simd.avx._mm256_set1_epi32(low), simd.avx._mm256_set1_epi32(high))
}

/// Four words of each of eight outputs, word by word.
#[inline(always)]
fn transposed(simd: V4, rows: [&[u8; 16]; OUTPUTS]) -> [__m256i; 4] {
    let avx2 = simd.avx2;
    let [a, b, c, d, e, f, g, h] = rows;
    let (ae, bf, cg, dh) = (pair(simd, a, e), pair(simd, b, f), pair(simd, c, g), pair(simd, d, h));
    let (first, second) = (avx2._mm256_unpacklo_epi32(ae, bf), avx2._mm256_unpacklo_epi32(cg, dh));
    let (third, fourth) = (avx2._mm256_unpackhi_epi32(ae, bf), avx2._mm256_unpackhi_epi32(cg, dh));
    [
        avx2._mm256_unpacklo_epi64(first, second),
        avx2._mm256_unpackhi_epi64(first, second),
        avx2._mm256_unpacklo_epi64(third, fourth),
        avx2._mm256_unpackhi_epi64(third, fourth),
    ]
}

#[inline(always)]
fn pair(simd: V4, low: &[u8; 16], high: &[u8; 16]) -> __m256i {
    let (low, high): (__m128i, __m128i) = (pulp::cast(*low), pulp::cast(*high));
    simd.avx2._mm256_inserti128_si256::<1>(simd.avx._mm256_castsi128_si256(low), high)
}

/// Sums in 16 bits of the first and third, and of the second and fourth words of each four, of two vectors in turn.
#[inline(always)]
fn folded(simd: V4, a: __m512i, b: __m512i) -> __m512i {
    let (low, high) = (simd.avx512f._mm512_unpacklo_epi32(a, b), simd.avx512f._mm512_unpackhi_epi32(a, b));
    simd.avx512bw._mm512_add_epi16(low, high)
}

/// Sums of two neighbouring products of weights with a row, in 16 bits.
#[inline(always)]
fn products(simd: V4, weights: [__m512i; 4], row: __m512i) -> [__m512i; 4] {
    let mut products = weights;
    for product in &mut products {
        *product = simd.avx512bw._mm512_maddubs_epi16(*product, row);
    }
    products
}

/// Sums of neighbours of 16 bits.
#[inline(always)]
fn joined(simd: V4, numbers: __m512i) -> __m512i {
    simd.avx512bw._mm512_madd_epi16(numbers, simd.avx512f._mm512_set1_epi32(0x0001_0001))
}

/// The first and the last eight numbers.
#[inline(always)]
fn halves(simd: V4, numbers: __m512) -> [__m256; 2] {
    [simd.avx512f._mm512_castps512_ps256(numbers), simd.avx512dq._mm512_extractf32x8_ps::<1>(numbers)]
}
