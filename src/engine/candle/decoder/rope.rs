//! Rotary position embedding, in f32 throughout.

use std::f64::consts::TAU;

use super::rows::Rows;
use crate::engine::candle::families::{Config, Rotation, Scaling};

/// The rotary frequencies of a head.
pub(crate) struct Rope {
    /// `(head_dim / 2)`, radians a position, f32.
    frequencies: Vec<f32>,
    rotation: Rotation,
    head_dim: usize,
}

/// The angles of some positions.
pub(crate) struct Angles {
    /// `(positions, head_dim / 2)`: cosine and sine.
    turns: Vec<(f32, f32)>,
}

impl Rope {
    /// The frequencies of a model: `base^(−2 i / head_dim)`, scaled as it says, each divided by its divisor if there
    /// are any.
    pub(crate) fn new(config: &Config, divisors: Option<&[f32]>) -> Self {
        let of = |at: usize| {
            let frequency = config.rope_base.powf(-((2 * at) as f64) / config.head_dim as f64);
            let divisor = divisors.and_then(|all| all.get(at)).map_or(1.0, |divisor| f64::from(*divisor));
            // In f32, as the models were trained: half-precision angles drift by tenths of a radian.
            #[expect(clippy::cast_possible_truncation, reason = "angles are f32 by design")]
            let frequency = (scaled(frequency, config.scaling) / divisor) as f32;
            frequency
        };
        let frequencies = (0..config.head_dim / 2).map(of).collect();
        Self { frequencies, rotation: config.rotation, head_dim: config.head_dim }
    }

    /// The angles of positions. They are made for each pass: a table of a whole context would cost more than it saves.
    pub(crate) fn angles(&self, positions: impl Iterator<Item = usize>) -> Angles {
        let turn = |position: usize| {
            self.frequencies.iter().map(move |frequency| {
                let (sin, cos) = (position as f32 * frequency).sin_cos();
                (cos, sin)
            })
        };
        Angles { turns: positions.flat_map(turn).collect() }
    }

    /// Turns each head of each row by the angles of its position.
    pub(crate) fn turn(&self, rows: &mut Rows, angles: &Angles) {
        let half = self.head_dim / 2;
        for (row, turns) in rows.iter_mut().zip(angles.turns.chunks_exact(half)) {
            for head in row.chunks_exact_mut(self.head_dim) {
                match self.rotation {
                    Rotation::Halves => {
                        let (first, second) = head.split_at_mut(half);
                        let pairs = first.iter_mut().zip(second);
                        pairs.zip(turns).for_each(|((a, b), turn)| rotate(a, b, *turn));
                    }
                    Rotation::Pairs => {
                        let (pairs, _) = head.as_chunks_mut::<2>();
                        pairs.iter_mut().zip(turns).for_each(|([a, b], turn)| rotate(a, b, *turn));
                    }
                }
            }
        }
    }
}

fn rotate(a: &mut f32, b: &mut f32, (cos, sin): (f32, f32)) {
    (*a, *b) = (*a * cos - *b * sin, *b * cos + *a * sin);
}

/// A frequency, stretched as a model asks.
fn scaled(frequency: f64, scaling: Scaling) -> f64 {
    match scaling {
        Scaling::None => frequency,
        Scaling::Linear(factor) => frequency / factor,
        // As published with Llama 3.1.
        Scaling::Llama3 { factor, low, high, original } => {
            let wavelength = TAU / frequency;
            if wavelength < original / high {
                frequency
            } else if wavelength > original / low {
                frequency / factor
            } else {
                let smooth = (original / wavelength - low) / (high - low);
                (1.0 - smooth) * frequency / factor + smooth * frequency
            }
        }
    }
}
