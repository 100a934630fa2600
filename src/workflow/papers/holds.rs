//! What holds a document up, and what to mind in it.

use crate::facts::{ApprovalStatus, Progress, RemedyStatus, Status, Visibility};
use crate::workflow::condition::Reason;
use crate::workflow::known::{Known, names};
use crate::workflow::paper::Paper;
use crate::workflow::stages::{open_claims, rep_heard};

/// What has to be settled before a document can go out.
pub(super) fn blocked(known: &Known, paper: Paper) -> Vec<Reason> {
    let mut reasons = pending(known, paper);
    reasons.extend(unheard_rep(known, paper));
    match paper {
        Paper::ApologyLetter => {
            reasons.extend(no_lapse(known));
            reasons.extend(unapproved_remedy(known));
        }
        Paper::ActionPlan => {
            reasons.extend(unfit_actions(known));
            reasons.extend(unapproved_remedy(known));
        }
        Paper::MeetingRequest => reasons.extend(no_slot(known)),
        Paper::ReplyToDemand => reasons.extend(unapproved_setup(known)),
        Paper::FeedbackNote => reasons.extend(lacks(
            known.timeline.iter().all(|event| event.feedback.is_none()),
            "伝える場面（timeline の feedback）がまだない",
            "no event says what the rep is told about it (feedback)",
        )),
        Paper::SupportPlan => reasons.extend(lacks(
            known.rep.as_ref().is_none_or(|rep| rep.goals.is_empty()),
            "目標（rep.goals）がまだない",
            "there is no goal yet (rep.goals)",
        )),
        Paper::CauseAnalysis => reasons.extend(lacks(
            known.causes.is_empty(),
            "原因（causes）がまだ挙がっていない",
            "no cause is recorded yet (causes)",
        )),
        Paper::ChangeDecision => reasons.extend(lacks(
            known.change_option.as_ref().is_none_or(|option| option.rep_heard.is_none()),
            "担当変更について本人の話をまだ聞いていない（rep_heard）",
            "the rep has not been heard on a change yet (rep_heard)",
        )),
        Paper::ChangeNotice | Paper::HandoverBrief => reasons.extend(lacks(
            known.change_option.as_ref().is_none_or(|option| option.successor.is_none() || option.start.is_none()),
            "後任か開始日（successor、start）が決まっていない",
            "successor or day of start is not settled (successor, start)",
        )),
        Paper::ExpertBrief => reasons.extend(lacks(
            known.expert.as_ref().is_none_or(|expert| expert.questions.is_empty()),
            "専門家への質問（expert.questions）がまだない",
            "there is no question for the adviser yet (expert.questions)",
        )),
        _ => {}
    }
    reasons
}

/// What to mind in a document.
pub(super) fn cautions(known: &Known, paper: Paper) -> Vec<Reason> {
    let mut reasons = Vec::new();
    if matches!(paper, Paper::ApologyLetter | Paper::ActionPlan | Paper::ReplyToDemand) {
        let (said, claimed): (Vec<_>, Vec<_>) =
            open_claims(known).into_iter().partition(|entry| entry.status == RemedyStatus::SaidWithoutAuthority);
        if !claimed.is_empty() {
            let facts = names(claimed.into_iter().map(|entry| &entry.id));
            reasons.push(Reason::of(facts, "未決のご請求には触れない", "say nothing of a claim nobody has decided"));
        }
        if !said.is_empty() {
            let facts = names(said.into_iter().map(|entry| &entry.id));
            let (ja, en) =
                ("権限のない発言は、肯定も否定もしない", "neither confirm nor deny what was said without authority");
            reasons.push(Reason::of(facts, ja, en));
        }
    }
    if paper == Paper::ActionPlan {
        reasons.extend(unapproved_setup(known).filter(|_| known.contact_setup.is_some()));
        let proposed = known.actions.iter().filter(|action| action.status == Progress::Proposed);
        let facts = names(proposed.map(|action| &action.id));
        if !facts.is_empty() {
            reasons.push(Reason::of(
                facts,
                "案のままの対策には触れない",
                "say nothing of a measure that is only proposed",
            ));
        }
    }
    if paper == Paper::ProgressReport && !known.has(Paper::ActionPlan) {
        let ja = "改善計画（D04）をまだお届けしていない。先にお届けするか、同時にお出しする";
        let en = "the plan (D04) has not gone out; send it before, or with it";
        reasons.push(Reason::of(Vec::new(), ja, en));
    }
    if paper == Paper::ChangeNotice && !known.has(Paper::HandoverBrief) {
        reasons.push(Reason::of(Vec::new(), "引継書（D17）を先に用意する", "make the handover brief (D17) first"));
    }
    reasons
}

