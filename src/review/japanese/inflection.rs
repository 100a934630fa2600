//! The forms a word of a table takes.
//!
//! A table gives words as patterns in which `{v:おっしゃられる}` stands for all forms of a verb: 一段 verbs by their る,
//! 五段 verbs by the vowel row of their last kana, サ変 verbs by する. Verbs in る after a kana of the i or e row are 一段;
//! where that is wrong the table writes the forms out.

use std::sync::LazyLock;

use regex::{Captures, Regex};

use crate::lang::fixed;
/// What follows the stem of a 一段 verb.
const ICHIDAN: &str = "(?:る|れば|よう|ろ|ます|ませ|まし|た|て|な(?:い|か|く|け)|ず|そう|$|[、。])";

/// What follows the stem of する.
const SURU: &str =
    "(?:する|すれば|しよう|します|しませ|しまし|した|して|しな(?:い|か|く|け)|せず|いたしま|致しま|いたした|いたして)";

/// The rows of 五段 verbs: last kana, the stems before ない, ます, ば and う, and the ending before て and た.
const GODAN: &[(char, [&str; 4], &str)] = &[
    ('う', ["わ", "い", "え", "お"], "っ[てた]"),
    ('く', ["か", "き", "け", "こ"], "い[てた]"),
    ('ぐ', ["が", "ぎ", "げ", "ご"], "い[でだ]"),
    ('す', ["さ", "し", "せ", "そ"], "し[てた]"),
    ('つ', ["た", "ち", "て", "と"], "っ[てた]"),
    ('ぬ', ["な", "に", "ね", "の"], "ん[でだ]"),
    ('ぶ', ["ば", "び", "べ", "ぼ"], "ん[でだ]"),
    ('む', ["ま", "み", "め", "も"], "ん[でだ]"),
    ('る', ["ら", "り", "れ", "ろ"], "っ[てた]"),
];

/// Kana of the i and e rows, after which る is taken for a 一段 ending.
const BEFORE_RU: &str = "いきしちにひみりぎじびえけせてねへめれげぜべ";

static WORD: LazyLock<Regex> = LazyLock::new(|| fixed(r"\{v:([^{}]+)\}"));

/// A pattern with every `{v:…}` written out as the forms of the verb.
pub(in crate::review) fn inflected(pattern: &str) -> String {
    WORD.replace_all(pattern, |found: &Captures<'_>| forms(found.get(1).map_or("", |word| word.as_str()))).into_owned()
}

/// A pattern for the forms of a verb.
fn forms(verb: &str) -> String {
    if let Some(stem) = verb.strip_suffix("する") {
        return format!("{stem}{SURU}");
    }
    let mut letters = verb.chars();
    let last = letters.next_back();
    let stem = letters.as_str();
    if last == Some('る') && stem.ends_with(|c: char| BEFORE_RU.contains(c)) {
        return format!("{stem}{ICHIDAN}");
    }
    let row = GODAN.iter().find(|(kana, ..)| Some(*kana) == last);
    row.map_or_else(
        || verb.to_owned(),
        |(kana, [nai, masu, ba, volition], te)| {
            format!(
                "{stem}(?:{kana}|{nai}(?:な[いかくけ]|ず|れ)|{masu}(?:ま[すせし]|たい|[、。])|{ba}ば|{volition}う|{te})"
            )
        },
    )
}

#[cfg(test)]
mod tests {
    use regex::Regex;

    use super::inflected;

    fn matches(pattern: &str, text: &str) -> bool {
        Regex::new(&inflected(pattern)).unwrap().is_match(text)
    }

    #[test]
    fn forms_of_each_class() {
        for text in ["おっしゃられた", "おっしゃられます", "おっしゃられて", "おっしゃられない", "おっしゃられ、"]
        {
            assert!(matches("{v:おっしゃられる}", text), "{text}");
        }
        for text in ["伺って", "伺います", "伺わない", "伺えば", "伺おう", "伺う"] {
            assert!(matches("^{v:伺う}$", text) || matches("{v:伺う}", text), "{text}");
        }
        for text in ["徹底します", "徹底いたします", "徹底した", "徹底せず"] {
            assert!(matches("{v:徹底する}", text), "{text}");
        }
        assert!(!matches("{v:伺う}", "伺いました".get(..6).unwrap()));
        assert!(!matches("{v:見れる}", "見れば"));
    }
}
