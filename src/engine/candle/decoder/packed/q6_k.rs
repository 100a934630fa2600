//! Q6_K: blocks of 256 weights in sixteen parts, each with a scale of 8 bits.
//!
//! A block of 210 bytes is 52 words and a half: 128 bytes with the low four bits of two weights each, 64 bytes with the
//! upper two bits of four weights each, sixteen scales with a sign, and `d` in half precision, which gets a word of its
//! own here. `weight = d × scale × (q − 32)`. The words lie in the order in which they are read: `d`, the scales, and
//! for each four words of upper bits in turn the two words of low bits that belong to it, before it.

use half::f16;

use super::activation::Activation;
use super::kernel::Form;
use super::line::Line;
use super::vectors::{Vectors, half};

/// Words of a block.
const WORDS: usize = 53;

/// Where the words of a file's block go.
const PLACES: [usize; WORDS - 1] = {
    let mut places = [0; WORDS - 1];
    let mut at = 0;
    while at < places.len() {
        places[at] = match at {
            // Of each sixteen words of low bits, the first and the last eight belong to the same upper bits.
            0..32 => 5 + 3 * (at / 16 * 8 + at % 8) + at / 8 % 2,
            32..48 => 7 + 3 * (at - 32),
            _ => 1 + at - 48,
        };
        at += 1;
    }
    places
};

/// The form.
pub(super) struct Q6K;

impl Form for Q6K {
    const SIZE: usize = 210;
    const LINES: usize = WORDS;

    fn lay(block: &[u8], lines: &mut [Line], output: usize) {
        let (words, rest) = block.as_chunks::<4>();
        words.iter().zip(PLACES).for_each(|(word, place)| lines[place].put(output, *word));
        lines[0].put(output, [rest[0], rest[1], 0, 0]);
    }

    fn finite(block: &[u8]) -> bool {
        block.last_chunk::<2>().is_some_and(|half| f16::from_le_bytes(*half).is_finite())
    }

    #[inline(always)]
    fn block<V: Vectors, const R: usize>(
        simd: V,
        lines: &[Line],
        part: usize,
        rows: [&Activation; R],
    ) -> [V::Numbers; R] {
        let scales = factors(simd, lines, part);
        let (low, up) = (simd.word(0x0F0F_0F0F), simd.word(0x3030_3030));
        let mut sums = [simd.number(0.0); R];
        // A quarter has four parts, 32 weights apart from each other.
        for quarter in 0..4 {
            let lines = &lines[5 + 12 * quarter..17 + 12 * quarter];
            let first = 8 * (quarter / 2) + quarter % 2;
            let mut weights = [[simd.word(0); 4]; 4];
            for (k, lines) in lines.as_chunks::<3>().0.iter().enumerate() {
                let (a, b) = (simd.load(&lines[0], part), simd.load(&lines[1], part));
                let upper = simd.load(&lines[2], part);
                weights[0][k] = simd.and_or(a, low, simd.and(simd.left::<4>(upper), up));
                weights[1][k] = simd.and_or(b, low, simd.and(simd.left::<2>(upper), up));
                weights[2][k] = simd.and_or(simd.right::<4>(a), low, simd.and(upper, up));
                weights[3][k] = simd.and_or(simd.right::<4>(b), low, simd.and(simd.right::<2>(upper), up));
            }
            for (at, weights) in weights.iter().enumerate() {
                add::<V, R>(simd, weights, first + 2 * at, scales[first + 2 * at], rows, &mut sums);
            }
        }
        sums
    }

    fn weights(lines: &[Line], output: usize, weights: &mut [f32]) {
        let byte = |line: usize, at: usize| lines[line].word(output)[at % 4];
        let [low, high, ..] = lines[0].word(output);
        let d = f16::from_le_bytes([low, high]).to_f32();
        for (k, weight) in weights.iter_mut().enumerate() {
            let (half, quarter, l) = (k / 128, k % 128 / 32, k % 32);
            let lines = 5 + 3 * (8 * half + l / 4);
            let lower = byte(lines + quarter % 2, l) >> (quarter / 2 * 4) & 15;
            let upper = byte(lines + 2, l) >> (2 * quarter) & 3;
            let scale = byte(1 + k / 64, k / 16).cast_signed();
            *weight = d * f32::from(scale) * (f32::from(lower | upper << 4) - 32.0);
        }
    }
}

/// The scales of the sixteen parts.
#[inline(always)]
fn factors<V: Vectors>(simd: V, lines: &[Line], part: usize) -> [V::Numbers; 16] {
    let d = half(simd, simd.load(&lines[0], part));
    let mut scales = [d; 16];
    for (scales, line) in scales.as_chunks_mut::<4>().0.iter_mut().zip(&lines[1..]) {
        let words = simd.load(line, part);
        let all = [simd.left::<24>(words), simd.left::<16>(words), simd.left::<8>(words), words];
        for (scale, word) in scales.iter_mut().zip(all) {
            *scale = simd.times(*scale, simd.converted(simd.highest(word)));
        }
    }
    scales
}

/// Adds the part number `at` to the sums of each row.
#[inline(always)]
fn add<V: Vectors, const R: usize>(
    simd: V,
    weights: &[V::Words; 4],
    at: usize,
    scale: V::Numbers,
    rows: [&Activation; R],
    sums: &mut [V::Numbers; R],
) {
    for (sum, row) in sums.iter_mut().zip(rows) {
        let whole = simd.dot(simd.word(row.below[at]), weights, &row.words.as_chunks::<4>().0[at]);
        *sum = simd.times_plus(simd.converted(whole), scale, *sum);
    }
}
