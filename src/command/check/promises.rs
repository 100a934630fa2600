//! Promises nobody was allowed to make, or has made yet.

use super::risk::Risk;
use crate::facts::{ApprovalStatus, Case, Compensation, Progress, RemedyStatus};

/// Whether an approval on record covers a remedy, or none is needed since it costs nothing by itself.
fn is_approved(case: &Case, entry: &Compensation) -> bool {
    let granted = case.groups.approvals.iter().filter(|approval| approval.status == ApprovalStatus::Granted);
    entry.amount.is_none() || granted.flat_map(|approval| &approval.covers).any(|covered| covered == entry.id.as_str())
}

/// Remedies without authority, measures nobody has decided, a set-up nobody has approved.
pub(super) fn promises(case: &Case) -> Vec<Risk> {
    let groups = &case.groups;
    let lang = groups.case.lang;
    let mut risks = Vec::new();
    for entry in &groups.compensation {
        let id = &entry.id;
        let what = entry.what.get(lang).unwrap_or_default();
        let (name, ja, en) = match entry.status {
            RemedyStatus::Authorised if is_approved(case, entry) => continue,
            RemedyStatus::Authorised => (
                "approval-missing",
                format!(
                    "{id}「{what}」は承認済みとありますが、これに当たる [[approvals]] がありません。承認の記録を加えてください"
                ),
                format!(
                    "{id} ({what}) is said to be authorised, but no entry of [[approvals]] covers it; add the record"
                ),
            ),
            RemedyStatus::SaidWithoutAuthority => (
                "said-without-authority",
                format!(
                    "{id}「{what}」は、権限のない者が先方に伝えています。文書では肯定も否定もしません。上長の判断を早く得てください"
                ),
                format!(
                    "{id} ({what}) was said to the client without authority; documents neither confirm nor deny it; have it decided soon"
                ),
            ),
            RemedyStatus::Requested | RemedyStatus::UnderReview | RemedyStatus::Refused => (
                "unauthorised-remedy",
                format!("{id}「{what}」は承認されていません。先方への文書には書きません"),
                format!("{id} ({what}) is not authorised; no client document speaks of it"),
            ),
        };
        risks.push(Risk::of(case, name, id, &entry.span, ja, en));
    }
    for action in groups.actions.iter().filter(|action| action.status == Progress::Proposed) {
        let (id, what) = (&action.id, action.what.get(lang).unwrap_or_default());
        let ja = format!("{id}「{what}」は案のままです。先方への文書には書きません");
        let en = format!("{id} ({what}) is only proposed; no client document speaks of it");
        risks.push(Risk::of(case, "undecided-action", id, &action.span, ja, en));
    }
    if let Some(setup) = &groups.contact_setup
        && (setup.approved_by.is_none() || setup.approved_on.is_none())
    {
        let id = &setup.id;
        let ja = format!(
            "{id} の窓口の体制は承認されていません。approved_by と approved_on があるまで、先方への文書には書きません"
        );
        let en = format!(
            "the contact set-up {id} is not approved; without approved_by and approved_on no client document speaks of it"
        );
        risks.push(Risk::of(case, "unapproved-setup", id, &setup.span, ja, en));
    }
    risks
}
