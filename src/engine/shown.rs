//! Untrusted text, made fit to stand in a message.

/// The longest excerpt of an untrusted text in a message, in characters.
const LIMIT: usize = 60;

/// At most [`LIMIT`] characters of `text`, with control and invisible direction characters escaped.
pub(crate) fn shown(text: &str) -> String {
    let mut out = String::new();
    for (at, c) in text.chars().enumerate() {
        if at == LIMIT {
            out.push('…');
            break;
        }
        match c {
            '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}' => {
                out.extend(c.escape_unicode());
            }
            _ if c.is_control() => out.extend(c.escape_unicode()),
            _ => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::shown;

    #[test]
    fn control_characters_are_escaped_and_length_is_bounded() {
        assert_eq!(shown("a\u{1b}[31m"), "a\\u{1b}[31m");
        assert_eq!(shown("\u{202e}x"), "\\u{202e}x");
        assert_eq!(shown(&"あ".repeat(100)).chars().count(), 61);
    }
}
