//! A row as the products read it: 8 bits a number, in blocks.

use super::BLOCK;

/// A block of a row: `number ≈ d × q`, with `q` in −127..=127.
#[derive(Clone, Debug)]
pub(super) struct Activation {
    pub(super) d: f32,
    /// Four `q` to a word.
    pub(super) words: [i32; BLOCK / 4],
    /// −32 times the sums of each 16 of `q`.
    pub(super) below: [i32; BLOCK / 16],
    /// Sums of each 32 of `q`: whole numbers.
    pub(super) sums: [f32; BLOCK / 32],
}

impl Activation {
    #[inline(always)]
    pub(super) fn of(numbers: &[f32; BLOCK]) -> Self {
        let mut block = Self { d: 0.0, words: [0; BLOCK / 4], below: [0; BLOCK / 16], sums: [0.0; BLOCK / 32] };
        let (mut lanes, mut finite) = ([0f32; 16], [0f32; 16]);
        for chunk in numbers.as_chunks::<16>().0 {
            for ((lane, finite), number) in lanes.iter_mut().zip(&mut finite).zip(chunk) {
                *lane = if *lane < number.abs() { number.abs() } else { *lane };
                // Zero, unless a number is infinite or none: that must be seen in the end, and bytes would hide it.
                *finite += number * 0.0;
            }
        }
        let largest = lanes.iter().fold(0f32, |a, b| if a < *b { *b } else { a });
        block.d = largest / 127.0 + finite.iter().sum::<f32>();
        let scale = if largest > 0.0 { 127.0 / largest } else { 0.0 };
        let mut q = [0i8; BLOCK];
        for (q, number) in q.iter_mut().zip(numbers) {
            let scaled = scale * number;
            #[expect(clippy::cast_possible_truncation, reason = "clamped")]
            let whole = (scaled + 0.5_f32.copysign(scaled)).clamp(-127.0, 127.0) as i32;
            *q = whole as i8;
        }
        for (word, q) in block.words.iter_mut().zip(q.as_chunks::<4>().0) {
            *word = i32::from_le_bytes(q.map(i8::cast_unsigned));
        }
        for (below, q) in block.below.iter_mut().zip(q.as_chunks::<16>().0) {
            *below = -32 * i32::from(q.iter().map(|q| i16::from(*q)).sum::<i16>());
        }
        for (sum, q) in block.sums.iter_mut().zip(q.as_chunks::<32>().0) {
            *sum = f32::from(q.iter().map(|q| i16::from(*q)).sum::<i16>());
        }
        block
    }
}
