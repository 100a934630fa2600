//! The documents that are due, stage by stage.

use super::Listed;
use crate::facts::normalise::add_business_days;
use crate::facts::{Day, PositionKind, Progress};
use crate::workflow::condition::Reason;
use crate::workflow::counsel::triggers;
use crate::workflow::gate::{Gate, Recommendation};
use crate::workflow::known::{Known, names};
use crate::workflow::paper::Paper;
use crate::workflow::reports::promised;
use crate::workflow::stages::{Stage, StageState, Standing, acknowledged, answers, is_stable};
use crate::workflow::when::{open_before, open_by};

/// Open days between a brief and the day on which its answer is needed.
const FOR_AN_ANSWER: usize = 3;

/// Open days that another department, or a successor, has at least.
const FOR_WORK: usize = 5;

/// The day on which the follow-through is reviewed.
const REVIEW: i32 = 30;

struct List<'a> {
    known: &'a Known,
    stages: &'a [Standing],
    found: Vec<Listed>,
}

impl List<'_> {
    fn add(&mut self, paper: Paper, stage: Stage, by: Option<Day>, why: Reason) {
        self.found.push(Listed { paper, stage: Some(stage), by, why, report: None });
    }

    fn entered(&self, stage: Stage) -> bool {
        self.stages.iter().any(|standing| standing.stage == stage && standing.state != StageState::NotStarted)
    }

    /// Whether a document of a stage is wanted: the stage is entered, and the document not made.
    fn wants(&self, paper: Paper, stage: Stage) -> bool {
        self.entered(stage) && !self.known.has(paper)
    }

    /// The last open day of a number of days after the complaint.
    fn by_day(&self, days: i32) -> Option<Day> {
        self.known.day(days).map(open_by)
    }
}

pub(super) fn list(known: &Known, stages: &[Standing], gate: &Gate, day: Option<i32>) -> Vec<Listed> {
    let mut list = List { known, stages, found: Vec::new() };
    inside(&mut list);
    outside(&mut list);
    reports(&mut list);
    rep(&mut list);
    change(&mut list, gate, day);
    advice(&mut list);
    list.found
}

/// D10, D11, D13, D14, D15.
fn inside(list: &mut List<'_>) {
    let known = list.known;
    if list.wants(Paper::IncidentLog, Stage::S1) {
        let why = Reason::of(Vec::new(), "事実関係を一枚にまとめるため", "to have the facts on one sheet");
        list.add(Paper::IncidentLog, Stage::S1, list.by_day(3), why);
    }
    if list.wants(Paper::MeetingPrep, Stage::S1) && known.visits().is_empty() {
        let slot = next_slot(known);
        let by = slot.as_ref().map_or_else(|| list.by_day(3), |(day, _)| Some(open_before(*day, 1)));
        let facts = slot.into_iter().map(|(_, id)| id).collect();
        let why =
            Reason::of(facts, "先方の側から見て、面談に備えるため", "to see with the client's eyes before the meeting");
        list.add(Paper::MeetingPrep, Stage::S1, by, why);
    }
    if list.wants(Paper::CauseAnalysis, Stage::S1) {
        let facts = names(known.causes.iter().map(|cause| &cause.id));
        let why = Reason::of(facts, "対策と社内の協力の土台にするため", "measures and help from others rest on it");
        list.add(Paper::CauseAnalysis, Stage::S1, list.by_day(3), why);
    }
    if list.wants(Paper::CoordinationRequest, Stage::S4) && !known.requests.is_empty() {
        let first = known.requests.iter().map(|request| open_before(request.due, FOR_WORK)).min();
        let facts = names(known.requests.iter().map(|request| &request.id));
        let why = Reason::of(facts, "他部署に頼むことがあるため", "other departments have to be asked");
        list.add(Paper::CoordinationRequest, Stage::S4, first.into_iter().chain(list.by_day(20)).min(), why);
    }
    if list.wants(Paper::Recurrence, Stage::S4) {
        let decided = known.actions.iter().filter(|action| action.status != Progress::Proposed);
        let facts = names(decided.map(|action| &action.id));
        let why = Reason::of(facts, "対策を社内で決め、定着させるため", "to agree on lasting measures");
        list.add(Paper::Recurrence, Stage::S4, list.by_day(20), why);
    }
}

