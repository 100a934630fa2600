//! R10: a promise that no record holds.

use std::sync::LazyLock;

use regex::Regex;

use crate::facts::normalise::{Value, mentions};
use crate::facts::{Audience, Day, Facts, Id};
use crate::kind::Laid;
use crate::lang::{Lang, Message};
use crate::review::Finding;
use crate::review::overlap::{shared_run, speaks_of};
use crate::review::rule::{Context, Example, Rule, RuleError, Scope};
use crate::review::sentence::sentences;

pub(in crate::review) const RULE: Rule = Rule {
    id: "commitment-without-record",
    code: "R10",
    about: (
        "取り組み・ご報告・面談・補いの記録のない約束、まだ決まっていない案。守れない約束は次の違反になります。",
        "A promise without a record of action, report, visit or remedy, or of something only proposed. It makes the next breach.",
    ),
    audiences: &[Audience::Client],
    kinds: &[],
    scope: Scope::Section,
    failing: &[
        Example { lang: Lang::Ja, text: "今後は専用メール窓口を設けます。" },
        Example { lang: Lang::Ja, text: "来期より毎日の巡回点検を実施いたします。" },
        Example { lang: Lang::En, text: "We will open a dedicated mailbox for you." },
        Example { lang: Lang::En, text: "We are going to hire a quality supervisor." },
    ],
    passing: &[
        Example {
            lang: Lang::Ja, text: "受注システムに「変更依頼」の必須欄を12月11日までに追加いたします。"
        },
        Example { lang: Lang::Ja, text: "11月27日までに経緯のご報告を書面で差し上げます。" },
        Example {
            lang: Lang::Ja, text: "重ねてお詫び申し上げます。何卒よろしくお願いいたします。"
        },
        Example {
            lang: Lang::En,
            text: "We will add a mandatory change-request field to our order system by 11 December.",
        },
        Example { lang: Lang::En, text: "You will receive our account of what happened in writing by 27 November." },
    ],
    check,
};

/// A sentence that binds the own side for the future.
static PROMISE: LazyLock<Regex> = LazyLock::new(|| {
    regex(concat!(
        r"(?:いたします|致します|してまいります|差し上げます|予定で(?:す|ございます)|設けます|行います|します|お届けします|加えます|改めます|伺います|整えます)[。」）]?$",
        r"|(?i:\b(?:we|I) (?:also |now )?(?:will|shall|are going to|am going to|plan to|intend to|promise to|undertake to)\b|\b(?:we|I)'ll\b|\byou will (?:also )?(?:receive|have|hear|get)\b)",
    ))
});
/// Sentences of that form that promise nothing but what they do.
static PERFORMED: LazyLock<Regex> = LazyLock::new(|| {
    regex(concat!(
        r"お詫び(?:を)?(?:申し上げ|いたし)|お願い(?:を)?(?:申し上げ|いたし)|感謝(?:を)?(?:申し上げ|いたし)|ご報告申し上げます|承ります|お待ち|存じ|努め|失礼いたします|お礼申し上げ|申し上げます",
        r"|(?i:if (?:there is|you)|would like|please)",
    ))
});

fn regex(pattern: &str) -> Regex {
    Regex::new(pattern).unwrap_or_else(|error| unreachable!("a fixed pattern: {error}"))
}

fn check(context: &Context<'_>, laid: &Laid) -> Result<Vec<Finding>, RuleError> {
    let records = Records::of(context.facts);
    let mut findings = Vec::new();
    for section in laid.sections.iter().filter(|section| section.prose) {
        let Some(text) = laid.text.get(section.span.clone()) else { continue };
        for range in sentences(text) {
            let Some(sentence) = text.get(range.clone()) else { continue };
            let span = range.start + section.span.start..range.end + section.span.start;
            if let Some(id) = proposed(context, sentence) {
                let message = Message::new("まだ決まっていない案です", "this is only an idea, nobody has decided it");
                findings.push(
                    Finding::error(RULE.id, span, message)
                        .about(&id)
                        .suggest(Message::new("この文を削ってください", "leave the sentence out")),
                );
                continue;
            }
            let cited =
                section.cited.iter().find(|(stretch, _)| stretch.contains(&span.start)).map(|(_, ids)| ids.as_slice());
            if !PROMISE.is_match(sentence)
                || PERFORMED.is_match(sentence)
                || records.hold(sentence, cited, context.lang)
            {
                continue;
            }
            let message = Message::new("記録のない約束です", "a promise of which there is no record");
            findings.push(Finding::error(RULE.id, span, message).suggest(Message::new(
                "記録のある取り組みやご報告を、その期日とともに書いてください",
                "write an action or a report that is on record, with its date",
            )));
        }
    }
    Ok(findings)
}

/// The proposed action a sentence speaks of.
fn proposed(context: &Context<'_>, sentence: &str) -> Option<Id> {
    let found = context.withheld.proposed().find(|action| {
        action.what.get(context.lang).is_some_and(|what| shared_run(sentence, what, context.lang, 5, 2).is_some())
    });
    found.map(|action| action.id.clone())
}

/// What the own side has bound itself to.
struct Records {
    ids: Vec<Id>,
    texts: Vec<String>,
    days: Vec<Day>,
}

impl Records {
    fn of(facts: &Facts) -> Self {
        let mut records = Self { ids: Vec::new(), texts: Vec::new(), days: Vec::new() };
        for action in &facts.actions {
            let days = [action.due, action.from, action.until, action.done];
            records.add(&action.id, action.what.shown(), days.into_iter().flatten());
        }
        for report in facts.cadence.iter().flat_map(|cadence| &cadence.reports) {
            records.add(&report.id, report.what.shown(), [report.date]);
        }
        for check in facts.incident.iter().flat_map(|incident| &incident.checks) {
            records.add(&check.id, check.what.shown(), [check.due]);
        }
        for entry in &facts.compensation {
            records.add(&entry.id, entry.what.shown(), entry.due);
        }
        if let Some(setup) = &facts.contact_setup {
            let days = [setup.from, setup.until, setup.review];
            records.add(&setup.id, setup.what.as_ref().map_or("", |what| what.shown()), days.into_iter().flatten());
        }
        for key in facts.meeting.iter().flat_map(|meeting| &meeting.attendees) {
            let who = crate::kind::Speech::of(facts).own_person(key).unwrap_or_default();
            records
                .texts
                .push(facts.lang().pick(format!("{who}も同席いたします"), format!("{who}, will come with me")));
        }
        for slot in facts.meeting.iter().flat_map(|meeting| &meeting.candidates) {
            records.add(&slot.id, facts.lang().pick("お伺い、ご訪問", "visit you"), [slot.date]);
        }
        records
    }

    fn add(&mut self, id: &Id, text: &str, days: impl IntoIterator<Item = Day>) {
        self.ids.push(id.clone());
        self.texts.push(text.to_owned());
        self.days.extend(days);
    }

    /// Whether a record holds the promise: it is cited, spoken of, or dated like it.
    fn hold(&self, sentence: &str, cited: Option<&[Id]>, lang: Lang) -> bool {
        let dated = || {
            mentions(sentence, lang).iter().any(|mention| match mention.value {
                Value::Date(date) => date.day.is_some() && self.days.iter().any(|day| date.agrees(day.0)),
                _ => false,
            })
        };
        let spoken = || self.texts.iter().any(|text| !text.is_empty() && speaks_of(sentence, text, lang));
        cited.is_some_and(|cited| cited.iter().any(|id| self.ids.contains(id)) && spoken()) || spoken() || dated()
    }
}
