//! Characters that never leave the program: controls, and those nobody can see.

use crate::facts::normalise::invisibles;
use crate::lang::Lang;

/// The text without control and invisible characters; line breaks stay, a tab becomes a space.
/// A variation selector behind its character stays: names are written with them.
pub(crate) fn clean(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace(['\u{2028}', '\u{2029}'], "\n");
    let text = text.replace(['\t', '\u{0B}', '\u{0C}'], " ");
    let hidden: Vec<usize> = invisibles(&text).into_iter().map(|(span, _)| span.start).collect();
    let kept =
        text.char_indices().filter(|(at, c)| *c == '\n' || !(c.is_control() || hidden.binary_search(at).is_ok()));
    kept.map(|(_, c)| c).collect()
}

/// The same on one line.
pub(crate) fn line(text: &str) -> String {
    clean(text).replace('\n', " ").trim_end().to_owned()
}

/// A model's text as it stands in a draft: clean, the lines of a paragraph run together.
pub(super) fn flowing(text: &str, lang: Lang) -> String {
    let clean = clean(text);
    let mut paragraphs: Vec<Vec<&str>> = vec![Vec::new()];
    for line in clean.lines().map(str::trim) {
        match paragraphs.last_mut() {
            Some(last) if !line.is_empty() => last.push(line),
            _ => paragraphs.push(Vec::new()),
        }
    }
    paragraphs.retain(|lines| !lines.is_empty());
    paragraphs.iter().map(|lines| lines.join(lang.pick("", " "))).collect::<Vec<_>>().join("\n\n")
}

#[cfg(test)]
mod tests {
    use super::{clean, flowing, line};
    use crate::lang::Lang;

    #[test]
    fn controls_and_invisible_characters_go_and_rare_names_stay() {
        assert_eq!(clean("a\u{1b}[31mb\u{0}\u{200b}c\u{202e}d\r\ne\tf\u{c}g"), "a[31mbcd\ne f g");
        assert_eq!(clean("神\u{FE00}葛\u{E0100}髙"), "神\u{FE00}葛\u{E0100}髙");
        assert_eq!(line("a\nb \n"), "a b");
    }

    #[test]
    fn a_model_s_lines_run_together() {
        assert_eq!(flowing(" 一文目。\n二文目。 \n\n\n次の段落。\n", Lang::Ja), "一文目。二文目。\n\n次の段落。");
        assert_eq!(flowing("One.\nTwo.\n\nThree.", Lang::En), "One. Two.\n\nThree.");
        assert_eq!(flowing("\u{200b}\n ", Lang::Ja), "");
    }
}
