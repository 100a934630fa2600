//! Runs of kanji and katakana.

use super::{Word, stop};
use crate::lang::Lang;

/// Longest run of kanji that is taken for a word of its own; longer ones are compounds.
const LONGEST_WORD: usize = 4;

/// A run of kanji: itself where it may be a word, and its pairs. A single one is the stem of a verb (遅れる) where
/// kana follow, else most often a counter or a suffix.
pub(super) fn kanji(run: &str, after_digit: bool, kana_follow: bool, words: &mut Vec<Word>) {
    let run = if after_digit { run.trim_start_matches(is_counter) } else { run };
    let chars: Vec<char> = run.chars().collect();
    if let [only] = chars.as_slice() {
        if kana_follow && !stop::KANJI.contains(*only) {
            push(run, false, words);
        }
        return;
    }
    if (2..=LONGEST_WORD).contains(&chars.len()) {
        push(run, true, words);
    }
    if chars.len() > 2 {
        for pair in chars.windows(2) {
            push(&pair.iter().collect::<String>(), false, words);
        }
    }
}

/// What is counted by the digits before belongs to them: 4日遅れ is about 遅れ.
fn is_counter(c: char) -> bool {
    "年月日時分秒週間件名個枚箱円回社人度点台室反本冊泊棟割倍".contains(c)
}

/// A run of katakana is one word.
pub(super) fn katakana(run: &str, words: &mut Vec<Word>) {
    let stem = run.trim_matches('ー');
    if stem.chars().count() > 1 {
        words.extend(made(stem.to_owned(), Some(run)));
    }
}

fn push(stem: &str, whole: bool, words: &mut Vec<Word>) {
    words.extend(made(stem.to_owned(), whole.then_some(stem)));
}

fn made(stem: String, shown: Option<&str>) -> Option<Word> {
    let stopped = stop::JAPANESE.contains(stem.as_str());
    (!stopped).then(|| Word { lang: Lang::Ja, stem, shown: shown.map(str::to_owned) })
}
