//! S4 組織対応, S5 継続・判定 and S6 学習・終了.

use super::Gates;
use crate::facts::{Day, Event, EventRole, OutcomeResult, Progress};
use crate::workflow::condition::{Condition, all_met};
use crate::workflow::known::{Known, names};
use crate::workflow::paper::Paper;
use crate::workflow::reports::promised;

/// How many reports on time show that a word is kept.
pub(in crate::workflow) const REPORTS: usize = 2;

/// S4: entered with the cause analysis; left when every action has its owner and date, and the first are done.
pub(super) fn company(known: &Known) -> Gates {
    let decided = || known.actions.iter().filter(|action| action.status != Progress::Proposed);
    let undated = decided().filter(|action| {
        [action.done, action.due, action.from, action.until].iter().all(Option::is_none) && action.revised.is_none()
    });
    let undated = names(undated.map(|action| &action.id));
    let dated = if undated.is_empty() {
        let facts = names(decided().map(|action| &action.id));
        Condition::by_facts(facts, "対策に担当と期日がある", "every action has its owner and date")
    } else {
        Condition::of(false, undated, "対策に期日がある", "every action has its date")
    };
    let asked = if known.requests.is_empty() {
        Condition::of(true, Vec::new(), "他部署への依頼はない", "nothing is asked of other departments")
    } else {
        Condition::by_facts(
            known.made_ids(Paper::CoordinationRequest),
            "関係部署へ依頼した（D14）",
            "the other departments have been asked (D14)",
        )
    };
    let done = names(decided().filter(|action| action.status == Progress::Done).map(|action| &action.id));
    Gates {
        entry: vec![Condition::by_facts(
            known.made_ids(Paper::CauseAnalysis),
            "原因を分析した（D13）",
            "the causes have been analysed (D13)",
        )],
        begun: known.has(Paper::CoordinationRequest) || known.has(Paper::Recurrence),
        exit: vec![dated, asked, Condition::by_facts(done, "最初の対策を終えた", "the first actions are done")],
    }
}

/// S5: entered when the plan has gone out; left when things are stable, or the rep was changed.
pub(super) fn follow_through(known: &Known) -> Gates {
    let entry = vec![Condition::by_facts(
        known.made_ids(Paper::ActionPlan),
        "改善計画（D04）をお届けした",
        "the plan (D04) has been sent",
    )];
    let changed = changed(known);
    let exit = if changed.is_empty() {
        stability(known)
    } else {
        vec![Condition::by_facts(changed, "担当を変更した", "the rep has been changed")]
    };
    Gates { entry, begun: false, exit }
}

/// Two reports on time, no new failure, ordinary business again, and with the rep.
fn stability(known: &Known) -> Vec<Condition> {
    let on_time = names(promised(known).iter().filter(|report| report.is_on_time()).map(|report| &report.report.id));
    let plan = known.made(Paper::ActionPlan).first().map(|made| made.date);
    let since = |event: &&&Event| plan.is_none_or(|plan| event.date >= plan);
    let breaches = known.events(EventRole::Breach);
    let breaches = names(breaches.iter().filter(since).map(|event| &event.id));
    let normal = known.events(EventRole::Normal);
    let normal = names(normal.iter().filter(since).map(|event| &event.id));
    let count = on_time.len();
    vec![
        Condition::of(
            count >= REPORTS,
            on_time,
            format!("期日どおりのご報告が{REPORTS}回以上ある（いま{count}回）"),
            format!("at least {REPORTS} reports went out on time ({count} so far)"),
        ),
        Condition::of(breaches.is_empty(), breaches, "新たな不備がない", "we have not failed again"),
        Condition::by_facts(normal, "通常のやり取りに戻っている", "ordinary business goes well again"),
        accepted(known, plan),
    ]
}

/// Daily contact with the rep is not refused: no refusal since the plan stands without ordinary business with the rep
/// after it. Business that goes well with somebody else in front does not mend the relation with the rep.
fn accepted(known: &Known, plan: Option<Day>) -> Condition {
    let rep = known.rep.as_ref().map(|rep| &rep.person);
    let normal = known.events(EventRole::Normal).into_iter();
    let with_rep = normal.filter(|event| rep.is_some() && (event.from.as_ref() == rep || event.to.as_ref() == rep));
    let mended = with_rep.map(|event| event.date).max();
    let refusals = known
        .events(EventRole::Refusal)
        .into_iter()
        .filter(|event| plan.is_none_or(|plan| event.date >= plan) && mended.is_none_or(|mended| event.date > mended));
    let refusals = names(refusals.map(|event| &event.id));
    let (ja, en) = ("担当者への取り次ぎを断られていない", "contact with the rep is not refused");
    Condition::of(refusals.is_empty(), refusals, ja, en)
}

/// Whether the follow-through has shown that things are stable.
pub(in crate::workflow) fn is_stable(known: &Known) -> bool {
    known.has(Paper::ActionPlan) && all_met(&stability(known))
}

/// What says that the rep was changed.
fn changed(known: &Known) -> Vec<String> {
    let mut facts = known.made_ids(Paper::ChangeNotice);
    let outcome = known.outcome.as_ref().filter(|outcome| outcome.result == OutcomeResult::Changed);
    facts.extend(outcome.map(|outcome| outcome.id.to_string()));
    facts
}

/// S6: entered when things are stable, or the rep was changed; left when both sides see the matter as closed.
pub(super) fn learning(known: &Known) -> Gates {
    let changed = changed(known);
    let entry = if changed.is_empty() {
        stability(known)
    } else {
        vec![Condition::by_facts(changed, "担当を変更した", "the rep has been changed")]
    };
    let mut closed = names(known.events(EventRole::Closure).into_iter().map(|event| &event.id));
    closed.extend(known.outcome.iter().map(|outcome| outcome.id.to_string()));
    Gates {
        entry,
        begun: known.is_closed(),
        exit: vec![Condition::by_facts(closed, "終了について先方と一致している", "both sides see it as closed")],
    }
}
