//! Grouped-query attention over pages, for rows of any sequences at once.
//!
//! A row looks at its sequence's pages from the first to its own, with a running maximum and sum (as in "online
//! normalizer calculation for softmax", 2018, and flash attention): what it adds up, and in what order, hangs on its
//! own position only. Rows that share a page read it together: a beginning that eight sections share is widened and
//! multiplied once for all of them.

use std::ops::Range;
use std::sync::Arc;

use candle_core::Result;

use super::kernel::{Product, exp_of_negative, sum, vectorised};
use super::page::{POSITIONS, Page, PageShape};
use super::rows::Rows;
use super::{crew, parallel};

/// Query rows that one unit of work has at most, heads of a group counted.
const UNIT: usize = 64;

/// A token of a pass: which piece it belongs to, and its position there.
#[derive(Clone, Copy)]
pub(crate) struct Place {
    pub(crate) piece: usize,
    pub(crate) position: usize,
}

/// The attention of one layer, for one pass. It owns what it reads, so that it can be given to other threads.
pub(crate) struct Attention {
    pub(crate) layer: usize,
    pub(crate) heads: usize,
    pub(crate) shape: PageShape,
    pub(crate) places: Arc<[Place]>,
    /// The pages of each piece.
    pub(crate) pages: Vec<Vec<Arc<Page>>>,
    /// `(tokens, heads × head_dim)`.
    pub(crate) queries: Rows,
}

impl Attention {
    /// The mixed values, `(tokens, heads × head_dim)`, computed by the threads that the products are.
    pub(crate) fn mixed(self, on_crew: bool) -> Result<Rows> {
        let (width, count) = (self.queries.width, self.places.len());
        let (dim, group) = (self.shape.head_dim, self.heads / self.shape.kv_heads);
        let step = (UNIT / group).max(1);
        let tiles = count.div_ceil(step);
        let range = move |tile: usize| tile * step..count.min((tile + 1) * step);
        let units = self.shape.kv_heads * tiles;
        let parts = match on_crew {
            true => crew::map(units, move |unit| self.unit(unit / tiles, range(unit % tiles)))?,
            false => parallel::map(units, |unit| self.unit(unit / tiles, range(unit % tiles))),
        };
        let mut mixed = Rows::zeros(count, width);
        for (unit, part) in parts.iter().enumerate() {
            let (first, head) = (range(unit % tiles).start, unit / tiles * group * dim);
            for (at, part) in part.chunks_exact(group * dim).enumerate() {
                let start = (first + at) * width + head;
                mixed.numbers[start..start + group * dim].copy_from_slice(part);
            }
        }
        Ok(mixed)
    }

    /// The mixed values of some tokens and the query heads of one key head: `(tokens, group, head_dim)`.
    fn unit(&self, head: usize, tokens: Range<usize>) -> Vec<f32> {
        let (dim, group) = (self.shape.head_dim, self.heads / self.shape.kv_heads);
        let (places, queries) = (&self.places[tokens.clone()], &self.queries);
        let mut state = State::new(places.len() * group, &self.shape);
        let scale = 1.0 / (dim as f32).sqrt();
        for token in tokens {
            let start = token * queries.width + head * group * dim;
            state.queries.extend(queries.numbers[start..start + group * dim].iter().map(|number| number * scale));
        }
        let last = places.iter().map(|place| place.position).max().unwrap_or(0);
        for page in 0..=last / POSITIONS {
            let mut at = 0;
            while at < places.len() {
                let shared = self.page(places[at], page);
                let same = |place: &&Place| match (shared, self.page(**place, page)) {
                    (Some(one), Some(other)) => Arc::ptr_eq(one, other),
                    (one, other) => one.is_none() && other.is_none(),
                };
                let run = places[at..].iter().take_while(same).count();
                if let Some(shared) = shared {
                    let seen = |place: &Place| (place.position + 1).saturating_sub(page * POSITIONS).min(POSITIONS);
                    let seen: Vec<usize> = places[at..at + run].iter().map(seen).collect();
                    state.read(shared, self.layer, head, at * group, group, &seen);
                }
                at += run;
            }
        }
        state.finish()
    }

