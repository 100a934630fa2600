//! Q6_K, 64 bytes of each output at once: their low halves are 64 weights and their high halves the next 64.

use std::arch::x86_64::{__m256, __m256i, __m512, __m512i};

use pulp::x86::V4;

use super::{both, bytes, folded, halves, joined, products, signed, transposed, twice};
use crate::engine::candle::decoder::compact::OUTPUTS;
use crate::engine::candle::decoder::compact::activation::Activation;
use crate::engine::candle::decoder::compact::kernel::{Kernel, blocks};
use crate::engine::candle::decoder::compact::q6_k::SIZE;

/// Eight outputs at once.
pub(in super::super) struct Q6K;

impl Kernel for Q6K {
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
            let mut scales = [&[0; 16]; OUTPUTS];
            let mut d = [0; 2 * OUTPUTS];
            for (lane, blocks_of) in all.iter().enumerate() {
                let block = &blocks_of[at];
                blocks[lane] = block;
                scales[lane] = &block[192..].as_chunks::<16>().0[0];
                let factor = u16::from_le_bytes([block[208], block[209]]);
                (d[lane], d[lane + OUTPUTS]) = (factor, factor);
            }
            let scales = transposed(simd, scales);
            let d = simd.avx512f._mm512_cvtph_ps(pulp::cast(d));
            let block = Block { simd, blocks, scales, d };
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

/// A block of each output.
#[derive(Clone, Copy)]
struct Block<'a> {
    simd: V4,
    blocks: [&'a [u8; SIZE]; OUTPUTS],
    scales: [__m256i; 4],
    d: __m512,
}

impl Block<'_> {
    /// Adds eight parts of it, 128 weights, to the sums of each row.
    #[inline(always)]
    fn half<const HALF: usize, const R: usize>(self, acts: [&Activation; R], sums: &mut [__m256; R]) {
        let Self { simd, blocks, scales, .. } = self;
        let avx512f = simd.avx512f;
        let four_bits = avx512f._mm512_set1_epi32(0x0F0F_0F0F);
        let two_bits = avx512f._mm512_set1_epi32(0x3030_3030);
        let left = both(simd, pulp::cast([4u64; 4]), pulp::cast([2u64; 4]));
        let right = both(simd, pulp::cast([0u64; 4]), pulp::cast([2u64; 4]));
        let zero = avx512f._mm512_setzero_si512();
        let [mut low_sums, mut high_sums] = [[[zero; R]; 2]; 2];
        // Loops, no closures: what is not inlined here would be called once an instruction.
        for ((blocks, low_sums), high_sums) in blocks.as_chunks::<4>().0.iter().zip(&mut low_sums).zip(&mut high_sums) {
            let [mut low, mut high] = [[zero; 4]; 2];
            for ((block, low), high) in blocks.iter().zip(&mut low).zip(&mut high) {
                let weights = bytes(simd, &block[..128].as_chunks::<64>().0[HALF]);
                let upper = avx512f._mm512_broadcast_i64x4(pulp::cast(block[128..192].as_chunks::<32>().0[HALF]));
                let above = avx512f._mm512_and_si512(avx512f._mm512_sllv_epi64(upper, left), two_bits);
                // a & b | c
                *low = avx512f._mm512_ternarylogic_epi32::<0xEA>(weights, four_bits, above);
                let weights = simd.avx512bw._mm512_srli_epi16::<4>(weights);
                let above = avx512f._mm512_and_si512(avx512f._mm512_srlv_epi64(upper, right), two_bits);
                *high = avx512f._mm512_ternarylogic_epi32::<0xEA>(weights, four_bits, above);
            }
            for ((act, low_sum), high_sum) in acts.iter().zip(low_sums).zip(high_sums) {
                let numbers = &act.q.as_chunks::<32>().0[4 * HALF..4 * HALF + 4];
                *low_sum = four(simd, low, signed(simd, &numbers[0], &numbers[1]));
                *high_sum = four(simd, high, signed(simd, &numbers[2], &numbers[3]));
            }
        }
        self.parts::<R>(&low_sums, scales[2 * HALF], 8 * HALF, acts, sums);
        self.parts::<R>(&high_sums, scales[2 * HALF + 1], 8 * HALF + 4, acts, sums);
    }

    /// Adds four parts from the `first` on, whose scales are bytes of words.
    #[inline(always)]
    fn parts<const R: usize>(
        self,
        [abcd, efgh]: &[[__m512i; R]; 2],
        scales: __m256i,
        first: usize,
        acts: [&Activation; R],
        sums: &mut [__m256; R],
    ) {
        let Self { simd, d, .. } = self;
        let avx512f = simd.avx512f;
        let scales = simd.avx512dq._mm512_broadcast_i32x8(scales);
        let order = [
            both(simd, pulp::cast([0u64, 1, 8, 9]), pulp::cast([2u64, 3, 10, 11])),
            both(simd, pulp::cast([4u64, 5, 12, 13]), pulp::cast([6u64, 7, 14, 15])),
        ];
        let shifts = [twice(simd, 24, 16), twice(simd, 8, 0)];
        for (pair, (order, shift)) in order.into_iter().zip(shifts).enumerate() {
            let scale = avx512f._mm512_srai_epi32::<24>(avx512f._mm512_sllv_epi32(scales, shift));
            let scale = avx512f._mm512_mul_ps(d, avx512f._mm512_cvtepi32_ps(scale));
            for (row, (act, sum)) in acts.iter().zip(&mut *sums).enumerate() {
                let whole = avx512f._mm512_permutex2var_epi64(abcd[row], order, efgh[row]);
                let scale = avx512f._mm512_mul_ps(scale, avx512f._mm512_set1_ps(act.d));
                let (whole, scale) = (halves(simd, avx512f._mm512_cvtepi32_ps(whole)), halves(simd, scale));
                for half in 0..2 {
                    let offset = simd.avx._mm256_set1_ps(32.0 * act.sums[first + 2 * pair + half]);
                    let whole = simd.avx._mm256_sub_ps(whole[half], offset);
                    *sum = simd.fma._mm256_fmadd_ps(whole, scale[half], *sum);
                }
            }
        }
    }
}

/// Sums of each 128 bits of products of four outputs with a row. Four products of six bits with a byte fit 16 bits.
#[inline(always)]
fn four(simd: V4, weights: [__m512i; 4], row: __m512i) -> __m512i {
    let [a, b, c, d] = products(simd, weights, row);
    let (ab, cd) = (joined(simd, folded(simd, a, b)), joined(simd, folded(simd, c, d)));
    let (low, high) = (simd.avx512f._mm512_unpacklo_epi64(ab, cd), simd.avx512f._mm512_unpackhi_epi64(ab, cd));
    simd.avx512f._mm512_add_epi32(low, high)
}
