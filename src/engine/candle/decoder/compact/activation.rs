//! A row as candle's kernels read it: 8 bits a number, in blocks.

use super::BLOCK;

/// A block of a row: `number ≈ d × q`. The same numbers as candle's `BlockQ8K`.
#[derive(Clone, Debug)]
pub(super) struct Activation {
    pub(super) d: f32,
    pub(super) q: [i8; BLOCK],
    /// Sums of each 16 of `q`: whole numbers.
    pub(super) sums: [f32; BLOCK / 16],
    /// `d` times the sums of each 32 of `q`.
    pub(super) offsets: [f32; BLOCK / 32],
}

impl Activation {
    #[inline(always)]
    pub(super) fn of(numbers: &[f32; BLOCK]) -> Self {
        let mut block = Self { d: 0.0, q: [0; BLOCK], sums: [0.0; BLOCK / 16], offsets: [0.0; BLOCK / 32] };
        let mut lanes = [0f32; 16];
        for chunk in numbers.as_chunks::<16>().0 {
            for (lane, number) in lanes.iter_mut().zip(chunk) {
                // A number that is none is passed over, as a comparison would.
                *lane = if *lane < number.abs() { number.abs() } else { *lane };
            }
        }
        let largest = lanes.iter().fold(0f32, |a, b| if a < *b { *b } else { a });
        if largest == 0.0 {
            return block;
        }
        // Of two of the same size, the first gives the sign.
        let signed = numbers.iter().copied().find(|number| number.abs() == largest).unwrap_or(largest);
        let scale = -127.0 / signed;
        for (q, number) in block.q.iter_mut().zip(numbers) {
            let scaled = scale * number;
            // Half away from zero: 0.5's neighbour below keeps what is just under a half from being lifted over it.
            let lifted = scaled + 0.499_999_97_f32.copysign(scaled);
            #[expect(clippy::cast_possible_truncation, reason = "clamped")]
            let whole = lifted.clamp(-128.0, 127.0) as i32;
            *q = whole as i8;
        }
        for (sum, q) in block.sums.iter_mut().zip(block.q.as_chunks::<16>().0) {
            *sum = f32::from(q.iter().map(|q| i16::from(*q)).sum::<i16>());
        }
        block.d = 1.0 / scale;
        for (offset, [first, second]) in block.offsets.iter_mut().zip(block.sums.as_chunks::<2>().0) {
            *offset = block.d * (first + second);
        }
        block
    }
}

#[cfg(test)]
mod tests {
    use super::{Activation, BLOCK};

    #[test]
    fn numbers_are_rounded_half_away_from_zero() {
        for at in 0..40_000 {
            let mut numbers = [0f32; BLOCK];
            numbers[0] = -127.0;
            let scaled = (at as f32 - 20_000.0) / 160.0;
            numbers[1] = scaled;
            let block = Activation::of(&numbers);
            assert_eq!((block.d, block.q[0]), (1.0, -127));
            assert_eq!(f32::from(block.q[1]), scaled.round(), "{scaled}");
        }
        assert_eq!(Activation::of(&[0.0; BLOCK]).d, 0.0);
    }
}
