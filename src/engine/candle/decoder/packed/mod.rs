//! Matrices of Q4_K and Q6_K, laid out for products with any number of rows, in the bits that the file has.
//!
//! Sixteen outputs make a panel, which lies in memory as it is read: for each block in turn, word by word, the same
//! word of all sixteen. A lane of a vector belongs to an output. For each block of 256 inputs, the sums of products of
//! whole numbers are exact; they are multiplied with their scales and added up in order, and so are the blocks. A row
//! goes through the same steps whatever rows are beside it, and whatever the width of the vectors: it comes out the
//! same, bit for bit.
//!
//! Nothing is kept beside it. (candle's products read a copy of their own: 6 bits a weight for Q4_K, 10 for Q6_K.)

mod activation;
mod kernel;
mod line;
mod narrow;
mod q4_k;
mod q6_k;
mod vectors;
mod wide;

use std::marker::PhantomData;
use std::ops::Range;
use std::sync::{Arc, OnceLock};

use candle_core::quantized::GgmlDType;
use candle_core::{Result, bail};
use pulp::NullaryFnOnce;
use pulp::x86::V3;

use super::crew;
use super::rows::Rows;
use activation::Activation;
use kernel::{Form, Product};
use line::Line;
use q4_k::Q4K;
use q6_k::Q6K;
use vectors::Vectors;
use wide::Wide;

/// Weights of a block.
const BLOCK: usize = 256;
/// Outputs of a panel.
const OUTPUTS: usize = 16;
/// Few rows: outputs that a thread takes at once, the fewest and the most. Memory is read faster in long stretches.
const FEW: (usize, usize) = (8 * OUTPUTS, 32 * OUTPUTS);
/// How many pieces there are for each thread, if their lengths allow it: the last ones are waited for.
const PIECES: usize = 16;
/// Many rows: how many are multiplied with the same panels before the next ones. They and the panels stay near.
const MANY: usize = 64;
/// Bytes of panels that a thread takes at once for many rows.
const NEAR: usize = 256 << 10;

/// The vectors of a machine.
#[derive(Clone, Copy)]
enum Simd {
    Narrow(V3),
    Wide(Wide),
}

/// The widest that the machine has.
fn best() -> Option<Simd> {
    static BEST: OnceLock<Option<Simd>> = OnceLock::new();
    *BEST.get_or_init(|| known().next())
}

/// Those that the machine has, widest first.
fn known() -> impl Iterator<Item = Simd> {
    Wide::new().map(Simd::Wide).into_iter().chain(V3::try_new().map(Simd::Narrow))
}

/// Whether a matrix `(out, in)` can be laid out here.
pub(crate) fn suits(form: GgmlDType, sizes: &[usize]) -> bool {
    matches!(form, GgmlDType::Q4K | GgmlDType::Q6K)
        && matches!(sizes, [outputs, inputs]
            if *inputs > 0 && outputs.is_multiple_of(OUTPUTS) && inputs.is_multiple_of(BLOCK))
        && best().is_some()
}

/// Bytes that a matrix of so many weights takes that can be laid out.
pub(crate) fn bytes(form: GgmlDType, weights: u64) -> u64 {
    let lines = if form == GgmlDType::Q4K { Q4K::LINES } else { Q6K::LINES };
    (weights / (BLOCK * OUTPUTS) as u64).saturating_mul((lines * size_of::<Line>()) as u64)
}

/// A matrix `(out, in)`.
pub(crate) struct Packed {
    lines: Vec<Line>,
    form: GgmlDType,
    outputs: usize,
    inputs: usize,
}

impl Packed {
    /// Lays out a matrix that suits, from its bytes as they are stored. None if a factor is not finite, or if there are
    /// more or fewer bytes than that.
    pub(crate) fn new(form: GgmlDType, (outputs, inputs): (usize, usize), stored: &[u8]) -> Option<Self> {
        let lines = match form {
            GgmlDType::Q4K => lines::<Q4K>(outputs * inputs, inputs, stored),
            _ => lines::<Q6K>(outputs * inputs, inputs, stored),
        };
        Some(Self { lines: lines?, form, outputs, inputs })
    }

    /// The weights of an output: `(in)`.
    pub(crate) fn row(&self, output: usize) -> Vec<f32> {
        match self.form {
            GgmlDType::Q4K => self.row_of::<Q4K>(output),
            _ => self.row_of::<Q6K>(output),
        }
    }

    fn row_of<F: Form>(&self, output: usize) -> Vec<f32> {
        let mut weights = vec![0.0; self.inputs];
        let lines = self.panels(output / OUTPUTS..output / OUTPUTS + 1).chunks_exact(F::LINES);
        for (lines, weights) in lines.zip(weights.chunks_mut(BLOCK)) {
            F::weights(lines, output % OUTPUTS, weights);
        }
        weights
    }

    /// The lines of some panels.
    fn panels(&self, panels: Range<usize>) -> &[Line] {
        let length = self.lines.len() / (self.outputs / OUTPUTS);
        &self.lines[panels.start * length..panels.end * length]
    }

    /// The products of rows with some panels: `(rows, outputs of the panels)`.
    fn product(&self, simd: Simd, panels: Range<usize>, rows: &[Vec<Activation>]) -> Vec<f32> {
        let lines = self.panels(panels);
        match (simd, self.form) {
            (Simd::Wide(simd), GgmlDType::Q4K) => product::<_, Q4K>(simd, lines, rows),
            (Simd::Wide(simd), _) => product::<_, Q6K>(simd, lines, rows),
            (Simd::Narrow(simd), GgmlDType::Q4K) => product::<_, Q4K>(simd, lines, rows),
            (Simd::Narrow(simd), _) => product::<_, Q6K>(simd, lines, rows),
        }
    }
}

