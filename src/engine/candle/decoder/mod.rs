//! A decoder of the Qwen and Llama families, for drafting: one long beginning, many sections.
//!
//! ```text
//! Piece … ─embedding─→ stream ─layer─→ … ─layer─→ stream ─norm, output─→ Logits
//! ```
//!
//! Tokens go through the layers in passes; a pass takes tokens of any sequences, in any mix. What comes out for a
//! token depends on the tokens before it in its own sequence and on nothing else, bit for bit: not on how they were
//! cut into passes, on whether their beginning was shared, on what was rolled back before, or on what else was in the
//! pass. Three rules make it so:
//!
//! 1. products with the weights give a row the same result among any others: see [`matrix`];
//! 2. attention adds up pages in order, a row by itself: see [`attention`];
//! 3. everything else is computed row by row.
//!
//! It holds for a fixed build on a machine of the same kind: other vector instructions may add up in another order.

mod attention;
mod batch;
mod crew;
pub(crate) mod device;
mod embedding;
mod kernel;
mod layer;
mod layout;
mod load;
mod matrix;
mod norm;
#[cfg_attr(not(target_arch = "x86_64"), path = "packed/absent.rs")]
pub(crate) mod packed;
mod page;
mod panels;
mod parallel;
mod rope;
mod rows;
mod sequence;
mod spread;

use std::ops::Range;
use std::sync::atomic::AtomicBool;

use candle_core::Device;

pub use batch::{Asked, Logits, Piece};
pub use device::device_name;
pub use page::KvType;
pub(crate) use page::{POSITIONS, Page, PageShape};
pub use sequence::Sequence;

use attention::Place;
use embedding::Embedding;
use layer::{Layer, Pass};
pub(crate) use matrix::Matrix;
use norm::Norm;
use rope::Rope;
pub(crate) use rows::Rows;

use super::families::Config;
use crate::engine::EngineError;

/// Tokens of a pass at most: work space grows with them, and more are hardly faster.
const PASS: usize = 256;

/// How a decoder is set up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DecoderOptions {
    /// Tokens that a sequence may hold; what the model was made for where that is less.
    pub context: usize,
    /// How keys and values are kept.
    pub kv: KvType,
    /// Whether products with the weights are computed on a graphics processor, where there is one that the program is
    /// built for.
    pub on_device: bool,
}

impl DecoderOptions {
    /// Bytes of the keys and values of so many tokens.
    #[must_use]
    pub fn bytes(&self, config: &Config, tokens: usize) -> usize {
        tokens.div_ceil(page::POSITIONS) * self.page(config).bytes()
    }

    /// The graphics processor that is used.
    pub(crate) fn device(&self) -> Option<&'static Device> {
        if self.on_device { device::device() } else { None }
    }

    fn page(&self, config: &Config) -> PageShape {
        let Config { layers, kv_heads, head_dim, .. } = *config;
        PageShape { layers, kv_heads, head_dim, kv: self.kv }
    }
}

/// A model that reads tokens and tells how likely each next token is. What it remembers lies in [`Sequence`]s.
pub struct Decoder {
    embedding: Embedding,
    layers: Vec<Layer>,
    norm: Norm,
    output: Matrix,
    rope: Rope,
    shape: PageShape,
    heads: usize,
    rows: usize,
    context: usize,
    /// Whether the layers were laid out.
    laid_out: AtomicBool,
}

impl Decoder {
    /// Tokens a sequence can hold at most.
    #[must_use]
    pub fn context(&self) -> usize {
        self.context
    }

    /// How many logits a row has: ids are below this.
    #[must_use]
    pub fn rows(&self) -> usize {
        self.rows
    }

    /// An empty sequence for this decoder.
    #[must_use]
    pub fn sequence(&self) -> Sequence {
        Sequence::new(self.shape)
    }

