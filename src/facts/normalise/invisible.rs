//! Characters a reader cannot see, which can hide or reorder what a text says.

use std::ops::Range;

/// The invisible characters of a text that have no business in a letter, with their byte spans: zero-width,
/// bidirectional controls, soft hyphens, tags, fillers. A variation selector after a visible character (the exact
/// form of a kanji in a name) and the ideographic space are ordinary writing.
#[must_use]
pub fn invisibles(text: &str) -> Vec<(Range<usize>, char)> {
    let mut found = Vec::new();
    let mut before: Option<char> = None;
    for (start, c) in text.char_indices() {
        let selects = is_selector(c) && before.is_some_and(takes_selector);
        if is_invisible(c) && !selects {
            found.push((start..start + c.len_utf8(), c));
        }
        before = Some(c);
    }
    found
}

/// Whether a character shows nothing on the page; what is compared leaves it out.
pub(super) fn is_invisible(c: char) -> bool {
    is_selector(c)
        || matches!(c,
            '\u{00AD}' | '\u{034F}' | '\u{061C}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}'
            | '\u{180E}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}'
            | '\u{3164}' | '\u{FEFF}' | '\u{FFA0}' | '\u{FFF9}'..='\u{FFFB}'
            | '\u{1D173}'..='\u{1D17A}' | '\u{E0000}'..='\u{E00FF}' | '\u{E01F0}'..='\u{E0FFF}')
}

fn is_selector(c: char) -> bool {
    matches!(c, '\u{180B}'..='\u{180D}' | '\u{FE00}'..='\u{FE0F}' | '\u{E0100}'..='\u{E01EF}')
}

/// One selector follows one visible character; a chain of them can smuggle bytes.
fn takes_selector(c: char) -> bool {
    !c.is_ascii() && !c.is_whitespace() && !is_invisible(c) || matches!(c, '0'..='9' | '#' | '*')
}

#[cfg(test)]
mod tests {
    use super::invisibles;

    #[test]
    fn finds_what_cannot_be_seen() {
        for c in ['\u{200B}', '\u{200D}', '\u{202E}', '\u{2066}', '\u{00AD}', '\u{FEFF}', '\u{E0041}', '\u{2060}'] {
            let text = format!("担当{c}者");
            assert_eq!(invisibles(&text), [(6..6 + c.len_utf8(), c)]);
        }
    }

    #[test]
    fn ordinary_writing_passes() {
        for text in ["葛\u{E0100}城様", "株式会社　玖珠乃製菓", "辻\u{FE00}", "line\n\tbreak", "→①ｶﾞ"]
        {
            assert_eq!(invisibles(text), [], "{text}");
        }
    }

    #[test]
    fn a_chain_of_selectors_is_found() {
        assert_eq!(invisibles("葛\u{E0100}\u{E0101}").len(), 1);
        assert_eq!(invisibles(" \u{FE0F}").len(), 1);
        assert_eq!(invisibles("\u{FE0F}").len(), 1);
    }
}
