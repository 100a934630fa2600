//! Q4_K, 64 bytes of each output at once: parts 0 and 2 in their low halves, 1 and 3 in their high ones.

use std::arch::x86_64::{__m256, __m256i, __m512, __m512i};

use pulp::x86::V4;

use super::{bytes, folded, halves, joined, products, right, signed, transposed};
use crate::engine::candle::decoder::compact::OUTPUTS;
use crate::engine::candle::decoder::compact::activation::Activation;
use crate::engine::candle::decoder::compact::kernel::{Kernel, blocks};
use crate::engine::candle::decoder::compact::q4_k::{SIZE, scales};

/// Eight outputs at once.
pub(in super::super) struct Q4K;

impl Kernel for Q4K {
    type Vectors = V4;
    const SIZE: usize = SIZE;

    #[inline(always)]
    fn outputs<const R: usize>(simd: V4, weights: [&[u8]; OUTPUTS], rows: [&[Activation]; R]) -> [[f32; OUTPUTS]; R] {
        let all = blocks::<SIZE>(weights);
        let mut sums = [simd.avx._mm256_setzero_ps(); R];
        for at in 0..rows.first().map_or(0, |row| row.len()) {
            let mut acts = [&rows[0][at]; R];
            for (act, row) in acts.iter_mut().zip(rows) {
                *act = &row[at];
            }
            let mut blocks = [&[0; SIZE]; OUTPUTS];
            let mut heads = [&[0; 16]; OUTPUTS];
            for ((block, head), blocks_of) in blocks.iter_mut().zip(&mut heads).zip(&all) {
                *block = &blocks_of[at];
                *head = &block.as_chunks::<16>().0[0];
            }
            let [factors, a, b, c] = transposed(simd, heads);
            let (d, d_min) = factor(simd, factors);
            let (scales, mins) = scales(*simd, [a, b, c]);
            let block = Block { simd, blocks, scales, mins, d, d_min };
            block.half::<0, R>(acts, &mut sums);
            block.half::<1, R>(acts, &mut sums);
        }
        let mut outputs = [[0.0; OUTPUTS]; R];
        for (outputs, sum) in outputs.iter_mut().zip(sums) {
            *outputs = pulp::cast(sum);
        }
        outputs
    }
}

/// `d` and `dmin` of each output, twice each, from words of both.
#[inline(always)]
fn factor(simd: V4, words: __m256i) -> (__m512, __m512) {
    let avx2 = simd.avx2;
    let low = avx2._mm256_and_si256(words, simd.avx._mm256_set1_epi32(0xFFFF));
    let both = avx2._mm256_packus_epi32(low, avx2._mm256_srli_epi32::<16>(words));
    let both = simd.avx512f._mm512_cvtph_ps(avx2._mm256_permute4x64_epi64::<0b11_01_10_00>(both));
    (
        simd.avx512f._mm512_shuffle_f32x4::<0b01_00_01_00>(both, both),
        simd.avx512f._mm512_shuffle_f32x4::<0b11_10_11_10>(both, both),
    )
}

/// A block of each output.
#[derive(Clone, Copy)]
struct Block<'a> {
    simd: V4,
    blocks: [&'a [u8; SIZE]; OUTPUTS],
    scales: [__m256i; 2],
    mins: [__m256i; 2],
    d: __m512,
    d_min: __m512,
}

