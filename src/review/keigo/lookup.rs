//! Looking up the tables: one pass over the text for all entries of a language.

use std::ops::Range;
use std::sync::{LazyLock, OnceLock};

use regex::{Regex, RegexSet};

use super::Entry;
use crate::lang::{Lang, fixed};
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

/// The entries of a language, ready to search.
struct Table {
    /// Which entries occur at all: asked once, so that only those are searched for.
    any: RegexSet,
    entries: Vec<Sought>,
}

/// An entry with its patterns, which are compiled when it first occurs in a text.
struct Sought {
    entry: &'static Entry,
    source: String,
    wrong: OnceLock<Regex>,
    fine: OnceLock<Option<Regex>>,
    latin: bool,
}

impl Sought {
    fn wrong(&self) -> &Regex {
        self.wrong.get_or_init(|| fixed(&self.source))
    }

    fn fine(&self) -> Option<&Regex> {
        let compile = || (!self.entry.fine.is_empty()).then(|| fixed(&source(self.entry.fine, self.latin)));
        self.fine.get_or_init(compile).as_ref()
    }
}

static JA: LazyLock<Table> = LazyLock::new(|| Table::of(super::japanese(), false));
static EN: LazyLock<Table> = LazyLock::new(|| Table::of(super::english(), true));

/// What stands in the text outside quotations, in its order; where entries overlap, the longest and first of the table.
pub(in crate::review) fn hits(reading: &Reading, lang: Lang) -> Vec<Hit> {
    let text = reading.text();
    let table = match lang {
        Lang::Ja => &*JA,
        Lang::En if reads_english(text) => &*EN,
        Lang::En => return Vec::new(),
    };
    let mut found: Vec<Hit> = Vec::new();
    for index in table.any.matches(text) {
        let Some(sought) = table.entries.get(index) else { continue };
        for captures in sought.wrong().captures_iter(text) {
            let Some(place) = captures.get(1).or(captures.get(0)).map(|place| place.range()) else { continue };
            if reading.is_quoted(&place) || sought.fine().is_some_and(|fine| is_fine(fine, text, &place)) {
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
fn is_fine(fine: &Regex, text: &str, place: &Range<usize>) -> bool {
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

impl Table {
    fn of(entries: impl Iterator<Item = &'static Entry>, latin: bool) -> Self {
        let entries: Vec<&'static Entry> = entries.collect();
        let sources: Vec<String> = entries.iter().map(|entry| source(entry.wrong, latin)).collect();
        let any = RegexSet::new(&sources).unwrap_or_else(|error| unreachable!("fixed patterns: {error}"));
        let ready = entries.into_iter().zip(sources).map(|(entry, source)| {
            let (wrong, fine) = (OnceLock::new(), OnceLock::new());
            Sought { entry, source, wrong, fine, latin }
        });
        Self { any, entries: ready.collect() }
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
    fn every_pattern_of_the_tables_compiles() {
        for table in [&JA, &EN] {
            for sought in &table.entries {
                assert!(sought.wrong().as_str().len() >= sought.entry.wrong.len());
                assert_eq!(sought.fine().is_none(), sought.entry.fine.is_empty());
            }
        }
    }
}