    /// Reads the tokens of all pieces, and gives the logits that are asked for. `stop` is asked now and then, several
    /// times a second.
    ///
    /// When it fails or is stopped, a sequence holds what was read for it until then: its length says how much.
    ///
    /// # Errors
    /// A piece without tokens, an id out of range, a sequence of another decoder or over the context, a failed
    /// computation; [`EngineError::Cancelled`] when stopped.
    pub fn forward(&self, pieces: &mut [Piece<'_>], stop: &dyn Fn() -> bool) -> Result<Logits, EngineError> {
        for piece in pieces.iter() {
            if piece.tokens.is_empty() || piece.tokens.iter().any(|id| *id as usize >= self.rows) {
                return Err(EngineError::compute("no tokens, or an id out of range"));
            }
            if *piece.sequence.shape() != self.shape {
                return Err(EngineError::compute("a sequence of another decoder"));
            }
            if piece.sequence.len() + piece.tokens.len() > self.context {
                return Err(EngineError::compute("a position over the context"));
            }
        }
        let mut logits = Logits::new(self.rows, Vec::new());
        for parts in passes(pieces) {
            logits.extend(self.pass(pieces, &parts, stop)?);
        }
        Ok(logits)
    }

    /// One pass through the layers, for parts of pieces.
    fn pass(&self, pieces: &mut [Piece<'_>], parts: &[Part], stop: &dyn Fn() -> bool) -> Result<Logits, EngineError> {
        let (mut places, mut tokens, mut asked) = (Vec::new(), Vec::new(), Vec::new());
        for part in parts {
            let piece = &mut pieces[part.piece];
            let (start, count) = (piece.sequence.len(), part.tokens.len());
            piece.sequence.reserve(start + count);
            asked.extend(tokens.len() + part.asked.first(count)..tokens.len() + count);
            places.extend((start..start + count).map(|position| Place { piece: part.piece, position }));
            tokens.extend_from_slice(&piece.tokens[part.tokens.clone()]);
        }
        self.lay_out(stop)?;
        let angles = self.rope.angles(places.iter().map(|place| place.position));
        let pass = Pass { shape: &self.shape, heads: self.heads, rope: &self.rope, angles, places: places.into() };
        let mut stream = self.embedding.of(&tokens).map_err(EngineError::compute)?;
        for (at, layer) in self.layers.iter().enumerate() {
            if stop() {
                return Err(EngineError::Cancelled);
            }
            layer.run(&mut stream, at, &pass, pieces).map_err(EngineError::compute)?;
        }
        for part in parts {
            pieces[part.piece].sequence.advance(part.tokens.len());
        }
        let mut last = Rows { width: stream.width, numbers: Vec::new() };
        for row in asked {
            last.numbers.extend_from_slice(&stream.numbers[row * stream.width..(row + 1) * stream.width]);
        }
        if last.numbers.is_empty() {
            return Ok(Logits::new(self.rows, Vec::new()));
        }
        self.norm.apply(&mut last.numbers);
        let logits = self.output.times(&mut last).map_err(EngineError::compute)?;
        Ok(Logits::new(self.rows, logits.numbers))
    }
}

/// Tokens of a piece that go into one pass.
struct Part {
    piece: usize,
    tokens: Range<usize>,
    asked: Asked,
}

/// Shares out the tokens of pieces among passes, in order.
fn passes(pieces: &[Piece<'_>]) -> Vec<Vec<Part>> {
    let mut passes = vec![Vec::new()];
    let mut room = PASS;
    for (at, piece) in pieces.iter().enumerate() {
        let mut start = 0;
        while start < piece.tokens.len() {
            if room == 0 {
                passes.push(Vec::new());
                room = PASS;
            }
            let end = piece.tokens.len().min(start + room);
            let asked =
                if piece.asked == Asked::Last && end < piece.tokens.len() { Asked::Nothing } else { piece.asked };
            if let Some(pass) = passes.last_mut() {
                pass.push(Part { piece: at, tokens: start..end, asked });
            }
            room -= end - start;
            start = end;
        }
    }
    passes
}
