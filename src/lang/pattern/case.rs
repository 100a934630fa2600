//! Patterns without regard to case, for texts that are written small.
//!
//! Each letter of such a pattern is a class of two or three letters, which takes several times as long to parse and to
//! compile as the letter. A pattern all of whose letters are meant so can be written small and searched for in a small
//! copy of the text instead.

use std::iter::Peekable;
use std::str::Chars;

/// A pattern for the small copy of a text, if it has letters and all of them stand for both cases. Only ASCII letters
/// do: a pattern with others that have a case is left as it is.
pub(super) fn lowered(pattern: &str) -> Option<String> {
    let mut small = String::with_capacity(pattern.len());
    // Whether the groups around regard no case.
    let mut groups = vec![false];
    let mut letters = false;
    let mut chars = pattern.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\\' => escape(&mut chars, &mut small)?,
            '(' => {
                let outer = *groups.last()?;
                groups.push(group(&mut chars, &mut small, outer)?);
                // `(?i)` holds for what is left of the group around it.
                if chars.peek() == Some(&')') && small.ends_with('\0') {
                    small.pop();
                    chars.next();
                    let inner = groups.pop()?;
                    *groups.last_mut()? = inner;
                }
            }
            ')' => {
                groups.pop()?;
                small.push(c);
            }
            _ if c.is_ascii_alphabetic() => {
                if !*groups.last()? {
                    return None;
                }
                letters = true;
                small.push(c.to_ascii_lowercase());
            }
            _ if c.is_lowercase() || c.is_uppercase() => return None,
            _ => small.push(c),
        }
    }
    letters.then_some(small)
}

/// An escape, as it is: `\b`, `\.`, `\u{3000}`, `\p{Han}`.
fn escape(chars: &mut Peekable<Chars<'_>>, small: &mut String) -> Option<()> {
    let escaped = chars.next()?;
    small.extend(['\\', escaped]);
    if !matches!(escaped, 'u' | 'x' | 'p' | 'P') {
        return Some(());
    }
    let name: String = std::iter::from_fn(|| chars.next_if(|c| *c != '}')).collect();
    let caseless = match escaped {
        'u' | 'x' => u32::from_str_radix(name.strip_prefix('{')?, 16).is_ok_and(|code| code >= 0x3000),
        _ => matches!(name.as_str(), "{Han" | "{Hiragana" | "{Katakana"),
    };
    small.push_str(&name);
    caseless.then_some(())
}

/// The opening of a group behind its bracket, without the flag for case; whether letters in it regard no case. Flags
/// without a group leave a mark behind.
fn group(chars: &mut Peekable<Chars<'_>>, small: &mut String, outer: bool) -> Option<bool> {
    if chars.next_if_eq(&'?').is_none() {
        small.push('(');
        return Some(outer);
    }
    if chars.next_if_eq(&'P').is_some() {
        let name: String = std::iter::from_fn(|| chars.next_if(|c| *c != '>')).collect();
        small.push_str("(?P");
        small.push_str(&name);
        return Some(outer);
    }
    let flags: String = std::iter::from_fn(|| chars.next_if(|c| c.is_ascii_alphabetic() || *c == '-')).collect();
    let (on, off) = flags.split_once('-').unwrap_or((&flags, ""));
    let caseless = (outer || on.contains('i')) && !off.contains('i');
    let (on, off) = (on.replace('i', ""), off.replace('i', ""));
    let kept = if off.is_empty() { on } else { format!("{on}-{off}") };
    match chars.peek()? {
        ':' => {
            chars.next();
            small.push_str(&format!("(?{kept}:"));
        }
        ')' => {
            if !kept.is_empty() {
                small.push_str(&format!("(?{kept})"));
            }
            small.push('\0');
        }
        _ => return None,
    }
    Some(caseless)
}

#[cfg(test)]
mod tests {
    use super::lowered;

    #[test]
    fn patterns_are_written_small_where_all_their_letters_may_be_large() {
        for (pattern, small) in [
            ("(?i)We will|NOT", Some("we will|not")),
            (r"(?i)(?-u:\b)Ask(?-u:\b)", Some(r"(?-u:\b)ask(?-u:\b)")),
            ("(?im)^Dear", Some("(?m)^dear")),
            ("(?i:Ask)|(?i:tell [A-Z]+)", Some("(?:ask)|(?:tell [a-z]+)")),
            (r"(?i)(?P<Name>a|\p{Han}B)\W\u{3000}", Some(r"(?P<Name>a|\p{Han}b)\W\u{3000}")),
            ("(?i)貴社ABC", Some("貴社abc")),
            ("必ず", None),
            ("必ずA", None),
            ("(?i:ask)|Tell", None),
            ("(?i)a(?-i:B)", None),
            (r"(?i)a\p{Lu}", None),
            (r"(?i)a\x41", None),
            ("(?i)é", None),
            ("(?i)straße", None),
        ] {
            assert_eq!(lowered(pattern).as_deref(), small, "{pattern}");
        }
    }
}
