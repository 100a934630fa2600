//! S0 安全・受付 and S1 本質の把握.

use super::Gates;
use crate::facts::{Compensation, Event, EventRole, RemedyStatus, Status};
use crate::workflow::condition::Condition;
use crate::workflow::known::{Known, names};
use crate::workflow::paper::Paper;

/// S0: entered by the complaint; left when the client was answered and the log is begun.
pub(super) fn safety(known: &Known) -> Gates {
    let complaint: Vec<String> = known.complaint.iter().map(|complaint| complaint.id.to_string()).collect();
    let log = names(known.timeline.iter().map(|event| &event.id));
    let log = log.into_iter().chain(known.made_ids(Paper::IncidentLog)).collect();
    Gates {
        entry: vec![Condition::by_facts(complaint, "お申し出を受けた", "the complaint has been received")],
        begun: false,
        exit: vec![
            acknowledged(known),
            Condition::by_facts(log, "経過の記録を始めている", "what happened is being logged"),
        ],
    }
}

/// The client was told that the complaint has arrived: in a document, or by a call or a mail of ours.
pub(in crate::workflow) fn acknowledged(known: &Known) -> Condition {
    let papers = Paper::ALL.iter().filter(|paper| paper.is_to_client());
    let mut facts: Vec<String> = papers.flat_map(|paper| known.made_ids(*paper)).collect();
    facts.extend(names(known.timeline.iter().filter(|event| is_our_word(known, event)).map(|event| &event.id)));
    Condition::by_facts(
        facts,
        "お申し出を受け付けたことを先方にお伝えした",
        "the client has been told that we are on it",
    )
}

/// Whether an event is a call or a mail of ours to the client since the complaint.
fn is_our_word(known: &Known, event: &Event) -> bool {
    let ours = event.from.as_ref().is_some_and(|key| known.own_person(key).is_some());
    let theirs = event.to.as_ref().is_some_and(|key| known.client_person(key).is_some());
    ours && theirs && event.status == Status::Confirmed && event.lapse.is_none() && known.is_since(event.date)
}

/// S1: entered after the receipt; left when every event has its status, what must not be said is listed, and approvals
/// have been asked for.
pub(super) fn finding_out(known: &Known) -> Gates {
    let heard = names(known.events(EventRole::Interview).into_iter().map(|event| &event.id));
    let begun = !heard.is_empty() || known.has(Paper::IncidentLog);
    let mut exit = core_facts(known);
    exit.push(Condition::by_facts(
        names(known.do_not_tell.iter().map(|entry| &entry.id)),
        "先方に言わないことを決めてある（do_not_tell）",
        "what must not be told is listed (do_not_tell)",
    ));
    exit.push(approvals_asked(known));
    Gates { entry: vec![acknowledged(known)], begun, exit }
}

/// The core of the facts: the rep was heard, and whoever reads the log sees what is settled and what is not.
pub(super) fn core_facts(known: &Known) -> Vec<Condition> {
    let unsettled: Vec<&Event> = known.timeline.iter().filter(|event| is_unsettled(event)).collect();
    let checks = || known.incident.iter().flat_map(|incident| &incident.checks);
    let unchecked: Vec<String> = names(
        unsettled
            .iter()
            .filter(|event| event.evidence.is_none() && !checks().any(|check| check.about.as_ref() == Some(&event.id)))
            .map(|event| &event.id),
    );
    let statuses = if unchecked.is_empty() {
        let facts = names(unsettled.iter().map(|event| &event.id));
        let (ja, en) = if facts.is_empty() {
            ("すべての出来事の確度を区別してある", "every event has its status")
        } else {
            (
                "すべての出来事の確度を区別し、未決着の点に根拠か確認の予定がある",
                "every event has its status, and what is not settled has its basis or a check",
            )
        };
        Condition::of(!known.timeline.is_empty(), facts, ja, en)
    } else {
        Condition::of(
            false,
            unchecked,
            "未決着の出来事に、根拠（evidence）か確認の予定（incident.checks）がある",
            "what is not settled has its basis (evidence) or a check (incident.checks)",
        )
    };
    vec![rep_heard(known), statuses]
}

/// The rep was heard, on what happened or on a change.
pub(in crate::workflow) fn rep_heard(known: &Known) -> Condition {
    let mut heard = names(known.events(EventRole::Interview).into_iter().map(|event| &event.id));
    let option = known.change_option.as_ref().filter(|option| option.rep_heard.is_some());
    heard.extend(option.map(|option| option.id.to_string()));
    Condition::by_facts(heard, "担当者から話を聞いた", "the rep has been heard")
}

/// Whether the two sides do not agree on an event, or nobody has checked it.
fn is_unsettled(event: &Event) -> bool {
    matches!(event.status, Status::Disputed | Status::Unverified)
}

/// Money asked for or spoken of that nobody has decided.
pub(in crate::workflow) fn open_claims(known: &Known) -> Vec<&Compensation> {
    let open = [RemedyStatus::Requested, RemedyStatus::UnderReview, RemedyStatus::SaidWithoutAuthority];
    known.compensation.iter().filter(|entry| open.contains(&entry.status)).collect()
}

/// Whatever needs a word of somebody else has been put to them.
fn approvals_asked(known: &Known) -> Condition {
    let covered = |id: &str| known.approvals.iter().any(|approval| approval.covers.iter().any(|name| name == id));
    let advice = known.has(Paper::ExpertBrief);
    let mut lacks: Vec<String> = open_claims(known)
        .into_iter()
        .filter(|entry| !advice && !covered(entry.id.as_str()))
        .map(|entry| entry.id.to_string())
        .collect();
    let setup = known.contact_setup.iter().filter(|setup| !known.setup_approved() && !covered(setup.id.as_str()));
    lacks.extend(setup.map(|setup| setup.id.to_string()));
    if lacks.is_empty() {
        let facts = names(known.approvals.iter().map(|approval| &approval.id));
        return Condition::of(true, facts, "必要な承認を求めてある", "approvals have been asked for");
    }
    Condition::of(
        false,
        lacks,
        "未決のご請求と窓口の体制を、法務・保険会社・上長に諮った",
        "open claims and the contact set-up have been put to legal, the insurer or a superior",
    )
}
