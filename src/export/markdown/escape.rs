//! Content inside Markdown: characters that would mean something are escaped, the others left readable.

use crate::draft::clean;

/// A text on a line of its own, escaped.
pub(super) fn escaped_line(text: &str) -> String {
    escaped(clean::line(text).trim_start_matches(' '))
}

/// A text inside a line, such as a heading or a cell: the beginning means nothing there.
pub(super) fn escaped_inline(text: &str) -> String {
    signs_escaped(clean::line(text).trim_start_matches(' '), None)
}

/// One line of a text, escaped: no emphasis, link, code, HTML or entity comes out of it, and at its beginning no
/// heading, list, quotation or rule.
pub(super) fn escaped(line: &str) -> String {
    let chars: Vec<char> = line.chars().collect();
    signs_escaped(line, marker(&chars))
}

fn signs_escaped(line: &str, start: Option<usize>) -> String {
    let mut out = String::with_capacity(line.len() + 8);
    let chars: Vec<char> = line.chars().collect();
    for (index, c) in chars.iter().copied().enumerate() {
        let before = index.checked_sub(1).and_then(|before| chars.get(before)).copied();
        let after = chars.get(index + 1).copied();
        let special = match c {
            '\\' | '`' | '*' | '[' | ']' | '<' | '~' => true,
            // Inside a word it is only itself.
            '_' => !(before.is_some_and(char::is_alphanumeric) && after.is_some_and(char::is_alphanumeric)),
            '&' => after.is_some_and(|after| after.is_ascii_alphabetic() || after == '#'),
            '!' => after == Some('['),
            // At the end of a heading it would close it.
            '#' => before == Some(' ') || Some(index) == start,
            // `$…$` is mathematics to some renderers.
            '$' => true,
            _ => Some(index) == start,
        };
        if special {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

/// Where a sign stands that would make the line a heading, a list, a quotation, a rule or a table.
fn marker(chars: &[char]) -> Option<usize> {
    let digits = chars.iter().take_while(|c| c.is_ascii_digit()).count();
    let behind = |at: usize| chars.get(at + 1).is_none_or(|c| c.is_whitespace());
    match chars.get(digits)? {
        '.' | ')' if digits > 0 && behind(digits) => Some(digits),
        '#' | '>' | '|' | '=' if digits == 0 => Some(0),
        '-' | '+' if digits == 0 && (behind(0) || chars.get(1) == Some(&'-')) => Some(0),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn what_would_mean_something_is_escaped() {
        for (written, wanted) in [
            ("# 見出し", "\\# 見出し"),
            ("- item", "\\- item"),
            ("1. 概要", "1\\. 概要"),
            ("> quote", "\\> quote"),
            ("---", "\\---"),
            ("| a | b |", "\\| a | b |"),
            ("*a* `b` ~c~ $d$", "\\*a\\* \\`b\\` \\~c\\~ \\$d\\$"),
            ("<script>alert(1)</script>", "\\<script>alert(1)\\</script>"),
            ("&lt;b&gt; &#60; A & B", "\\&lt;b\\&gt; \\&#60; A & B"),
            ("[text](http://x) ![i](y)", "\\[text\\](http://x) \\!\\[i\\](y)"),
            ("_a_ a_b@x.example", "\\_a\\_ a_b@x.example"),
            ("C:\\temp", "C:\\\\temp"),
        ] {
            assert_eq!(escaped(written), wanted);
        }
    }

    #[test]
    fn ordinary_text_stays_readable() {
        for text in [
            "11月30日（月）14時、KB-240（12,000箱）",
            "Tel. 022-555-0142, a@b.example",
            "【お詫び】納入の件",
            "2026年11月24日",
            "38,500円",
        ] {
            assert_eq!(escaped(text), text);
        }
    }
}
