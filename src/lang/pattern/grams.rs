//! Where a text may hold which strings, told from its three-byte windows.
//!
//! A string of at least three bytes is in a text only if all its windows are; one that is shorter is told by its signs and
//! digits. The windows of a text are kept in a small
//! table by a hash, so a string may seem to be there that is not, but none that is there is ever missed. Of a letter the
//! table says in which of 64 blocks the windows are: a pattern with two words can match only where both are near.

use std::cell::RefCell;
use std::ops::Range;
use std::sync::{PoisonError, RwLock};

use super::ordinary::is_ordinary;

/// A string whose presence is asked for, as the hashes of the windows it has, those first that tell most: few texts have
/// them, and a needle is told to be absent by one.
#[derive(Debug)]
pub(super) struct Needle {
    rarest: u32,
    others: Box<[u32]>,
}

/// Bytes of a window. Two kana or kanji have four windows, a word of five letters has three.
const WINDOW: usize = 3;
/// Marks a window that is one sign or digit of ASCII.
const SIGN: u32 = 1 << 24;
/// The window of any digit.
const DIGIT: u32 = 1 << 25;
/// Texts of fewer bytes are one block.
const SHORT: usize = 384;

/// How many sentences are kept, a power of two.
const SENTENCES_KEPT: usize = 128;

/// How many blocks a letter has at most, and the bytes of the smallest.
const BLOCKS: usize = 64;
const SMALLEST_BLOCK: usize = 64;
/// Entries of the table of a letter's windows, a power of two.
const LETTER_WINDOWS: usize = 1 << 13;
/// Texts to come of fewer bytes together are one.
const TOGETHER: usize = 1 << 12;

/// The table of a sentence: a bit for each hash of a window.
type Small = [u64; 1 << 6];

impl Needle {
    /// A string without regard to the case of Latin letters; none where it is one or two of these.
    pub(super) fn of(text: &[u8]) -> Option<Self> {
        let mut windows = Vec::new();
        each_window(text, |window, _| windows.push(window));
        if windows.iter().any(|window| *window < SIGN) {
            windows.retain(|window| *window < SIGN);
        }
        windows.sort_by_key(|window| std::cmp::Reverse(rarity(*window)));
        let (rarest, others) = windows.split_first()?;
        Some(Self { rarest: hash(*rarest), others: others.iter().copied().map(hash).collect() })
    }

    /// One of the ten digits of ASCII.
    pub(super) fn digit() -> Self {
        Self { rarest: hash(DIGIT), others: Box::default() }
    }

    /// The window of it that tells most.
    pub(super) fn rarest(&self) -> Mark {
        Mark(self.rarest)
    }

    fn is_in(&self, sentence: &Sentence) -> bool {
        sentence.has(self.rarest) && self.others.iter().all(|window| sentence.has(*window))
    }
}

/// How much a window tells: most where it is a whole kanji, or else stands between two characters.
fn rarity(window: u32) -> u8 {
    match window.to_be_bytes() {
        [0, 0xE4..=0xE9, ..] => 3,
        [0, 0x80..=0xBF, 0xE4..=0xE9, _] => 2,
        [0, 0xE3, ..] => 0,
        _ => 1,
    }
}

/// A window of a needle, by which most texts without the needle are told.
#[derive(Clone, Copy, Debug)]
pub(super) struct Mark(u32);

/// A text whose windows are known.
pub(super) struct Seen<'s> {
    /// How many bytes had to be read to know them.
    pub(super) read: usize,
    /// Whether the text has only ordinary characters.
    pub(super) ordinary: bool,
    windows: Windows<'s>,
}

enum Windows<'s> {
    Sentence(&'s Sentence),
    Letter(&'s Letter),
}

impl Seen<'_> {
    /// Whether the text may have this.
    pub(super) fn has(&self, mark: Mark) -> bool {
        match self.windows {
            Windows::Sentence(sentence) => sentence.has(mark.0),
            Windows::Letter(letter) => letter.of(mark.0) != 0,
        }
    }

    /// Whether the text has one of these.
    pub(super) fn has_any(&self, marks: &[Mark]) -> bool {
        marks.iter().any(|mark| self.has(*mark))
    }

    /// Where a needle may stand: the blocks of the text from which on, as far as a match reaches, it may be found.
    pub(super) fn place(&self, needle: &Needle, reach: Option<usize>) -> u64 {
        match self.windows {
            Windows::Sentence(sentence) if needle.is_in(sentence) => !0,
            Windows::Sentence(_) => 0,
            Windows::Letter(letter) => letter.place(needle, reach),
        }
    }

    /// The stretches of the text that hold all matches which begin in these blocks.
    pub(super) fn stretches(&self, live: u64, reach: Option<usize>, text: &str) -> Vec<Range<usize>> {
        let Windows::Letter(&Letter { block, .. }) = self.windows else {
            return std::iter::once(0..text.len()).collect();
        };
        let mut stretches: Vec<Range<usize>> = Vec::new();
        for index in (0..BLOCKS).filter(|index| live >> index & 1 != 0) {
            let start = index * block;
            if start >= text.len() {
                break;
            }
            let end = reach.map_or(text.len(), |reach| (start + block).saturating_add(reach).min(text.len()));
            let end = text.ceil_char_boundary(end);
            match stretches.last_mut() {
                Some(last) if last.end >= start => last.end = end,
                _ => stretches.push(text.floor_char_boundary(start)..end),
            }
        }
        stretches
    }
}

