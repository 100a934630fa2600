//! A layer: attention and feed-forward, each behind a norm.

use std::sync::Arc;

use candle_core::Result;

use super::attention::{Attention, Place};
use super::batch::Piece;
use super::crew;
use super::kernel::{exp_of_negative, vectorised};
use super::matrix::Matrix;
use super::norm::Norm;
use super::page::PageShape;
use super::parallel;
use super::rope::{Angles, Rope};
use super::rows::Rows;

/// Numbers that a thread takes at once.
const PIECE: usize = 1 << 14;

/// A layer's weights.
pub(crate) struct Layer {
    pub(crate) attention_norm: Norm,
    pub(crate) query: Matrix,
    pub(crate) key: Matrix,
    pub(crate) value: Matrix,
    /// Norms of queries and keys, head by head.
    pub(crate) head_norms: Option<(Norm, Norm)>,
    pub(crate) output: Matrix,
    pub(crate) ffn_norm: Norm,
    pub(crate) gate: Matrix,
    pub(crate) up: Matrix,
    pub(crate) down: Matrix,
}

/// What all layers of a pass share.
pub(crate) struct Pass<'a> {
    pub(crate) shape: &'a PageShape,
    pub(crate) heads: usize,
    pub(crate) rope: &'a Rope,
    pub(crate) angles: Angles,
    /// The tokens in the order of the rows.
    pub(crate) places: Arc<[Place]>,
}

impl Layer {
    /// Its matrices.
    pub(crate) fn matrices(&self) -> [&Matrix; 7] {
        [&self.query, &self.key, &self.value, &self.output, &self.gate, &self.up, &self.down]
    }

    /// Adds what the layer number `at` has to say to the stream, `(tokens, hidden)`.
    pub(crate) fn run(&self, stream: &mut Rows, at: usize, pass: &Pass<'_>, pieces: &mut [Piece<'_>]) -> Result<()> {
        let mut normed = self.attention_norm.of(stream);
        let [mut queries, mut keys, values] = Matrix::times_all([&self.query, &self.key, &self.value], &mut normed)?;
        if let Some((query_norm, key_norm)) = &self.head_norms {
            query_norm.apply(&mut queries.numbers);
            key_norm.apply(&mut keys.numbers);
        }
        pass.rope.turn(&mut queries, &pass.angles);
        pass.rope.turn(&mut keys, &pass.angles);
        for ((place, key), value) in pass.places.iter().zip(keys.iter()).zip(values.iter()) {
            pieces[place.piece].sequence.keep(at, place.position, key, value);
        }
        let on_crew = self.query.on_crew() && self.output.on_crew();
        let (heads, shape, places) = (pass.heads, *pass.shape, Arc::clone(&pass.places));
        let pages = pieces.iter().map(|piece| piece.sequence.pages().to_vec()).collect();
        let attention = Attention { layer: at, heads, shape, places, pages, queries };
        let mut mixed = attention.mixed(on_crew)?;
        stream.add(&self.output.times(&mut mixed)?);

        let mut normed = self.ffn_norm.of(stream);
        let [mut gated, up] = Matrix::times_all([&self.gate, &self.up], &mut normed)?;
        if on_crew {
            gated.numbers = gated_by_crew(gated.numbers, up.numbers)?;
        } else {
            parallel::each_piece(&mut gated.numbers, PIECE, |start, numbers| gate(numbers, &up.numbers[start..]));
        }
        stream.add(&self.down.times(&mut gated)?);
        Ok(())
    }
}

/// `x → up · x σ(x)`, number by number, shared out among the crew.
fn gated_by_crew(mut numbers: Vec<f32>, up: Vec<f32>) -> Result<Vec<f32>> {
    if numbers.len() <= 4 * PIECE {
        gate(&mut numbers, &up);
        return Ok(numbers);
    }
    let pieces = numbers.len().div_ceil(PIECE);
    let parts = crew::map(pieces, move |at| {
        let range = at * PIECE..numbers.len().min((at + 1) * PIECE);
        let mut part = numbers[range.clone()].to_vec();
        gate(&mut part, &up[range]);
        part
    })?;
    Ok(parts.concat())
}

/// `x → up · x σ(x)`, number by number.
fn gate(numbers: &mut [f32], up: &[f32]) {
    vectorised(|| {
        for (number, up) in numbers.iter_mut().zip(up) {
            *number = silu(*number) * up;
        }
    });
}

/// `x σ(x)`, from eˣ of a negative number whatever the sign.
#[inline(always)]
fn silu(x: f32) -> f32 {
    let e = exp_of_negative(-x.abs());
    let numerator = if x >= 0.0 { 1.0 } else { e };
    x * numerator / (1.0 + e)
}

#[cfg(test)]
mod tests {
    use super::silu;

    #[test]
    fn silu_is_close() {
        for at in -4000..4000 {
            let x = at as f32 / 50.0;
            let exact = f64::from(x) / (1.0 + (-f64::from(x)).exp());
            assert!((f64::from(silu(x)) - exact).abs() < 1e-6 * (1.0 + exact.abs()), "{x}");
        }
        assert!(silu(f32::NAN).is_nan());
    }
}
