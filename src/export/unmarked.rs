//! Running text taken out of a file, with the way back to the places in the file.

use std::ops::Range;

/// Running text, and where each of its bytes was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unmarked {
    /// The text.
    pub text: String,
    /// For each byte of `text`, and for its end, the byte in the file.
    origin: Vec<usize>,
}

impl Unmarked {
    /// An empty text with room for so many bytes.
    pub(super) fn with_capacity(bytes: usize) -> Self {
        Self { text: String::with_capacity(bytes), origin: Vec::with_capacity(bytes + 1) }
    }

    /// The stretch of the file that a stretch of the text comes from.
    #[must_use]
    pub fn origin(&self, span: &Range<usize>) -> Range<usize> {
        let at = |index: usize| self.origin.get(index).copied().unwrap_or_default();
        // The end is behind the last byte taken, not before the next one: signs in between are not part of it.
        let end = match span.end.checked_sub(1) {
            Some(last) if last >= span.start => at(last) + 1,
            _ => at(span.start),
        };
        at(span.start)..end.max(at(span.start))
    }

    /// Text that stands in the file from a byte on.
    pub(super) fn push(&mut self, text: &str, from: usize) {
        self.origin.extend((0..text.len()).map(|index| from + index));
        self.text.push_str(text);
    }

    /// Text that stands for so many bytes of the file from a byte on.
    pub(super) fn push_for(&mut self, text: &str, from: usize, bytes: usize) {
        self.origin.extend((0..text.len()).map(|index| from + index.min(bytes.saturating_sub(1))));
        self.text.push_str(text);
    }

    /// The end of the file.
    pub(super) fn close(&mut self, at: usize) {
        self.origin.push(at);
    }
}
