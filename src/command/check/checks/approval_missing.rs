//! Remedies called authorised that no approval covers.

use super::prelude::*;

pub(in crate::command::check) const CHECK: Check =
    Check { name: "approval-missing", group: Group::Gap, severity: Severity::Error, find };

fn find(survey: &Survey<'_>) -> Vec<Found> {
    let groups = survey.groups();
    let granted = groups.approvals.iter().filter(|approval| approval.status == ApprovalStatus::Granted);
    let covered: Vec<&str> = granted.flat_map(|approval| &approval.covers).map(String::as_str).collect();
    let authorised = groups.compensation.iter().filter(|entry| entry.status == RemedyStatus::Authorised);
    // What costs nothing by itself needs nobody's signature.
    let bare = authorised.filter(|entry| entry.amount.is_some() && !covered.contains(&entry.id.as_str()));
    let found = bare.map(|entry| {
        let (id, (ja, en)) = (&entry.id, both(&entry.what));
        let what = say(
            format!("{id}「{ja}」は承認済みとありますが、これに当たる [[approvals]] がありません"),
            format!("{id} ({en}) is said to be authorised, but no entry of [[approvals]] covers it"),
        );
        let todo = say(
            format!(
                "承認の記録を加え、covers = [\"{id}\"] と書いてください。まだなら status を under_review にしてください"
            ),
            format!("add the approval with covers = [\"{id}\"]; if there is none yet, make it `under_review`"),
        );
        Found::at(entry.span.start, what, todo).of(id)
    });
    found.collect()
}
