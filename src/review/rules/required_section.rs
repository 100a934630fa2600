//! R14: a part the document must have.

use crate::facts::Audience;
use crate::kind::{Laid, Section};
use crate::lang::{Lang, Message};
use crate::review::marks::{bears_in, generalised};
use crate::review::rule::{Context, Example, Needs, Rule, RuleError, Scope};
use crate::review::{Finding, Severity};

pub(in crate::review) const RULE: Rule = Rule {
    id: "required-section",
    code: "R14",
    about: (
        "その種類の文書に要る部分（お詫び、経過、今後のご連絡など）の欠け、または順序の違い。",
        "A part that a document of this kind must have (apology, course, next word …) is missing or out of order.",
    ),
    audiences: &Audience::ALL,
    kinds: &[],
    scope: Scope::Document,
    needs: Needs::Kind,
    failing: &[
        Example { lang: Lang::Ja, text: "11月27日までに、経緯をご報告いたします。" },
        Example { lang: Lang::Ja, text: "このたびは、誠に申し訳ございません。" },
        Example { lang: Lang::En, text: "You will receive our account by 27 November." },
        Example { lang: Lang::En, text: "We are sorry that our reply never came." },
    ],
    passing: &[
        Example {
            lang: Lang::Ja, text: "お返事を差し上げず、申し訳ございません。11月27日までにご報告いたします。"
        },
        Example {
            lang: Lang::Ja, text: "深くお詫び申し上げます。\n\n経緯は、11月27日にご報告いたします。"
        },
        Example { lang: Lang::En, text: "We are sorry. You will receive our account by 27 November." },
        Example { lang: Lang::En, text: "We apologise for not replying. We will report on 27 November." },
    ],
    check,
};

fn check(context: &Context<'_>, laid: &Laid) -> Result<Vec<Finding>, RuleError> {
    let required = context.kind.spec.section.iter().filter(|section| !section.optional);
    if laid.sections.iter().all(|section| section.name.is_empty()) {
        let general = generalised(&laid.text, context.lang);
        let readings = [laid.text.as_str(), &general];
        let mut found = Vec::new();
        for section in required {
            let Some(marks) = &section.marks else { continue };
            if !bears_in(marks.get(context.lang), &readings, context.lang).map_err(no_pattern)? {
                let absent = missing(section);
                found.push(if section.soft { absent.with_severity(Severity::Hint) } else { absent });
            }
        }
        return Ok(found);
    }
    let mut found = Vec::new();
    let mut last = 0;
    for section in required {
        let place = laid.sections.iter().position(|laid| laid.name == section.name);
        let filled = place.and_then(|place| laid.sections.get(place)).and_then(|part| laid.text.get(part.span.clone()));
        match (place, filled.map(str::trim)) {
            (Some(place), Some(text)) if !text.is_empty() => {
                if place < last {
                    found.push(misplaced(section, laid.sections.get(place).map_or(0..0, |part| part.span.clone())));
                }
                last = last.max(place);
            }
            _ => found.push(missing(section)),
        }
    }
    Ok(found)
}

/// A mark that no pattern can be made of.
fn no_pattern((mark, error): (String, regex::Error)) -> RuleError {
    RuleError {
        rule: RULE.id,
        message: Message::new(
            format!("kind.toml の marks `{mark}` が正規表現として正しくありません: {error}"),
            format!("the mark `{mark}` of kind.toml is not a regular expression: {error}"),
        ),
    }
}

/// What a section is called: its job, else its heading, else its name.
fn called(section: &Section) -> Message {
    let words = section.job.as_ref().or(section.heading.as_ref());
    words.map_or_else(
        || Message::new(section.name.clone(), section.name.clone()),
        |words| Message::new(words.ja.clone(), words.en.clone()),
    )
}

fn missing(section: &Section) -> Finding {
    let Message { ja, en } = called(section);
    let message = Message::new(format!("「{ja}」の部分がありません"), format!("a part is missing: {en}"));
    let suggestion = Message::new(format!("「{ja}」を書き足してください"), format!("add {en}"));
    Finding::error(RULE.id, 0..0, message).suggest(suggestion)
}

fn misplaced(section: &Section, span: std::ops::Range<usize>) -> Finding {
    let Message { ja, en } = called(section);
    let message = Message::new(format!("「{ja}」の順序が違います"), format!("out of order: {en}"));
    let suggestion = Message::new("文書の種類が定める順に並べてください", "keep to the order of the document kind");
    Finding::error(RULE.id, span, message).suggest(suggestion)
}
