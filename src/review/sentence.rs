//! Sentences with their places.

use std::ops::Range;

/// Words whose full stop ends no sentence.
const ABBREVIATIONS: [&str; 18] = [
    "Mr", "Ms", "Mrs", "Dr", "Prof", "No", "Tel", "Co", "Ltd", "Inc", "Corp", "St", "vs", "etc", "e.g", "i.e", "a.m",
    "p.m",
];

/// The sentences of a text: bytes without the blanks around them. A line break ends a sentence too.
#[must_use]
pub(super) fn sentences(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = 0;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let end = at + c.len_utf8();
        let ends = match c {
            '\n' | '\t' => {
                push(&mut found, text, start..at);
                start = end;
                continue;
            }
            '。' | '！' | '？' | '!' | '?' => true,
            '.' => ends_english(text, at),
            _ => false,
        };
        if !ends {
            continue;
        }
        // Closing quotes and brackets belong to the sentence they close.
        let mut end = end;
        while let Some((next, closing)) = chars.peek().copied() {
            if !matches!(closing, '」' | '』' | '）' | ')' | '"' | '”' | '’') {
                break;
            }
            end = next + closing.len_utf8();
            chars.next();
        }
        push(&mut found, text, start..end);
        start = end;
    }
    push(&mut found, text, start..text.len());
    found
}

fn ends_english(text: &str, at: usize) -> bool {
    let after = text.get(at + 1..).unwrap_or("");
    if !after.is_empty() && !after.starts_with(|c: char| c.is_whitespace() || matches!(c, '"' | '”' | ')' | '’')) {
        return false;
    }
    let before = text.get(..at).unwrap_or("");
    let word = before.rsplit(|c: char| c.is_whitespace() || c == '(').next().unwrap_or("");
    let initial = word.len() == 1 && word.chars().all(|c| c.is_ascii_uppercase());
    // "K.K. has" goes on, "… of Kanaelta K.K." at the end of a line does not matter.
    let letters = word.contains('.') && word.split('.').all(|part| part.len() == 1);
    !(ABBREVIATIONS.contains(&word) || initial || letters)
}

fn push(found: &mut Vec<Range<usize>>, text: &str, range: Range<usize>) {
    let Some(piece) = text.get(range.clone()) else { return };
    let trimmed = piece.trim();
    if trimmed.is_empty() {
        return;
    }
    let start = range.start + (piece.len() - piece.trim_start().len());
    found.push(start..start + trimmed.len());
}

#[cfg(test)]
mod tests {
    use super::sentences;

    fn split(text: &str) -> Vec<&str> {
        sentences(text).into_iter().map(|range| &text[range]).collect()
    }

    #[test]
    fn japanese_and_english_sentences() {
        assert_eq!(split("一つ目です。二つ目です。\n三つ目"), ["一つ目です。", "二つ目です。", "三つ目"]);
        assert_eq!(split("「そうですか。」と伺いました。"), ["「そうですか。」", "と伺いました。"]);
        assert_eq!(
            split("Ms. Miyake called. At 9:10 a.m. we left. 1.5 days"),
            ["Ms. Miyake called.", "At 9:10 a.m. we left.", "1.5 days"]
        );
        assert_eq!(split("T. Iwase of Kanaelta K.K. came. Good!"), ["T. Iwase of Kanaelta K.K. came.", "Good!"]);
        assert!(split(" \n ").is_empty());
    }
}
