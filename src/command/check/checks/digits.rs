//! Long numbers in texts, whatever they are grouped with.

use std::sync::LazyLock;

use super::prelude::*;
use crate::facts::normalise::Normal;

static LONG: LazyLock<Pattern> = LazyLock::new(|| Pattern::fixed(r"[0-9](?:[ \-]?[0-9]){11,18}"));

/// Runs of 12 to 19 digits, bare, with a few characters before them; full-width digits too.
pub(super) fn long_numbers(told: &Told) -> Vec<(String, String)> {
    let text = Normal::of(&told.text).text;
    let bare =
        |at: usize, other: &str| !other.get(at..).unwrap_or_default().starts_with(|c: char| c.is_ascii_alphanumeric());
    let mut found = Vec::new();
    for run in LONG.find_iter(&text) {
        let before = text.get(..run.start()).unwrap_or_default();
        if before.ends_with(|c: char| c.is_ascii_alphanumeric() || c == '-') || !bare(run.end(), &text) {
            continue;
        }
        let digits = run.as_str().chars().filter(char::is_ascii_digit).collect();
        let label: Vec<char> = before.chars().rev().take(16).collect();
        found.push((digits, label.into_iter().rev().collect()));
    }
    found
}
