//! Looking up the tables of set phrases.

use std::ops::Range;
use std::sync::LazyLock;

use super::Entry;
use crate::lang::{Lang, Pattern};
use crate::review::bilingual::reads_english;
use crate::review::japanese::inflected;
use crate::review::wording::Reading;

/// A wording of the tables in a text.
#[derive(Clone, Debug)]
pub(in crate::review) struct Hit {
    /// The entry.
    pub(in crate::review) entry: &'static Entry,
    /// Its place in the text that was read.
    pub(in crate::review) place: Range<usize>,
    /// The words that stand there.
    pub(in crate::review) words: String,
}

/// An entry with its patterns.
struct Sought {
    entry: &'static Entry,
    wrong: Pattern,
    fine: Option<Pattern>,
}

static JA: LazyLock<Vec<Sought>> = LazyLock::new(|| super::japanese().map(|entry| Sought::of(entry, false)).collect());
static EN: LazyLock<Vec<Sought>> = LazyLock::new(|| super::english().map(|entry| Sought::of(entry, true)).collect());

/// What stands in the text outside quotations, in its order; where entries overlap, the longest and first of the table.
pub(in crate::review) fn hits(reading: &Reading, lang: Lang) -> Vec<Hit> {
    let text = reading.text();
    let table = match lang {
        Lang::Ja => &*JA,
        Lang::En if reads_english(text) => &*EN,
        Lang::En => return Vec::new(),
    };
    let mut found: Vec<Hit> = Vec::new();
    for sought in table {
        for place in sought.wrong.places(text) {
            if reading.is_quoted(&place) || sought.fine.as_ref().is_some_and(|fine| is_fine(fine, text, &place)) {
                continue;
            }
            let words = text.get(place.clone()).unwrap_or_default().trim().to_owned();
            found.push(Hit { entry: sought.entry, place: reading.original(place), words });
        }
    }
    found.sort_by_key(|hit| (hit.place.start, std::cmp::Reverse(hit.place.end)));
    let mut end = 0;
    found.retain(|hit| {
        let apart = hit.place.start >= end;
        end = end.max(hit.place.end);
        apart
    });
    found
}

/// Farthest a pattern of fine wording may begin before a place or end behind it, in bytes.
const AROUND: usize = 120;

/// Whether a fine wording covers some of the place. Only the surroundings are searched, so that the work stays linear.
fn is_fine(fine: &Pattern, text: &str, place: &Range<usize>) -> bool {
    let mut start = place.start.saturating_sub(AROUND);
    while !text.is_char_boundary(start) {
        start += 1;
    }
    let mut end = (place.end + AROUND).min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let near = text.get(start..end).unwrap_or_default();
    fine.find_iter(near).any(|found| start + found.start() < place.end && start + found.end() > place.start)
}

impl Sought {
    fn of(entry: &'static Entry, latin: bool) -> Self {
        let pattern = |words: &str| Pattern::fixed(&source(words, latin));
        Self { entry, wrong: pattern(entry.wrong), fine: (!entry.fine.is_empty()).then(|| pattern(entry.fine)) }
    }
}

/// A pattern of a table as a regular expression: verbs inflected; in English without case, blanks also line breaks.
fn source(pattern: &str, latin: bool) -> String {
    if latin {
        let spaced = pattern.replace(r"\b", r"(?-u:\b)").replace(' ', r"[ \t\n]+").replace('\'', "['’]");
        format!("(?im:{spaced})")
    } else {
        format!("(?m:{})", inflected(pattern))
    }
}

#[cfg(test)]
mod tests {
    use super::{EN, JA};

    #[test]
    fn every_pattern_of_the_tables_is_one() {
        for sought in JA.iter().chain(EN.iter()) {
            for pattern in [Some(&sought.wrong), sought.fine.as_ref()].into_iter().flatten() {
                assert!(!pattern.is_match(""), "{}", sought.entry.wrong);
            }
        }
    }
}
