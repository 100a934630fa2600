//! Cutting a text into words before merging, by published patterns.

use regex::Regex;

/// The end of most patterns: white space, but for the last of it where a word follows.
const SPACES: &str = r"\s+(?!\S)";

/// Cuts a text into words, step by step: each step cuts what the steps before left in one piece. What a pattern
/// matches is a word, and so is what lies between two matches.
pub(crate) struct Words(Vec<Step>);

struct Step {
    pattern: Regex,
    /// Whether white space leaves its last character to a word that follows.
    gives_way: bool,
    /// Whether white space that ends with a line break belongs to an alternative before the last.
    breaks: bool,
}

impl Words {
    /// The steps of patterns as they are published. They may end with `\s+(?!\S)` or `\s+(?!\S)|\s+`.
    ///
    /// The engine used here knows no look-ahead, and so takes time that grows with the text only; what the
    /// look-ahead says is done after the match.
    ///
    /// # Errors
    /// What is wrong with a pattern.
    pub(crate) fn new(patterns: &[&str]) -> Result<Self, regex::Error> {
        let step = |pattern: &&str| {
            let plain = pattern.strip_suffix(r"|\s+").unwrap_or(pattern);
            let breaks = plain.contains(r"\s*[\r\n]");
            Ok(match plain.strip_suffix(SPACES) {
                Some(rest) => Step { pattern: Regex::new(&format!(r"{rest}\s+"))?, gives_way: true, breaks },
                None => Step { pattern: Regex::new(pattern)?, gives_way: false, breaks },
            })
        };
        patterns.iter().map(step).collect::<Result<_, _>>().map(Self)
    }

    /// Gives each word of a text to `each`.
    pub(crate) fn cut<'a>(&self, text: &'a str, each: &mut impl FnMut(&'a str)) {
        cut(&self.0, text, each);
    }
}

fn cut<'a>(steps: &[Step], text: &'a str, each: &mut impl FnMut(&'a str)) {
    let Some((step, rest)) = steps.split_first() else {
        if !text.is_empty() {
            each(text);
        }
        return;
    };
    let mut at = 0;
    let mut done = 0;
    while let Some(found) = step.pattern.find_at(text, at) {
        let end = step.end(text, found.start(), found.end());
        if end == found.start() {
            break;
        }
        if done < found.start() {
            cut(rest, &text[done..found.start()], each);
        }
        cut(rest, &text[found.start()..end], each);
        (at, done) = (end, end);
    }
    if done < text.len() {
        cut(rest, &text[done..], each);
    }
}

impl Step {
    /// Where a match ends.
    fn end(&self, text: &str, start: usize, end: usize) -> usize {
        let found = &text[start..end];
        match found.char_indices().next_back() {
            Some((last, c))
                if self.gives_way
                    && last > 0
                    && end < text.len()
                    && c.is_whitespace()
                    && !(self.breaks && matches!(c, '\r' | '\n'))
                    && found.chars().all(char::is_whitespace) =>
            {
                start + last
            }
            _ => end,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Words;

    fn words<'a>(patterns: &[&str], text: &'a str) -> Vec<&'a str> {
        let mut words = Vec::new();
        Words::new(patterns).unwrap().cut(text, &mut |word| words.push(word));
        words
    }

    const GPT2: &str = r"'s|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)";
    const QWEN2: &str = r"[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+";

    #[test]
    fn white_space_leaves_its_last_to_a_word() {
        assert_eq!(words(&[GPT2], "a   b\n\nc  "), ["a", "  ", " b", "\n", "\n", "c", "  "]);
        assert_eq!(words(&[QWEN2], "a   b \n\n c  "), ["a", "  ", " b", " \n\n", " c", "  "]);
        assert_eq!(words(&[QWEN2], "!\n\n x"), ["!\n\n", " x"]);
        assert_eq!(words(&[QWEN2], "\t\t1"), ["\t", "\t", "1"]);
        assert_eq!(words(&[GPT2], "\u{3000}\u{3000}お"), ["\u{3000}", "\u{3000}", "お"]);
        assert_eq!(words(&[QWEN2], "\u{3000}\u{3000}お"), ["\u{3000}", "\u{3000}お"]);
        assert_eq!(words(&[QWEN2], ""), [""; 0]);
    }

    #[test]
    fn a_step_cuts_what_the_step_before_left() {
        assert_eq!(words(&[r"\p{N}", GPT2], "a  12 b's"), ["a", "  ", "1", "2", " b", "'s"]);
        assert_eq!(words(&[r"[0-9][0-9][0-9]"], "12345"), ["123", "45"]);
    }

    #[test]
    fn no_text_is_lost() {
        let text = "It's 10,000円\t\r\n\r\n  です。\u{a0}\u{a0}🍵 \n";
        for patterns in [&[GPT2][..], &[QWEN2], &[r"\p{N}", GPT2], &[r"[\p{P}\$]+", GPT2, r"\p{N}+"]] {
            assert_eq!(words(patterns, text).concat(), text);
        }
    }
}
