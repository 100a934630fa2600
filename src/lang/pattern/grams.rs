//! Which strings a text may hold, told from its three-byte windows.
//!
//! A string of at least three bytes is in a text only if all its windows are. The windows of a text are kept as bits of
//! a small table by a hash, so a string may seem to be there that is not, but none that is there is ever missed.

use std::cell::RefCell;
use std::sync::{PoisonError, RwLock};

/// A string whose presence is asked for, as the windows it has.
#[derive(Debug)]
pub(super) struct Needle(Box<[u32]>);

/// Bytes of a window. Two kana or kanji have four windows, a word of five letters has three.
const WINDOW: usize = 3;
/// Texts of fewer bytes get the small table.
const SHORT: usize = 384;

/// How many sentences are kept, a power of two.
const SENTENCES_KEPT: usize = 128;

/// A table of 2¹² bits for a sentence, of 2¹⁶ for a letter.
type Small = [u64; 1 << 6];
type Large = [u64; 1 << 10];

impl Needle {
    /// A string without regard to the case of Latin letters; none where it is shorter than a window.
    pub(super) fn of(text: &[u8]) -> Option<Self> {
        let mut windows = Vec::new();
        each_window(text, |window| windows.push(window));
        (!windows.is_empty()).then(|| Self(windows.into()))
    }

    fn is_in(&self, bits: &[u64]) -> bool {
        self.0.iter().all(|window| {
            let (word, bit) = place(*window, bits.len());
            bits.get(word).is_some_and(|bits| bits & bit != 0)
        })
    }
}

/// Which needles a text may hold, and how many bytes had to be read to tell.
pub(super) fn present(text: &str, needles: &[Needle]) -> (Vec<bool>, usize) {
    let among = |bits: &[u64]| needles.iter().map(|needle| needle.is_in(bits)).collect();
    if text.len() < SHORT {
        return SENTENCES.with_borrow_mut(|sentences| {
            let mut stranger = Sentence::none();
            let known = sentences.get_mut(slot(text)).unwrap_or(&mut stranger);
            let read = if known.text == text { 0 } else { text.len() };
            if read > 0 {
                text.clone_into(&mut known.text);
                known.bits = [0; 1 << 6];
                fill(text, &mut known.bits);
            }
            (among(&known.bits), read)
        });
    }
    LAST.with_borrow_mut(|last| {
        let read = if last.text == text { 0 } else { text.len() };
        if read > 0 {
            text.clone_into(&mut last.text);
            last.bits.fill(0);
            fill(text, last.bits.as_mut());
        }
        (among(last.bits.as_ref()), read)
    })
}

/// Where a sentence is kept: by its length and its ends, which differ in most.
fn slot(text: &str) -> usize {
    let bytes = text.as_bytes();
    let end = |bytes: Option<&[u8; 8]>| bytes.map_or(0, |bytes| u64::from_le_bytes(*bytes));
    let ends = end(bytes.first_chunk()) ^ end(bytes.last_chunk()).rotate_left(29) ^ bytes.len() as u64;
    (ends.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 32) as usize & (SENTENCES_KEPT - 1)
}

/// Makes known which texts are going to be searched, piece by piece: a pattern that is compiled for a piece is compiled
/// for all of them. The texts that were made known before are forgotten.
pub(super) fn expect<'t>(texts: impl IntoIterator<Item = &'t str>) {
    let mut bits: Box<Large> = Box::new([0; 1 << 10]);
    texts.into_iter().for_each(|text| fill(text, bits.as_mut()));
    *EXPECTED.write().unwrap_or_else(PoisonError::into_inner) = Some(bits);
}

/// Adds the needles that the texts to come may hold.
pub(super) fn add_expected(present: &mut [bool], needles: &[Needle]) {
    let expected = EXPECTED.read().unwrap_or_else(PoisonError::into_inner);
    if let Some(bits) = expected.as_deref() {
        present.iter_mut().zip(needles).for_each(|(present, needle)| *present |= needle.is_in(bits));
    }
}

static EXPECTED: RwLock<Option<Box<Large>>> = RwLock::new(None);

/// The letter whose windows are known: many patterns are asked about it, one after the other.
struct Last {
    text: String,
    bits: Box<Large>,
}

/// A sentence whose windows are known: a rule asks the same of all of them, and the next rule asks something else.
#[derive(Clone)]
struct Sentence {
    text: String,
    bits: Small,
}

impl Sentence {
    fn none() -> Self {
        Self { text: String::new(), bits: [0; 1 << 6] }
    }
}

thread_local! {
    static SENTENCES: RefCell<Vec<Sentence>> = RefCell::new(vec![Sentence::none(); SENTENCES_KEPT]);
    static LAST: RefCell<Last> = RefCell::new(Last { text: String::new(), bits: Box::new([0; 1 << 10]) });
}

fn fill(text: &str, bits: &mut [u64]) {
    let words = bits.len();
    each_window(text.as_bytes(), |window| {
        let (word, bit) = place(window, words);
        if let Some(bits) = bits.get_mut(word) {
            *bits |= bit;
        }
    });
}

/// The bit of a window in a table of so many words, a power of two.
fn place(window: u32, words: usize) -> (usize, u64) {
    let hash = window.wrapping_mul(0x9E37_79B1) >> 8;
    let word = (hash >> 6) as usize & (words - 1);
    (word, 1 << (hash & 63))
}

/// The windows of a text, its Latin letters small. The long s and the Kelvin sign are s and k to a pattern without
/// regard to case, and the only other letters that are.
fn each_window(text: &[u8], mut with: impl FnMut(u32)) {
    let mut window = 0_u32;
    let mut seen = 0;
    let mut at = 0;
    while let Some(byte) = text.get(at) {
        let (folded, length) = match text.get(at..at + 3) {
            Some([0xE2, 0x84, 0xAA]) => (b'k', 3),
            Some([0xC5, 0xBF, _]) => (b's', 2),
            _ if text.get(at..at + 2) == Some(&[0xC5, 0xBF]) => (b's', 2),
            _ => (byte.to_ascii_lowercase(), 1),
        };
        at += length;
        window = (window << 8 | u32::from(folded)) & 0xFF_FFFF;
        seen += 1;
        if seen >= WINDOW {
            with(window);
        }
    }
}
