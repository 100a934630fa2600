//! R08: what must stay inside, told outside.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use crate::facts::normalise::Searchable;
use crate::facts::{Audience, Id, family_name};
use crate::kind::Laid;
use crate::lang::{Lang, Message};
use crate::review::Finding;
use crate::review::overlap::{Grain, substance};
use crate::review::rule::{Context, Example, Rule, RuleError, Scope};
use crate::review::sentence::sentences;

pub(in crate::review) const RULE: Rule = Rule {
    id: "internal-leak",
    code: "R08",
    about: (
        "伝えてはならない語、社内の事情、名前を出さないはずの社員、社内の記載の写し。双方を傷つけます。",
        "A do-not-tell word, internal circumstances, a colleague who is not to be named, a copy of internal text. It harms both sides.",
    ),
    audiences: &Audience::ALL,
    kinds: &[],
    scope: Scope::Section,
    failing: &[
        Example { lang: Lang::Ja, text: "弊社では人員に余裕がなく、ご返答が遅れました。" },
        Example { lang: Lang::Ja, text: "西本の見立てでは、間に合わせることはできました。" },
        Example { lang: Lang::Ja, text: "担当は最近よく眠れないと話しております。" },
        Example { lang: Lang::En, text: "We have no spare staff at the moment." },
        Example { lang: Lang::En, text: "Nishimoto would have managed it." },
        Example { lang: Lang::En, text: "The account is 8% of our sales." },
    ],
    passing: &[
        Example { lang: Lang::Ja, text: "課長の相沢が窓口に加わります。" },
        Example {
            lang: Lang::Ja, text: "可能な限り早くお届けし、無人の窓口にはいたしません。"
        },
        Example { lang: Lang::En, text: "Our manager joins the account team." },
        Example { lang: Lang::En, text: "Production Control adds a field to our order system." },
    ],
    check,
};

/// Circumstances no client letter tells, in any case.
static CIRCUMSTANCES: LazyLock<Regex> = LazyLock::new(|| {
    let pattern = concat!(
        r"人員(?:不足|に余裕|が足り)|人手(?:不足|が足り)|欠員|売上(?:比率|に占める)|育児休業|社内の事情|業務過多|多忙(?:により|のため)",
        r"|(?i:\b(?:staff(?:ing)? shortage|short of staff|short-?staffed|under-?staffed|headcount|too busy|overloaded)\b)",
    );
    Regex::new(pattern).unwrap_or_else(|error| unreachable!("a fixed pattern: {error}"))
});

fn check(context: &Context<'_>, laid: &Laid) -> Result<Vec<Finding>, RuleError> {
    let text = &laid.text;
    let searched = Searchable::of(text);
    let client = context.facts.audience() == Audience::Client;
    let mut findings = Vec::new();
    let mut push = |span: Range<usize>, message: Message, id: Option<&Id>| findings.push(leak(span, message, id));
    for entry in context.withheld.do_not_tell() {
        for word in entry.words.iter().chain(&entry.also) {
            for span in inflected(&searched, word) {
                let message = Message::new(
                    format!("伝えてはならないこと（{}）に触れています", entry.id),
                    format!("this touches something that must not be told ({})", entry.id),
                );
                push(span, message, Some(&entry.id));
            }
        }
    }
    for person in context.withheld.unnamed() {
        for (lang, name) in person.name.each() {
            let family = family_name(name, lang);
            let spans = searched.find(name).into_iter().chain(if family.chars().count() > 1 {
                searched.find(family)
            } else {
                Vec::new()
            });
            for span in spans {
                let message = Message::new("名前を出さない社員です", "a colleague who is not to be named");
                push(span, message, None);
            }
        }
    }
    if client {
        for found in CIRCUMSTANCES.find_iter(text) {
            let message = Message::new("社内の事情です", "internal circumstances");
            push(found.range(), message, None);
        }
    }
    if context.facts.audience() != Audience::Internal {
        findings.extend(copies(context, laid));
    }
    // A word of the list that is also a general one is told once.
    let mut told: Vec<Range<usize>> = Vec::new();
    findings.retain(|finding| {
        let again = told.iter().any(|span| span.start < finding.span.end && finding.span.start < span.end);
        told.push(finding.span.clone());
        !again
    });
    Ok(findings)
}

/// A finding of this rule.
fn leak(span: Range<usize>, message: Message, id: Option<&Id>) -> Finding {
    let finding =
        Finding::error(RULE.id, span, message).suggest(Message::new("その箇所を削ってください", "leave it out"));
    match id {
        Some(id) => finding.about(id),
        None => finding,
    }
}

/// Stretches copied from texts the audience may not read, unless what is in view says the same.
fn copies(context: &Context<'_>, laid: &Laid) -> Vec<Finding> {
    let grounds = context.grounds();
    let mut findings = Vec::new();
    for span in sentences(&laid.text) {
        let Some(sentence) = laid.text.get(span.clone()) else { continue };
        let grain = Grain::of(sentence, context.lang);
        for (remark, text) in context.remarks() {
            let Some(run) = grain.shared(text, 10, 6) else { continue };
            // Names and numbers alone are no copy; what the view says is no leak.
            if substance(&run, context.lang) < context.lang.pick(7, 4) || grounds.says(&run) {
                continue;
            }
            let message = Message::new("社内の記載と同じ文です", "this copies an internal text");
            findings.push(leak(span.clone(), message, remark.id.as_ref()));
        }
    }
    findings
}

/// A word where it stands, also with the endings English gives it.
fn inflected(text: &Searchable, word: &str) -> Vec<Range<usize>> {
    let mut spans = text.find(word);
    if word.len() >= 5 && word.chars().all(|c| c.is_ascii_alphabetic()) {
        let stem = word.trim_end_matches('e');
        for form in [format!("{word}s"), format!("{stem}ed"), format!("{stem}ing")] {
            spans.extend(text.find(&form));
        }
    }
    spans
}