impl Block<'_> {
    /// Adds four parts of it, 128 weights, to the sums of each row.
    #[inline(always)]
    fn half<const HALF: usize, const R: usize>(self, acts: [&Activation; R], sums: &mut [__m256; R]) {
        let Self { simd, blocks, .. } = self;
        let mask = simd.avx512f._mm512_set1_epi32(0x0F0F_0F0F);
        let zero = simd.avx512f._mm512_setzero_si512();
        let [mut low_sums, mut high_sums] = [[[zero; R]; 2]; 2];
        // Loops, no closures: what is not inlined here would be called once an instruction.
        for ((blocks, low_sums), high_sums) in blocks.as_chunks::<4>().0.iter().zip(&mut low_sums).zip(&mut high_sums) {
            let [mut low, mut high] = [[zero; 4]; 2];
            for ((block, low), high) in blocks.iter().zip(&mut low).zip(&mut high) {
                let weights = bytes(simd, &block[16..].as_chunks::<64>().0[HALF]);
                *low = simd.avx512f._mm512_and_si512(weights, mask);
                *high = simd.avx512f._mm512_and_si512(simd.avx512bw._mm512_srli_epi16::<4>(weights), mask);
            }
            for ((act, low_sum), high_sum) in acts.iter().zip(low_sums).zip(high_sums) {
                let numbers = &act.q.as_chunks::<32>().0[4 * HALF..4 * HALF + 4];
                *low_sum = four(simd, low, signed(simd, &numbers[0], &numbers[2]));
                *high_sum = four(simd, high, signed(simd, &numbers[1], &numbers[3]));
            }
        }
        let (low, high) = (self.factors::<HALF>(0, 16), self.factors::<HALF>(8, 24));
        for (row, (act, sum)) in acts.iter().zip(sums).enumerate() {
            let first = low.of(simd, low_sums[0][row], low_sums[1][row], act);
            let second = high.of(simd, high_sums[0][row], high_sums[1][row], act);
            for half in 0..2 {
                for (odd, (whole, scale), min) in [(0, &first, &low.min), (1, &second, &high.min)] {
                    *sum = simd.fma._mm256_fmadd_ps(whole[half], scale[half], *sum);
                    let offset = simd.avx._mm256_set1_ps(act.offsets[4 * HALF + 2 * half + odd]);
                    *sum = simd.fma._mm256_fnmadd_ps(min[half], offset, *sum);
                }
            }
        }
    }

    /// The factors of two parts, whose scales begin at those bits of their words.
    #[inline(always)]
    fn factors<const HALF: usize>(self, low: i32, high: i32) -> Factors {
        let Self { simd, scales, mins, d, d_min, .. } = self;
        let avx512f = simd.avx512f;
        let byte = avx512f._mm512_set1_epi32(0xFF);
        let scale = avx512f._mm512_and_si512(right(simd, scales[HALF], low, high), byte);
        let scale = avx512f._mm512_mul_ps(d, avx512f._mm512_cvtepi32_ps(scale));
        let min = avx512f._mm512_and_si512(right(simd, mins[HALF], low, high), byte);
        let min = avx512f._mm512_mul_ps(d_min, avx512f._mm512_cvtepi32_ps(min));
        Factors { scale, min: halves(simd, min) }
    }
}

/// Scales and mins of two parts of a block of each output.
struct Factors {
    scale: __m512,
    min: [__m256; 2],
}

impl Factors {
    /// The sums of both parts for a row, and what they are multiplied with.
    #[inline(always)]
    fn of(&self, simd: V4, first: __m512i, last: __m512i, act: &Activation) -> ([__m256; 2], [__m256; 2]) {
        let avx512f = simd.avx512f;
        let even = avx512f._mm512_shuffle_i32x4::<0b10_00_10_00>(first, last);
        let odd = avx512f._mm512_shuffle_i32x4::<0b11_01_11_01>(first, last);
        let whole = avx512f._mm512_add_epi32(even, odd);
        let whole = avx512f._mm512_cvtepi32_ps(avx512f._mm512_shuffle_i32x4::<0b11_01_10_00>(whole, whole));
        let scale = avx512f._mm512_mul_ps(self.scale, avx512f._mm512_set1_ps(act.d));
        (halves(simd, whole), halves(simd, scale))
    }
}

/// Sums of each 128 bits of products of four outputs with a row. Eight products of a half byte with a byte fit 16 bits.
#[inline(always)]
fn four(simd: V4, weights: [__m512i; 4], row: __m512i) -> __m512i {
    let [a, b, c, d] = products(simd, weights, row);
    let (ab, cd) = (folded(simd, a, b), folded(simd, c, d));
    let (low, high) = (simd.avx512f._mm512_unpacklo_epi64(ab, cd), simd.avx512f._mm512_unpackhi_epi64(ab, cd));
    joined(simd, simd.avx512bw._mm512_add_epi16(low, high))
}
