//! The date of a letter, on a line of its own.

use std::ops::Range;
use std::sync::LazyLock;

use crate::lang::Pattern;

/// A whole date, with its weekday or a label, and nothing else.
static DATE: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::fixed(concat!(
        r"^(?:(?:日付|作成日|発信日|送信日時?|Date|Sent)[:：]? ?)?(?:(?:令和|平成)?[0-9〇一二三四五六七八九十元]{1,6}年)?[0-9〇一二三四五六七八九十]{1,3}月[0-9〇一二三四五六七八九十]{1,3}日(?:[（(].[）)])?(?:付)?$",
        r"|^(?:(?:Date|Sent):? ?)?(?:[A-Z][a-z]{2,8},? )?(?:[0-9]{1,2}(?:st|nd|rd|th)? [A-Z][a-z]{2,8}|[A-Z][a-z]{2,8} [0-9]{1,2}(?:st|nd|rd|th)?),? ?(?:[0-9]{4})?$",
    ))
});
/// What stands at the head of a letter beside its date.
const HEAD: [&str; 14] = [
    "様",
    "御中",
    "各位",
    "殿",
    "株式会社",
    "有限会社",
    "件名",
    "宛先",
    "Dear ",
    "Subject",
    "To:",
    "Ltd",
    "GmbH",
    "Re:",
];
/// Lines around the date in which the rest of the head stands.
const NEAR: usize = 8;
/// Bytes of a text in which its head stands, and of its longest line.
const HEAD_BYTES: usize = 600;

/// Whether a sentence is the date of the letter that a text is.
pub(super) fn is_date_line(text: &str, sentence: &Range<usize>) -> bool {
    if sentence.start > HEAD_BYTES || sentence.len() > 80 {
        return false;
    }
    let line = text.get(sentence.clone()).unwrap_or_default().trim();
    let (before, after) =
        (text.get(..sentence.start).unwrap_or_default(), text.get(sentence.end..).unwrap_or_default());
    let alone = before.trim_end_matches([' ', '　', '*']).chars().next_back().is_none_or(|c| c == '\n')
        && after.trim_start_matches([' ', '　', '*']).chars().next().is_none_or(|c| c == '\n');
    let first = before.lines().filter(|line| !line.trim().is_empty()).count() <= NEAR;
    let head = || {
        let after = after.get(..after.floor_char_boundary(HEAD_BYTES)).unwrap_or_default();
        let mut near = before.lines().rev().take(NEAR).chain(after.lines().take(NEAR));
        near.any(|line| HEAD.iter().any(|word| line.contains(word)) && line.chars().count() < 40)
    };
    alone && first && DATE.is_match(line) && head()
}

#[cfg(test)]
mod tests {
    use super::is_date_line;

    #[test]
    fn the_date_of_a_letter_is_told_from_that_of_an_entry() {
        let is = |text: &str, line: &str| {
            let at = text.find(line).unwrap();
            is_date_line(text, &(at..at + line.len()))
        };
        assert!(is("2026年12月11日\n\n黒川 様\n\nお詫び申し上げます。", "2026年12月11日"));
        assert!(is("24 November 2026\n\nDear Ms. Marsh,\n\nWe are sorry.", "24 November 2026"));
        assert!(!is("11月10日\n三宅主任から電話があった。", "11月10日"));
        assert!(!is("黒川 様\n\n11月10日に伺います。", "11月10日"));
    }
}
