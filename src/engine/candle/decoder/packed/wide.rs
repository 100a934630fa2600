//! Vectors of 512 bits, with products of bytes that are added up in one instruction: AVX-512 with VNNI.

use std::arch::x86_64::{__m512, __m512i, _mm512_dpbusd_epi32};

use archmage::{SimdToken, X64V4xToken, arcane};
use pulp::NullaryFnOnce;
use pulp::x86::V4;

use super::OUTPUTS;
use super::line::Line;
use super::vectors::Vectors;

/// That the machine has them.
#[derive(Clone, Copy)]
pub(super) struct Wide {
    all: X64V4xToken,
    most: V4,
}

impl Wide {
    /// None where the machine lacks them.
    pub(super) fn new() -> Option<Self> {
        Some(Self { all: X64V4xToken::summon()?, most: V4::try_new()? })
    }
}

#[arcane]
fn run<F: NullaryFnOnce>(_: X64V4xToken, work: F) -> F::Output {
    work.call()
}

#[arcane]
fn dot(_: X64V4xToken, sum: __m512i, weights: __m512i, row: __m512i) -> __m512i {
    _mm512_dpbusd_epi32(sum, weights, row)
}

impl Vectors for Wide {
    const LANES: usize = 16;
    const ROWS: usize = 8;
    type Words = __m512i;
    type Numbers = __m512;

    #[inline(always)]
    fn run<F: NullaryFnOnce>(self, work: F) -> F::Output {
        run(self.all, work)
    }

    #[inline(always)]
    fn load(self, line: &Line, _: usize) -> __m512i {
        pulp::cast(line.0)
    }

    #[inline(always)]
    fn word(self, word: i32) -> __m512i {
        self.most.avx512f._mm512_set1_epi32(word)
    }

    #[inline(always)]
    fn number(self, number: f32) -> __m512 {
        self.most.avx512f._mm512_set1_ps(number)
    }

    #[inline(always)]
    fn and(self, a: __m512i, b: __m512i) -> __m512i {
        self.most.avx512f._mm512_and_si512(a, b)
    }

    #[inline(always)]
    fn and_or(self, a: __m512i, b: __m512i, c: __m512i) -> __m512i {
        self.most.avx512f._mm512_ternarylogic_epi32::<0xEA>(a, b, c)
    }

    #[inline(always)]
    fn left<const BITS: u32>(self, words: __m512i) -> __m512i {
        self.most.avx512f._mm512_slli_epi32::<BITS>(words)
    }

    #[inline(always)]
    fn right<const BITS: u32>(self, words: __m512i) -> __m512i {
        self.most.avx512f._mm512_srli_epi32::<BITS>(words)
    }

    #[inline(always)]
    fn highest(self, words: __m512i) -> __m512i {
        self.most.avx512f._mm512_srai_epi32::<24>(words)
    }

    #[inline(always)]
    fn dot<const N: usize>(self, sum: __m512i, weights: &[__m512i; N], row: &[i32; N]) -> __m512i {
        let mut sum = sum;
        // A loop, no closure: what is not inlined here would be called once an instruction.
        for (weights, row) in weights.iter().zip(row) {
            sum = dot(self.all, sum, *weights, self.word(*row));
        }
        sum
    }

    #[inline(always)]
    fn converted(self, words: __m512i) -> __m512 {
        self.most.avx512f._mm512_cvtepi32_ps(words)
    }

    #[inline(always)]
    fn bits(self, words: __m512i) -> __m512 {
        self.most.avx512f._mm512_castsi512_ps(words)
    }

    #[inline(always)]
    fn times(self, a: __m512, b: __m512) -> __m512 {
        self.most.avx512f._mm512_mul_ps(a, b)
    }

    #[inline(always)]
    fn times_plus(self, a: __m512, b: __m512, c: __m512) -> __m512 {
        self.most.avx512f._mm512_fmadd_ps(a, b, c)
    }

    #[inline(always)]
    fn minus_times(self, a: __m512, b: __m512, c: __m512) -> __m512 {
        self.most.avx512f._mm512_fnmadd_ps(a, b, c)
    }

    #[inline(always)]
    fn store(self, numbers: __m512, place: &mut [f32; OUTPUTS], _: usize) {
        *place = pulp::cast(numbers);
    }
}
