//! Many fixed words looked for in one pass over a text.

use std::collections::HashMap;

/// Words to look for, each with what it stands for.
#[derive(Clone, Debug)]
pub(super) struct Finder<T> {
    by_first: HashMap<char, Vec<(String, T)>>,
}

/// A word found.
#[derive(Clone, Copy, Debug)]
pub(super) struct Found<T> {
    /// Where it begins, in bytes.
    pub(super) start: usize,
    /// Where it ends.
    pub(super) end: usize,
    /// What it stands for.
    pub(super) of: T,
}

impl<T: Copy> Finder<T> {
    /// A finder of words written as in the texts it will see (see [`super::words::comparable`]).
    pub(super) fn of(words: impl IntoIterator<Item = (String, T)>) -> Self {
        let mut by_first: HashMap<char, Vec<(String, T)>> = HashMap::new();
        for (word, of) in words {
            if let Some(first) = word.chars().next() {
                by_first.entry(first).or_default().push((word, of));
            }
        }
        // The longest of those that begin at the same place is found first.
        by_first.values_mut().for_each(|words| words.sort_by_key(|(word, _)| std::cmp::Reverse(word.len())));
        Self { by_first }
    }

    /// Every word of the text, in the order of their beginnings. A Latin word is found at the beginning of a word
    /// only, and with `whole` only as a whole word.
    pub(super) fn find(&self, text: &str, whole: bool) -> Vec<Found<T>> {
        let mut found = Vec::new();
        let mut before = None;
        for (start, c) in text.char_indices() {
            let inside = before.is_some_and(is_latin) && is_latin(c);
            before = Some(c);
            let Some(words) = self.by_first.get(&c).filter(|_| !inside) else { continue };
            let rest = text.get(start..).unwrap_or_default();
            for (word, of) in words {
                let Some(after) = rest.strip_prefix(word.as_str()) else { continue };
                let cut = word.ends_with(is_latin) && after.starts_with(is_latin);
                if !(whole && cut) {
                    found.push(Found { start, end: start + word.len(), of: *of });
                }
            }
        }
        found
    }
}

fn is_latin(c: char) -> bool {
    c.is_ascii_alphanumeric() || (c.is_alphabetic() && c < '\u{0250}')
}
