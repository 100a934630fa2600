//! How the byte-pair vocabularies of model files cut words: the names files use, and the published patterns.

use crate::engine::shown::shown;

/// How a byte-pair vocabulary treats text before merging.
pub(crate) struct Rules {
    /// Its names in `tokenizer.ggml.pre`.
    pub(crate) names: &'static [&'static str],
    /// The patterns words are cut by, one after the other.
    pub(crate) patterns: &'static [&'static str],
    /// Whether text is normalised to NFC first.
    pub(crate) nfc: bool,
    /// Whether a word that is a token is taken whole, without merging.
    pub(crate) whole: bool,
    /// Whether a text begins with the token for that, where the file does not say.
    pub(crate) begins: bool,
}

macro_rules! words {
    ($letters:literal, $digits:literal, $others:literal) => {
        concat!(
            r"(?:'[sS]|'[tT]|'[rR][eE]|'[vV][eE]|'[mM]|'[lL][lL]|'[dD])|[^\r\n\p{L}\p{N}]?",
            $letters,
            "|",
            $digits,
            "| ?",
            $others,
            r"[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+"
        )
    };
}

macro_rules! cased {
    ($suffix:literal, $digits:literal) => {
        concat!(
            r"[^\r\n\p{L}\p{N}]?[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]*[\p{Ll}\p{Lm}\p{Lo}\p{M}]+",
            $suffix,
            r"|[^\r\n\p{L}\p{N}]?[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]+[\p{Ll}\p{Lm}\p{Lo}\p{M}]*",
            $suffix,
            "|",
            $digits,
            r"| ?[^\s\p{L}\p{N}]+[\r\n/]*|\s*[\r\n]+|\s+(?!\S)|\s+"
        )
    };
}

const GPT2: &str = r"'s|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)";
const QWEN2: &str = words!(r"\p{L}+", r"\p{N}", r"[^\s\p{L}\p{N}]+");
const LLAMA3: &str = words!(r"\p{L}+", r"\p{N}{1,3}", r"[^\s\p{L}\p{N}]+");

const ASIAN: &str = r"[一-龥\u{800}-一가-\u{d7ff}]+";

const PLAIN: Rules = Rules { names: &[], patterns: &[], nfc: false, whole: false, begins: false };

/// All that is known. A name that is not here is refused: a wrong guess would make a model stammer.
pub(crate) const RULES: [Rules; 14] = [
    Rules {
        names: &["qwen2", "deepseek-r1-qwen", "kormo", "f2llmv2", "megrez", "stablelm2"],
        patterns: &[QWEN2],
        nfc: true,
        ..PLAIN
    },
    Rules {
        names: &["qwen35"],
        patterns: &[words!(r"[\p{L}\p{M}]+", r"\p{N}", r"[^\s\p{L}\p{M}\p{N}]+")],
        nfc: true,
        ..PLAIN
    },
    Rules { names: &["hunyuan", "solar-open", "grok-2"], patterns: &[QWEN2], ..PLAIN },
    Rules {
        names: &[
            "llama3",
            "llama-v3",
            "llama-bpe",
            "lfm2",
            "falcon3",
            "falcon-h1",
            "pixtral",
            "midm-2.0",
            "jina-v5-nano",
        ],
        patterns: &[LLAMA3],
        whole: true,
        begins: true,
        ..PLAIN
    },
    Rules { names: &["smaug-bpe", "dbrx", "glm4", "chatglm-bpe"], patterns: &[LLAMA3], ..PLAIN },
    Rules {
        names: &["smollm", "starcoder", "refact", "codeshell", "exaone", "minerva-7b", "mellum2"],
        patterns: &[r"\p{N}", GPT2],
        ..PLAIN
    },
    Rules { names: &["command-r"], patterns: &[r"\p{N}", GPT2], nfc: true, ..PLAIN },
    Rules {
        names: &["gpt-2", "phi-2", "mellum", "gigachat", "a.x-4.0", "exaone4", "trillion", "granite-docling", "jais"],
        patterns: &[GPT2],
        ..PLAIN
    },
    Rules { names: &["mpt", "olmo", "modern-bert"], patterns: &[GPT2], nfc: true, ..PLAIN },
    Rules { names: &["falcon"], patterns: &[r"[\p{P}\$\+<=>\^~\|`]+", GPT2, "[0-9][0-9][0-9]"], ..PLAIN },
    Rules { names: &["deepseek-coder"], patterns: &[r"[\r\n]", r"\s?\p{L}+", r"\s?\p{P}+", ASIAN, r"\p{N}"], ..PLAIN },
    Rules {
        names: &["deepseek-v3", "hunyuan-dense", "joyai-llm"],
        patterns: &[
            r"\p{N}{1,3}",
            "[一-龥぀-ゟ゠-ヿ]+",
            r##"[!"#$%&'()*+,\-./:;<=>?@\[\\\]^_`{|}~][A-Za-z]+|[^\r\n\p{L}\p{P}\p{S}]?[\p{L}\p{M}]+| ?[\p{P}\p{S}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+"##,
        ],
        ..PLAIN
    },
    Rules { names: &["tekken"], patterns: &[cased!("", r"\p{N}")], whole: true, begins: true, ..PLAIN },
    Rules {
        names: &["gpt-4o", "llama4", "kanana2"],
        patterns: &[cased!("(?:'[sS]|'[tT]|'[rR][eE]|'[vV][eE]|'[mM]|'[lL][lL]|'[dD])?", r"\p{N}{1,3}")],
        ..PLAIN
    },
];

impl Rules {
    /// The rules of a name.
    pub(crate) fn of(name: &str) -> Option<&'static Self> {
        RULES.iter().find(|rules| rules.names.contains(&name))
    }
}

/// The names that work, most used first, for a message.
pub(crate) fn known() -> String {
    let first = RULES.iter().filter_map(|rules| rules.names.first());
    first.map(|name| shown(name)).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use super::super::words::Words;
    use super::{RULES, Rules};

    /// What `words.py` recorded of the library that the authors of these vocabularies use.
    #[derive(serde::Deserialize)]
    struct Recorded {
        texts: Vec<String>,
        words: BTreeMap<String, Vec<Vec<String>>>,
    }

    #[test]
    fn texts_are_cut_as_recorded() {
        let recorded = include_str!("../../../../tests/engine/reference/words.json");
        let recorded: Recorded = serde_json::from_str(recorded).unwrap();
        assert_eq!(recorded.words.len(), 7);
        for (name, expected) in recorded.words {
            let words = Words::new(Rules::of(&name).unwrap().patterns).unwrap();
            for (text, expected) in recorded.texts.iter().zip(expected) {
                let mut found = Vec::new();
                words.cut(text, &mut |word| found.push(word));
                assert_eq!(found, expected, "{name}: {text:?}");
            }
        }
    }

    #[test]
    fn every_name_has_one_set_of_rules_that_can_be_used() {
        let mut names = BTreeSet::new();
        for rules in &RULES {
            assert!(Words::new(rules.patterns).is_ok(), "{:?}", rules.names);
            assert!(!rules.names.is_empty());
            for name in rules.names {
                assert!(names.insert(*name), "{name}");
                assert_eq!(Rules::of(name).map(|rules| rules.names), Some(rules.names));
            }
        }
        for name in ["", "default", "qwen", "QWEN2", "kimi-k2"] {
            assert!(Rules::of(name).is_none(), "{name}");
        }
    }
}