fn lacks(lacks: bool, ja: &str, en: &str) -> Option<Reason> {
    lacks.then(|| Reason::of(Vec::new(), ja, en))
}

/// Approvals that cover this document and have not been given.
fn pending(known: &Known, paper: Paper) -> Vec<Reason> {
    let covers = |granted: bool| {
        known.approvals.iter().filter(move |approval| {
            (approval.status == ApprovalStatus::Granted) == granted
                && approval.covers.iter().any(|name| paper.is_named(name))
        })
    };
    let open = covers(false).filter(|open| !covers(true).any(|given| given.by == open.by && given.date >= open.date));
    let reason = |approval: &crate::facts::Approval| {
        let (ja, en) = match approval.status {
            ApprovalStatus::Refused => ("承認が得られていない", "approval has been refused"),
            _ => ("求めた承認がまだ下りていない", "approval has been asked for and not been given"),
        };
        Reason::of(vec![approval.id.to_string()], ja, en)
    };
    open.map(reason).collect()
}

/// The rep has not been heard, so the client would be told one side of it.
fn unheard_rep(known: &Known, paper: Paper) -> Option<Reason> {
    let tells = [Paper::ApologyLetter, Paper::IncidentExplanation, Paper::ActionPlan, Paper::ReplyToDemand];
    lacks(
        tells.contains(&paper) && !rep_heard(known).met,
        "担当者からまだ話を聞いていない（S1）",
        "the rep has not been heard yet (S1)",
    )
}

/// There is nothing confirmed to apologise for.
fn no_lapse(known: &Known) -> Option<Reason> {
    let confirmed = |event: &crate::facts::Event| event.lapse.is_some() && event.status == Status::Confirmed;
    lacks(
        !known.timeline.iter().any(confirmed),
        "お詫びする不備（確認済みの出来事の lapse）がまだない",
        "no confirmed event names a lapse to apologise for (lapse)",
    )
}

/// A remedy the client would be told of is authorised, but nothing records the approval.
fn unapproved_remedy(known: &Known) -> Option<Reason> {
    let granted = || known.approvals.iter().filter(|approval| approval.status == ApprovalStatus::Granted);
    let covered = |id: &str| granted().any(|approval| approval.covers.iter().any(|name| name == id));
    let open = known.compensation.iter().filter(|entry| {
        let told = entry.status == RemedyStatus::Authorised && entry.visibility == Visibility::Client;
        told && entry.amount.is_some() && !covered(entry.id.as_str())
    });
    let facts = names(open.map(|entry| &entry.id));
    let (ja, en) = ("補償の承認の記録（approvals）がない", "no approval of the remedy is on record (approvals)");
    (!facts.is_empty()).then(|| Reason::of(facts, ja, en))
}

/// Decided actions that cannot be promised as they stand.
fn unfit_actions(known: &Known) -> Vec<Reason> {
    let decided = || known.actions.iter().filter(|action| action.status != Progress::Proposed);
    if decided().next().is_none() {
        return vec![Reason::of(Vec::new(), "決まった対策がまだない", "no action has been decided yet")];
    }
    let undated = decided().filter(|action| {
        [action.done, action.due, action.revised, action.from, action.until].iter().all(Option::is_none)
    });
    let undated = names(undated.map(|action| &action.id));
    let unverified = names(decided().filter(|action| action.verification.is_none()).map(|action| &action.id));
    let found = [
        (undated, "対策に期日がない", "an action has no date"),
        (
            unverified,
            "対策に確認の方法（verification）がない",
            "an action does not say how it is checked (verification)",
        ),
    ];
    let found = found.into_iter().filter(|(facts, ..)| !facts.is_empty());
    found.map(|(facts, ja, en)| Reason::of(facts, ja, en)).collect()
}

/// No meeting is offered that is still to come.
fn no_slot(known: &Known) -> Option<Reason> {
    let slots = || known.meeting.iter().flat_map(|meeting| &meeting.candidates);
    if slots().any(|slot| slot.date >= known.on) {
        return None;
    }
    let facts = names(slots().map(|slot| &slot.id));
    Some(Reason::of(facts, "これからの面談の候補日（meeting）がない", "no date still to come is offered (meeting)"))
}

/// The set-up that is the answer has not been approved, or there is none.
fn unapproved_setup(known: &Known) -> Option<Reason> {
    match &known.contact_setup {
        Some(_) if known.setup_approved() => None,
        Some(setup) => Some(Reason::of(
            vec![setup.id.to_string()],
            "窓口の体制がまだ承認されていない（approved_by、approved_on）",
            "the contact set-up has not been approved (approved_by, approved_on)",
        )),
        None => Some(Reason::of(
            Vec::new(),
            "お答えの中身となる窓口の体制（contact_setup）がまだない",
            "there is no contact set-up to answer with (contact_setup)",
        )),
    }
}
