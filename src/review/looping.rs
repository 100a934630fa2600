//! Text that goes round in circles.

use std::collections::HashSet;
use std::ops::Range;

/// Longest stretch looked at as one turn of a circle, in characters.
const LONGEST: usize = 60;

/// Length of the pieces that are counted, and how long a text must be for the count to say something.
const PIECE: usize = 10;
const ENOUGH: usize = 160;

/// A stretch that repeats itself at once: short ones four times, long ones three times.
pub(super) fn circle(text: &str) -> Option<Range<usize>> {
    let chars: Vec<(usize, char)> = text.char_indices().map(|(at, c)| (at, c.to_ascii_lowercase())).collect();
    let words: Vec<bool> = chars.iter().map(|(_, c)| c.is_alphabetic()).collect();
    let letter = |at: usize| chars.get(at).map(|(_, c)| *c);
    let place = |at: usize| chars.get(at).map_or(text.len(), |(place, _)| *place);
    let is_word = |at: usize| words.get(at).is_some_and(|word| *word);
    for start in 0..chars.len() {
        // Rules, dots and figures in a row are no words: they are not followed, however long they are.
        let mut word = is_word(start);
        for length in 2..=LONGEST.min((chars.len() - start) / 3) {
            word |= is_word(start + length - 1);
            if !word {
                continue;
            }
            let mut same = 0;
            while letter(start + length + same).is_some() && letter(start + same) == letter(start + length + same) {
                same += 1;
            }
            let turns = 1 + same / length;
            let wanted = if length < 8 { 4 } else { 3 };
            if turns >= wanted {
                return Some(place(start)..place(start + length + same));
            }
        }
    }
    None
}

/// Whether more than half of a long text is said twice.
pub(super) fn is_mostly_repeated(text: &str) -> bool {
    let chars: Vec<char> = text.chars().filter(|c| c.is_alphanumeric()).collect();
    let pieces: Vec<&[char]> = chars.windows(PIECE).collect();
    let distinct: HashSet<&[char]> = pieces.iter().copied().collect();
    chars.len() >= ENOUGH && distinct.len() * 2 < pieces.len()
}

#[cfg(test)]
mod tests {
    use super::{circle, is_mostly_repeated};

    #[test]
    fn circles_are_found_where_they_begin() {
        let text = "お詫びします。弊社は、弊社は、弊社は、弊社は、";
        assert_eq!(&text[circle(text).unwrap()], "弊社は、弊社は、弊社は、弊社は、");
        let text = "We are sorry for the delay. We are sorry for the delay. We are sorry for the delay. ";
        assert!(circle(text).is_some());
    }

    #[test]
    fn plain_text_has_none() {
        for text in [
            "――――――――――――――――",
            "1,000,000,000,000円",
            "……………………",
            "いろいろな各部署のそれぞれの方々に、たびたびご迷惑をおかけしました。",
            "2026-11-11 11:11:11",
            "no, no, that was not it",
        ] {
            assert_eq!(circle(text), None, "{text}");
        }
    }

    #[test]
    fn a_text_said_over_and_over_is_known() {
        let once = "弊社はお電話の内容を書面で確認しておらず、ご返答も差し上げておりませんでした。";
        assert!(is_mostly_repeated(&once.repeat(6)));
        assert!(!is_mostly_repeated(once));
        let letter = include_str!("tests/letters/cartons.apology.ja.txt");
        assert!(!is_mostly_repeated(letter));
    }
}
