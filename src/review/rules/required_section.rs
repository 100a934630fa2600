//! R14: a part the kind of document must have is missing or out of order.

use regex::Regex;

use crate::facts::Audience;
use crate::kind::{Laid, Section};
use crate::lang::{Lang, Message};
use crate::review::Finding;
use crate::review::rule::{Context, Example, Rule, RuleError, Scope};

pub(in crate::review) const RULE: Rule = Rule {
    id: "required-section",
    code: "R14",
    about: (
        "その文書に要る部分（お詫び、責任、次のご報告など）が欠けているか、順序が違います。",
        "A part this kind of document must have (apology, responsibility, next report …) is missing or out of order.",
    ),
    audiences: &Audience::ALL,
    kinds: &[],
    scope: Scope::Document,
    failing: &[
        Example { lang: Lang::Ja, text: "改善します。" },
        Example { lang: Lang::Ja, text: "謹啓\nこのたびはお詫び申し上げます。\n謹白" },
        Example { lang: Lang::En, text: "We will improve." },
        Example { lang: Lang::En, text: "Dear Mr. Kurokawa,\nWe apologise.\nSincerely," },
    ],
    passing: &[
        Example {
            lang: Lang::Ja,
            text: "謹啓\nこのたびはお詫び申し上げます。11月10日にお電話を頂戴し、ご負担をおかけしました。会社として責任を受け止め、再発を防ぐ取り組みを進めております。11月27日までにご報告いたします。\n謹白",
        },
        Example {
            lang: Lang::Ja,
            text: "拝啓\n申し訳ございません。11月10日の件でお手数をおかけしました。原因は手順にございました。仕組みを改めております。12月4日にご報告いたします。\n敬具",
        },
        Example {
            lang: Lang::En,
            text: "Dear Mr. Kurokawa,\nWe apologise. On 10 November your plans were affected. We take responsibility and are taking these steps. We will report by 27 November.\nSincerely,",
        },
        Example {
            lang: Lang::En,
            text: "Dear Mr. Kurokawa,\nWe are sorry for the trouble of 10 November. The cause was a missing rule; to prevent a repetition we changed it. You will receive our report.\nSincerely,",
        },
    ],
    check,
};

fn check(context: &Context<'_>, laid: &Laid) -> Result<Vec<Finding>, RuleError> {
    let by_hand = laid.sections.iter().all(|section| section.name.is_empty());
    let required = context.kind.spec.section.iter().filter(|section| !section.optional);
    let mut findings = Vec::new();
    let mut last = 0;
    for section in required {
        if by_hand {
            if !marked(section, context.lang, &laid.text)? {
                findings.push(missing(section));
            }
            continue;
        }
        let Some(laid_section) = laid.sections.iter().find(|laid_section| laid_section.name == section.name) else {
            findings.push(missing(section));
            continue;
        };
        let empty = laid.text.get(laid_section.span.clone()).is_none_or(|text| text.trim().is_empty());
        if empty {
            findings.push(missing(section));
        } else if laid_section.span.start < last {
            let message = Message::new(
                format!("節「{}」の順序が違います", section.name),
                format!("the section `{}` is out of order", section.name),
            );
            findings.push(Finding::error(RULE.id, laid_section.span.clone(), message));
        }
        last = laid_section.span.start;
    }
    Ok(findings)
}

/// Whether a text by hand shows one of the signs of a section; a section without signs is not looked for.
fn marked(section: &Section, lang: Lang, text: &str) -> Result<bool, RuleError> {
    let Some(marks) = &section.marks else { return Ok(true) };
    for mark in marks.get(lang) {
        let regex = Regex::new(mark).map_err(|error| RuleError {
            rule: RULE.id,
            message: Message::new(
                format!("kind.toml の節 {} の marks が正しくありません: {error}", section.name),
                format!("the marks of section {} in kind.toml are not valid: {error}", section.name),
            ),
        })?;
        if regex.is_match(text) {
            return Ok(true);
        }
    }
    Ok(false)
}

fn missing(section: &Section) -> Finding {
    let job = section.job.as_ref().or(section.heading.as_ref());
    let name = |wanted: Lang| job.map_or_else(|| section.name.clone(), |job| job.get(wanted).clone());
    let message = Message::new(
        format!("「{}」の部分がありません", name(Lang::Ja)),
        format!("there is no part for: {}", name(Lang::En)),
    );
    Finding::error(RULE.id, 0..0, message)
}