    /// A page of a token's sequence, if the token looks at it.
    fn page(&self, place: Place, page: usize) -> Option<&Arc<Page>> {
        if page * POSITIONS <= place.position { self.pages[place.piece].get(page) } else { None }
    }
}

/// What a unit has added up so far.
struct State<'a> {
    shape: &'a PageShape,
    /// `(rows, head_dim)`, scaled.
    queries: Vec<f32>,
    /// `(rows, POSITIONS)`: scores, then weights, of the page being read.
    scores: Vec<f32>,
    /// `(rows)`: the largest score so far.
    highest: Vec<f32>,
    /// `(rows)`: the sum of weights so far, relative to the largest score.
    total: Vec<f32>,
    /// `(rows, padded head_dim)`: the sum of weighted values so far.
    mixed: Vec<f32>,
    /// Room for a page's keys, then for its values.
    room: Vec<f32>,
}

impl<'a> State<'a> {
    fn new(rows: usize, shape: &'a PageShape) -> Self {
        Self {
            shape,
            queries: Vec::with_capacity(rows * shape.head_dim),
            scores: vec![0.0; rows * POSITIONS],
            highest: vec![f32::NEG_INFINITY; rows],
            total: vec![0.0; rows],
            mixed: vec![0.0; rows * shape.padded()],
            room: vec![0.0; shape.block()],
        }
    }

    /// Reads a page for the rows from `first` on: `group` rows for each of the tokens, which see so many of its
    /// positions.
    fn read(&mut self, page: &Page, layer: usize, head: usize, first: usize, group: usize, seen: &[usize]) {
        let (dim, padded) = (self.shape.head_dim, self.shape.padded());
        let rows = first..first + seen.len() * group;
        let scores = &mut self.scores[rows.start * POSITIONS..rows.end * POSITIONS];
        scores.fill(0.0);
        Product {
            left: &self.queries[rows.start * dim..rows.end * dim],
            left_stride: dim,
            depth: dim,
            right: page.keys(self.shape, layer, head, &mut self.room),
            right_depth: padded,
            columns: POSITIONS,
            out: scores,
        }
        .add();
        let mixed = &mut self.mixed[rows.start * padded..rows.end * padded];
        vectorised(|| {
            let (scores, _) = scores.as_chunks_mut::<POSITIONS>();
            for (at, scores) in scores.iter_mut().enumerate() {
                let row = rows.start + at;
                let kept = weigh(scores, seen[at / group], &mut self.highest[row], &mut self.total[row]);
                mixed[at * padded..(at + 1) * padded].iter_mut().for_each(|number| *number *= kept);
            }
        });
        Product {
            left: scores,
            left_stride: POSITIONS,
            depth: seen.iter().copied().max().unwrap_or(0),
            right: page.values(self.shape, layer, head, &mut self.room),
            right_depth: POSITIONS,
            columns: padded,
            out: mixed,
        }
        .add();
    }

    /// The mixed values: `(rows, head_dim)`.
    fn finish(self) -> Vec<f32> {
        let rows = self.mixed.chunks_exact(self.shape.padded()).zip(&self.total);
        rows.flat_map(|(row, total)| row[..self.shape.head_dim].iter().map(move |number| number / total)).collect()
    }
}

/// Turns scores into weights relative to the largest score so far, and counts them; gives what earlier sums are to be
/// multiplied with.
#[inline(always)]
fn weigh(scores: &mut [f32; POSITIONS], seen: usize, highest: &mut f32, total: &mut f32) -> f32 {
    if seen == 0 {
        scores.fill(0.0);
        return 1.0;
    }
    scores[seen..].fill(f32::NEG_INFINITY);
    let mut lanes = [f32::NEG_INFINITY; 16];
    for chunk in scores.as_chunks::<16>().0 {
        lanes.iter_mut().zip(chunk).for_each(|(lane, score)| *lane = if *score > *lane { *score } else { *lane });
    }
    let new = lanes.into_iter().fold(*highest, f32::max);
    let kept = exp_of_negative(*highest - new);
    scores.iter_mut().for_each(|score| *score = exp_of_negative(*score - new));
    *total = *total * kept + sum(scores, |weight| weight);
    *highest = new;
    kept
}
