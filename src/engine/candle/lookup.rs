//! Prompt lookup: guesses what a text goes on with from what its last tokens were followed by before.
//!
//! A letter copies names, dates and whole phrases from its facts. Reading some guessed tokens in the pass that reads
//! the last one costs little more than that pass alone (the weights are read once for all), and each guess that the
//! sampler then chooses by itself saves a pass. Guesses never change what is chosen: a row of logits does not depend
//! on what else is in its pass, and what was guessed wrong is rolled back.

/// Guesses at once, at most: a pass with more costs more than they are likely to save.
pub(crate) const MOST: usize = 7;
/// Guesses at once, at first and after a pause.
const FIRST: usize = 3;
/// The fewest last tokens that must be found again.
const SHORTEST: usize = 2;
/// More last tokens than this make a place no better.
const LONGEST: usize = 8;
/// The first pause after guesses that were wrong, in tokens; each further one is twice as long, up to the longest.
const PAUSE: usize = 8;
const LONGEST_PAUSE: usize = 64;

/// How many tokens are guessed, by how good the last guesses were.
#[derive(Debug)]
pub(crate) struct Lookup {
    length: usize,
    /// Tokens before the next guess.
    waits: usize,
    pause: usize,
}

impl Default for Lookup {
    fn default() -> Self {
        Self { length: FIRST, waits: 0, pause: PAUSE }
    }
}

impl Lookup {
    /// What `text` may go on with, `most` tokens at most: what follows the place that is most alike its end, the
    /// later of two.
    pub(crate) fn guess<'a>(&mut self, text: &'a [u32], most: usize) -> &'a [u32] {
        if self.waits > 0 {
            self.waits -= 1;
            return &[];
        }
        let alike = |end: &usize| {
            let pairs = text[..*end].iter().rev().zip(text.iter().rev());
            pairs.take(LONGEST).take_while(|(one, other)| one == other).count()
        };
        let places = (SHORTEST..text.len()).map(|end| (alike(&end), end));
        match places.max() {
            Some((same, end)) if same >= SHORTEST => &text[end..text.len().min(end + self.length.min(most))],
            _ => &[],
        }
    }

    /// Hears how many of the guesses were right.
    pub(crate) fn learn(&mut self, guessed: usize, right: usize) {
        if guessed == 0 {
            return;
        }
        if right == guessed {
            self.length = (self.length * 2 + 1).min(MOST);
            self.pause = PAUSE;
        } else if right * 4 >= guessed {
            self.length = (right + 1).min(MOST);
            self.pause = PAUSE;
        } else if self.length > 1 {
            self.length /= 2;
        } else {
            self.length = FIRST;
            self.waits = self.pause;
            self.pause = (self.pause * 2).min(LONGEST_PAUSE);
        }
    }
}

/// Tokens that were guessed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Speculation {
    /// Guesses that were read.
    pub proposed: usize,
    /// Those of them that were chosen, each a pass saved.
    pub accepted: usize,
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{FIRST, Lookup, MOST, PAUSE};

    #[test]
    fn the_end_is_found_again() {
        let guess = |text: &[u32], most| Lookup::default().guess(text, most).to_vec();
        assert_eq!(guess(&[1, 2, 3, 4, 5, 6, 9, 2, 3], 9), [4, 5, 6]);
        assert_eq!(guess(&[1, 2, 3, 4, 5, 6, 9, 2, 3], 2), [4, 5]);
        assert!(guess(&[1, 2, 3, 4, 5, 6, 9, 2, 3], 0).is_empty());
        // One token alike is chance.
        assert!(guess(&[1, 2, 3, 4, 3], 9).is_empty());
        // More alike is better than later, later better than earlier.
        assert_eq!(guess(&[1, 2, 3, 4, 0, 2, 3, 5, 0, 1, 2, 3], 1), [4]);
        assert_eq!(guess(&[2, 3, 4, 0, 2, 3, 5, 0, 2, 3], 1), [5]);
        // A run goes on.
        assert_eq!(guess(&[7, 7, 7], 9), [7]);
        for short in [&[][..], &[1], &[1, 1]] {
            assert!(guess(short, 9).is_empty());
        }
    }

    #[test]
    fn wrong_guesses_stop_and_right_ones_grow() {
        let text: Vec<u32> = (0..20).chain(0..20).chain(0..4).collect();
        let mut lookup = Lookup::default();
        lookup.learn(FIRST, FIRST);
        assert_eq!(lookup.guess(&text, 99).len(), MOST);
        lookup.learn(MOST, 0);
        lookup.learn(3, 0);
        assert_eq!(lookup.guess(&text, 99).len(), 1);
        for pause in [PAUSE, PAUSE * 2] {
            while !lookup.guess(&text, 99).is_empty() {
                lookup.learn(1, 0);
            }
            assert!((1..pause).all(|_| lookup.guess(&text, 99).is_empty()));
            assert_eq!(lookup.guess(&text, 99).len(), FIRST);
        }
    }

    proptest! {
        #[test]
        fn a_guess_follows_tokens_like_the_last(text: Vec<u8>, most in 0..20usize) {
            let text: Vec<u32> = text.into_iter().map(|byte| u32::from(byte % 4)).collect();
            let guess = Lookup::default().guess(&text, most).to_vec();
            prop_assert!(guess.len() <= most.min(MOST));
            if let [.., one, two] = text[..] && !guess.is_empty() {
                let expected = [&[one, two], &guess[..]].concat();
                prop_assert!(text.windows(expected.len()).any(|part| part == expected));
            }
        }
    }
}
