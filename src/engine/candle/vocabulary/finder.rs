//! Finds tokens by their names in a text.

use aho_corasick::{AhoCorasick, MatchKind};

/// Tokens that are looked for by name: the first place where one stands, and the longest there.
pub(crate) struct Finder {
    tokens: Vec<(String, u32)>,
    automaton: AhoCorasick,
}

/// A stretch of a text.
pub(crate) enum Part<'a> {
    /// Without any of the tokens; never empty.
    Text(&'a str),
    /// One of the tokens.
    Token(u32),
}

impl Finder {
    /// A finder of tokens; those without a name are left out.
    ///
    /// # Errors
    /// When there are too many of them.
    pub(crate) fn new(mut tokens: Vec<(String, u32)>) -> Result<Self, String> {
        tokens.retain(|(token, _)| !token.is_empty());
        tokens.sort_by(|(a, _), (b, _)| b.len().cmp(&a.len()).then_with(|| a.cmp(b)));
        let automaton = AhoCorasick::builder()
            .match_kind(MatchKind::LeftmostLongest)
            .build(tokens.iter().map(|(token, _)| token))
            .map_err(|error| error.to_string())?;
        Ok(Self { tokens, automaton })
    }

    /// The tokens and their ids, longest first.
    pub(crate) fn tokens(&self) -> &[(String, u32)] {
        &self.tokens
    }

    /// The stretches of a text, in order.
    pub(crate) fn parts<'a>(&self, text: &'a str) -> Vec<Part<'a>> {
        let (mut parts, mut done) = (Vec::new(), 0);
        let between = |from: usize, to: usize, parts: &mut Vec<Part<'a>>| {
            if from < to {
                parts.push(Part::Text(&text[from..to]));
            }
        };
        if !self.tokens.is_empty() {
            for found in self.automaton.find_iter(text) {
                between(done, found.start(), &mut parts);
                parts.push(Part::Token(self.tokens[found.pattern().as_usize()].1));
                done = found.end();
            }
        }
        between(done, text.len(), &mut parts);
        parts
    }
}
