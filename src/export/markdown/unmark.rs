//! Out of Markdown as this program writes it, the running text again, with the way back to the places in the file.

use crate::export::Unmarked;
use crate::lang::Lang;

/// Takes the signs of Markdown out of a text: escapes, headings, hard breaks, list marks, the pipes of tables.
#[must_use]
pub fn unmark(source: &str, lang: Lang) -> Unmarked {
    let mut plain = Unmarked::with_capacity(source.len());
    let mut from = 0;
    for line in source.split_inclusive('\n') {
        unmark_line(line, from, lang, &mut plain);
        from += line.len();
    }
    plain.close(source.len());
    plain
}

fn unmark_line(line: &str, from: usize, lang: Lang, plain: &mut Unmarked) {
    let body = line.trim_end_matches('\n');
    let is_rule = body.starts_with('|') && body.chars().all(|c| matches!(c, '|' | '-' | ':' | ' '));
    if is_rule && body.contains("---") {
        return;
    }
    let hashes = body.len() - body.trim_start_matches('#').len();
    let mut at = 0;
    let row = body.starts_with("| ");
    if (1..=6).contains(&hashes) && body.get(hashes..).is_some_and(|rest| rest.starts_with(' ')) {
        at = hashes + 1;
    } else if row {
        at = 2;
    } else if lang == Lang::Ja && body.starts_with("- ") {
        plain.push_for("・", from, 2);
        at = 2;
    }
    let body = if row { body.strip_suffix('|').unwrap_or(body).trim_end() } else { body };
    // A hard break; an even number of them is escaped backslashes.
    let breaks = (body.len() - body.trim_end_matches('\\').len()) % 2 == 1;
    let body = if breaks { body.strip_suffix('\\').unwrap_or(body) } else { body };
    let mut rest = body.get(at..).unwrap_or_default().char_indices().peekable();
    while let Some((index, c)) = rest.next() {
        let place = from + at + index;
        let next = rest.peek().copied();
        if c == '\\'
            && let Some((_, escaped)) = next.filter(|(_, next)| next.is_ascii_punctuation())
        {
            plain.push(escaped.encode_utf8(&mut [0; 4]), place + 1);
            rest.next();
        } else if row && c == '|' {
            plain.push("\t", place);
        } else {
            plain.push(c.encode_utf8(&mut [0; 4]), place);
        }
    }
    if line.ends_with('\n') {
        plain.push("\n", from + line.len() - 1);
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::escape::{escaped_inline, escaped_line};
    use super::unmark;
    use crate::draft::clean;
    use crate::lang::Lang;

    #[test]
    fn the_text_comes_back_with_its_places() {
        let source = "# お詫び\n\n玖珠乃製菓\\\n黒川様\n\n\\<b> 1\\. x\n";
        let plain = unmark(source, Lang::Ja);
        assert_eq!(plain.text, "お詫び\n\n玖珠乃製菓\n黒川様\n\n<b> 1. x\n");
        for word in ["お詫び", "黒川様", "<b>", "x"] {
            let start = plain.text.find(word).unwrap();
            let origin = plain.origin(&(start..start + word.len()));
            assert_eq!(&source[origin], word);
        }
    }

    #[test]
    fn lists_and_tables_come_back() {
        let plain = unmark("- 一つ\n\n| 日 | 事 |\n| --- | --- |\n| 1日 | a \\| b |\n", Lang::Ja);
        assert_eq!(plain.text, "・一つ\n\n日 \t 事\n1日 \t a | b\n");
        assert_eq!(unmark("- one\n", Lang::En).text, "- one\n");
        assert_eq!(unmark("", Lang::En).origin(&(0..0)), 0..0);
    }

    proptest! {
        #[test]
        fn what_is_escaped_comes_back(text in r"[ -~〇様\n|\\*_#>`<&\[\]]{0,40}", lines in 1_usize..3) {
            let plain = clean::line(&text).trim_start_matches(' ').to_owned();
            let wanted = vec![plain.clone(); lines].join("\n");
            let written = vec![escaped_line(&text); lines].join("\\\n");
            for lang in Lang::ALL {
                prop_assert_eq!(&unmark(&written, lang).text, &wanted);
                let heading = format!("# {}", escaped_inline(&text));
                prop_assert_eq!(&unmark(&heading, lang).text, &plain);
            }
        }

        #[test]
        fn no_text_breaks_the_way_back(text in r"\PC{0,60}") {
            let plain = unmark(&text, Lang::Ja);
            for (start, c) in plain.text.char_indices() {
                let origin = plain.origin(&(start..start + c.len_utf8()));
                prop_assert!(origin.start <= origin.end && text.get(origin.clone()).is_some(), "{:?}", origin);
            }
        }
    }
}