/// D01, D02, D04, D06, D07.
fn outside(list: &mut List<'_>) {
    let known = list.known;
    let complaint = known.complaint.as_ref().filter(|_| !acknowledged(known).met);
    if let Some(complaint) = complaint {
        let by = add_business_days(complaint.day.0, 1).map(Day);
        let why = Reason::of(
            vec![complaint.id.to_string()],
            "お申し出を受け付けたことを、翌営業日までにお伝えするため",
            "the client hears by the next business day that we are on it",
        );
        list.add(Paper::FirstResponse, Stage::S0, by, why);
    }
    if list.wants(Paper::MeetingRequest, Stage::S2) && known.visits().is_empty() {
        let slot = next_slot(known);
        let by = slot.as_ref().map_or_else(|| list.by_day(10), |(day, _)| Some(open_before(*day, FOR_AN_ANSWER)));
        let facts = slot.into_iter().map(|(_, id)| id).collect();
        let why =
            Reason::of(facts, "まだ一度もお会いしてお話を伺っていないため", "the client has not been listened to yet");
        list.add(Paper::MeetingRequest, Stage::S2, by, why);
    }
    if list.wants(Paper::ApologyLetter, Stage::S2) {
        let facts = names(known.timeline.iter().filter(|event| event.lapse.is_some()).map(|event| &event.id));
        let why = Reason::of(
            facts,
            "確認された不備を、書面でお詫びするため",
            "to apologise in writing for the confirmed lapse",
        );
        list.add(Paper::ApologyLetter, Stage::S2, list.by_day(10), why);
    }
    if list.wants(Paper::ActionPlan, Stage::S2) {
        let decided = known.actions.iter().filter(|action| action.status != Progress::Proposed);
        let facts = names(decided.map(|action| &action.id));
        let why = Reason::of(facts, "何をいつまでに改めるかをお示しするため", "to show what changes, and by when");
        list.add(Paper::ActionPlan, Stage::S2, list.by_day(10), why);
    }
    let demands = known.positions.iter().filter(|position| position.kind == PositionKind::Demand);
    let open: Vec<_> = demands.filter(|position| answers(known, position.date).is_empty()).collect();
    let deadline = open.iter().filter_map(|position| position.deadline).min();
    // A day the client has set runs, however far the case is.
    if !open.is_empty() && (list.entered(Stage::S2) || deadline.is_some()) {
        let by = deadline.or_else(|| list.by_day(10));
        let facts = names(open.iter().map(|position| &position.id));
        let why = Reason::of(facts, "担当変更のご要望にまだお答えしていないため", "the demand has no answer yet");
        list.add(Paper::ReplyToDemand, Stage::S2, by, why);
    }
}

/// D03 for the first report, D05 for the later ones: those that are late, and the next.
fn reports(list: &mut List<'_>) {
    let known = list.known;
    let all = promised(known);
    let mut left = all.iter().filter(|report| report.delivered.is_none()).map(|report| report.report).peekable();
    // The account comes first: it is the report promised first, unless something has been reported already.
    let account = all.first().map(|report| &report.report.id).filter(|_| !known.has(Paper::ProgressReport));
    let first = left.next_if(|report| !known.has(Paper::IncidentExplanation) && Some(&report.id) == account);
    // What is promised is due on its day, however far the case is.
    if !known.has(Paper::IncidentExplanation) && (list.entered(Stage::S2) || first.is_some()) {
        let by = first.map_or_else(|| list.by_day(10), |report| Some(report.date));
        let facts = first.map(|report| report.id.to_string());
        let why = Reason::of(
            facts.iter().cloned().collect(),
            "何が起きたかを、事実だけでご報告するため",
            "to say what happened, facts only",
        );
        let (paper, stage) = (Paper::IncidentExplanation, Some(Stage::S2));
        list.found.push(Listed { paper, stage, by, why, report: facts });
    }
    if !list.entered(Stage::S2) {
        return;
    }
    let mut next_listed = false;
    for report in left {
        if next_listed {
            break;
        }
        next_listed = report.date >= known.on;
        let id = report.id.to_string();
        let why = Reason::of(vec![id.clone()], "お約束したご報告の日であるため", "a report is promised for that day");
        let (paper, stage) = (Paper::ProgressReport, Some(Stage::S5));
        list.found.push(Listed { paper, stage, by: Some(report.date), why, report: Some(id) });
    }
}

