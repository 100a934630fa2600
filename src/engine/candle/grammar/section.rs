//! The grammar of a section.
//!
//! A section is lines of sentences. A sentence ends with `。`, or `.`, and with the ids of the facts it rests on; one
//! without a figure may go without. Control tokens, markdown, lists, brackets and scripts of other languages cannot
//! be written.

use super::form::Form;
use crate::engine::EngineError;
use crate::engine::shown::shown;
use crate::lang::Lang;

/// Ids a sentence may cite at most.
const CITED: usize = 4;

/// What Japanese sentences have besides figures, as part of a class: letters, punctuation within a sentence, and
/// variation selectors, with which names are written.
const JA: &str = r#"\p{Hiragana}\p{Katakana}\p{Han}ー・々〆ヶA-Za-zÀ-ɏＡ-Ｚａ-ｚ、，,.「」『』（）()〈〉《》“”‘’'"：；:;〜～‐–—―−\-…‥／\/%％&＆+＋ \u{3000}℃㎡㎥㎏㎜㎝㎞㈱㈲№〒°×¥￥$€£\u{FE00}-\u{FE0F}\u{E0100}-\u{E01EF}"#;

/// What English sentences have besides figures and full stops.
const EN: &str = r#"\p{Latin},;:'"’‘“”()\-–—\/%&+$£€¥°…"#;

/// Figures.
const FIGURES: &str = "0-9０-９";

/// Abbreviations whose full stop ends no sentence.
const SHORT: &str = r"Mr|Mrs|Ms|Dr|Prof|Inc|Co|Ltd|Corp|No|Nos|St|vs|approx|etc|a\.m|p\.m|e\.g|i\.e";

/// The grammar of a section in a language, with the ids that may be cited; without any, nothing is.
///
/// # Errors
/// An id that is not made of letters and digits.
pub(super) fn form(lang: Lang, ids: &[String]) -> Result<Form, EngineError> {
    if let Some(id) = ids.iter().find(|id| id.is_empty() || !id.bytes().all(|byte| byte.is_ascii_alphanumeric())) {
        return Err(EngineError::compute(format!("`{}` cannot be cited", shown(id))));
    }
    let cited = (!ids.is_empty()).then(|| {
        let id = format!("(?:{})", ids.join("|"));
        let more = CITED - 1;
        format!(r"/{}\[{id}(?:,{id}){{0,{more}}}\]/", lang.pick("", " ?"))
    });
    let text = match lang {
        Lang::Ja => japanese(),
        Lang::En => english(),
    };
    let sentence = match cited {
        Some(cited) => format!("SENTENCE: FREE END | FIGURED END CITED\nCITED: {cited}"),
        None => "SENTENCE: FIGURED END".to_owned(),
    };
    Ok(Form::Lark(format!(
        "start: TEXT\nTEXT: (/[ \\n]{{0,2}}/ LINE (\"\\n\" \"\\n\"? LINE)*) & ~LISTED\n{sentence}\n{text}"
    )))
}

/// A sentence has a kana: it is neither English nor Chinese.
fn japanese() -> String {
    format!(
        "LINE: SENTENCE+\n\
         FREE: /[{JA}]*\\p{{Hiragana}}[{JA}]*/\n\
         FIGURED: /[{JA}{FIGURES}]*\\p{{Hiragana}}[{JA}{FIGURES}]*/\n\
         END: /[。！？]+[」』）]*/\n\
         LISTED: /(?s:.*\\n)?[ \\u{{3000}}]*(?:[\\-+・–—]|[{FIGURES}]+[.)）、])(?s:.*)/"
    )
}

/// A full stop within a sentence stands before a letter or figure, or behind an abbreviation.
fn english() -> String {
    let body = |figures: &str| format!(r"(?:[{EN} {figures}]|\.[{EN}{figures}]|(?:{SHORT})\.)*");
    let (free, figured) = (body(""), body("0-9"));
    format!(
        "LINE: SENTENCE (\" \" SENTENCE)*\n\
         FREE: /[\"“‘(]?\\p{{Latin}}{free}/\n\
         FIGURED: /[\"“‘(]?[\\p{{Latin}}$£€¥0-9]{figured}/\n\
         END: /[.!?][\"”’)]*/\n\
         LISTED: /(?s:.*\\n)? *[0-9]+[.)](?s:.*)/"
    )
}
