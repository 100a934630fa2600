//! Patterns that are part of the program.

use regex::Regex;

/// A pattern written in the source. One that is no pattern is a mistake in the program, and the first test that comes
/// by it says so.
///
/// # Panics
///
/// When the pattern cannot be compiled.
pub(crate) fn fixed(pattern: &str) -> Regex {
    Regex::new(pattern).unwrap_or_else(|error| unreachable!("a fixed pattern: {error}"))
}
