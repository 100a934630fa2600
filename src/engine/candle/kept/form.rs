//! A kept beginning as a file.
//!
//! ```text
//! mark      16 bytes
//! key       32 bytes: what it is the beginning of, and what computed it
//! sizes     7 × u32: layers, heads, width of a head, bytes of a number, positions of a page, pages, tokens
//! pages     their numbers, little-endian, as they lie in memory
//! checksum  32 bytes: the SHA-256 of all before it
//! ```
//!
//! The tokens themselves are not in it. Everything up to the pages is known to whoever asks, and so is the length of
//! the whole: what differs is refused before anything is allocated for it.

use std::io::{Error, ErrorKind, Read, Result, Write};
use std::sync::Arc;

use sha2::{Digest, Sha256};

use super::super::decoder::{KvType, POSITIONS, Page, PageShape, Sequence};

/// What every file begins with, and the version of its form.
const MARK: &[u8; 16] = b"tsukuroi kv 1\r\n\0";
/// Bytes before the pages.
const HEAD: usize = 16 + 32 + 7 * 4;
/// Bytes of the checksum.
const SUM: usize = 32;

/// What a beginning is found by.
pub(super) type Key = [u8; 32];

/// Bytes of the file of a beginning of so many tokens.
pub(super) fn size(shape: &PageShape, tokens: usize) -> u64 {
    (HEAD + SUM) as u64 + tokens.div_ceil(POSITIONS) as u64 * shape.bytes() as u64
}

/// Writes a beginning, asking between pages whether to go on; false if not.
pub(super) fn write(out: &mut dyn Write, key: &Key, sequence: &Sequence, stop: &dyn Fn() -> bool) -> Result<bool> {
    let mut out = Summing { inner: out, sum: Sha256::new() };
    out.write_all(&head(key, sequence.shape(), sequence.len())?)?;
    for page in sequence.pages() {
        if stop() {
            return Ok(false);
        }
        page.write(&mut out)?;
    }
    let sum: [u8; SUM] = out.sum.finalize().into();
    out.inner.write_all(&sum)?;
    Ok(true)
}

/// Reads a beginning of `tokens` tokens from a file of `length` bytes.
///
/// # Errors
/// [`ErrorKind::InvalidData`] when it is not that, or damaged.
pub(super) fn read(from: &mut dyn Read, length: u64, key: &Key, shape: &PageShape, tokens: usize) -> Result<Sequence> {
    if length != size(shape, tokens) {
        return Err(damaged());
    }
    let mut from = Summing { inner: from, sum: Sha256::new() };
    let mut found = [0; HEAD];
    from.read_exact(&mut found).map_err(cut)?;
    if found[..] != head(key, shape, tokens)? {
        return Err(damaged());
    }
    let mut pages = Vec::new();
    for _ in 0..tokens.div_ceil(POSITIONS) {
        pages.push(Arc::new(Page::read(shape, &mut from).map_err(cut)?));
    }
    let mut sum = [0; SUM];
    from.inner.read_exact(&mut sum).map_err(cut)?;
    // Somebody may write to the file meanwhile: it must end here.
    let ends = from.inner.read(&mut [0])? == 0;
    let computed: [u8; SUM] = from.sum.finalize().into();
    if sum != computed || !ends {
        return Err(damaged());
    }
    Ok(Sequence::of_pages(*shape, pages, tokens))
}

fn head(key: &Key, shape: &PageShape, tokens: usize) -> Result<Vec<u8>> {
    let width = match shape.kv {
        KvType::F16 => 2,
        KvType::F32 => 4,
    };
    let mut head = [&MARK[..], key].concat();
    let pages = tokens.div_ceil(POSITIONS);
    for number in [shape.layers, shape.kv_heads, shape.head_dim, width, POSITIONS, pages, tokens] {
        head.extend(u32::try_from(number).map_err(|_| damaged())?.to_le_bytes());
    }
    Ok(head)
}

fn damaged() -> Error {
    ErrorKind::InvalidData.into()
}

/// A file that ends early is a damaged one.
fn cut(error: Error) -> Error {
    if error.kind() == ErrorKind::UnexpectedEof { damaged() } else { error }
}

/// Sums up what goes through it.
struct Summing<I> {
    inner: I,
    sum: Sha256,
}

impl Write for Summing<&mut dyn Write> {
    fn write(&mut self, bytes: &[u8]) -> Result<usize> {
        let written = self.inner.write(bytes)?;
        self.sum.update(&bytes[..written]);
        Ok(written)
    }

    fn flush(&mut self) -> Result<()> {
        self.inner.flush()
    }
}

impl Read for Summing<&mut dyn Read> {
    fn read(&mut self, room: &mut [u8]) -> Result<usize> {
        let read = self.inner.read(room)?;
        self.sum.update(&room[..read]);
        Ok(read)
    }
}
