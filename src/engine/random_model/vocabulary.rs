//! A made-up vocabulary of any size: every byte, Japanese characters, syllables of two and of four letters, the
//! control tokens of a chat.

use crate::engine::candle::stand_in;

/// A short chat template in the manner of Qwen's.
pub(super) const TEMPLATE: &str = "{%- for message in messages %}\
    {{- '<|im_start|>' + message.role + '\\n' + message.content + '<|im_end|>\\n' }}\
    {%- endfor %}\
    {%- if add_generation_prompt %}{{- '<|im_start|>assistant\\n' }}{%- endif %}";

/// The control tokens, and their types: 3 control, 4 user-defined.
const CONTROLS: [(&str, i32); 5] =
    [("<|endoftext|>", 3), ("<|im_start|>", 3), ("<|im_end|>", 3), ("<think>", 4), ("</think>", 4)];
/// Tokens after the ordinary ones: the control tokens, the rest unused, as in Qwen3's files.
const EXTRA: usize = 293;

/// The tokens of a file.
pub(super) struct Vocabulary {
    pub(super) tokens: Vec<String>,
    /// 1 ordinary, 3 control, 4 user-defined, 5 unused.
    pub(super) types: Vec<i32>,
    pub(super) merges: Vec<String>,
    pub(super) padding: u32,
    pub(super) end: u32,
}

impl Vocabulary {
    /// A vocabulary of `count` tokens: at least the bytes and [`EXTRA`].
    pub(super) fn new(count: usize) -> Self {
        let ordinary = count.saturating_sub(EXTRA).max(256);
        let mut tokens: Vec<String> = (0..=255).map(|byte| stand_in(byte).to_string()).collect();
        let mut merges = Vec::new();
        for (left, right) in pairs().take(ordinary - 256) {
            tokens.push(format!("{left}{right}"));
            merges.push(format!("{left} {right}"));
        }
        let mut types = vec![1; tokens.len()];
        let first = tokens.len();
        for (token, kind) in CONTROLS {
            tokens.push(token.to_owned());
            types.push(kind);
        }
        for at in tokens.len()..count {
            tokens.push(format!("[PAD{at}]"));
            types.push(5);
        }
        Self { tokens, types, merges, padding: first as u32, end: first as u32 + 2 }
    }
}

/// What is merged, in order: the bytes of Japanese characters (U+3000–U+9FFF), two letters, two and two letters.
fn pairs() -> impl Iterator<Item = (String, String)> {
    let follow = || (0x80..=0xbf).map(stand_in);
    let leads = (0xe3..=0xe9).map(stand_in);
    let two: Vec<(char, char)> = leads.flat_map(|lead| follow().map(move |second| (lead, second))).collect();
    let three: Vec<(String, String)> = two
        .iter()
        .flat_map(|(lead, second)| follow().map(move |third| (format!("{lead}{second}"), third.to_string())))
        .collect();
    let letters = || 'a'..='z';
    let syllables: Vec<(char, char)> = letters().flat_map(|a| letters().map(move |b| (a, b))).collect();
    let texts = |(a, b): (char, char)| (a.to_string(), b.to_string());
    let join = |(a, b): (char, char)| format!("{a}{b}");
    let words: Vec<String> = syllables.iter().copied().map(join).collect();
    let four = (0..words.len() * words.len())
        .map(move |at| (words[at / words.len()].clone(), words[at % words.len()].clone()));
    let first = syllables.into_iter().map(texts).chain(two.into_iter().map(texts));
    first.chain(three).chain(four)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::Vocabulary;

    #[test]
    fn every_token_is_its_own() {
        let vocabulary = Vocabulary::new(151_936);
        assert_eq!(vocabulary.tokens.len(), 151_936);
        assert_eq!(vocabulary.types.len(), 151_936);
        assert_eq!(vocabulary.merges.len() + 256 + 293, 151_936);
        assert_eq!(vocabulary.tokens.iter().collect::<BTreeSet<_>>().len(), 151_936);
        assert_eq!(vocabulary.tokens[vocabulary.end as usize], "<|im_end|>");
    }
}
