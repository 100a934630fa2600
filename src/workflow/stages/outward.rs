//! S2 顧客対応 and S3 部下支援.

use super::Gates;
use super::receipt::{core_facts, open_claims};
use crate::facts::{ApprovalStatus, Approver, Day, PositionKind};
use crate::workflow::condition::Condition;
use crate::workflow::known::{Known, names};
use crate::workflow::paper::Paper;

/// What answers a demand for another representative.
const ANSWERS: [Paper; 2] = [Paper::ReplyToDemand, Paper::ChangeNotice];

/// S2: entered with the core of the facts, and cleared where money is at stake; left when the client was listened to
/// once, has the plan, and has an answer to the demand.
pub(super) fn client(known: &Known) -> Gates {
    let mut entry = core_facts(known);
    entry.push(cleared(known));
    let sent = [Paper::ApologyLetter, Paper::IncidentExplanation, Paper::ActionPlan, Paper::MeetingRequest];
    let sent = sent.into_iter().chain(ANSWERS).any(|paper| known.has(paper));
    // A date promised to the client is kept, whoever still has to be asked about the money.
    let promised: Vec<String> =
        names(known.cadence.iter().flat_map(|cadence| &cadence.reports).map(|report| &report.id));
    let heard = core_facts(known).iter().all(|condition| condition.met);
    let begun = sent || !known.visits().is_empty() || (heard && !promised.is_empty());
    if begun && !cleared(known).met && !promised.is_empty() {
        entry.push(Condition::by_facts(
            promised,
            "先方にお約束した日があり、対応は待たせられない",
            "dates are promised to the client, so this cannot wait",
        ));
    }
    let visits = names(known.visits().into_iter().map(|event| &event.id));
    Gates {
        entry,
        begun,
        exit: vec![
            Condition::by_facts(visits, "一度お会いしてお話を伺った", "the client has been listened to once"),
            Condition::by_facts(
                known.made_ids(Paper::ActionPlan),
                "改善計画（D04）をお届けした",
                "the plan (D04) has been sent",
            ),
            answered(known),
        ],
    }
}

/// Legal or the insurer has cleared what is claimed.
fn cleared(known: &Known) -> Condition {
    let granted = known.approvals.iter().filter(|approval| {
        approval.status == ApprovalStatus::Granted && matches!(approval.by, Approver::Legal | Approver::Insurer)
    });
    let granted: Vec<_> = granted.collect();
    let covers = |id: &str| granted.iter().any(|approval| approval.covers.iter().any(|name| name == id));
    let claims: Vec<String> = names(open_claims(known).into_iter().map(|entry| &entry.id));
    let open: Vec<String> = claims.iter().filter(|id| !covers(id)).cloned().collect();
    if !open.is_empty() {
        return Condition::of(
            false,
            open,
            "金銭のご請求について、法務か保険会社の確認が済んでいる（それまで文書では触れない）",
            "legal or the insurer has cleared the money claimed (until then no document speaks of it)",
        );
    }
    if claims.is_empty() {
        return Condition::of(true, claims, "未決の金銭のご請求はない", "no money claim is open");
    }
    let facts = names(granted.iter().map(|approval| &approval.id));
    Condition::of(true, facts, "金銭のご請求について、法務か保険会社の確認が済んでいる", "the money claim is cleared")
}

/// The demand has its answer, where there is one.
fn answered(known: &Known) -> Condition {
    let demands = known.positions.iter().filter(|position| position.kind == PositionKind::Demand);
    let open: Vec<String> =
        names(demands.clone().filter(|position| answers(known, position.date).is_empty()).map(|position| &position.id));
    if !open.is_empty() {
        return Condition::of(false, open, "担当変更のご要望にお答えした（D07）", "the demand has been answered (D07)");
    }
    if demands.count() == 0 {
        return Condition::of(true, Vec::new(), "お答えを要するご要望はない", "there is no demand to answer");
    }
    let facts = ANSWERS.into_iter().flat_map(|paper| known.made_ids(paper)).collect();
    Condition::of(true, facts, "担当変更のご要望にお答えした", "the demand has been answered")
}

/// Documents that answered a demand made on a day.
pub(in crate::workflow) fn answers(known: &Known, since: Day) -> Vec<String> {
    let made = ANSWERS.into_iter().flat_map(|paper| known.made(paper));
    names(made.filter(|made| made.date >= since).map(|made| &made.id))
}

/// S3, beside the others: entered with the complaint; left when the rep's wishes are recorded and the plan runs.
pub(super) fn rep(known: &Known) -> Gates {
    let complaint: Vec<String> = known.complaint.iter().map(|complaint| complaint.id.to_string()).collect();
    let wishes = names(known.rep.iter().flat_map(|rep| &rep.wishes).map(|wish| &wish.id));
    Gates {
        entry: vec![Condition::by_facts(complaint, "お申し出を受けた", "the complaint has been received")],
        begun: false,
        exit: vec![
            Condition::by_facts(wishes, "担当者の希望を記録した", "the rep's wishes are recorded"),
            running(known),
        ],
    }
}

/// The plan for the rep is agreed in writing, and something of it has begun.
fn running(known: &Known) -> Condition {
    let plan = known.made_ids(Paper::SupportPlan);
    let support = known.rep.iter().flat_map(|rep| &rep.support);
    let begun = support.filter(|support| support.from.is_none_or(|from| from <= known.on)).map(|support| &support.id);
    let begun = names(begun);
    if plan.is_empty() {
        return Condition::of(
            false,
            begun,
            "サポート計画（D12）を本人と書面で共有した",
            "the support plan (D12) has been given to the rep",
        );
    }
    let met = !begun.is_empty();
    let facts = plan.into_iter().chain(begun).collect();
    Condition::of(met, facts, "サポート計画が動いている", "the support plan is running")
}
