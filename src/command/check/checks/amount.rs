//! Amounts in texts that differ from the remedy on record.

use super::near::is_slip;
use super::prelude::*;

pub(in crate::command::check) const CHECK: Check =
    Check { name: "amount-mismatch", group: Group::Contradiction, severity: Severity::Error, find };

fn find(survey: &Survey<'_>) -> Vec<Found> {
    let remedies: Vec<(&Compensation, i64)> =
        survey.groups().compensation.iter().filter_map(|entry| Some((entry, entry.amount?))).collect();
    let mut found = Vec::new();
    for told in &survey.texts {
        for mention in &told.mentions {
            let Value::Money(amount, _) = &mention.value else { continue };
            let Some(amount) = amount.as_whole() else { continue };
            if remedies.iter().any(|(_, known)| *known == amount) {
                continue;
            }
            let own = remedies.iter().find(|(entry, _)| speaks_of(survey.groups(), told, entry));
            let slip = remedies.iter().find(|(_, known)| is_slip(amount, *known));
            let Some((entry, known)) = own.or(slip) else { continue };
            // A price without the tax beside the one with it is no slip.
            if [108, 110].iter().any(|rate| amount * rate / 100 == *known || known * rate / 100 == amount) {
                continue;
            }
            let (id, words, (ja, en)) = (&entry.id, told.words(&mention.span), told.place());
            let known = crate::facts::normalise::Number::whole(*known).grouped();
            let what = say(
                format!("{ja}の「{words}」が、{id} の金額 {known} と合いません"),
                format!("`{words}` in {en} differs from the amount of {id}, {known}"),
            );
            let todo = if told.is_quote() {
                say(
                    "引用はそのままにし、先方の言う金額の根拠を確かめてください",
                    "leave the quote as it is and ask what the client's figure rests on",
                )
            } else {
                say(
                    "承認の記録で正しい金額を確かめ、違うほうを直してください",
                    "look the amount up in the approval and mend the wrong one",
                )
            };
            let severity = if told.is_quote() { Severity::Warn } else { Severity::Error };
            found.push(Found::at(told.at, what, todo).within(told.id.as_ref()).with(severity));
        }
    }
    found
}

/// Whether a text is about this remedy alone: its own, or that of the approval that covers it.
fn speaks_of(groups: &Groups, told: &Told, entry: &Compensation) -> bool {
    let Some(id) = &told.id else { return false };
    if *id == entry.id {
        return told.field() == "what";
    }
    let paid = |covered: &&String| groups.compensation.iter().any(|other| other.id.as_str() == covered.as_str());
    groups.approvals.iter().any(|approval| {
        approval.id == *id
            && approval.covers.iter().any(|covered| covered == entry.id.as_str())
            && approval.covers.iter().filter(paid).count() == 1
    })
}
