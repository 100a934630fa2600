//! Removes what a model thinks aloud.

/// What begins thinking.
pub(crate) const OPEN: &str = "<think>";
/// What ends it.
pub(crate) const CLOSE: &str = "</think>";

/// Whether thinking that begins in a text goes on at its end.
pub(crate) fn opens(text: &str) -> bool {
    text.rfind(OPEN) > text.rfind(CLOSE)
}

/// The text without `<think>…</think>`. Without an end, thinking runs to the end of the text; without a beginning,
/// from the beginning of the text.
pub(crate) fn without_thinking(text: &str) -> String {
    let mut out = String::new();
    let (mut rest, mut depth) = (text, 0usize);
    while let Some(at) = rest.find(OPEN).into_iter().chain(rest.find(CLOSE)).min() {
        if depth == 0 {
            out.push_str(&rest[..at]);
        }
        if rest[at..].starts_with(OPEN) {
            depth += 1;
            rest = &rest[at + OPEN.len()..];
        } else {
            if depth == 0 {
                out.clear();
            }
            depth = depth.saturating_sub(1);
            rest = &rest[at + CLOSE.len()..];
        }
    }
    if depth == 0 {
        out.push_str(rest);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{opens, without_thinking};

    #[test]
    fn an_open_end_is_noticed() {
        for (text, open) in [("", false), ("<think>\n", true), ("<think>\n\n</think>\n\n", false)] {
            assert_eq!(opens(text), open, "{text}");
        }
    }

    #[test]
    fn thinking_is_removed_whole_or_not() {
        for (text, left) in [
            ("お詫び", "お詫び"),
            ("<think>a</think>b", "b"),
            ("a<think>b</think>c<think>d</think>e", "ace"),
            ("a<think>b", "a"),
            ("a</think>b", "b"),
            ("<think>a<think>b</think>c</think>d", "d"),
            ("<think>", ""),
            ("</think>", ""),
        ] {
            assert_eq!(without_thinking(text), left, "{text}");
        }
    }
}