/// Answers from the windows of a text, which are kept for the next pattern that is asked about it.
pub(super) fn see<A>(text: &str, answer: impl FnOnce(&Seen<'_>) -> A) -> A {
    if text.len() < SHORT {
        return SENTENCES.with_borrow_mut(|sentences| {
            let mut stranger = Sentence::none();
            let known = sentences.get_mut(slot(text)).unwrap_or(&mut stranger);
            let read = if known.text == text { 0 } else { text.len() };
            if read > 0 {
                known.fill(text);
            }
            answer(&Seen { read, ordinary: known.ordinary, windows: Windows::Sentence(known) })
        });
    }
    LAST.with_borrow_mut(|last| {
        let read = if last.text == text { 0 } else { text.len() };
        if read > 0 {
            last.fill(text);
        }
        answer(&Seen { read, ordinary: last.ordinary, windows: Windows::Letter(last) })
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
    let mut letters: Vec<String> = Vec::new();
    for text in texts {
        match letters.last_mut() {
            // Small ones are put together.
            Some(last) if last.len() + text.len() < TOGETHER => {
                last.push('\n');
                last.push_str(text);
            }
            _ => letters.push(text.to_owned()),
        }
    }
    let letters = letters.iter().map(|text| {
        let mut letter = Letter::none();
        letter.fill(text);
        letter
    });
    *EXPECTED.write().unwrap_or_else(PoisonError::into_inner) = letters.collect();
}

/// Asks about the windows of each of the texts to come.
pub(super) fn foresee(mut ask: impl FnMut(&Seen<'_>)) {
    let expected = EXPECTED.read().unwrap_or_else(PoisonError::into_inner);
    for letter in expected.iter() {
        ask(&Seen { read: 0, ordinary: letter.ordinary, windows: Windows::Letter(letter) });
    }
}

static EXPECTED: RwLock<Vec<Letter>> = RwLock::new(Vec::new());

/// A letter whose windows are known: many patterns are asked about it, one after the other.
struct Letter {
    text: String,
    ordinary: bool,
    /// Bytes of a block.
    block: usize,
    /// The blocks in which the windows of a hash end.
    blocks: Box<[u64]>,
}

impl Letter {
    fn none() -> Self {
        Self { text: String::new(), ordinary: true, block: 1, blocks: vec![0; LETTER_WINDOWS].into() }
    }

    fn fill(&mut self, text: &str) {
        text.clone_into(&mut self.text);
        self.ordinary = is_ordinary(text);
        self.block = text.len().div_ceil(BLOCKS).max(SMALLEST_BLOCK);
        self.blocks.fill(0);
        let (blocks, block) = (&mut self.blocks, self.block);
        each_window(text.as_bytes(), |window, last| {
            if let Some(blocks) = blocks.get_mut(entry(hash(window))) {
                *blocks |= 1 << (last / block).min(BLOCKS - 1);
            }
        });
    }

    /// The blocks in which windows of a hash end.
    fn of(&self, hash: u32) -> u64 {
        self.blocks.get(entry(hash)).copied().unwrap_or(!0)
    }

    fn place(&self, needle: &Needle, reach: Option<usize>) -> u64 {
        let further = reach.map_or(BLOCKS, |reach| reach.div_ceil(self.block));
        let mut all = from(self.of(needle.rarest), further);
        for window in &needle.others {
            if all == 0 {
                break;
            }
            all &= from(self.of(*window), further);
        }
        all
    }
}

/// The blocks from which on, within so many further ones, one of these lies.
fn from(blocks: u64, further: usize) -> u64 {
    let mut all = blocks;
    let mut done = 0;
    while all != 0 && done < further.min(BLOCKS - 1) {
        let step = (done + 1).min(further - done).min(BLOCKS - 1);
        all |= all >> step;
        done += step;
    }
    all
}

/// A sentence whose windows are known: a rule asks the same of all of them, and the next rule asks something else.
#[derive(Clone)]
struct Sentence {
    text: String,
    ordinary: bool,
    bits: Small,
}

impl Sentence {
    fn none() -> Self {
        Self { text: String::new(), ordinary: true, bits: [0; 1 << 6] }
    }

    fn fill(&mut self, text: &str) {
        text.clone_into(&mut self.text);
        self.ordinary = is_ordinary(text);
        self.bits = [0; 1 << 6];
        each_window(text.as_bytes(), |window, _| {
            let (word, bit) = place(hash(window));
            if let Some(bits) = self.bits.get_mut(word) {
                *bits |= bit;
            }
        });
    }

    /// Whether it may have a window of this hash.
    fn has(&self, hash: u32) -> bool {
        let (word, bit) = place(hash);
        self.bits.get(word).is_some_and(|bits| bits & bit != 0)
    }
}

thread_local! {
    static SENTENCES: RefCell<Vec<Sentence>> = RefCell::new(vec![Sentence::none(); SENTENCES_KEPT]);
    static LAST: RefCell<Letter> = RefCell::new(Letter::none());
}

/// The bit of a hash in the table of a sentence.
fn place(hash: u32) -> (usize, u64) {
    ((hash >> 6 & 63) as usize, 1 << (hash & 63))
}

/// The entry of a hash in the table of a letter.
fn entry(hash: u32) -> usize {
    hash as usize & (LETTER_WINDOWS - 1)
}

fn hash(window: u32) -> u32 {
    window.wrapping_mul(0x9E37_79B1) >> 8
}

/// The windows of a text, its Latin letters small, and its signs and digits, each with the place of its last byte. The
/// long s and the Kelvin sign are s and k to a pattern without regard to case, and the only other letters that are.
fn each_window(text: &[u8], mut with: impl FnMut(u32, usize)) {
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
            with(window, at - 1);
        }
        if (b'!'..=b'@').contains(&folded) {
            with(SIGN | u32::from(folded), at - 1);
            if folded.is_ascii_digit() {
                with(DIGIT, at - 1);
            }
        }
    }
}
