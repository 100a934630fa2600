//! What two texts have in common.

use crate::facts::normalise::compare_key;
use crate::lang::Lang;

/// Words of English that carry no content.
const SMALL_WORDS: [&str; 60] = [
    "the", "a", "an", "of", "to", "in", "on", "at", "by", "for", "from", "with", "and", "or", "our", "your", "you",
    "we", "us", "it", "is", "are", "was", "were", "be", "will", "would", "have", "has", "had", "this", "that", "these",
    "those", "as", "not", "no", "all", "any", "each", "every", "what", "which", "who", "when", "after", "before",
    "until", "i", "me", "my", "so", "but", "if", "do", "did", "does", "about", "into", "its",
];

/// Months are part of dates.
const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// A text in the grains it is compared by: characters of Japanese, words of English.
#[derive(Clone, Debug)]
pub(super) enum Grain {
    /// Characters under `compare_key`.
    Ja(Vec<char>),
    /// Words in lower case.
    En(Vec<String>),
}

impl Grain {
    /// The grains of a text.
    pub(super) fn of(text: &str, lang: Lang) -> Self {
        match lang {
            Lang::Ja => Self::Ja(compare_key(text).chars().collect()),
            Lang::En => Self::En(tokens(text)),
        }
    }

    /// The longest stretch shared with another text, of at least so many characters or words, as the other writes it.
    pub(super) fn shared(&self, other: &Self, characters: usize, words: usize) -> Option<String> {
        match (self, other) {
            (Self::Ja(one), Self::Ja(two)) => {
                longest(one, two).filter(|run| run.len() >= characters).map(|run| run.iter().collect())
            }
            (Self::En(one), Self::En(two)) => {
                longest(one, two).filter(|run| run.len() >= words).map(|run| run.join(" "))
            }
            _ => None,
        }
    }
}

/// A stretch that both texts share, see [`Grain::shared`].
#[must_use]
pub(super) fn shared_run(text: &str, other: &str, lang: Lang, characters: usize, words: usize) -> Option<String> {
    Grain::of(text, lang).shared(&Grain::of(other, lang), characters, words)
}

/// The longest common run of two sequences.
fn longest<'a, T: PartialEq>(one: &[T], two: &'a [T]) -> Option<&'a [T]> {
    let mut best = (0, 0);
    let mut row = vec![0_usize; two.len() + 1];
    for a in one {
        let mut diagonal = 0;
        for (index, b) in two.iter().enumerate() {
            let Some(cell) = row.get_mut(index + 1) else { continue };
            let above = *cell;
            *cell = if a == b { diagonal + 1 } else { 0 };
            if *cell > best.0 {
                best = (*cell, index + 1);
            }
            diagonal = above;
        }
    }
    two.get(best.1 - best.0..best.1).filter(|run| !run.is_empty())
}

/// Words in lower case, without punctuation.
#[must_use]
pub(super) fn tokens(text: &str) -> Vec<String> {
    let words = text.split(|c: char| !(c.is_alphanumeric() || matches!(c, '-' | ',' | '.' | '\'')));
    let trimmed = words.map(|word| word.trim_matches(['-', ',', '.', '\'']).trim_end_matches("'s"));
    trimmed.filter(|word| !word.is_empty()).map(str::to_lowercase).collect()
}

/// How much a run says beyond dates, numbers and grammar: characters of Japanese, words of English.
#[must_use]
pub(super) fn substance(run: &str, lang: Lang) -> usize {
    match lang {
        Lang::Ja => run.chars().filter(|c| c.is_alphanumeric() && !c.is_ascii_digit() && !is_grammar(*c)).count(),
        Lang::En => {
            let words = tokens(run);
            let says =
                |word: &&String| !SMALL_WORDS.contains(&word.as_str()) && word.chars().all(|c| !c.is_ascii_digit());
            words.iter().filter(says).filter(|word| !MONTHS.contains(&word.as_str())).count()
        }
    }
}

/// Kana of particles and endings, and the characters dates are made of.
fn is_grammar(c: char) -> bool {
    matches!(c, 'ぁ'..='ん' | 'ー' | '年' | '月' | '日' | '時' | '分' | '円' | '午' | '前' | '後')
}

/// How much of what `record` says stands in `text`: whether they speak of the same thing.
#[must_use]
pub(super) fn speaks_of(text: &str, record: &str, lang: Lang) -> bool {
    match lang {
        // Four characters in a row that are not merely kana name a thing.
        Lang::Ja => shared_run(text, record, lang, 4, 2)
            .is_some_and(|run| run.chars().filter(|c| !matches!(c, 'ぁ'..='ん' | '、' | '。')).count() >= 3),
        Lang::En => {
            let text = tokens(text);
            let content: Vec<String> =
                tokens(record).into_iter().filter(|word| !SMALL_WORDS.contains(&word.as_str())).collect();
            let shared = content.iter().filter(|word| text.contains(word)).count();
            shared > 0 && (shared >= 3 || shared * 2 >= content.len())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{shared_run, speaks_of};
    use crate::lang::Lang;

    #[test]
    fn runs_in_common() {
        assert_eq!(
            shared_run("専用メール窓口を設けます", "専用メール窓口の設置", Lang::Ja, 6, 3).as_deref(),
            Some("専用メール窓口")
        );
        assert_eq!(
            shared_run("We will set up a dedicated mailbox.", "a dedicated mailbox", Lang::En, 6, 3).as_deref(),
            Some("a dedicated mailbox")
        );
        assert_eq!(shared_run("", "何か", Lang::Ja, 1, 1), None);
    }

    #[test]
    fn the_same_thing_in_other_words() {
        assert!(speaks_of(
            "受注システムに「変更依頼」の必須欄を追加いたします。",
            "受注システムへの「変更依頼」必須欄の追加",
            Lang::Ja
        ));
        assert!(speaks_of("We will answer you on the fee separately.", "the fee", Lang::En));
        assert!(!speaks_of("We will set up a dedicated hotline.", "a weekly written report to you", Lang::En));
        assert!(!speaks_of("新しい窓口を設けます。", "月次のお打ち合わせへの課長の出席", Lang::Ja));
    }
}
