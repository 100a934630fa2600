//! Q4_K: blocks of 256 weights in eight parts, each with a scale and a minimum of 6 bits.
//!
//! A block of 144 bytes is 36 words: `d` and `dmin`, half precision; twelve bytes of scales and minima; then, for each
//! two parts, 32 bytes with a weight of the first part in their low halves and one of the second in their high ones.
//! `weight = d × scale × q − dmin × min`.

use half::f16;

use super::activation::Activation;
use super::kernel::Form;
use super::line::Line;
use super::vectors::{Vectors, half};

/// Words of a block.
const WORDS: usize = 36;

/// The form.
pub(super) struct Q4K;

impl Form for Q4K {
    const SIZE: usize = 4 * WORDS;
    const LINES: usize = WORDS;

    fn lay(block: &[u8], lines: &mut [Line], output: usize) {
        lines.iter_mut().zip(block.as_chunks::<4>().0).for_each(|(line, word)| line.put(output, *word));
    }

    fn finite(block: &[u8]) -> bool {
        let (halves, _) = block.as_chunks::<2>();
        halves.iter().take(2).all(|half| f16::from_le_bytes(*half).is_finite())
    }

    #[inline(always)]
    fn block<V: Vectors, const R: usize>(
        simd: V,
        lines: &[Line],
        part: usize,
        rows: [&Activation; R],
    ) -> [V::Numbers; R] {
        let (scales, mins) = factors(simd, lines, part);
        let mask = simd.word(0x0F0F_0F0F);
        let mut sums = [simd.number(0.0); R];
        for pair in 0..4 {
            let lines = &lines[4 + 8 * pair..12 + 8 * pair];
            let mut weights = [simd.word(0); 8];
            // Loops, no closures: what is not inlined here would be called once an instruction.
            for (weights, line) in weights.iter_mut().zip(lines) {
                *weights = simd.and(simd.load(line, part), mask);
            }
            add::<V, R>(simd, &weights, 2 * pair, (scales[2 * pair], mins[2 * pair]), rows, &mut sums);
            for (weights, line) in weights.iter_mut().zip(lines) {
                *weights = simd.and(simd.right::<4>(simd.load(line, part)), mask);
            }
            let odd = 2 * pair + 1;
            add::<V, R>(simd, &weights, odd, (scales[odd], mins[odd]), rows, &mut sums);
        }
        sums
    }

    fn weights(lines: &[Line], output: usize, weights: &mut [f32]) {
        let word = |at: usize| lines[at].word(output);
        let [d, d_low, m, m_low] = word(0);
        let (d, d_min) = (f16::from_le_bytes([d, d_low]).to_f32(), f16::from_le_bytes([m, m_low]).to_f32());
        let (a, b, c) = (word(1), word(2), word(3));
        for (at, weights) in weights.chunks_mut(32).enumerate() {
            let i = at % 4;
            let (scale, min) = match at {
                0..4 => (a[i] & 63, b[i] & 63),
                _ => (c[i] & 15 | a[i] >> 6 << 4, c[i] >> 4 | b[i] >> 6 << 4),
            };
            let (scale, min) = (d * f32::from(scale), d_min * f32::from(min));
            for (k, weight) in weights.iter_mut().enumerate() {
                let byte = word(4 + at / 2 * 8 + k / 4)[k % 4];
                let q = if at % 2 == 0 { byte & 15 } else { byte >> 4 };
                *weight = scale * f32::from(q) - min;
            }
        }
    }
}

/// The scales and minima of the eight parts.
#[inline(always)]
fn factors<V: Vectors>(simd: V, lines: &[Line], part: usize) -> ([V::Numbers; 8], [V::Numbers; 8]) {
    let head = simd.load(&lines[0], part);
    let (d, d_min) = (half(simd, head), half(simd, simd.right::<16>(head)));
    let (a, b, c) = (simd.load(&lines[1], part), simd.load(&lines[2], part), simd.load(&lines[3], part));
    let (six, four, two) = (simd.word(0x3F3F_3F3F), simd.word(0x0F0F_0F0F), simd.word(0x3030_3030));
    let upper = [simd.and(simd.right::<2>(a), two), simd.and(simd.right::<2>(b), two)];
    let scales = [simd.and(a, six), simd.and_or(c, four, upper[0])];
    let mins = [simd.and(b, six), simd.and_or(simd.right::<4>(c), four, upper[1])];
    (spread(simd, scales, d), spread(simd, mins, d_min))
}

/// The bytes of words, times `d`.
#[inline(always)]
fn spread<V: Vectors>(simd: V, words: [V::Words; 2], d: V::Numbers) -> [V::Numbers; 8] {
    let byte = simd.word(0xFF);
    let mut numbers = [d; 8];
    for (numbers, words) in numbers.as_chunks_mut::<4>().0.iter_mut().zip(words) {
        let all = [
            simd.and(words, byte),
            simd.and(simd.right::<8>(words), byte),
            simd.and(simd.right::<16>(words), byte),
            simd.right::<24>(words),
        ];
        for (number, word) in numbers.iter_mut().zip(all) {
            *number = simd.times(*number, simd.converted(word));
        }
    }
    numbers
}

/// Adds the part number `at` to the sums of each row.
#[inline(always)]
fn add<V: Vectors, const R: usize>(
    simd: V,
    weights: &[V::Words; 8],
    at: usize,
    (scale, min): (V::Numbers, V::Numbers),
    rows: [&Activation; R],
    sums: &mut [V::Numbers; R],
) {
    for (sum, row) in sums.iter_mut().zip(rows) {
        let whole = simd.dot(simd.word(0), weights, &row.words.as_chunks::<8>().0[at]);
        *sum = simd.times_plus(simd.converted(whole), scale, *sum);
        *sum = simd.minus_times(min, simd.number(row.sums[at]), *sum);
    }
}
