//! Q4_K, 64 bytes of each output at once: parts 0 and 2 in their low halves, 1 and 3 in their high ones.

use std::arch::x86_64::{__m256, __m256i, __m512, __m512i};

use pulp::x86::V4;

use super::{bytes, folded, halves, joined, right, signed, transposed};
use crate::engine::candle::decoder::compact::OUTPUTS;
use crate::engine::candle::decoder::compact::activation::Activation;
use crate::engine::candle::decoder::compact::kernel::Kernel;
use crate::engine::candle::decoder::compact::q4_k::{SIZE, scales};

/// Eight outputs at once.
pub(in super::super) struct Q4K;

impl Kernel for Q4K {
    type Vectors = V4;
    const SIZE: usize = SIZE;

    #[inline(always)]
    fn outputs(simd: V4, rows: [&[u8]; OUTPUTS], row: &[Activation]) -> [f32; OUTPUTS] {
        let mut all: [&[[u8; SIZE]]; OUTPUTS] = [&[]; OUTPUTS];
        for (blocks, row) in all.iter_mut().zip(rows) {
            *blocks = row.as_chunks::<SIZE>().0;
        }
        let mut sum = simd.avx._mm256_setzero_ps();
        for (at, act) in row.iter().enumerate() {
            let mut blocks = [&[0; SIZE]; OUTPUTS];
            let mut heads = [&[0; 16]; OUTPUTS];
            for ((block, head), blocks_of) in blocks.iter_mut().zip(&mut heads).zip(&all) {
                *block = &blocks_of[at];
                *head = &block.as_chunks::<16>().0[0];
            }
            let [factors, a, b, c] = transposed(simd, heads);
            let (d, d_min) = factor(simd, factors);
            let (scales, mins) = scales(*simd, [a, b, c]);
            let block = Block { simd, blocks, scales, mins, d, d_min, act };
            sum = block.half::<0>(sum);
            sum = block.half::<1>(sum);
        }
        pulp::cast(sum)
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
    act: &'a Activation,
}

impl Block<'_> {
    /// Adds four parts of it, 128 weights.
    #[inline(always)]
    fn half<const HALF: usize>(self, mut sum: __m256) -> __m256 {
        let Self { simd, blocks, act, .. } = self;
        let mask = simd.avx512f._mm512_set1_epi32(0x0F0F_0F0F);
        let numbers = &act.q.as_chunks::<32>().0[4 * HALF..4 * HALF + 4];
        let act_low = signed(simd, &numbers[0], &numbers[2]);
        let act_high = signed(simd, &numbers[1], &numbers[3]);
        let zero = simd.avx512f._mm512_setzero_si512();
        let [mut low_sums, mut high_sums] = [[zero; 2]; 2];
        // Loops, no closures: what is not inlined here would be called once an instruction.
        for ((blocks, low_sum), high_sum) in blocks.as_chunks::<4>().0.iter().zip(&mut low_sums).zip(&mut high_sums) {
            let [mut low, mut high] = [[zero; 4]; 2];
            for ((block, low), high) in blocks.iter().zip(&mut low).zip(&mut high) {
                let weights = bytes(simd, &block[16..].as_chunks::<64>().0[HALF]);
                *low = simd.avx512bw._mm512_maddubs_epi16(simd.avx512f._mm512_and_si512(weights, mask), act_low);
                let shifted = simd.avx512bw._mm512_srli_epi16::<4>(weights);
                *high = simd.avx512bw._mm512_maddubs_epi16(simd.avx512f._mm512_and_si512(shifted, mask), act_high);
            }
            *low_sum = four(simd, low);
            *high_sum = four(simd, high);
        }
        let low = self.parts::<HALF>(low_sums, 0, 16);
        let high = self.parts::<HALF>(high_sums, 8, 24);
        for half in 0..2 {
            for (second, part) in [(0, &low), (1, &high)] {
                let Part { whole, scale, min } = part;
                sum = simd.fma._mm256_fmadd_ps(whole[half], scale[half], sum);
                let offset = simd.avx._mm256_set1_ps(act.offsets[4 * HALF + 2 * half + second]);
                sum = simd.fma._mm256_fnmadd_ps(min[half], offset, sum);
            }
        }
        sum
    }

    /// Two parts, whose scales begin at those bits of their words.
    #[inline(always)]
    fn parts<const HALF: usize>(self, [first, last]: [__m512i; 2], low: i32, high: i32) -> Part {
        let Self { simd, scales, mins, d, d_min, act, .. } = self;
        let avx512f = simd.avx512f;
        let even = avx512f._mm512_shuffle_i32x4::<0b10_00_10_00>(first, last);
        let odd = avx512f._mm512_shuffle_i32x4::<0b11_01_11_01>(first, last);
        let whole = avx512f._mm512_add_epi32(even, odd);
        let whole = avx512f._mm512_cvtepi32_ps(avx512f._mm512_shuffle_i32x4::<0b11_01_10_00>(whole, whole));
        let byte = avx512f._mm512_set1_epi32(0xFF);
        let scale = avx512f._mm512_and_si512(right(simd, scales[HALF], low, high), byte);
        let scale = avx512f._mm512_mul_ps(d, avx512f._mm512_cvtepi32_ps(scale));
        let scale = avx512f._mm512_mul_ps(scale, avx512f._mm512_set1_ps(act.d));
        let min = avx512f._mm512_and_si512(right(simd, mins[HALF], low, high), byte);
        let min = avx512f._mm512_mul_ps(d_min, avx512f._mm512_cvtepi32_ps(min));
        Part { whole: halves(simd, whole), scale: halves(simd, scale), min: halves(simd, min) }
    }
}

/// Two parts of a block of each output.
struct Part {
    whole: [__m256; 2],
    scale: [__m256; 2],
    min: [__m256; 2],
}

/// Sums of each 128 bits of four outputs. Eight products of a half byte with a byte fit 16 bits.
#[inline(always)]
fn four(simd: V4, [a, b, c, d]: [__m512i; 4]) -> __m512i {
    let (ab, cd) = (folded(simd, a, b), folded(simd, c, d));
    let (low, high) = (simd.avx512f._mm512_unpacklo_epi64(ab, cd), simd.avx512f._mm512_unpackhi_epi64(ab, cd));
    joined(simd, simd.avx512bw._mm512_add_epi16(low, high))
}
