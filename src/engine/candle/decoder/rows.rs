//! Activations: a row of numbers for each token.

/// Rows of `width` numbers, f32, one after the other.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Rows {
    pub(crate) width: usize,
    pub(crate) numbers: Vec<f32>,
}

impl Rows {
    /// Rows of zeros.
    pub(crate) fn zeros(count: usize, width: usize) -> Self {
        Self { width, numbers: vec![0.0; count * width] }
    }

    pub(crate) fn count(&self) -> usize {
        self.numbers.len() / self.width
    }

    pub(crate) fn iter(&self) -> impl ExactSizeIterator<Item = &[f32]> {
        self.numbers.chunks_exact(self.width)
    }

    pub(crate) fn iter_mut(&mut self) -> impl ExactSizeIterator<Item = &mut [f32]> {
        self.numbers.chunks_exact_mut(self.width)
    }

    /// Adds other rows, number by number.
    pub(crate) fn add(&mut self, other: &Self) {
        self.numbers.iter_mut().zip(&other.numbers).for_each(|(sum, number)| *sum += number);
    }
}
