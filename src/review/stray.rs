//! Stretches of a text that are not in its language.

use std::ops::Range;
use std::sync::LazyLock;

use super::chinese::is_chinese_only;
use super::seen::Seen;
use super::stray_words::{ENGLISH, KNOWN};
use crate::lang::Pattern;

/// A stretch in another language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Stray {
    /// Its place.
    pub(super) span: Range<usize>,
    /// What it is.
    pub(super) sort: Sort,
}

/// What a stretch in another language is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sort {
    /// Chinese characters or words.
    Chinese,
    /// A script that is neither Japanese nor Latin.
    Script,
    /// English words in a Japanese text.
    English,
    /// A Latin word that may be a name.
    Word,
    /// Japanese in an English text.
    Japanese,
    /// Japanese in brackets, as an explanation of an English word.
    Gloss,
}

/// Bytes between two characters that belong to one slip.
const NEAR: usize = 12;

/// Chinese words that are written with characters of Japanese too.
static CHINESE_WORDS: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::fixed(
        "抱歉|歉意|致歉|道歉|在此|特此|満意|我們|我方|你們|他們|這個|這些|這是|那個|什麼|怎麼|沒有|已經|已経|已经|以及|您的|尽快|关于|關於|但是|如果|貴公司|我司|對不起|非常感謝|不好意思|的話[、，,]|敬請|謝謝|請您|為您|收到您|不便之處|深表",
    )
});

/// Runs of Latin words. An address or a code is one word of its own shape.
static LATIN: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::fixed(
        r"[A-Za-zÀ-ɏ0-9][A-Za-zÀ-ɏ0-9._%+/:@#&?=~'’-]*(?:,?[ \u{a0}]+[A-Za-zÀ-ɏ0-9][A-Za-zÀ-ɏ0-9._%+/:@#&?=~'’-]*)*",
    )
});

static JAPANESE: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::fixed(
        r"[\p{Hiragana}\p{Katakana}\p{Han}ー々〆][\p{Hiragana}\p{Katakana}\p{Han}ー々〆、。・「」『』（）　0-9]*",
    )
});

/// Chinese, and scripts of neither language. What stands in the facts is part of a name.
pub(super) fn foreign(text: &str, seen: &Seen, japanese: bool) -> Vec<Stray> {
    let named = |c: char| seen.texts().iter().any(|known| known.contains(c));
    let mut found: Vec<Stray> = Vec::new();
    if japanese {
        let words = CHINESE_WORDS.find_iter(text).filter(|word| !seen.says(word.as_str()));
        found.extend(words.map(|word| Stray { span: word.range(), sort: Sort::Chinese }));
    }
    let words = found.len();
    let mut greek = 0;
    for (at, c) in text.char_indices() {
        let end = at + c.len_utf8();
        // One or two Greek letters are a symbol: μm, ΔT, β版.
        greek = if is_greek(c) { greek + 1 } else { 0 };
        let sort = if japanese && is_chinese_only(c) {
            Sort::Chinese
        } else if is_other_script(c) || greek > 2 {
            Sort::Script
        } else {
            continue;
        };
        let inside = |stray: &Stray| stray.span.start <= at && end <= stray.span.end;
        if named(c) || found.iter().take(words).any(inside) {
            continue;
        }
        // Characters near each other are one slip.
        match found.get_mut(words..).and_then(<[Stray]>::last_mut) {
            Some(last) if last.sort == sort && at - last.span.end <= NEAR => last.span.end = end,
            _ => found.push(Stray { span: at..end, sort }),
        }
    }
    found
}

/// English in a Japanese text: a run of words, of which codes, addresses, units and what the facts say are none.
pub(super) fn english(text: &str, seen: &Seen) -> Vec<Stray> {
    let mut found = Vec::new();
    for run in LATIN.find_iter(text) {
        // Marks of a model and blanks of a template are for other rules.
        let before = text.get(..run.start()).unwrap_or_default();
        if before.ends_with(['<', '|', '/']) || before.trim_end().ends_with(['{', '[', '［']) {
            continue;
        }
        let unknown: Vec<Range<usize>> = words(run.as_str())
            .into_iter()
            .map(|word| run.start() + word.start..run.start() + word.end)
            .filter(|word| !is_allowed(text.get(word.clone()).unwrap_or_default(), seen))
            .collect();
        let (Some(first), Some(last)) = (unknown.first(), unknown.last()) else { continue };
        let word = |span: &Range<usize>| text.get(span.clone()).unwrap_or_default().to_lowercase();
        let english = unknown.iter().any(|span| ENGLISH.contains(word(span).as_str()));
        let small =
            |span: &&Range<usize>| text.get((*span).clone()).unwrap_or_default().starts_with(char::is_lowercase);
        let sentence = unknown.len() >= 3 && unknown.iter().filter(small).count() >= 2;
        let sort = if english || sentence { Sort::English } else { Sort::Word };
        // A single capitalised word that is no common English word is a name; other rules ask where it comes from.
        if sort == Sort::Word && !unknown.iter().any(|span| small(&span)) {
            continue;
        }
        found.push(Stray { span: first.start..last.end, sort });
    }
    found
}