/// D09 and D12.
fn rep(list: &mut List<'_>) {
    let known = list.known;
    let Some(rep) = &known.rep else { return };
    if list.wants(Paper::FeedbackNote, Stage::S3) {
        // Feedback is given once things are calm: the talk in which the rep was heard is the sign of it.
        let heard =
            known.events(crate::facts::EventRole::Interview).into_iter().find(|event| known.is_since(event.date));
        let by = heard.and_then(|event| add_business_days(event.date.0, 3)).map(Day).or_else(|| list.by_day(5));
        let facts = names(known.timeline.iter().filter(|event| event.feedback.is_some()).map(|event| &event.id));
        let why = Reason::of(
            facts,
            "落ち着いてから3営業日のうちに、担当者と振り返るため",
            "to look back with the rep within three business days of calm",
        );
        list.add(Paper::FeedbackNote, Stage::S3, by, why);
    }
    if list.wants(Paper::SupportPlan, Stage::S3) {
        let first = rep.check_ins.iter().copied().filter(|day| *day >= known.on).min();
        let facts = names(rep.wishes.iter().map(|wish| &wish.id));
        let why = Reason::of(
            facts,
            "支援と目標を担当者と書面で共有するため",
            "to agree on support and goals with the rep in writing",
        );
        let by = first.into_iter().chain(known.day(7)).min().map(open_by);
        list.add(Paper::SupportPlan, Stage::S3, by, why);
    }
}

/// D16, then D17 and D08 once a change is approved.
fn change(list: &mut List<'_>, gate: &Gate, day: Option<i32>) {
    let known = list.known;
    let Some(option) = &known.change_option else { return };
    if known.change_approved() {
        let start = option.joint_visits.iter().copied().chain(option.start).min();
        let facts = vec![option.id.to_string()];
        if !known.has(Paper::HandoverBrief) {
            let why = Reason::of(facts.clone(), "担当の変更が承認されたため", "the change has been approved");
            list.add(Paper::HandoverBrief, Stage::S5, start.map(|start| open_before(start, FOR_WORK)), why);
        }
        if !known.has(Paper::ChangeNotice) {
            let why =
                Reason::of(facts, "承認された変更を先方にご案内するため", "the client hears of the approved change");
            list.add(Paper::ChangeNotice, Stage::S5, start.map(|start| open_before(start, FOR_AN_ANSWER)), why);
        }
        return;
    }
    let reviewed = day.is_some_and(|day| day >= REVIEW) && list.entered(Stage::S5) && !is_stable(known);
    let why = match gate.recommendation {
        Recommendation::Change => ("七つの基準が満たされたため", "the criteria hold"),
        _ if !gate.protect.is_empty() => {
            ("担当者の保護のため、会社の判断を残す必要があるため", "the company has to decide, to protect the rep")
        }
        Recommendation::NotYet if reviewed => ("30日たっても安定していないため", "things are not stable after 30 days"),
        _ => return,
    };
    if !known.has(Paper::ChangeDecision) {
        // A review has its day, 30 or 60; what the criteria or protection ask for is asked for at once.
        let by = stages_until(list.stages, Stage::S5).filter(|_| reviewed && gate.protect.is_empty());
        let by = by.filter(|_| gate.recommendation == Recommendation::NotYet).map(open_by);
        list.add(Paper::ChangeDecision, Stage::S5, by, Reason::of(vec![option.id.to_string()], why.0, why.1));
    }
}

fn stages_until(stages: &[Standing], stage: Stage) -> Option<Day> {
    stages.iter().find(|standing| standing.stage == stage)?.until
}

/// D18, at any time.
fn advice(list: &mut List<'_>) {
    let known = list.known;
    let triggers = triggers(known);
    if triggers.is_empty() || known.has(Paper::ExpertBrief) {
        return;
    }
    let deadline = known.expert.as_ref().and_then(|expert| expert.deadline);
    let by = deadline.map(|deadline| open_before(deadline, FOR_AN_ANSWER));
    let join = |pick: fn(&Reason) -> &str, with: &str| triggers.iter().map(pick).collect::<Vec<_>>().join(with);
    let ja = format!("専門家に相談すべきことがあるため（{}）", join(|reason| &reason.text.ja, "、"));
    let en = format!("an adviser should be asked ({})", join(|reason| &reason.text.en, ", "));
    let mut facts: Vec<String> = triggers.into_iter().flat_map(|reason| reason.facts).collect();
    facts.dedup();
    list.found.push(Listed {
        paper: Paper::ExpertBrief,
        stage: None,
        by,
        why: Reason::of(facts, ja, en),
        report: None,
    });
}

/// The next meeting offered that is still to come.
fn next_slot(known: &Known) -> Option<(Day, String)> {
    let slots = known.meeting.iter().flat_map(|meeting| &meeting.candidates);
    let slot = slots.filter(|slot| slot.date >= known.on).min_by_key(|slot| slot.date)?;
    Some((slot.date, slot.id.to_string()))
}
