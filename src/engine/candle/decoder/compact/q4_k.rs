//! Q4_K: blocks of 256 weights, `weight = d × scale × q − dmin × min`, a scale and a min of 6 bits to each 32.
//!
//! 144 bytes: `d` and `dmin` (f16), 12 bytes of scales and mins, 128 bytes of weights; of each 32 bytes the low
//! halves are 32 weights and the high halves the next 32.

use std::arch::x86_64::{__m256, __m256i};

use pulp::x86::V3;

use super::OUTPUTS;
use super::activation::Activation;
use super::kernel::{Kernel, blocks};
use super::lanes::{bytes, floats, half_sums, halves, products, signed, word, words};

pub(super) const SIZE: usize = 144;

/// Eight outputs at once.
pub(super) struct Q4K;

impl Kernel for Q4K {
    type Vectors = V3;
    const SIZE: usize = SIZE;

    #[inline(always)]
    fn outputs<const R: usize>(simd: V3, weights: [&[u8]; OUTPUTS], rows: [&[Activation]; R]) -> [[f32; OUTPUTS]; R] {
        let mut sums = [[0.0; OUTPUTS]; R];
        for (sums, row) in sums.iter_mut().zip(rows) {
            *sums = outputs(simd, weights, row);
        }
        sums
    }
}

#[inline(always)]
fn outputs(simd: V3, rows: [&[u8]; OUTPUTS], row: &[Activation]) -> [f32; OUTPUTS] {
    let all = blocks::<SIZE>(rows);
    let mut sum = simd.avx._mm256_setzero_ps();
    for (at, act) in row.iter().enumerate() {
        let mut blocks = [&[0; SIZE]; OUTPUTS];
        let [mut d, mut d_min] = [[0; OUTPUTS]; 2];
        let mut packed = [[0; OUTPUTS]; 3];
        for (lane, blocks_of) in all.iter().enumerate() {
            let block = &blocks_of[at];
            blocks[lane] = block;
            d[lane] = u16::from_le_bytes([block[0], block[1]]);
            d_min[lane] = u16::from_le_bytes([block[2], block[3]]);
            packed[0][lane] = word(block, 4);
            packed[1][lane] = word(block, 8);
            packed[2][lane] = word(block, 12);
        }
        let (d, d_min) = (floats(halves(d)), floats(halves(d_min)));
        let (scales, mins) = scales(simd, packed.map(words));
        let block = Block { simd, blocks, scales, mins, d, d_min, act };
        sum = block.pair::<0>(sum);
        sum = block.pair::<1>(sum);
        sum = block.pair::<2>(sum);
        sum = block.pair::<3>(sum);
    }
    pulp::cast(sum)
}

/// A block of each output.
#[derive(Clone, Copy)]
struct Block<'a> {
    simd: V3,
    blocks: [&'a [u8; SIZE]; OUTPUTS],
    scales: [__m256i; 2],
    mins: [__m256i; 2],
    d: __m256,
    d_min: __m256,
    act: &'a Activation,
}

impl Block<'_> {
    /// Adds two parts of it, 64 weights.
    #[inline(always)]
    fn pair<const PAIR: usize>(self, mut sum: __m256) -> __m256 {
        let Self { simd, blocks, scales, mins, d, d_min, act } = self;
        let low = simd.avx._mm256_set1_epi8(0x0F);
        let numbers = act.q.as_chunks::<32>().0;
        let (act_low, act_high) = (signed(&numbers[2 * PAIR]), signed(&numbers[2 * PAIR + 1]));
        let [mut first, mut second] = [[simd.avx._mm256_setzero_si256(); OUTPUTS]; 2];
        // Loops, no closures: what is not inlined here would be called once an instruction.
        for ((block, first), second) in blocks.iter().zip(&mut first).zip(&mut second) {
            let weights = bytes(&block[16..].as_chunks::<32>().0[PAIR]);
            *first = products(simd, simd.avx2._mm256_and_si256(weights, low), act_low);
            let high = simd.avx2._mm256_srli_epi16::<4>(weights);
            *second = products(simd, simd.avx2._mm256_and_si256(high, low), act_high);
        }
        for (half, product) in [(0, first), (1, second)] {
            let sub = 2 * PAIR + half;
            let [a, b] = half_sums(simd, product);
            let whole = simd.avx._mm256_cvtepi32_ps(simd.avx2._mm256_add_epi32(a, b));
            let scale = simd.avx._mm256_mul_ps(d, sixth(simd, scales[sub / 4], sub));
            let min = simd.avx._mm256_mul_ps(d_min, sixth(simd, mins[sub / 4], sub));
            let scale = simd.avx._mm256_mul_ps(scale, simd.avx._mm256_set1_ps(act.d));
            sum = simd.fma._mm256_fmadd_ps(whole, scale, sum);
            sum = simd.fma._mm256_fnmadd_ps(min, simd.avx._mm256_set1_ps(act.offsets[sub]), sum);
        }
        sum
    }
}

/// Scales and mins, of the first and of the last four parts: a byte to a part, a word to an output.
#[inline(always)]
pub(super) fn scales(simd: V3, [a, b, c]: [__m256i; 3]) -> ([__m256i; 2], [__m256i; 2]) {
    let avx2 = simd.avx2;
    let first = [masked(simd, a, 0x3F3F_3F3F), masked(simd, b, 0x3F3F_3F3F)];
    let last = [masked(simd, c, 0x0F0F_0F0F), masked(simd, avx2._mm256_srli_epi32::<4>(c), 0x0F0F_0F0F)];
    let high = [avx2._mm256_srli_epi32::<6>(a), avx2._mm256_srli_epi32::<6>(b)];
    let high = [masked(simd, high[0], 0x0303_0303), masked(simd, high[1], 0x0303_0303)];
    let scales = avx2._mm256_or_si256(last[0], avx2._mm256_slli_epi32::<4>(high[0]));
    let mins = avx2._mm256_or_si256(last[1], avx2._mm256_slli_epi32::<4>(high[1]));
    ([first[0], scales], [first[1], mins])
}

#[inline(always)]
fn masked(simd: V3, words: __m256i, mask: i32) -> __m256i {
    simd.avx2._mm256_and_si256(words, simd.avx._mm256_set1_epi32(mask))
}

/// The byte of a part, as f32.
#[inline(always)]
fn sixth(simd: V3, words: __m256i, sub: usize) -> __m256 {
    let avx2 = simd.avx2;
    let byte = match sub % 4 {
        0 => words,
        1 => avx2._mm256_srli_epi32::<8>(words),
        2 => avx2._mm256_srli_epi32::<16>(words),
        _ => avx2._mm256_srli_epi32::<24>(words),
    };
    simd.avx._mm256_cvtepi32_ps(avx2._mm256_and_si256(byte, simd.avx._mm256_set1_epi32(0xFF)))
}
