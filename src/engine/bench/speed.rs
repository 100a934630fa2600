//! How fast a decoder reads and writes.

use std::time::Instant;

use super::Speed;
use super::model::Subject;
use super::workload::{ALONE, BEFORE, PREFILL, PREFIX, SECTION, SECTIONS, token};
use crate::engine::EngineError;
use crate::engine::candle::{Asked, Piece, Sequence};

/// Tokens of the first pass.
const FIRST: usize = 64;
/// Tokens the decoder takes through the layers at once: what a share of the bandwidth is counted with.
const PASS: usize = 256;

type Stop<'a> = &'a dyn Fn() -> bool;

/// The first pass, in seconds: it lays weights out anew.
pub(super) fn warm_up(subject: &Subject, stop: Stop<'_>) -> Result<f64, EngineError> {
    let begun = Instant::now();
    read(subject, FIRST.min(subject.context()), stop)?;
    Ok(begun.elapsed().as_secs_f64())
}

/// Reading `count` tokens.
pub(super) fn prefill(subject: &Subject, count: usize, stop: Stop<'_>) -> Result<Speed, EngineError> {
    let begun = Instant::now();
    read(subject, count, stop)?;
    let order = PREFILL.iter().position(|known| *known == count).unwrap_or(PREFILL.len());
    let (bytes, products) = (subject.bytes(count.div_ceil(PASS), 1), subject.products(count, 1));
    Ok(speed(format!("prefill_{count}"), order, count, begun, (bytes, products)))
}

/// Writing one text; none where the context is too small for it.
pub(super) fn decode(subject: &Subject, stop: Stop<'_>) -> Result<Option<Speed>, EngineError> {
    if BEFORE + ALONE > subject.context() {
        return Ok(None);
    }
    let mut sequence = read(subject, BEFORE, stop)?;
    let begun = Instant::now();
    for at in BEFORE..BEFORE + ALONE {
        let tokens = [token(at, subject.decoder.rows())];
        let piece = Piece { sequence: &mut sequence, tokens: &tokens, asked: Asked::Last };
        subject.decoder.forward(&mut [piece], stop)?;
    }
    let (bytes, products) = (subject.bytes(ALONE, ALONE), subject.products(ALONE, ALONE));
    Ok(Some(speed("decode".to_owned(), PREFILL.len(), ALONE, begun, (bytes, products))))
}

/// Writing the sections of a letter at once, behind the beginning they share, whose time does not count; none where
/// the context is too small for it.
pub(super) fn letter(subject: &Subject, stop: Stop<'_>) -> Result<Option<Speed>, EngineError> {
    if PREFIX + SECTION > subject.context() {
        return Ok(None);
    }
    let prefix = read(subject, PREFIX, stop)?;
    let begun = Instant::now();
    let mut sections = vec![prefix; SECTIONS];
    for step in 0..SECTION {
        let at = |section| PREFIX + section * SECTION + step;
        let tokens: Vec<u32> = (0..SECTIONS).map(|section| token(at(section), subject.decoder.rows())).collect();
        let pieces = sections.iter_mut().zip(tokens.chunks(1));
        let mut pieces: Vec<Piece<'_>> =
            pieces.map(|(sequence, tokens)| Piece { sequence, tokens, asked: Asked::Last }).collect();
        subject.decoder.forward(&mut pieces, stop)?;
    }
    let tokens = SECTIONS * SECTION;
    let (bytes, products) = (subject.bytes(SECTION, SECTION), subject.products(tokens, tokens));
    Ok(Some(speed("letter".to_owned(), PREFILL.len() + 1, tokens, begun, (bytes, products))))
}

/// A sequence of `count` tokens.
pub(super) fn read(subject: &Subject, count: usize, stop: Stop<'_>) -> Result<Sequence, EngineError> {
    let mut sequence = subject.decoder.sequence();
    let tokens: Vec<u32> = (0..count).map(|at| token(at, subject.decoder.rows())).collect();
    let piece = Piece { sequence: &mut sequence, tokens: &tokens, asked: Asked::Last };
    subject.decoder.forward(&mut [piece], stop)?;
    Ok(sequence)
}

fn speed(name: String, order: usize, tokens: usize, begun: Instant, (bytes, products): (f64, f64)) -> Speed {
    let seconds = begun.elapsed().as_secs_f64();
    let tokens_per_s = tokens as f64 / seconds;
    Speed { name, tokens, seconds, tokens_per_s, bandwidth_share: 0.0, int8_share: 0.0, order, bytes, products }
}
