//! A script or a language that does not belong: Chinese glyphs, Hangul, stray English, stray Japanese.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use crate::facts::Audience;
use crate::facts::normalise::{Value, mentions};
use crate::kind::Laid;
use crate::lang::{Lang, Message};
use crate::review::chinese_only::CHINESE_ONLY;
use crate::review::rule::{Context, Example, Rule, RuleError, Scope};
use crate::review::seen::Seen;
use crate::review::{Finding, Severity};

pub(in crate::review) const RULE: Rule = Rule {
    id: "language-leak",
    code: "",
    about: (
        "ほかの言語の文字や語（中国語の字体、ハングル、英文、英語の文に混じる日本語）。小さなモデルが混ぜます。",
        "Characters or words of another language (Chinese glyphs, Hangul, English in Japanese, Japanese in English). Small models mix them in.",
    ),
    audiences: &Audience::ALL,
    kinds: &[],
    scope: Scope::Section,
    failing: &[
        Example { lang: Lang::Ja, text: "这次给您带来不便。" },
        Example { lang: Lang::Ja, text: "担当の변경を承りました。" },
        Example { lang: Lang::Ja, text: "ご負担を重く受け止めます。We sincerely apologize." },
        Example { lang: Lang::Ja, text: "deliveryの遅れをお詫びします。" },
        Example { lang: Lang::En, text: "We apologise. 誠に申し訳ございません。" },
        Example { lang: Lang::En, text: "We recognise 这 burden." },
        Example { lang: Lang::En, text: "The Ответ will follow." },
    ],
    passing: &[
        Example {
            lang: Lang::Ja,
            text: "化粧箱KB-240の件、aizawa@toto-minamo.example へお知らせください。CCにて共有し、PDFもお送りします。",
        },
        Example {
            lang: Lang::Ja,
            text: "国会、学校、経済、対応、関係、体制、実際、営業、製品、図面、点検、発送、価格、総務、労働、歳、戻、込、働、峠、畑。",
        },
        Example { lang: Lang::Ja, text: "髙橋、﨑、辻、葛城、鷗、頰、塡、剝。" },
        Example { lang: Lang::En, text: "We apologise – truly – for the naïve résumé check at the café." },
        Example { lang: Lang::En, text: "Tel. 022-555-0142, aizawa@toto-minamo.example" },
    ],
    check,
};

/// Scripts neither language is written in.
static FOREIGN: LazyLock<Regex> = LazyLock::new(|| {
    regex(r"[\p{Hangul}\p{Cyrillic}\p{Arabic}\p{Thai}\p{Devanagari}\p{Hebrew}\p{Bengali}\p{Armenian}\p{Georgian}]+")
});
static JAPANESE: LazyLock<Regex> = LazyLock::new(|| regex(r"[\p{Han}\p{Hiragana}\p{Katakana}ー。、「」]+"));
static LATIN: LazyLock<Regex> = LazyLock::new(|| regex(r"[A-Za-z][A-Za-z'’]*(?:[ ,]+[A-Za-z][A-Za-z'’]*)*"));

/// Characters Japanese dictionaries know and Japanese letters never use.
const CHINESE_WORDS: [char; 6] = ['您', '吗', '呢', '么', '哪', '咱'];

/// Latin words at home in Japanese business writing, besides short capitals such as CC and PDF.
const AT_HOME: [&str; 22] = [
    "Web",
    "web",
    "Excel",
    "Word",
    "Zoom",
    "Teams",
    "Slack",
    "Google",
    "Microsoft",
    "Windows",
    "kg",
    "cm",
    "mm",
    "km",
    "MB",
    "GB",
    "No",
    "Tel",
    "Wi",
    "Fi",
    "e",
    "mail",
];

fn regex(pattern: &str) -> Regex {
    Regex::new(pattern).unwrap_or_else(|error| unreachable!("a fixed pattern: {error}"))
}

fn check(context: &Context<'_>, laid: &Laid) -> Result<Vec<Finding>, RuleError> {
    let seen = context.grounds().seen();
    let text = &laid.text;
    let mut findings: Vec<Finding> = FOREIGN.find_iter(text).map(|found| finding(found.range())).collect();
    match context.lang {
        Lang::Ja => {
            findings.extend(chinese(text).into_iter().map(finding));
            findings.extend(latin(text, seen));
        }
        Lang::En => {
            let stray = JAPANESE.find_iter(text).filter(|found| !seen.says(found.as_str()));
            findings.extend(stray.map(|found| finding(found.range())));
        }
    }
    Ok(findings)
}

fn finding(span: Range<usize>) -> Finding {
    let message = Message::new("この文書の言語ではない文字や語です", "characters or words of another language");
    Finding::error(RULE.id, span, message)
        .suggest(Message::new("日本語だけで書いてください", "write it in English only"))
}

/// Runs of characters in which a Chinese-only one stands.
fn chinese(text: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    for (at, c) in text.char_indices() {
        if c.is_ascii() || !is_chinese_only(c) {
            continue;
        }
        let end = at + c.len_utf8();
        match found.last_mut() {
            Some(last) if last.end == at => last.end = end,
            _ => found.push(at..end),
        }
    }
    found
}

fn is_chinese_only(c: char) -> bool {
    static SORTED: LazyLock<Vec<char>> = LazyLock::new(|| CHINESE_ONLY.chars().collect());
    SORTED.binary_search(&c).is_ok() || CHINESE_WORDS.contains(&c)
}

/// English in a Japanese text: a phrase is an error, a short word alone a warning.
fn latin(text: &str, seen: &Seen) -> Vec<Finding> {
    let codes: Vec<Range<usize>> = mentions(text, Lang::Ja)
        .into_iter()
        .filter(|mention| matches!(mention.value, Value::Code(_) | Value::Email(_) | Value::Url(_)))
        .map(|mention| mention.span)
        .collect();
    let mut findings = Vec::new();
    for found in LATIN.find_iter(text) {
        let inside = codes.iter().any(|code| code.start < found.end() && found.start() < code.end);
        // Part of A4, 3D or an id: letters beside a digit.
        let beside_digit = text
            .get(..found.start())
            .is_some_and(|before| before.ends_with(|c: char| c.is_ascii_digit() || c == '-'))
            || text.get(found.end()..).is_some_and(|after| after.starts_with(|c: char| c.is_ascii_digit() || c == '-'));
        let words: Vec<&str> = found.as_str().split([' ', ',']).filter(|word| !word.is_empty()).collect();
        let at_home = |word: &&str| {
            AT_HOME.contains(word)
                || (word.len() <= 5 && word.chars().all(|c| c.is_ascii_uppercase()))
                || seen.says(word)
        };
        if inside || beside_digit || words.iter().all(at_home) || seen.says(found.as_str()) {
            continue;
        }
        let made = finding(found.range());
        let long = words.len() > 1 || found.as_str().len() >= 5;
        findings.push(if long { made } else { made.with_severity(Severity::Warn) });
    }
    findings
}
