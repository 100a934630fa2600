//! A text cut into the words by which cases are compared, Japanese and English, without a dictionary.
//!
//! Japanese is cut where the script changes: a run of kanji gives its pairs of neighbouring characters (and itself
//! where it is short enough to be a word), a run of katakana gives itself. Pairs of characters find nearly as much
//! as a dictionary does, and no name or new word is unknown to them (Lee & Ahn, *Using n-grams for Korean text
//! retrieval*, SIGIR 1996; Ogawa & Matsuda, *Overlapping statistical word indexing*, SIGIR 1997). English is cut at
//! blanks, lowered and stripped of its endings. Numbers and codes say which case it is, not what kind: left out.

mod english;
mod japanese;
mod stop;

use crate::facts::normalise::Normal;
use crate::lang::Lang;

/// A word of a text.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Word {
    /// The language it is compared in.
    pub lang: Lang,
    /// The form that is compared.
    pub stem: String,
    /// The form that is shown to people; none for a part of a word that says nothing by itself.
    pub shown: Option<String>,
}

/// What a character belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Script {
    Kanji,
    Katakana,
    Hiragana,
    Latin,
    Other,
}

/// The words of a text, in its order. However the text is written in full or half width, they are the same.
#[must_use]
pub fn words(text: &str) -> Vec<Word> {
    words_of(&comparable(text))
}

/// The copy of a text that is cut: one width, lower case.
pub(super) fn comparable(text: &str) -> String {
    // Lowering can take a character apart (İ); composed once more, the copy is the same for every way of writing.
    let lower = Normal::of(text).text.to_lowercase();
    Normal::of(&lower).text
}

/// The words of a copy made by [`comparable`].
pub(super) fn words_of(copy: &str) -> Vec<Word> {
    let mut words = Vec::new();
    let mut run = Run { start: 0, script: Script::Other, after_digit: false };
    for (at, c) in copy.char_indices() {
        let script = script(c, run.script);
        if script != run.script {
            let text = copy.get(run.start..at).unwrap_or_default();
            cut(text, &run, Some(script), &mut words);
            run = Run { start: at, script, after_digit: text.ends_with(|last: char| last.is_ascii_digit()) };
        }
    }
    cut(copy.get(run.start..).unwrap_or_default(), &run, None, &mut words);
    words
}

/// Characters of one script in a row.
struct Run {
    start: usize,
    script: Script,
    after_digit: bool,
}

fn cut(text: &str, run: &Run, next: Option<Script>, words: &mut Vec<Word>) {
    match run.script {
        Script::Kanji => japanese::kanji(text, run.after_digit, next == Some(Script::Hiragana), words),
        Script::Katakana => japanese::katakana(text, words),
        Script::Latin => english::word(text, words),
        // Particles and endings of verbs.
        Script::Hiragana | Script::Other => {}
    }
}

fn script(c: char, before: Script) -> Script {
    match c {
        '々'
        | '〆'
        | '\u{3400}'..='\u{4DBF}'
        | '\u{4E00}'..='\u{9FFF}'
        | '\u{F900}'..='\u{FAFF}'
        | '\u{20000}'..='\u{3FFFF}' => Script::Kanji,
        // The long mark stands in both scripts of kana.
        'ー' if matches!(before, Script::Katakana | Script::Hiragana) => before,
        '\u{30A1}'..='\u{30FA}' => Script::Katakana,
        '\u{3041}'..='\u{309F}' => Script::Hiragana,
        // Digits and joining marks stay in the run, so that KB-240 and don't are each seen as one.
        '\'' | '’' | '-' | '_' | '.' | '@' if before == Script::Latin => Script::Latin,
        _ if c.is_ascii_alphanumeric() => Script::Latin,
        _ if c.is_alphabetic() && c < '\u{0250}' => Script::Latin,
        _ => Script::Other,
    }
}
