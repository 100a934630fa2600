//! Columns of a terminal or a mail: a full-width character takes two.

use unicode_width::UnicodeWidthStr;

/// The columns a line takes. Ambiguous characters such as `―` and `①` are wide in a Japanese text.
pub(crate) fn width(line: &str) -> usize {
    line.width_cjk()
}

/// The line at the right margin; one that is too long stays as it is.
pub(super) fn right(line: &str, columns: usize) -> String {
    indented(line, columns.saturating_sub(width(line)))
}

/// The line in the middle.
pub(super) fn centred(line: &str, columns: usize) -> String {
    indented(line, columns.saturating_sub(width(line)) / 2)
}

/// The line filled up with spaces.
pub(crate) fn filled(line: &str, columns: usize) -> String {
    format!("{line}{}", " ".repeat(columns.saturating_sub(width(line))))
}

fn indented(line: &str, by: usize) -> String {
    if line.is_empty() { String::new() } else { format!("{}{line}", " ".repeat(by)) }
}

#[cfg(test)]
mod tests {
    use super::{centred, filled, right};

    #[test]
    fn a_full_width_character_takes_two_columns() {
        assert_eq!(right("謹白", 10), "      謹白");
        assert_eq!(centred("お詫び", 10), "  お詫び");
        assert_eq!(filled("謹白", 6), "謹白  ");
        assert_eq!(right("長すぎる行", 4), "長すぎる行");
        assert_eq!(right("", 4), "");
    }
}