fn product<V: Vectors, F: Form>(simd: V, lines: &[Line], rows: &[Vec<Activation>]) -> Vec<f32> {
    let panel = rows.first().map_or(0, Vec::len) * F::LINES;
    let mut out = vec![0.0; rows.len() * (lines.len() / panel.max(1)) * OUTPUTS];
    simd.run(Product { simd, form: PhantomData::<F>, lines, rows, out: &mut out });
    out
}

/// The lines of a matrix of so many weights.
fn lines<F: Form>(weights: usize, inputs: usize, stored: &[u8]) -> Option<Vec<Line>> {
    if stored.len() != weights / BLOCK * F::SIZE || !stored.chunks_exact(F::SIZE).all(F::finite) {
        return None;
    }
    let stride = inputs / BLOCK * F::SIZE;
    let mut lines = Vec::with_capacity(stored.len() / (F::SIZE * OUTPUTS) * F::LINES);
    for panel in stored.chunks_exact(stride * OUTPUTS) {
        for block in (0..stride).step_by(F::SIZE) {
            let start = lines.len();
            lines.resize(start + F::LINES, Line::ZERO);
            for (output, row) in panel.chunks_exact(stride).enumerate() {
                F::lay(&row[block..block + F::SIZE], &mut lines[start..], output);
            }
        }
    }
    Some(lines)
}

/// Multiplies rows `(count, in)` with each of some matrices: `(count, out)` for each. The rows are lent and come back
/// as they were.
pub(crate) fn times(matrices: &[&Arc<Packed>], rows: &mut Rows) -> Result<Vec<Vec<f32>>> {
    let Some(simd) = best() else { bail!("a machine without vectors that suit") };
    times_with(simd, matrices, rows)
}

fn times_with(simd: Simd, matrices: &[&Arc<Packed>], rows: &mut Rows) -> Result<Vec<Vec<f32>>> {
    let (count, width) = (rows.count(), rows.width);
    if matrices.iter().any(|matrix| matrix.inputs != width) {
        bail!("matrices that rows of {width} do not suit");
    }
    let rows = Arc::new(quantised(simd, rows)?);
    let matrices: Arc<[Arc<Packed>]> = matrices.iter().map(|matrix| Arc::clone(matrix)).collect();
    let pieces: Arc<[Piece]> = pieces(&matrices, count).into();
    let (all, work) = (Arc::clone(&matrices), Arc::clone(&pieces));
    let parts = crew::map(pieces.len(), move |at| {
        let Piece { matrix, panels, rows: range } = &work[at];
        all[*matrix].product(simd, panels.clone(), &rows[range.clone()])
    })?;
    let mut products: Vec<Vec<f32>> = matrices.iter().map(|matrix| vec![0.0; count * matrix.outputs]).collect();
    for (piece, part) in pieces.iter().zip(parts) {
        let (start, length) = (piece.panels.start * OUTPUTS, piece.panels.len() * OUTPUTS);
        let rows = products[piece.matrix].chunks_exact_mut(matrices[piece.matrix].outputs);
        for (row, part) in rows.skip(piece.rows.start).zip(part.chunks_exact(length)) {
            row[start..start + length].copy_from_slice(part);
        }
    }
    Ok(products)
}

/// What a thread takes at once.
struct Piece {
    matrix: usize,
    panels: Range<usize>,
    rows: Range<usize>,
}

/// The pieces of all products, one after the other.
fn pieces(matrices: &[Arc<Packed>], count: usize) -> Vec<Piece> {
    let all: usize = matrices.iter().map(|matrix| matrix.outputs).sum();
    let few = (all / (PIECES * crew::threads())).clamp(FEW.0, FEW.1) / OUTPUTS;
    let mut pieces = Vec::new();
    for (at, matrix) in matrices.iter().enumerate() {
        let panels = matrix.outputs / OUTPUTS;
        let near = NEAR / (matrix.lines.len() / panels * size_of::<Line>());
        let length = if count > MANY { near.clamp(1, few) } else { few };
        for start in (0..panels).step_by(length) {
            for first in (0..count).step_by(MANY) {
                let (panels, rows) = (start..panels.min(start + length), first..count.min(first + MANY));
                pieces.push(Piece { matrix: at, panels, rows });
            }
        }
    }
    pieces
}

/// Rows as the products read them.
fn quantised(simd: Simd, rows: &mut Rows) -> Result<Vec<Vec<Activation>>> {
    let (count, width) = (rows.count(), rows.width);
    let mine = Arc::new(std::mem::take(&mut rows.numbers));
    let lent = Arc::clone(&mine);
    let quantised = crew::map(count, move |row| {
        let row = Quantise(&lent[row * width..(row + 1) * width]);
        match simd {
            Simd::Narrow(simd) => simd.run(row),
            Simd::Wide(simd) => simd.run(row),
        }
    });
    rows.numbers = Arc::unwrap_or_clone(mine);
    quantised
}

struct Quantise<'a>(&'a [f32]);

impl NullaryFnOnce for Quantise<'_> {
    type Output = Vec<Activation>;

    #[inline(always)]
    fn call(self) -> Vec<Activation> {
        let (blocks, _) = self.0.as_chunks::<BLOCK>();
        let mut row = Vec::with_capacity(blocks.len());
        // A loop: a closure would be compiled without the vectors.
        for block in blocks {
            row.push(Activation::of(block));
        }
        row
    }
}

#[cfg(test)]
mod tests;
