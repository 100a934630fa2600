//! A text that stops before it is finished.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use crate::facts::Audience;
use crate::kind::Laid;
use crate::lang::{Lang, Message};
use crate::review::Finding;
use crate::review::rule::{Context, Example, Rule, RuleError, Scope};
use crate::review::sentence::sentences;

pub(in crate::review) const RULE: Rule = Rule {
    id: "unfinished",
    code: "",
    about: (
        "途中で切れた文、閉じていないかっこ、壊れた文字。長さの上限や誤りで止まった跡です。",
        "A sentence cut off, a bracket never closed, a broken character: where the writing stopped short.",
    ),
    audiences: &Audience::ALL,
    kinds: &[],
    scope: Scope::Section,
    failing: &[
        Example { lang: Lang::Ja, text: "お詫び申し上げます。10月28日のお電話の内容を書面で" },
        Example { lang: Lang::Ja, text: "受注システムに「変更依頼の欄を加えます。" },
        Example { lang: Lang::Ja, text: "ご報告いたします\u{FFFD}。" },
        Example { lang: Lang::Ja, text: "お詫び申し上げます。また、" },
        Example { lang: Lang::En, text: "We apologise. On 10 November we" },
        Example { lang: Lang::En, text: "We apologise (see the report. We will write." },
        Example {
            lang: Lang::En,
            text: "We apologise for failing to confirm your call of 28 October in writing and...",
        },
    ],
    passing: &[
        Example { lang: Lang::Ja, text: "お詫び申し上げます。ご都合をお聞かせください。" },
        Example { lang: Lang::Ja, text: "「言った言わない」にはいたしません。" },
        Example {
            lang: Lang::Ja, text: "どのような迷いや支障がありましたか。（会議室で伺います。）"
        },
        Example { lang: Lang::En, text: "We apologise. Would one of these dates suit you?" },
        Example { lang: Lang::En, text: "She said: \"the date should be the 12th\"." },
        Example { lang: Lang::En, text: "It is Ms. Miyake's list (checked every Friday)." },
    ],
    check,
};

static ENDS: LazyLock<Regex> = LazyLock::new(|| regex("[。．.!?！？」』）)\"”’:：]$"));
static TRAILS: LazyLock<Regex> =
    LazyLock::new(|| regex(r"(?:…|\.\.\.|、|,|また|および|ならびに|(?-u:\b)(?i:and|or|but|the|a))[。.]?$"));

fn regex(pattern: &str) -> Regex {
    Regex::new(pattern).unwrap_or_else(|error| unreachable!("a fixed pattern: {error}"))
}

fn check(_: &Context<'_>, laid: &Laid) -> Result<Vec<Finding>, RuleError> {
    let mut findings = Vec::new();
    for (at, broken) in laid.text.match_indices('\u{FFFD}') {
        findings.push(finding(at..at + broken.len()));
    }
    for section in laid.sections.iter().filter(|section| section.prose) {
        let Some(text) = laid.text.get(section.span.clone()) else { continue };
        // A text by hand has a head and a signature: only its running paragraphs must end.
        let paragraphs = paragraphs(text)
            .into_iter()
            .filter(|range| !section.name.is_empty() || text.get(range.clone()).is_some_and(is_running));
        for range in paragraphs {
            let Some(paragraph) = text.get(range.clone()) else { continue };
            if !ENDS.is_match(paragraph) || TRAILS.is_match(paragraph) {
                let last = paragraph.char_indices().rev().nth(12).map_or(0, |(at, _)| at);
                findings.push(finding(section.span.start + range.start + last..section.span.start + range.end));
            } else if let Some(open) = unclosed(paragraph) {
                let at = section.span.start + range.start + open;
                let end = section.span.start + range.end;
                findings.push(finding(at..end));
            }
        }
    }
    Ok(findings)
}

fn finding(span: Range<usize>) -> Finding {
    let message = Message::new("文が途中で終わっています", "the text stops before it is finished");
    Finding::error(RULE.id, span, message).suggest(Message::new("文を最後まで書いてください", "finish the sentence"))
}

fn paragraphs(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = 0;
    for piece in text.split("\n\n") {
        let trimmed = piece.trim();
        if !trimmed.is_empty() {
            let at = start + (piece.len() - piece.trim_start().len());
            found.push(at..at + trimmed.len());
        }
        start += piece.len() + 2;
    }
    found
}

/// Whether a paragraph is running text rather than lines of a head, a list or a table.
fn is_running(paragraph: &str) -> bool {
    let long = paragraph.chars().count() >= if paragraph.is_ascii() { 100 } else { 40 };
    let trails = paragraph.ends_with("...") || paragraph.ends_with('…');
    let all = sentences(paragraph);
    let first = all.first().and_then(|first| paragraph.get(first.clone())).unwrap_or_default();
    // "1. Overview" is a heading, "Dear Mr. Kurokawa," a salutation.
    let has_sentence = long || trails || paragraph.contains('。') || (all.len() > 1 && first.chars().count() > 12);
    let lines = paragraph.contains('\n') || paragraph.starts_with(['・', '-', '|', '#']) || paragraph.contains('\t');
    has_sentence && !lines
}

/// The place of a bracket that is never closed.
fn unclosed(text: &str) -> Option<usize> {
    let pairs = [('「', '」'), ('『', '』'), ('（', '）'), ('(', ')'), ('【', '】'), ('“', '”')];
    let mut open: Vec<(usize, char)> = Vec::new();
    for (at, c) in text.char_indices() {
        if let Some((_, close)) = pairs.iter().find(|(opening, _)| *opening == c) {
            open.push((at, *close));
        } else if open.last().is_some_and(|(_, close)| *close == c) {
            open.pop();
        }
    }
    open.first().map(|(at, _)| *at)
}
