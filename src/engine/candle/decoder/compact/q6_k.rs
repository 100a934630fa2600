//! Q6_K: blocks of 256 weights, `weight = d × scale × (q − 32)`, a scale of 8 bits to each 16.
//!
//! 210 bytes: 128 bytes of low four bits, 64 of high two bits, 16 scales, `d` (f16). Each half of a block has 64
//! bytes of low and 32 of high bits, for four times 32 weights.

use std::arch::x86_64::{__m256, __m256i};

use pulp::x86::V3;

use super::OUTPUTS;
use super::activation::Activation;
use super::kernel::{Kernel, blocks};
use super::lanes::{bytes, floats, half_sums, halves, products, signed, word, words};

pub(super) const SIZE: usize = 210;

/// Eight outputs at once.
pub(super) struct Q6K;

impl Kernel for Q6K {
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
        let mut d = [0; OUTPUTS];
        let mut packed = [[0; OUTPUTS]; 4];
        for (lane, blocks_of) in all.iter().enumerate() {
            let block = &blocks_of[at];
            blocks[lane] = block;
            d[lane] = u16::from_le_bytes([block[208], block[209]]);
            packed[0][lane] = word(block, 192);
            packed[1][lane] = word(block, 196);
            packed[2][lane] = word(block, 200);
            packed[3][lane] = word(block, 204);
        }
        let d = floats(halves(d));
        for half in 0..2 {
            let part = Half { simd, blocks, packed: [packed[2 * half], packed[2 * half + 1]], d, act, half };
            sum = part.quarter::<0>(sum);
            sum = part.quarter::<1>(sum);
            sum = part.quarter::<2>(sum);
            sum = part.quarter::<3>(sum);
        }
    }
    pulp::cast(sum)
}

/// Half a block of each output.
#[derive(Clone, Copy)]
struct Half<'a> {
    simd: V3,
    blocks: [&'a [u8; SIZE]; OUTPUTS],
    packed: [[u32; OUTPUTS]; 2],
    d: __m256,
    act: &'a Activation,
    half: usize,
}

impl Half<'_> {
    /// Adds a quarter of it, 32 weights.
    #[inline(always)]
    fn quarter<const QUARTER: usize>(self, mut sum: __m256) -> __m256 {
        let Self { simd, blocks, packed, d, act, half } = self;
        let numbers = signed(&act.q.as_chunks::<32>().0[half * 4 + QUARTER]);
        let mut product = [simd.avx._mm256_setzero_si256(); OUTPUTS];
        // A loop, no closure: what is not inlined here would be called once an instruction.
        for (block, product) in blocks.iter().zip(&mut product) {
            let low = bytes(&block[..128].as_chunks::<32>().0[half * 2 + QUARTER % 2]);
            let high = bytes(&block[128..192].as_chunks::<32>().0[half]);
            *product = products(simd, weights(simd, low, high, QUARTER), numbers);
        }
        let scales = words(packed[QUARTER / 2]);
        let [first, second] = half_sums(simd, product);
        for (part, whole) in [(0, first), (1, second)] {
            let offset = simd.avx._mm256_set1_ps(32.0 * act.sums[half * 8 + QUARTER * 2 + part]);
            let whole = simd.avx._mm256_sub_ps(simd.avx._mm256_cvtepi32_ps(whole), offset);
            let scale = simd.avx._mm256_mul_ps(d, eighth(simd, scales, QUARTER * 2 + part));
            let scale = simd.avx._mm256_mul_ps(scale, simd.avx._mm256_set1_ps(act.d));
            sum = simd.fma._mm256_fmadd_ps(whole, scale, sum);
        }
        sum
    }
}

/// 32 weights, 0 to 63: the quarter of a half says where their bits lie.
#[inline(always)]
fn weights(simd: V3, low: __m256i, high: __m256i, quarter: usize) -> __m256i {
    let avx2 = simd.avx2;
    let low = if quarter < 2 { low } else { avx2._mm256_srli_epi16::<4>(low) };
    let high = match quarter {
        0 => avx2._mm256_slli_epi16::<4>(high),
        1 => avx2._mm256_slli_epi16::<2>(high),
        2 => high,
        _ => avx2._mm256_srli_epi16::<2>(high),
    };
    let low = avx2._mm256_and_si256(low, simd.avx._mm256_set1_epi8(0x0F));
    avx2._mm256_or_si256(low, avx2._mm256_and_si256(high, simd.avx._mm256_set1_epi8(0x30)))
}

/// The signed byte of a part, as f32.
#[inline(always)]
fn eighth(simd: V3, words: __m256i, sub: usize) -> __m256 {
    let avx2 = simd.avx2;
    let top = match sub % 4 {
        0 => avx2._mm256_slli_epi32::<24>(words),
        1 => avx2._mm256_slli_epi32::<16>(words),
        2 => avx2._mm256_slli_epi32::<8>(words),
        _ => words,
    };
    simd.avx._mm256_cvtepi32_ps(avx2._mm256_srai_epi32::<24>(top))
}
