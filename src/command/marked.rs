//! A line of a text with some of its words marked underneath, as a terminal shows it.

use std::ops::Range;

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use crate::draft::clean;

/// Columns of a line that is shown.
const COLUMNS: usize = 72;
/// Columns before the words that are shown at most.
const BEFORE: usize = 24;

/// The line the words lie in and a line of marks, both indented; none for a place without words.
pub(super) fn marked(text: &str, span: &Range<usize>) -> Option<String> {
    let words = text.get(span.clone())?.lines().next().filter(|words| !words.trim().is_empty())?;
    let start = text.get(..span.start)?.rfind('\n').map_or(0, |at| at + 1);
    let rest = text.get(span.start + words.len()..)?;
    let after = rest.split('\n').next().unwrap_or_default();
    // A space keeps the blanks at an end.
    let shown = |part: &str| clean::clean(&part.replace('\n', " "));
    let (before, words, after) = (shown(text.get(start..span.start)?), shown(words), shown(after));

    let mut room = BEFORE;
    let head: String = before.chars().rev().take_while(|c| fits(*c, &mut room)).collect();
    let head: String = head.chars().rev().collect();
    let head = if head.len() < before.len() { format!("…{head}") } else { head };
    let mut room = COLUMNS.saturating_sub(head.width());
    let kept: String = words.chars().take_while(|c| fits(*c, &mut room)).collect();
    let tail: String = if kept.len() < words.len() {
        "…".to_owned()
    } else {
        let tail: String = after.chars().take_while(|c| fits(*c, &mut room)).collect();
        if tail.len() < after.len() { tail + "…" } else { tail }
    };
    let (indent, marks) = (" ".repeat(head.width()), "^".repeat(kept.width().max(1)));
    Some(format!("    | {head}{kept}{tail}\n    | {indent}{marks}\n"))
}

/// Takes a character's columns out of the room.
fn fits(c: char, room: &mut usize) -> bool {
    let width = c.width().unwrap_or(0);
    let fits = width <= *room;
    *room = room.saturating_sub(width);
    fits
}

#[cfg(test)]
mod tests {
    use unicode_width::UnicodeWidthStr;

    use super::{COLUMNS, marked};

    fn of(text: &str, words: &str) -> String {
        let at = text.find(words).unwrap();
        marked(text, &(at..at + words.len())).unwrap()
    }

    #[test]
    fn marks_stand_under_the_words() {
        assert_eq!(
            of("件名\n10月11日に ABC を確認。\n", "ABC"),
            "    | 10月11日に ABC を確認。\n    |            ^^^\n"
        );
        assert_eq!(of("全角の「言葉」です", "言葉"), "    | 全角の「言葉」です\n    |         ^^^^\n");
        // A combining mark takes no column.
        assert_eq!(of("cafe\u{301} au lait", "au"), "    | cafe\u{301} au lait\n    |      ^^\n");
    }

    #[test]
    fn long_lines_are_cut_around_the_words() {
        let text = format!("{}必ず{}", "前".repeat(60), "後".repeat(60));
        let shown = of(&text, "必ず");
        let lines: Vec<&str> = shown.lines().collect();
        assert!(lines[0].starts_with("    | …前") && lines[0].ends_with("後…"), "{shown}");
        assert!(lines[0].width() <= COLUMNS + 8, "{shown}");
        let column = lines[0].split("必ず").next().unwrap().width();
        assert_eq!(lines[1].find('^'), Some(column));
    }

    #[test]
    fn nothing_a_terminal_obeys_is_shown() {
        let shown = of("a\u{1b}[31m b\u{202e}c", "c");
        assert!(!shown.contains(['\u{1b}', '\u{202e}']), "{shown:?}");
        assert_eq!(marked("text", &(2..2)), None);
    }
}