/// Japanese in an English text, unless the facts say it.
pub(super) fn japanese(text: &str, seen: &Seen) -> Vec<Stray> {
    let mut found = Vec::new();
    for run in JAPANESE.find_iter(text) {
        let said = run.as_str().trim_end_matches(['、', '。', '・', '　', '（', '」', '』', '）']);
        let known = said
            .split(['、', '。', '・', '　', '「', '」', '『', '』', '（', '）'])
            .all(|part| part.is_empty() || seen.says(part));
        if known {
            continue;
        }
        let span = run.start()..run.start() + said.len();
        let before = text.get(..span.start).unwrap_or_default();
        let after = text.get(span.end..).unwrap_or_default();
        if is_name_in_script(before, said) {
            continue;
        }
        let gloss = before.ends_with(['(', '（']) && after.starts_with([')', '）']);
        found.push(Stray { span, sort: if gloss { Sort::Gloss } else { Sort::Japanese } });
    }
    found
}

/// Whether Japanese behind a bracket is the name before it as its bearer writes it: Kana Kiritani (桐谷 佳奈).
fn is_name_in_script(before: &str, said: &str) -> bool {
    let Some((outside, inside)) = before.rsplit_once(['(', '（']) else { return false };
    let name = outside.trim_end().rsplit([' ', '\n']).next().unwrap_or_default();
    let kanji = |c: char| matches!(c, '\u{4e00}'..='\u{9fff}' | '々' | 'ァ'..='ー');
    name.starts_with(char::is_uppercase)
        && name.chars().skip(1).all(|c| c.is_lowercase() || matches!(c, '.' | '-' | '\''))
        && inside.chars().chain(said.chars()).all(|c| kanji(c) || matches!(c, ' ' | '\u{3000}'))
        && said.chars().count() <= 6
}

/// The words of a run, without stops at their ends.
fn words(run: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = 0;
    for piece in run.split([' ', '\u{a0}']) {
        let word = piece.trim_end_matches(['.', ',', ':', '?', '\'', '’']);
        if !word.is_empty() {
            found.push(at..at + word.len());
        }
        at += piece.len() + run.get(at + piece.len()..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
    }
    found
}

/// Whether a Latin word has its place in a Japanese text.
fn is_allowed(word: &str, seen: &Seen) -> bool {
    let letters = word.chars().filter(|c| c.is_alphabetic()).count();
    let code = word.chars().any(|c| c.is_ascii_digit()) && !word.chars().any(|c| c.is_lowercase() && word.len() > 14);
    let address = word.contains('@') || word.contains("://") || word.starts_with("www.") || is_file_or_host(word);
    let capitals = word.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase);
    if letters <= 1 || code || address || (capitals && !ENGLISH.contains(word.to_lowercase().as_str())) {
        return true;
    }
    let parts = || word.split(['-', '/', '&', '\'', '’', '_', '.', ':']).filter(|part| !part.is_empty());
    let known =
        |part: &str| part.chars().count() <= 1 || KNOWN.contains(part.to_lowercase().as_str()) || seen.has_word(part);
    KNOWN.contains(word.to_lowercase().as_str()) || seen.has_word(word) || parts().all(known)
}

/// `example.co.jp`, `list.xlsx`: letters on both sides of a stop.
fn is_file_or_host(word: &str) -> bool {
    let inner = |(at, _): (usize, &str)| {
        let sides = (word.get(..at).unwrap_or_default(), word.get(at + 1..).unwrap_or_default());
        sides.0.ends_with(char::is_alphanumeric) && sides.1.starts_with(char::is_alphanumeric)
    };
    word.match_indices('.').any(inner)
}

fn is_greek(c: char) -> bool {
    matches!(c, '\u{370}'..='\u{3ff}')
}

fn is_other_script(c: char) -> bool {
    matches!(c,
        '\u{400}'..='\u{52f}' // Cyrillic
        | '\u{530}'..='\u{58f}' // Armenian
        | '\u{590}'..='\u{8ff}' // Hebrew, Arabic, Syriac
        | '\u{900}'..='\u{109f}' // Indic, Thai, Lao, Tibetan, Burmese
        | '\u{10a0}'..='\u{11ff}' // Georgian, Hangul letters, Ethiopic
        | '\u{1200}'..='\u{18af}'
        | '\u{3100}'..='\u{312f}' // Bopomofo
        | '\u{3130}'..='\u{318f}' // Hangul letters
        | '\u{a960}'..='\u{a97f}'
        | '\u{ac00}'..='\u{d7ff}' // Hangul
        | '\u{ffa0}'..='\u{ffdc}')
}
