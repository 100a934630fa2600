//! Where keys and values lie in memory.

use std::io::{Read, Result, Write};

use half::f16;
use half::slice::HalfFloatSliceExt;

use super::kernel::{LANE, vectorised, widened};

/// Positions of a page. Sums over keys are taken page by page, from position 0 on: what a token sees is added up in
/// the same order whatever shares its pages.
pub(crate) const POSITIONS: usize = 64;

/// How keys and values are kept.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum KvType {
    /// In half precision: half the memory, and hardly slower, for they are widened page by page where they are used.
    #[default]
    F16,
    /// In single precision.
    F32,
}

/// The sizes of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct PageShape {
    pub(crate) layers: usize,
    pub(crate) kv_heads: usize,
    /// Width of a head.
    pub(crate) head_dim: usize,
    pub(crate) kv: KvType,
}

impl PageShape {
    /// Width of a head, rounded up to whole lanes.
    pub(crate) fn padded(&self) -> usize {
        self.head_dim.next_multiple_of(LANE)
    }

    /// Numbers of the keys, or of the values, of one layer and head.
    pub(crate) fn block(&self) -> usize {
        POSITIONS * self.padded()
    }

    fn numbers(&self) -> usize {
        self.layers * self.kv_heads * 2 * self.block()
    }

    /// Bytes of a page.
    pub(crate) fn bytes(&self) -> usize {
        let width = match self.kv {
            KvType::F16 => 2,
            KvType::F32 => 4,
        };
        self.numbers() * width
    }

    /// Where the keys (`which` 0) or values (1) of a layer and head begin.
    fn start(&self, layer: usize, head: usize, which: usize) -> usize {
        ((layer * self.kv_heads + head) * 2 + which) * self.block()
    }
}

/// Keys and values of [`POSITIONS`] positions, of all layers.
///
/// Both lie in panels of [`LANE`] columns, as the products read them. Keys: column = position, so
/// `(position / LANE, dim, position % LANE)`. Values: column = dimension, so `(dim / LANE, position, dim % LANE)`.
#[derive(Clone)]
pub(crate) struct Page(Numbers);

#[derive(Clone)]
enum Numbers {
    F16(Vec<f16>),
    F32(Vec<f32>),
}

impl Page {
    /// An empty page.
    pub(crate) fn new(shape: &PageShape) -> Self {
        Self(match shape.kv {
            KvType::F16 => Numbers::F16(vec![f16::ZERO; shape.numbers()]),
            KvType::F32 => Numbers::F32(vec![0.0; shape.numbers()]),
        })
    }

    /// Writes all its numbers as they lie, little-endian.
    pub(crate) fn write(&self, out: &mut dyn Write) -> Result<()> {
        match &self.0 {
            Numbers::F16(numbers) => write_all(out, numbers, f16::to_le_bytes),
            Numbers::F32(numbers) => write_all(out, numbers, f32::to_le_bytes),
        }
    }

    /// The page whose numbers come next.
    pub(crate) fn read(shape: &PageShape, from: &mut dyn Read) -> Result<Self> {
        let mut page = Self::new(shape);
        match &mut page.0 {
            Numbers::F16(numbers) => read_all(from, numbers, f16::from_le_bytes)?,
            Numbers::F32(numbers) => read_all(from, numbers, f32::from_le_bytes)?,
        }
        Ok(page)
    }

    /// Keeps the key and the value of a token, `(kv_heads × head_dim)` each, at a position of the page.
    pub(crate) fn keep(&mut self, shape: &PageShape, layer: usize, at: usize, key: &[f32], value: &[f32]) {
        match &mut self.0 {
            Numbers::F16(numbers) => {
                let mut narrow = vec![f16::ZERO; key.len()];
                narrow.convert_from_f32_slice(key);
                scatter(numbers, shape, layer, at, 0, &narrow);
                narrow.convert_from_f32_slice(value);
                scatter(numbers, shape, layer, at, 1, &narrow);
            }
            Numbers::F32(numbers) => {
                scatter(numbers, shape, layer, at, 0, key);
                scatter(numbers, shape, layer, at, 1, value);
            }
        }
    }

    /// The keys of a layer and head, as they lie, as f32 in `room`.
    pub(crate) fn keys<'a>(&'a self, shape: &PageShape, layer: usize, head: usize, room: &'a mut [f32]) -> &'a [f32] {
        self.widen(shape.start(layer, head, 0), room)
    }

    /// The values of a layer and head, as they lie, as f32 in `room`.
    pub(crate) fn values<'a>(&'a self, shape: &PageShape, layer: usize, head: usize, room: &'a mut [f32]) -> &'a [f32] {
        self.widen(shape.start(layer, head, 1), room)
    }

    fn widen<'a>(&'a self, start: usize, room: &'a mut [f32]) -> &'a [f32] {
        match &self.0 {
            Numbers::F16(numbers) => {
                let numbers = &numbers[start..start + room.len()];
                vectorised(|| room.iter_mut().zip(numbers).for_each(|(place, number)| *place = widened(*number)));
                room
            }
            Numbers::F32(numbers) => &numbers[start..start + room.len()],
        }
    }
}

/// Numbers that are written or read at once.
const AT_ONCE: usize = 1 << 12;

fn write_all<T: Copy, const N: usize>(out: &mut dyn Write, numbers: &[T], bytes: fn(T) -> [u8; N]) -> Result<()> {
    let mut buffer = [[0; N]; AT_ONCE];
    for numbers in numbers.chunks(AT_ONCE) {
        let buffer = &mut buffer[..numbers.len()];
        buffer.iter_mut().zip(numbers).for_each(|(place, number)| *place = bytes(*number));
        out.write_all(buffer.as_flattened())?;
    }
    Ok(())
}

fn read_all<T: Copy, const N: usize>(from: &mut dyn Read, numbers: &mut [T], number: fn([u8; N]) -> T) -> Result<()> {
    let mut buffer = [[0; N]; AT_ONCE];
    for numbers in numbers.chunks_mut(AT_ONCE) {
        let buffer = &mut buffer[..numbers.len()];
        from.read_exact(buffer.as_flattened_mut())?;
        numbers.iter_mut().zip(buffer).for_each(|(place, bytes)| *place = number(*bytes));
    }
    Ok(())
}

/// Puts a token's key (`which` 0) or value (1) where it belongs.
fn scatter<T: Copy>(numbers: &mut [T], shape: &PageShape, layer: usize, at: usize, which: usize, row: &[T]) {
    let padded = shape.padded();
    for (head, row) in row.chunks_exact(shape.head_dim).enumerate() {
        let start = shape.start(layer, head, which);
        if which == 0 {
            let start = start + at / LANE * padded * LANE + at % LANE;
            for (number, place) in row.iter().zip(numbers[start..].iter_mut().step_by(LANE)) {
                *place = *number;
            }
        } else {
            for (panel, row) in row.chunks(LANE).enumerate() {
                let start = start + (panel * POSITIONS + at) * LANE;
                numbers[start..start + row.len()].copy_from_slice(row);
            }
        }
    }
}
