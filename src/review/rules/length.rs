//! R17: a document far longer or shorter than its kind.

use std::ops::Range;
use std::sync::LazyLock;

use crate::facts::Audience;
use crate::kind::Laid;
use crate::lang::{Lang, Message, Pattern};
use crate::review::rule::{Context, Example, Needs, Rule, RuleError, Scope};
use crate::review::{Finding, Severity};

pub(in crate::review) const RULE: Rule = Rule {
    id: "length",
    code: "R17",
    about: (
        "その種類の文書の長さから三割を超えて外れた本文。長すぎれば読まれず、短すぎればそっけなく見えます。",
        "A body more than thirty per cent beyond the length of its kind. Too long is not read, too short is curt.",
    ),
    audiences: &Audience::ALL,
    kinds: &[],
    scope: Scope::Document,
    needs: Needs::Kind,
    failing: &[
        Example { lang: Lang::Ja, text: "このたびは、誠に申し訳ございません。" },
        Example {
            lang: Lang::Ja, text: "お返事を差し上げず、お詫び申し上げます。11月27日にご報告いたします。"
        },
        Example { lang: Lang::En, text: "We are sorry that our reply never came." },
        Example { lang: Lang::En, text: "We apologise for not replying. We will report on 27 November." },
    ],
    passing: &[
        Example { lang: Lang::Ja, text: include_str!("../tests/letters/cartons.apology.ja.txt") },
        Example { lang: Lang::Ja, text: "" },
        Example { lang: Lang::En, text: include_str!("../tests/letters/onboarding.apology.en.txt") },
        Example { lang: Lang::En, text: "" },
    ],
    check,
};

/// What a kind may miss or exceed, in per cent of its band.
const MARGIN: usize = 30;

/// A line that is told, not laid: a sentence, an item or a row. What stands before the first of them and behind the
/// last one is the frame: date, addressee, subject, signature.
static TOLD: LazyLock<[Pattern; 2]> = LazyLock::new(|| {
    [
        Pattern::fixed(r"[。！？]|^[ \t　]*(?:[・•●○■◆*-]|[0-9０-９]+[.．)）、]|[①-⑳])|\t|^\|"),
        Pattern::fixed(r"(?:\S+[ \t]+){5}\S*[.!?:;,]|(?:\S+[ \t]+){8}|^[ \t]*[-*•] |\t|^\|"),
    ]
});

fn check(context: &Context<'_>, laid: &Laid) -> Result<Vec<Finding>, RuleError> {
    let length = length(context, laid);
    let band = context.kind.spec.length.get(context.lang);
    let (least, most) = (band.min * (100 - MARGIN), band.max * (100 + MARGIN));
    if length == 0 || (least..=most).contains(&(length * 100)) {
        return Ok(Vec::new());
    }
    let (ja, en) = if length * 100 < least { ("短", "short") } else { ("長", "long") };
    let message = Message::new(
        format!("本文が{ja}すぎます（{length} 字。目安は {}〜{} 字）", band.min, band.max),
        format!("the body is too {en} ({length} words; {} to {} are usual)", band.min, band.max),
    );
    let suggestion = if length * 100 < least {
        Message::new("抜けている内容がないか確かめてください", "check that nothing is left out")
    } else {
        Message::new("経過の細部は別紙に回してください", "move details of the course to an enclosure")
    };
    Ok(vec![Finding::error(RULE.id, 0..0, message).with_severity(Severity::Warn).suggest(suggestion)])
}

/// Characters in Japanese, words in English, of everything but the frame.
fn length(context: &Context<'_>, laid: &Laid) -> usize {
    let lang = context.lang;
    if laid.sections.iter().all(|section| section.name.is_empty()) {
        return count(laid.text.get(body(&laid.text, lang)).unwrap_or_default(), lang);
    }
    let body = laid.sections.iter().filter(|section| {
        let declared = context.kind.spec.section.iter().find(|declared| declared.name == section.name);
        declared.is_none_or(|declared| declared.fixed.is_none_or(|fixed| !fixed.is_frame()))
    });
    body.map(|section| count(laid.text.get(section.span.clone()).unwrap_or_default(), lang)).sum()
}

fn count(text: &str, lang: Lang) -> usize {
    match lang {
        Lang::Ja => text.chars().filter(|c| !c.is_whitespace()).count(),
        Lang::En => text.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric)).count(),
    }
}

/// From the first line that is told to the last.
fn body(text: &str, lang: Lang) -> Range<usize> {
    let [ja, en] = &*TOLD;
    let told = lang.pick(ja, en);
    let mut lines = text.split_inclusive('\n').scan(0, |at, line| {
        let start = *at;
        *at += line.len();
        Some((start..*at, line))
    });
    let mut told = lines.by_ref().filter(|(_, line)| told.is_match(line.trim_end())).map(|(span, _)| span);
    let Some(first) = told.next() else { return 0..text.len() };
    let last = told.last().unwrap_or_else(|| first.clone());
    first.start..last.end
}
