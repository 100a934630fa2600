//! How many replies may be written at once: what they hold keeps to the memory that was estimated.

use super::Encoded;
use super::decoder::POSITIONS;
use super::writing::reply_tokens;
use crate::kind::Prompt;

/// Tokens of beginnings that are held.
pub(crate) const BEGINNINGS: usize = 4096;
/// Tokens of replies that are written, with what each reads for itself alone.
const SECTIONS: usize = 6144;
/// Tokens that are held at most, but for a single reply with a longer beginning.
pub(crate) const HELD: usize = BEGINNINGS + SECTIONS;

/// Whether the replies to all these prompts may be written at once.
pub(crate) fn fits(prompts: &[(&Prompt, &Encoded)]) -> bool {
    let (mut beginnings, mut own) = (0, 0);
    for (at, (prompt, tokens)) in prompts.iter().enumerate() {
        // In whole pages; the last page of the beginning is each one's own.
        own += (tokens.rest.len() + reply_tokens(prompt)).next_multiple_of(POSITIONS) + POSITIONS;
        if !prompts[..at].iter().any(|(_, before)| before.prefix == tokens.prefix) {
            beginnings += tokens.prefix.len().next_multiple_of(POSITIONS);
        }
    }
    prompts.len() <= 1 || own + beginnings.max(BEGINNINGS) <= HELD
}

#[cfg(test)]
mod tests {
    use super::{Encoded, Prompt, SECTIONS, fits};
    use crate::lang::Lang;

    fn prompt(max_chars: usize) -> Prompt {
        let text = String::new;
        let (section, system, shared, task) = (text(), text(), text(), text());
        Prompt { section, lang: Lang::Ja, system, shared, task, ids: Vec::new(), max_chars }
    }

    fn encoded(prefix: usize, first: u32) -> Encoded {
        Encoded { prefix: vec![first; prefix], rest: vec![0; 100] }
    }

    #[test]
    fn a_letter_is_written_at_once_and_a_book_is_not() {
        let (section, one, other) = (prompt(350), encoded(2000, 1), encoded(2000, 2));
        let letter = vec![(&section, &one); 10];
        assert!(fits(&letter));
        assert!(!fits(&[(&section, &one); 11]));
        // Two documents side by side fit, three have too many beginnings for as many sections.
        let two = [&letter[..5], &[(&section, &other); 5]].concat();
        assert!(fits(&two));
        let third = encoded(2000, 3);
        assert!(!fits(&[&two[..], &[(&section, &third)]].concat()));
        // One alone is always written.
        let book = prompt(SECTIONS);
        assert!(fits(&[(&book, &one)]) && !fits(&[(&book, &one), (&section, &one)]));
    }
}
