//! Vectors of 256 bits: AVX2 and FMA.

use std::arch::x86_64::{__m256, __m256i};

use pulp::NullaryFnOnce;
use pulp::x86::V3;

use super::OUTPUTS;
use super::line::Line;
use super::vectors::Vectors;

impl Vectors for V3 {
    const LANES: usize = 8;
    const ROWS: usize = 4;
    type Words = __m256i;
    type Numbers = __m256;

    #[inline(always)]
    fn run<F: NullaryFnOnce>(self, work: F) -> F::Output {
        self.vectorize(work)
    }

    #[inline(always)]
    fn load(self, line: &Line, part: usize) -> __m256i {
        pulp::cast(line.0.as_chunks::<32>().0[part])
    }

    #[inline(always)]
    fn word(self, word: i32) -> __m256i {
        self.avx._mm256_set1_epi32(word)
    }

    #[inline(always)]
    fn number(self, number: f32) -> __m256 {
        self.avx._mm256_set1_ps(number)
    }

    #[inline(always)]
    fn and(self, a: __m256i, b: __m256i) -> __m256i {
        self.avx2._mm256_and_si256(a, b)
    }

    #[inline(always)]
    fn and_or(self, a: __m256i, b: __m256i, c: __m256i) -> __m256i {
        self.avx2._mm256_or_si256(self.and(a, b), c)
    }

    #[inline(always)]
    fn left<const BITS: u32>(self, words: __m256i) -> __m256i {
        self.avx2._mm256_sllv_epi32(words, self.word(BITS.cast_signed()))
    }

    #[inline(always)]
    fn right<const BITS: u32>(self, words: __m256i) -> __m256i {
        self.avx2._mm256_srlv_epi32(words, self.word(BITS.cast_signed()))
    }

    #[inline(always)]
    fn highest(self, words: __m256i) -> __m256i {
        self.avx2._mm256_srai_epi32::<24>(words)
    }

    /// Two products of a byte below 64 with one that has a sign fit 16 bits, twice.
    #[inline(always)]
    fn dot<const N: usize>(self, sum: __m256i, weights: &[__m256i; N], row: &[i32; N]) -> __m256i {
        let ones = self.word(0x0001_0001);
        let mut sum = sum;
        // Loops, no closures: what is not inlined here would be called once an instruction.
        for (weights, row) in weights.as_chunks::<2>().0.iter().zip(row.as_chunks::<2>().0) {
            let first = self.avx2._mm256_maddubs_epi16(weights[0], self.word(row[0]));
            let second = self.avx2._mm256_maddubs_epi16(weights[1], self.word(row[1]));
            let both = self.avx2._mm256_madd_epi16(self.avx2._mm256_add_epi16(first, second), ones);
            sum = self.avx2._mm256_add_epi32(sum, both);
        }
        sum
    }

    #[inline(always)]
    fn converted(self, words: __m256i) -> __m256 {
        self.avx._mm256_cvtepi32_ps(words)
    }

    #[inline(always)]
    fn bits(self, words: __m256i) -> __m256 {
        self.avx._mm256_castsi256_ps(words)
    }

    #[inline(always)]
    fn times(self, a: __m256, b: __m256) -> __m256 {
        self.avx._mm256_mul_ps(a, b)
    }

    #[inline(always)]
    fn times_plus(self, a: __m256, b: __m256, c: __m256) -> __m256 {
        self.fma._mm256_fmadd_ps(a, b, c)
    }

    #[inline(always)]
    fn minus_times(self, a: __m256, b: __m256, c: __m256) -> __m256 {
        self.fma._mm256_fnmadd_ps(a, b, c)
    }

    #[inline(always)]
    fn store(self, numbers: __m256, place: &mut [f32; OUTPUTS], part: usize) {
        if let Some(place) = place.as_chunks_mut::<8>().0.get_mut(part) {
            *place = pulp::cast(numbers);
        }
    }
}
