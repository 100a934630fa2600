//! R01: a date, amount, quantity, code or name that no fact supports.

use crate::facts::normalise::{Relative, Value, dated_weekdays, mentions};
use crate::facts::{Audience, Id};
use crate::kind::Laid;
use crate::lang::{Lang, Message};
use crate::review::Finding;
use crate::review::grounds::{Grounds, weekday_is_right};
use crate::review::names::unknown_names;
use crate::review::rule::{Context, Example, Rule, RuleError, Scope};
use crate::review::{Confidence, Severity};

pub(in crate::review) const RULE: Rule = Rule {
    id: "ungrounded-fact",
    code: "R01",
    about: (
        "事案にない日付・数・金額・名前・製品番号、日付に合わない曜日、引用した事実と食い違う値。作り話は信用を失います。",
        "A date, number, amount, name or code the case does not hold, a wrong weekday, a value that contradicts the fact cited. Invention destroys trust.",
    ),
    audiences: &Audience::ALL,
    kinds: &[],
    scope: Scope::Section,
    failing: &[
        Example { lang: Lang::Ja, text: "11月8日にお電話を頂戴しました。" },
        Example { lang: Lang::Ja, text: "11月11日14時30分、1,200箱を臨時便でお届けしました。" },
        Example { lang: Lang::Ja, text: "11月30日（火）にお伺いいたします。" },
        Example { lang: Lang::Ja, text: "11月12日14時30分、2,000箱を臨時便でお届けしました。[E5]" },
        Example { lang: Lang::Ja, text: "品質管理部の佐藤部長がご説明いたします。" },
        Example { lang: Lang::En, text: "We delivered 1,200 cartons by charter truck." },
        Example { lang: Lang::En, text: "You will hear from us by 28 November." },
        Example { lang: Lang::En, text: "Mr. Tanaka will visit you." },
        Example { lang: Lang::En, text: "We will visit you on Tuesday 30 November." },
    ],
    passing: &[
        Example {
            lang: Lang::Ja, text: "１１月１０日９時１０分、三宅様からお電話を頂戴しました。"
        },
        Example { lang: Lang::Ja, text: "令和8年11月11日に二千箱をお届けしました。[E5]" },
        Example {
            lang: Lang::Ja, text: "お客様と皆様に、一日も早く、万一にも備えてご報告します。"
        },
        Example { lang: Lang::En, text: "On 11 November at 2:30 p.m. we delivered 2,000 cartons. [E5]" },
        Example { lang: Lang::En, text: "Would Monday 30 November at 14:00 suit Ms. Miyake?" },
        Example { lang: Lang::En, text: "These are the two steps we are taking." },
    ],
    check,
};

fn check(context: &Context<'_>, laid: &Laid) -> Result<Vec<Finding>, RuleError> {
    let grounds = context.grounds();
    let mut findings = Vec::new();
    let as_of = context.facts.case.as_of.0;
    for (span, date, weekday) in dated_weekdays(&laid.text, context.lang) {
        if !weekday_is_right(date, weekday, as_of) {
            let text = laid.text.get(span.clone()).unwrap_or_default();
            let message = Message::new(
                format!("「{text}」の曜日が日付と合いません"),
                format!("the weekday of `{text}` does not fit the date"),
            );
            findings.push(
                Finding::error(RULE.id, span, message)
                    .suggest(Message::new("曜日を確かめてください", "check the weekday")),
            );
        }
    }
    for mention in mentions(&laid.text, context.lang) {
        let text = laid.text.get(mention.span.clone()).unwrap_or_default();
        let finding = |message: Message| Finding::error(RULE.id, mention.span.clone(), message);
        match &mention.value {
            Value::AmbiguousDate(..) => findings.push(finding(Message::new(
                format!("「{text}」は日と月の順が決まりません"),
                format!("`{text}` can be read as day/month and as month/day"),
            ))),
            Value::Relative(Relative::Day(0)) => {}
            Value::Relative(_) if grounds.says(text) => {}
            Value::Relative(_) => findings.push(
                finding(Message::new(
                    format!("「{text}」がいつを指すか決まりません"),
                    format!("`{text}` names no date"),
                ))
                .with_severity(Severity::Warn)
                .suggest(Message::new("日付を書いてください", "write the date")),
            ),
            value => {
                let cited = cited_at(laid, mention.span.start);
                if !grounds.hold(value, None) {
                    findings.push(ungrounded(grounds, value, text, finding));
                } else if let Some(cited) = cited
                    && !grounds.hold(value, Some(cited))
                    && grounds.has_sort(value, cited)
                {
                    let ids = cited.iter().map(Id::as_str).collect::<Vec<_>>().join(",");
                    let found = finding(Message::new(
                        format!("「{text}」は、挙げた事実（{ids}）の値ではありません"),
                        format!("`{text}` is not what the facts cited ({ids}) say"),
                    ));
                    findings.push(cited.first().map_or(found.clone(), |id| found.about(id)));
                }
            }
        }
    }
    findings.extend(unknown_citations(context, laid));
    for (span, name) in unknown_names(&laid.text, grounds, context.lang) {
        let message = Message::new(
            format!("「{name}」という名前は事案にありません"),
            format!("the name `{name}` is not in the case"),
        );
        findings.push(Finding::error(RULE.id, span, message));
    }
    Ok(findings)
}

fn ungrounded(grounds: &Grounds, value: &Value, text: &str, finding: impl Fn(Message) -> Finding) -> Finding {
    let found = finding(Message::new(format!("「{text}」は事案にありません"), format!("`{text}` is not in the case")));
    let Some((id, near)) = grounds.nearest(value) else { return found };
    let found = found.suggest(Message::new(
        format!("近い事実: {}{}", near.said(Lang::Ja), id.map(|id| format!("（{id}）")).unwrap_or_default()),
        format!("the nearest fact: {}{}", near.said(Lang::En), id.map(|id| format!(" ({id})")).unwrap_or_default()),
    ));
    match id {
        Some(id) => found.about(id),
        None => found,
    }
}

/// The ids cited for the stretch a place lies in.
fn cited_at(laid: &Laid, at: usize) -> Option<&[Id]> {
    let mut stretches = laid.sections.iter().flat_map(|section| &section.cited);
    stretches.find(|(span, _)| span.contains(&at)).map(|(_, ids)| ids.as_slice())
}

/// Citations of entries that are not in view: what was never seen cannot be cited.
fn unknown_citations(context: &Context<'_>, laid: &Laid) -> Vec<Finding> {
    let known = context.facts.entry_ids();
    let stretches = laid.sections.iter().flat_map(|section| &section.cited);
    let mut findings = Vec::new();
    for (span, ids) in stretches {
        for id in ids.iter().filter(|id| !known.contains(id)) {
            let message =
                Message::new(format!("番号 {id} の事実は示されていません"), format!("there is no fact {id} in view"));
            findings.push(Finding::error(RULE.id, span.clone(), message).with_confidence(Confidence::Medium));
        }
    }
    findings
}
