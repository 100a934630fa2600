//! Characters that never leave the program: controls, and those nobody can see.

/// The text without control and invisible characters; line breaks stay, a tab becomes a space.
/// Variation selectors stay: names are written with them.
pub(crate) fn clean(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace(['\t', '\u{0B}', '\u{0C}'], " ");
    text.chars().filter(|c| *c == '\n' || !(c.is_control() || is_hidden(*c))).collect()
}

/// The same on one line.
pub(crate) fn line(text: &str) -> String {
    clean(&text.replace(['\n', '\r', '\u{2028}', '\u{2029}'], " ")).trim_end().to_owned()
}

/// Zero-width and bidirectional controls, soft hyphen, separators of lines, tag characters.
fn is_hidden(c: char) -> bool {
    matches!(c,
        '\u{00AD}' | '\u{061C}' | '\u{180E}' | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}'
        | '\u{2060}'..='\u{206F}' | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}' | '\u{E0000}'..='\u{E007F}')
}

#[cfg(test)]
mod tests {
    use super::{clean, line};

    #[test]
    fn controls_and_invisible_characters_go_and_rare_names_stay() {
        assert_eq!(clean("a\u{1b}[31mb\u{0}\u{200b}c\u{202e}d\r\ne\tf\u{c}g"), "a[31mbcd\ne f g");
        assert_eq!(clean("神\u{FE00}葛\u{E0100}髙"), "神\u{FE00}葛\u{E0100}髙");
        assert_eq!(line("a\nb \n"), "a b");
    }
}
