//! Words that must not stand in a text, and the longer phrases in which they may.

use std::ops::Range;
use std::sync::LazyLock;

use super::bilingual::reads_english;
use crate::facts::normalise::Normal;
use crate::lang::Pattern;

/// A text as rules for wording read it: a normalised copy, and where somebody's own words are quoted.
#[derive(Debug)]
pub(super) struct Reading {
    normal: Normal,
    quoted: Vec<Range<usize>>,
    /// Whether there is English in it.
    english: bool,
}

/// Words to find, and phrases that hold such a word for a good reason.
#[derive(Debug)]
pub(super) struct Wording {
    wrong: Spoken,
    fine: Option<Spoken>,
}

/// A pattern that is asked only about texts that read like its language.
#[derive(Debug)]
struct Spoken {
    tongue: Tongue,
    pattern: Pattern,
}

/// Of which texts a pattern can match any.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Tongue {
    /// Those with English in them.
    English,
    /// Those with Japanese in them.
    Japanese,
    /// All: it has words of both, or figures, which both write alike.
    Any,
}

impl Spoken {
    fn of(source: &str) -> Self {
        let plain = plain(source);
        let figures = plain.contains(|c: char| c.is_ascii_digit());
        let tongue = match (plain.is_ascii(), has_word(&plain)) {
            _ if figures => Tongue::Any,
            (true, _) => Tongue::English,
            (false, true) => Tongue::Any,
            (false, false) => Tongue::Japanese,
        };
        Self { tongue, pattern: cheap(source) }
    }

    /// The pattern, unless it is of the language the text is not in.
    fn for_text(&self, reading: &Reading) -> Option<&Pattern> {
        let wanted = match self.tongue {
            Tongue::English => reading.english,
            Tongue::Japanese => !reading.text().is_ascii(),
            Tongue::Any => true,
        };
        wanted.then_some(&self.pattern)
    }
}

/// What a pattern says, without its classes and repetitions.
fn plain(pattern: &str) -> String {
    let mut plain = String::with_capacity(pattern.len());
    let mut depth = 0_usize;
    let mut escaped = false;
    for c in pattern.replace("[A-Za-z0-9_]", "").chars() {
        match c {
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            // The letter of an escape such as \b or \p is no word.
            '\\' => escaped = true,
            _ if escaped => escaped = false,
            _ if depth == 0 => plain.push(c),
            _ => {}
        }
    }
    plain
}

/// Whether three Latin letters stand together.
fn has_word(plain: &str) -> bool {
    plain.as_bytes().windows(3).any(|three| three.iter().all(u8::is_ascii_alphabetic))
}

/// A quotation within one paragraph, or a line of a mail that is quoted (`> …`). Words in it are told, not said.
static QUOTED: LazyLock<Pattern> = LazyLock::new(|| {
    let pattern = "「[^「」\n]+」|『[^『』\n]+』|“[^“”]+”|\"[^\"\n]+\"|(?m:^[ \t]*>[^\n]*)";
    Pattern::fixed(pattern)
});

/// What makes quoted words the writer's own after all: 「必ず直します」とお約束します.
static PLEDGED: LazyLock<Pattern> = LazyLock::new(|| {
    let pattern = "^と(?:お約束|約束|お誓い|誓い|宣言)[^。]{0,6}(?:ます|です)";
    Pattern::fixed(pattern)
});

impl Reading {
    /// Reads a text.
    pub(super) fn of(text: &str) -> Self {
        let normal = Normal::of(text);
        let told = |quote: &Range<usize>| !PLEDGED.is_match(normal.text.get(quote.end..).unwrap_or_default());
        let quoted = QUOTED.find_iter(&normal.text).map(|quote| quote.range()).filter(told).collect();
        let english = reads_english(&normal.text);
        Self { normal, quoted, english }
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
        lies_in(place, &self.quoted)
    }
}

impl Wording {
    /// Words to find and phrases that are fine, as regular expressions without regard to case. A blank stands for
    /// any white space, one with `?` also for none, `'` for both apostrophes. Where `wrong` has a group, the group is the place.
    pub(super) fn new(wrong: &str, fine: &str) -> Self {
        Self { wrong: Spoken::of(wrong), fine: (!fine.is_empty()).then(|| Spoken::of(fine)) }
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
        let Some(wrong) = self.wrong.for_text(reading) else { return Vec::new() };
        let mut places = wrong.places(text);
        places.retain(|place| !reading.is_quoted(place));
        if !places.is_empty()
            && let Some(fine) = self.fine.as_ref().and_then(|fine| fine.for_text(reading))
        {
            let fine: Vec<Range<usize>> = fine.find_iter(text).map(|found| found.range()).collect();
            places.retain(|place| !lies_in(place, &fine));
        }
        places
    }
}

/// Whether a place lies in one of others that are in order and apart.
fn lies_in(place: &Range<usize>, others: &[Range<usize>]) -> bool {
    let next = others.partition_point(|other| other.end < place.end);
    others.get(next).is_some_and(|other| other.start <= place.start && place.end <= other.end)
}

/// A pattern in the cheapest form that matches the same normalised text: plain white space, plain word borders,
/// case only where there are Latin letters.
fn cheap(pattern: &str) -> Pattern {
    let spaced = pattern.replace(" ?", r"[ \t\n]*").replace(' ', r"[ \t\n]+");
    // The blank inside the brackets just written must stay one.
    let spaced = spaced.replace(r"[[ \t\n]+\t\n]", r"[ \t\n]");
    let spaced = spaced.replace('\'', "['’]");
    let latin = plain(pattern).contains(|c: char| c.is_ascii_alphabetic());
    let case = if latin { "(?i)" } else { "" };
    Pattern::fixed(&format!("{case}{spaced}"))
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
