//! R15: an apology that comes late, or with an "if".

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
    id: "apology-late",
    code: "R15",
    about: (
        "お詫びが初めの二文にない、または「〜であれば」と条件が付いている。お詫びになりません。",
        "No apology in the first two sentences, or one with an \"if\" or a \"but\". It is none.",
    ),
    audiences: &[Audience::Client],
    kinds: &["client-first-response", "client-apology-letter"],
    scope: Scope::Section,
    failing: &[
        Example { lang: Lang::Ja, text: "ご不快に思われたのであれば、お詫び申し上げます。" },
        Example {
            lang: Lang::Ja,
            text: "謹啓\n平素は格別のお引き立てを賜り、御礼申し上げます。本件の経過は次のとおりです。10月30日までご返答できませんでした。お詫び申し上げます。\n謹白",
        },
        Example { lang: Lang::En, text: "We are sorry if you were upset." },
        Example {
            lang: Lang::En,
            text: "Dear Mr. Kurokawa,\n\nThank you for your call. We looked into the matter. The order was late. We apologise.\n\nSincerely,",
        },
        Example { lang: Lang::En, text: "Sorry, but we were busy." },
    ],
    passing: &[
        Example {
            lang: Lang::Ja, text: "謹啓\nこのたびはご返答を差し上げず、深くお詫び申し上げます。\n謹白"
        },
        Example {
            lang: Lang::Ja,
            text: "いつもお世話になっております。東都ミナモ包装株式会社の相沢でございます。\n\nこのたびはご迷惑をおかけし、申し訳ございません。",
        },
        Example {
            lang: Lang::Ja, text: "お気づきの点がございましたら、お知らせください。重ねてお詫び申し上げます。"
        },
        Example { lang: Lang::En, text: "Dear Mr. Kurokawa,\n\nWe apologise for failing to reply.\n\nSincerely," },
        Example {
            lang: Lang::En,
            text: "We are sorry for the trouble. If there is anything I should know, please call me.",
        },
    ],
    check,
};

static APOLOGY: LazyLock<Regex> =
    LazyLock::new(|| regex(r"お詫び|おわび|申し訳|謝罪|(?i:apolog|(?-u:\b)sorry(?-u:\b))"));
static CONDITIONAL: LazyLock<Regex> = LazyLock::new(|| {
    regex(concat!(
        r"(?:のであれば|としたら|としましたら|のでしたら|ようでしたら|のなら(?:ば)?)[^。]{0,30}(?:お詫び|申し訳|謝罪)|万が一[^。]{0,30}(?:お詫び|申し訳)|お詫び(?:いた)?し(?:ます|たい)が",
        r"|(?i:(?:apologi[sz]e|sorry|apology|apologies)[^.]{0,30}(?-u:\b)if(?-u:\b)|(?-u:\b)if (?:you|we|this|anything)[^.]{0,50}(?:apologi[sz]e|sorry)|for any (?:inconvenience|trouble)|(?:sorry|apologi[sz]e),? but(?-u:\b)|sorry that you feel)",
    ))
});
/// One greeting may stand before the apology; a subject line and the like are no sentences of the letter.
static GREETING: LazyLock<Regex> = LazyLock::new(|| {
    regex(r"お世話になって|でございます。$|^件名|^Subject:|^Dear |でご(?:ざ)?います$|^Sincerely|^Kind regards")
});

fn regex(pattern: &str) -> Regex {
    Regex::new(pattern).unwrap_or_else(|error| unreachable!("a fixed pattern: {error}"))
}

fn check(_: &Context<'_>, laid: &Laid) -> Result<Vec<Finding>, RuleError> {
    let mut findings: Vec<Finding> = CONDITIONAL
        .find_iter(&laid.text)
        .map(|found| {
            let message = Message::new("条件の付いたお詫びです", "an apology with a condition");
            Finding::error(RULE.id, found.range(), message)
        })
        .collect();
    // A section by itself is looked at only where it is the one that apologises.
    let [section] = laid.sections.as_slice() else {
        findings.extend(late(laid));
        return Ok(findings);
    };
    if section.name.is_empty() || section.name == "apology" {
        findings.extend(late(laid));
    }
    Ok(findings)
}

/// The finding where the first two sentences hold no apology.
fn late(laid: &Laid) -> Option<Finding> {
    let first: Vec<Range<usize>> = body(laid).into_iter().take(2).collect();
    let (start, end) = (first.first()?.start, first.last()?.end);
    let apologises = laid.text.get(start..end).is_some_and(|text| APOLOGY.is_match(text));
    (!apologises).then(|| {
        let message = Message::new("初めの二文にお詫びがありません", "no apology in the first two sentences");
        Finding::error(RULE.id, start..end, message)
            .suggest(Message::new("お詫びから書き始めてください", "begin with the apology"))
    })
}

/// The sentences of the letter itself: whole ones, without its head and its greeting.
fn body(laid: &Laid) -> Vec<Range<usize>> {
    let whole = |span: &Range<usize>| {
        laid.text.get(span.clone()).is_some_and(|text| {
            text.ends_with(['。', '.', '!', '?', '」', '！', '？'])
                && !GREETING.is_match(text)
                && text.chars().count() > 8
        })
    };
    sentences(&laid.text).into_iter().filter(whole).collect()
}
