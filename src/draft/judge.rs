//! Whether a reply of a model may stand in a draft.

use crate::engine::{Ended, Reply};
use crate::kind::Laid;
use crate::lang::{Lang, Message};
use crate::review::{Context, Finding, RuleError, Scope, Severity, bears, review};

/// The rule that asks for what a section is for; the review has it for whole documents.
const REQUIRED: &str = "required-section";

/// What is wrong with a reply, errors only; `text` is the reply as it would stand in the draft.
///
/// # Errors
/// When a rule cannot judge.
pub(super) fn judge(reply: &Reply, text: &str, context: &Context<'_>) -> Result<Vec<Finding>, RuleError> {
    let laid = Laid::section(&reply.section, text);
    let mut findings: Vec<Finding> = unfinished(reply, text).into_iter().collect();
    findings.extend(beside_the_point(reply, &laid.text, context)?);
    findings.extend(review(context, &laid, Scope::Section)?);
    findings.retain(|finding| finding.severity == Severity::Error);
    Ok(findings)
}

/// A text without any sign of what its section is for: the marks by which a hand-written one is recognised.
fn beside_the_point(reply: &Reply, text: &str, context: &Context<'_>) -> Result<Option<Finding>, RuleError> {
    let section = context.kind.spec.section.iter().find(|section| section.name == reply.section);
    let Some((section, marks)) = section.and_then(|section| Some((section, section.marks.as_ref()?))) else {
        return Ok(None);
    };
    // As in the whole document, the heading counts.
    let heading = section.heading.as_ref().map_or("", |heading| heading.get(context.lang));
    let text = format!("{heading}\n{text}");
    let borne = bears(marks.get(context.lang), &text, context.lang).map_err(|(_, error)| RuleError {
        rule: REQUIRED,
        message: Message::new(
            format!("{} の節 {} の marks が正規表現ではありません: {error}", context.kind.id, section.name),
            format!("{}: a mark of section {} is no regular expression: {error}", context.kind.id, section.name),
        ),
    })?;
    if borne {
        return Ok(None);
    }
    let job = |lang| section.job.as_ref().map_or(section.name.as_str(), |job| job.get(lang));
    let (ja, en) = (job(Lang::Ja), job(Lang::En));
    let message =
        Message::new(format!("この節の内容（{ja}）が書かれていません"), format!("the text does not do its job: {en}"));
    Ok(Some(Finding::error(REQUIRED, 0..0, message)))
}

/// A reply that was cut off, went round in circles or said nothing.
fn unfinished(reply: &Reply, text: &str) -> Option<Finding> {
    let (ja, en) = match reply.ended {
        Ended::Stop if text.is_empty() => ("文がありません", "the text is empty"),
        Ended::Stop => return None,
        Ended::Length => {
            ("文が長すぎて途中で切れています。短く書いてください", "the text is too long and was cut off; write less")
        }
        Ended::Loop => ("同じ文の繰り返しになっています", "the text repeats itself over and over"),
        Ended::Cancelled => ("文が途中で止められました", "the text was stopped half-way"),
    };
    let end = Laid::section(&reply.section, text).text.len();
    Some(Finding::error("unfinished", end..end, Message::new(ja, en)))
}
