//! Words that must not stand in a text, and the longer phrases in which they may.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use crate::facts::normalise::Normal;

/// A text as rules for wording read it: a normalised copy, and where somebody's own words are quoted.
#[derive(Debug)]
pub(super) struct Reading {
    normal: Normal,
    quoted: Vec<Range<usize>>,
}

/// Words to find, and phrases that hold such a word for a good reason.
#[derive(Debug)]
pub(super) struct Wording {
    wrong: Regex,
    fine: Option<Regex>,
}

/// A quotation within one paragraph. Words in it are told, not said.
static QUOTED: LazyLock<Regex> = LazyLock::new(|| {
    let pattern = "「[^「」\n]{1,160}」|『[^『』\n]{1,160}』|“[^“”]{1,300}”|\"[^\"\n]{1,300}\"";
    Regex::new(pattern).unwrap_or_else(|error| unreachable!("a fixed pattern: {error}"))
});

/// What makes quoted words the writer's own after all: 「必ず直します」とお約束します.
static PLEDGED: LazyLock<Regex> = LazyLock::new(|| {
    let pattern = "^と(?:お約束|約束|お誓い|誓い|宣言)[^。]{0,6}(?:ます|です)";
    Regex::new(pattern).unwrap_or_else(|error| unreachable!("a fixed pattern: {error}"))
});

impl Reading {
    /// Reads a text.
    pub(super) fn of(text: &str) -> Self {
        let normal = Normal::of(text);
        let told = |quote: &Range<usize>| !PLEDGED.is_match(normal.text.get(quote.end..).unwrap_or_default());
        let quoted = QUOTED.find_iter(&normal.text).map(|quote| quote.range()).filter(told).collect();
        Self { normal, quoted }
    }

    /// The normalised copy, in which the places of a [`Wording`] lie until they are given back.
    pub(super) fn text(&self) -> &str {
        &self.normal.text
    }

    /// Where a place of the copy is in the text that was read.
    pub(super) fn original(&self, place: Range<usize>) -> Range<usize> {
        self.normal.original(place)
    }

    /// Whether a place of the copy lies in a quotation.
    pub(super) fn is_quoted(&self, place: &Range<usize>) -> bool {
        self.quoted.iter().any(|quote| quote.start <= place.start && place.end <= quote.end)
    }
}

impl Wording {
    /// Words to find and phrases that are fine, as regular expressions without regard to case. A blank stands for
    /// any white space, one with `?` also for none, `'` for both apostrophes. Where `wrong` has a group, the group is the place.
    pub(super) fn new(wrong: &str, fine: &str) -> Self {
        Self { wrong: compile(wrong), fine: (!fine.is_empty()).then(|| compile(fine)) }
    }

    /// Places in the text that was read, with the words that stand there.
    pub(super) fn find(&self, reading: &Reading) -> Vec<(Range<usize>, String)> {
        let text = reading.text();
        let word = |place: Range<usize>| {
            let word = text.get(place.clone()).unwrap_or_default().to_owned();
            (reading.original(place), word)
        };
        self.places(reading).into_iter().map(word).collect()
    }

    /// Places in the normalised copy.
    pub(super) fn places(&self, reading: &Reading) -> Vec<Range<usize>> {
        let text = reading.text();
        let fine: Vec<Range<usize>> =
            self.fine.iter().flat_map(|fine| fine.find_iter(text)).map(|found| found.range()).collect();
        let excused = |place: &Range<usize>| fine.iter().any(|fine| fine.start <= place.start && place.end <= fine.end);
        let place = |found: regex::Captures<'_>| found.get(1).or(found.get(0)).map(|found| found.range());
        self.wrong
            .captures_iter(text)
            .filter_map(place)
            .filter(|place| !excused(place) && !reading.is_quoted(place))
            .collect()
    }
}

fn compile(pattern: &str) -> Regex {
    let pattern = pattern.replace(" ?", r"\s*").replace(' ', r"\s+").replace('\'', "['’]").replace(r"\b", r"(?-u:\b)");
    Regex::new(&format!("(?i){pattern}")).unwrap_or_else(|error| unreachable!("a fixed pattern: {error}"))
}

#[cfg(test)]
mod tests {
    use super::{Reading, Wording};

    fn found(wording: &Wording, text: &str) -> Vec<String> {
        let places = wording.find(&Reading::of(text));
        places.into_iter().map(|(place, _)| text[place].to_owned()).collect()
    }

    #[test]
    fn words_are_found_however_they_are_written() {
        let wording = Wording::new("100%|we won't", "");
        assert_eq!(found(&wording, "１００％です。"), ["１００％"]);
        assert_eq!(found(&wording, "We\nwon’t do it."), ["We\nwon’t"]);
    }

    #[test]
    fn phrases_and_quotations_are_left_alone() {
        let wording = Wording::new("必ず", "必ずしも");
        assert_eq!(found(&wording, "必ずしも十分ではなく、必ず直します。"), ["必ず"]);
        assert_eq!(found(&wording, "「必ず届く」とのお話を承りました。"), [] as [&str; 0]);
        assert_eq!(found(&wording, "「必ず届けます」とお約束いたします。"), ["必ず"]);
    }
}
