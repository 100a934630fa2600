//! The work that is measured: that of a letter.

/// Tokens read at once.
pub(super) const PREFILL: [usize; 4] = [128, 512, PREFIX, 4096];
/// Tokens of a letter's shared beginning.
pub(super) const PREFIX: usize = 1024;
/// Sections of a letter.
pub(super) const SECTIONS: usize = 8;
/// Tokens of a section.
pub(super) const SECTION: usize = 120;
/// Tokens written alone.
pub(super) const ALONE: usize = 64;
/// Tokens before those.
pub(super) const BEFORE: usize = 128;
/// The longest sequence.
pub(super) const CONTEXT: usize = 4096;

/// Ids that are used at most: every larger vocabulary has ordinary tokens up to here.
const ORDINARY: usize = 150_000;

/// A part of the measurement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// From the file to a decoder.
    Load,
    /// Reading 128, 512, 1,024 and 4,096 tokens.
    Prefill,
    /// Writing one text: 64 tokens behind 128.
    Decode,
    /// Writing 8 sections of 120 tokens at once, behind 1,024 they share.
    Letter,
}

impl Part {
    /// All parts.
    pub const ALL: [Self; 4] = [Self::Load, Self::Prefill, Self::Decode, Self::Letter];
}

/// The token at a place of the work, of a vocabulary of `rows`: fixed, so that others can be given the same.
#[must_use]
pub fn token(at: usize, rows: usize) -> u32 {
    let ordinary = rows.min(ORDINARY).saturating_sub(1).max(1);
    (1 + at * 7919 % ordinary).min(rows.saturating_sub(1)) as u32
}

#[cfg(test)]
mod tests {
    use super::token;

    #[test]
    fn tokens_are_of_the_vocabulary() {
        for rows in [1, 2, 320, 151_936] {
            assert!((0..5000).all(|at| (token(at, rows) as usize) < rows), "{rows}");
        }
        assert_eq!([0, 1, 2, 5000].map(|at| token(at, 151_936)), [1, 7920, 15_839, 145_264]);
    }
}
