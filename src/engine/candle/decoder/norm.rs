//! Root-mean-square norm.

use super::kernel::{sum, vectorised};
use super::rows::Rows;

/// A norm's weights, and what is added under its root.
pub(crate) struct Norm {
    pub(crate) weights: Vec<f32>,
    pub(crate) eps: f32,
}

impl Norm {
    /// Norms rows in place, in pieces as wide as the weights: `x w / √(mean x² + eps)`.
    pub(crate) fn apply(&self, rows: &mut [f32]) {
        let width = self.weights.len();
        vectorised(|| {
            for row in rows.chunks_exact_mut(width) {
                let mean = sum(row, |number| number * number) / width as f32;
                let scale = 1.0 / (mean + self.eps).sqrt();
                row.iter_mut().zip(&self.weights).for_each(|(number, weight)| *number *= scale * weight);
            }
        });
    }

    /// Normed rows.
    pub(crate) fn of(&self, rows: &Rows) -> Rows {
        let mut normed = rows.clone();
        self.apply(&mut normed.numbers);
        normed
    }
}
