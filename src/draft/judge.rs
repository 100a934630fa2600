//! Whether a reply of a model may stand in a draft.

use crate::engine::{Ended, Reply};
use crate::kind::Laid;
use crate::lang::Message;
use crate::review::{Context, Finding, RuleError, Scope, Severity, review};

/// What is wrong with a reply, errors only; `text` is the reply as it would stand in the draft.
///
/// # Errors
/// When a rule cannot judge.
pub(super) fn judge(reply: &Reply, text: &str, context: &Context<'_>) -> Result<Vec<Finding>, RuleError> {
    let laid = Laid::section(&reply.section, text);
    let mut findings: Vec<Finding> = unfinished(reply, text).into_iter().collect();
    findings.extend(review(context, &laid, Scope::Section)?);
    findings.retain(|finding| finding.severity == Severity::Error);
    Ok(findings)
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
