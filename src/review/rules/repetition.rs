//! R28: the same again: a loop, a sentence twice, one intensifier too many.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use crate::facts::Audience;
use crate::facts::normalise::compare_key;
use crate::kind::Laid;
use crate::lang::{Lang, Message};
use crate::review::rule::{Context, Example, Rule, RuleError, Scope};
use crate::review::sentence::sentences;
use crate::review::{Finding, Severity};

pub(in crate::review) const RULE: Rule = Rule {
    id: "repetition",
    code: "R28",
    about: (
        "同じ文の繰り返し（三度以上は誤り）、強めの語やお詫びの重ねすぎ。空虚に響きます。",
        "The same sentence again (an error from the third time), too many intensifiers or apologies. It sounds hollow.",
    ),
    audiences: &Audience::ALL,
    kinds: &[],
    scope: Scope::Section,
    failing: &[
        Example {
            lang: Lang::Ja, text: "重く受け止めております。重く受け止めております。重く受け止めております。"
        },
        Example { lang: Lang::Ja, text: "誠に申し訳なく、誠に恐縮で、誠に残念に存じます。" },
        Example { lang: Lang::Ja, text: "確認確認確認確認確認確認確認確認を進めます。" },
        Example {
            lang: Lang::En,
            text: "We recognise this burden. We recognise this burden. We recognise this burden.",
        },
        Example { lang: Lang::En, text: "We are very, very, very sorry." },
        Example { lang: Lang::En, text: "the list the list the list the list the list the list the list" },
    ],
    passing: &[
        Example {
            lang: Lang::Ja, text: "このたびは誠に申し訳ございません。重ねてお詫び申し上げます。"
        },
        Example {
            lang: Lang::Ja,
            text: "・11月27日：ご報告（書面）\n・12月4日：ご報告（書面）\n・12月18日：ご報告（書面）",
        },
        Example { lang: Lang::Ja, text: "まず伺い、次に確かめ、最後にお伝えいたします。" },
        Example { lang: Lang::En, text: "We apologise for failing to reply. We are sorry for the trouble." },
        Example {
            lang: Lang::En,
            text: "On 11 November we delivered 2,000 cartons. On 12 November we delivered the rest.",
        },
        Example { lang: Lang::En, text: "Dear Ms. Marsh,\n\nWe are sorry. You will receive our report." },
    ],
    check,
};

static INTENSIFIER: LazyLock<Regex> = LazyLock::new(|| {
    regex(r"誠に|深く|大変|心より|(?i:(?-u:\b)(?:sincerely|deeply|very|truly|profoundly|extremely)(?-u:\b))")
});
static APOLOGY: LazyLock<Regex> =
    LazyLock::new(|| regex(r"お詫び|おわび|申し訳|謝罪|(?i:(?-u:\b)apolog[A-Za-z]*|(?-u:\b)sorry(?-u:\b))"));

fn regex(pattern: &str) -> Regex {
    Regex::new(pattern).unwrap_or_else(|error| unreachable!("a fixed pattern: {error}"))
}

fn check(context: &Context<'_>, laid: &Laid) -> Result<Vec<Finding>, RuleError> {
    let mut findings = repeated_sentences(&laid.text);
    findings.extend(looping(&laid.text));
    if context.facts.audience() == Audience::Client {
        let fixed = laid.sections.iter().filter(|section| !section.prose);
        let fixed: Vec<Range<usize>> = fixed.map(|section| section.span.clone()).collect();
        findings.extend(too_many(&laid.text, &fixed));
    }
    Ok(findings)
}

/// A whole sentence said again: a warning the second time, an error from the third.
fn repeated_sentences(text: &str) -> Vec<Finding> {
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    let mut findings = Vec::new();
    for span in sentences(text) {
        let Some(sentence) = text.get(span.clone()) else { continue };
        let key = compare_key(sentence);
        if key.chars().count() < 10 || !sentence.ends_with(['。', '.', '！', '!']) {
            continue;
        }
        let times = seen.entry(key).or_insert(0);
        *times += 1;
        if *times < 2 {
            continue;
        }
        let message = Message::new("同じ文の繰り返しです", "the same sentence again");
        let severity = if *times > 2 { Severity::Error } else { Severity::Warn };
        findings.push(Finding::error(RULE.id, span, message).with_severity(severity));
    }
    findings
}

/// A short stretch said five times on end.
fn looping(text: &str) -> Option<Finding> {
    let chars: Vec<(usize, char)> = text.char_indices().collect();
    for start in 0..chars.len() {
        for length in 2..=24_usize {
            let Some(unit) = chars.get(start..start + length) else { break };
            // Rules and dotted lines repeat by nature.
            if !unit.iter().any(|(_, c)| c.is_alphabetic()) {
                continue;
            }
            let mut end = start + length;
            let mut times = 1;
            while chars.get(end..end + length).is_some_and(|next| next.iter().zip(unit).all(|((_, a), (_, b))| a == b))
            {
                times += 1;
                end += length;
            }
            if times >= 5 {
                let from = chars.get(start).map_or(0, |(at, _)| *at);
                let to = chars.get(end).map_or(text.len(), |(at, _)| *at);
                let message = Message::new("同じ語が続いています", "the same words over and over");
                return Some(Finding::error(RULE.id, from..to, message));
            }
        }
    }
    None
}

/// More intensifiers and apologies than a letter bears.
fn too_many(text: &str, fixed: &[Range<usize>]) -> Vec<Finding> {
    let mut findings = Vec::new();
    let prose = |at: usize| !fixed.iter().any(|span| span.contains(&at));
    let mut words: BTreeMap<String, Vec<Range<usize>>> = BTreeMap::new();
    for found in INTENSIFIER.find_iter(text).filter(|found| prose(found.start())) {
        // "Sincerely," closes a letter.
        let closes = text.get(found.end()..).is_some_and(|rest| rest.starts_with(",\n")) || found.end() == text.len();
        if !closes {
            words.entry(found.as_str().to_lowercase()).or_default().push(found.range());
        }
    }
    for (word, places) in words {
        findings.extend(
            places
                .into_iter()
                .skip(2)
                .map(|span| hint(span, format!("「{word}」が三度目です"), format!("`{word}` for the third time"))),
        );
    }
    let apologies = APOLOGY.find_iter(text).filter(|found| prose(found.start()));
    findings.extend(
        apologies
            .skip(3)
            .map(|found| hint(found.range(), "お詫びが四度目です".to_owned(), "the fourth apology".to_owned())),
    );
    findings
}

fn hint(span: Range<usize>, ja: String, en: String) -> Finding {
    Finding::error(RULE.id, span, Message::new(ja, en))
        .with_severity(Severity::Hint)
        .suggest(Message::new("一度、具体的に述べてください", "say it once, and concretely"))
}
