//! What is due: everything with a day on which somebody waits for us, or we have set ourselves to act.

use super::condition::Reason;
use super::known::{Known, said};
use super::paper::Paper;
use super::papers::ToDraft;
use super::reports::promised;
use super::stages::answers;
use super::when::When;
use crate::facts::{Day, Id, PositionKind, Progress, RemedyStatus, Status, Text};
use crate::lang::Message;

/// Declares the kinds of what is due: variant, word for programs, label.
macro_rules! due_kinds {
    ($( $(#[$doc:meta])* $variant:ident = $word:literal $ja:literal $en:literal ),* $(,)?) => {
        /// What kind of thing is due.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum DueKind {
            $( $(#[$doc])* $variant, )*
        }

        impl DueKind {
            /// The word for programs.
            #[must_use]
            pub fn word(self) -> &'static str {
                match self { $( Self::$variant => $word, )* }
            }

            /// What it is called.
            #[must_use]
            pub fn label(self) -> Message {
                match self { $( Self::$variant => Message::new($ja, $en), )* }
            }
        }
    };
}

due_kinds! {
    /// An answer the client asked for by a day.
    Deadline = "client_deadline" "先方への回答" "answer to the client",
    /// A report promised to the client.
    Report = "report" "先方へのご報告" "report",
    /// A visit offered, or one that should have come.
    Meeting = "meeting" "面談" "meeting",
    /// A remedy to be carried out.
    Remedy = "remedy" "補償の実施" "remedy",
    /// An answer on what is answered separately.
    Answer = "separate_answer" "別途のお答え" "separate answer",
    /// An action.
    Action = "action" "対策" "action",
    /// Something still being checked.
    Check = "check" "確認" "check",
    /// Help asked of another department.
    Request = "request" "他部署への依頼" "request",
    /// The adviser's answer.
    Advice = "advice" "専門家の回答" "advice",
    /// The talk with the rep that follows up.
    FollowUp = "follow_up" "担当者との面談" "talk with the rep",
    /// A short talk with the rep.
    CheckIn = "check_in" "担当者との短い面談" "check-in with the rep",
    /// The contact set-up is looked at again.
    SetupReview = "setup_review" "窓口の体制の見直し" "review of the set-up",
    /// The contact set-up ends.
    SetupEnd = "setup_end" "窓口の体制の期限" "end of the set-up",
    /// The decision on a change is looked at again.
    ChangeReview = "change_review" "担当変更の判断の見直し" "review of the decision",
    /// A joint visit.
    JointVisit = "joint_visit" "後任との同行訪問" "joint visit",
    /// The successor begins.
    ChangeStart = "change_start" "後任の開始" "start of the successor",
    /// The effect of the measures is checked.
    Effect = "effect_check" "効果の確認" "check of the effect",
}

/// Something due.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Due {
    /// What kind.
    pub kind: DueKind,
    /// When, as seen from the day asked about.
    pub when: When,
    /// What.
    pub what: Message,
    /// Id of the entry, or the name of a group that has no id.
    pub fact: String,
    /// What has to be settled before it can be done.
    pub blocked: Vec<Reason>,
}

struct Found<'a> {
    known: &'a Known,
    dues: Vec<Due>,
}

impl Found<'_> {
    fn add(&mut self, kind: DueKind, day: Day, what: Message, fact: impl ToString, blocked: Vec<Reason>) {
        let when = When::of(day, self.known.on);
        self.dues.push(Due { kind, when, what, fact: fact.to_string(), blocked });
    }

    /// Something that is over once its day has passed: nobody records that a talk was held.
    fn ahead(&mut self, kind: DueKind, day: Option<Day>, what: Message, fact: impl ToString) {
        if let Some(day) = day.filter(|day| *day >= self.known.on) {
            self.add(kind, day, what, fact, Vec::new());
        }
    }

    fn sorted(mut self) -> Vec<Due> {
        self.dues.sort_by_key(|due| (due.when.day, due.kind));
        self.dues
    }
}

/// What is due and not done, earliest first.
pub(super) fn dues(known: &Known, documents: &[ToDraft]) -> Vec<Due> {
    let mut found = Found { known, dues: Vec::new() };
    promises(&mut found, documents);
    meetings(&mut found);
    work(&mut found);
    rep(&mut found);
    set_ups(&mut found);
    found.sorted()
}

/// What is left once both sides see the matter as closed: whether the measures work.
pub(super) fn after_closing(known: &Known) -> Vec<Due> {
    let mut found = Found { known, dues: Vec::new() };
    effect(&mut found);
    found.sorted()
}

/// What the client waits for.
fn promises(found: &mut Found<'_>, documents: &[ToDraft]) {
    let known = found.known;
    for report in promised(known).into_iter().filter(|report| report.delivered.is_none()) {
        let report = report.report;
        let carrier = documents.iter().find(|document| document.report.as_deref() == Some(report.id.as_str()));
        let blocked = carrier.map(|document| document.blocked.clone()).unwrap_or_default();
        found.add(DueKind::Report, report.date, said(&report.what), &report.id, blocked);
    }
    for position in &known.positions {
        let answered = match position.kind {
            PositionKind::Demand => !answers(known, position.date).is_empty(),
            _ => known.documents.iter().any(|made| {
                let to_client = Paper::ALL.iter().any(|paper| paper.is_to_client() && paper.is_named(&made.kind));
                to_client && made.date >= position.date && made.kind != Paper::FirstResponse.kind()
            }),
        };
        if let Some(day) = position.deadline.filter(|_| !answered) {
            let what = position.acknowledge.as_ref().map_or_else(|| Message::new("お答え", "an answer"), said);
            let blocked = documents.iter().find(|document| document.paper == Paper::ReplyToDemand);
            let blocked = blocked.filter(|_| position.kind == PositionKind::Demand);
            let blocked = blocked.map(|document| document.blocked.clone()).unwrap_or_default();
            found.add(DueKind::Deadline, day, what, &position.id, blocked);
        }
    }
    for entry in &known.compensation {
        if let Some(day) = entry.due.filter(|_| entry.status == RemedyStatus::Authorised) {
            found.add(DueKind::Remedy, day, said(&entry.what), &entry.id, Vec::new());
        }
        if let Some(day) = entry.answer_by {
            let what = entry.answer_separately.as_ref().map_or_else(|| said(&entry.what), said);
            found.add(DueKind::Answer, day, what, &entry.id, Vec::new());
        }
    }
}

/// The visits offered, until there was one.
fn meetings(found: &mut Found<'_>) {
    let known = found.known;
    let Some(meeting) = known.meeting.as_ref().filter(|_| known.visits().is_empty()) else { return };
    let asked = known.has(Paper::MeetingRequest);
    let ahead: Vec<_> = meeting.candidates.iter().filter(|slot| slot.date >= known.on).collect();
    for slot in &ahead {
        let place = said(&slot.place);
        let what = Message::new(
            format!("候補日 {}　{}", slot.time, place.ja),
            format!("offered for {}, {}", slot.time, place.en),
        );
        let unasked = Reason::of(
            Vec::new(),
            "ご面談のお願い（D06）をまだお送りしていない",
            "the request for a meeting (D06) has not gone out",
        );
        let blocked = if asked { Vec::new() } else { vec![unasked] };
        found.add(DueKind::Meeting, slot.date, what, &slot.id, blocked);
    }
    let last = meeting.candidates.iter().max_by_key(|slot| slot.date).filter(|_| ahead.is_empty());
    if let Some(slot) = last {
        let what = Message::new(
            "候補日が過ぎ、訪問の記録（timeline の role = \"visit\"）がない",
            "the dates offered have passed, and no visit is on record (role = \"visit\" in the timeline)",
        );
        found.add(DueKind::Meeting, slot.date, what, &slot.id, Vec::new());
    }
}

/// What we have set ourselves to do or to find out.
fn work(found: &mut Found<'_>) {
    let known = found.known;
    for action in &known.actions {
        // What recurs is begun, and goes on; what is only proposed is nobody's duty.
        let day = match action.status {
            Progress::Done | Progress::Proposed => None,
            Progress::Planned => action.revised.or(action.due).or(action.from),
            Progress::InProgress => action.revised.or(action.due),
        };
        if let Some(day) = day {
            found.add(DueKind::Action, day, said(&action.what), &action.id, Vec::new());
        }
    }
    for check in known.incident.iter().flat_map(|incident| &incident.checks) {
        let settled = |id: &Id| {
            let event = known.timeline.iter().find(|event| event.id == *id);
            event.is_some_and(|event| matches!(event.status, Status::Confirmed | Status::Opinion))
        };
        if !check.about.as_ref().is_some_and(settled) {
            found.add(DueKind::Check, check.due, said(&check.what), &check.id, Vec::new());
        }
    }
    for request in &known.requests {
        let unasked = Reason::of(
            Vec::new(),
            "協力依頼（D14）をまだ出していない",
            "the request to the departments (D14) has not gone out",
        );
        let blocked = if known.has(Paper::CoordinationRequest) { Vec::new() } else { vec![unasked] };
        found.add(DueKind::Request, request.due, said(&request.what), &request.id, blocked);
    }
    let expert = known.expert.as_ref().filter(|_| !known.has(Paper::ExpertBrief));
    if let Some((expert, day)) = expert.and_then(|expert| Some((expert, expert.deadline?))) {
        let what = expert.aim.as_ref().map_or_else(|| Message::new("ご相談への回答", "the answer"), said);
        let unasked = Reason::of(Vec::new(), "相談メモ（D18）をまだ出していない", "the brief (D18) has not gone out");
        found.add(DueKind::Advice, day, what, "expert", vec![unasked]);
    }
    effect(found);
}

fn effect(found: &mut Found<'_>) {
    let Some(prevention) = &found.known.prevention else { return };
    let what = prevention.effect_measure.as_ref().map_or_else(|| Message::new("対策の効果", "the measures"), said);
    found.ahead(DueKind::Effect, prevention.effect_check, what, &prevention.id);
}

/// The talks with the rep; of the short ones the next.
fn rep(found: &mut Found<'_>) {
    let known = found.known;
    let Some(rep) = &known.rep else { return };
    let name =
        known.own_person(&rep.person).map_or_else(|| Message::new("担当者", "the rep"), |person| said(&person.name));
    let follow_up = rep.follow_up.as_ref().map(|talk| talk.date);
    found.ahead(DueKind::FollowUp, follow_up, name.clone(), "rep.follow_up");
    let next = rep.check_ins.iter().copied().filter(|day| *day >= known.on).min();
    found.ahead(DueKind::CheckIn, next, name, "rep.check_ins");
}

/// When a set-up, or a decision, is looked at again.
fn set_ups(found: &mut Found<'_>) {
    let known = found.known;
    let what = |text: Option<&Text>, ja: &str, en: &str| text.map_or_else(|| Message::new(ja, en), said);
    if let Some(setup) = &known.contact_setup {
        let named = what(setup.what.as_ref(), "窓口の体制", "the contact set-up");
        if let Some(day) = setup.review {
            found.add(DueKind::SetupReview, day, named.clone(), &setup.id, Vec::new());
        }
        found.ahead(DueKind::SetupEnd, setup.until, named, &setup.id);
    }
    if let Some(option) = &known.change_option {
        let named = Message::new("担当の変更", "the change of rep");
        found.ahead(DueKind::ChangeReview, option.review, named.clone(), &option.id);
        if known.change_approved() {
            let successor = option.successor.as_ref().and_then(|key| known.own_person(key));
            let successor = successor.map_or(named, |person| said(&person.name));
            for visit in &option.joint_visits {
                found.ahead(DueKind::JointVisit, Some(*visit), successor.clone(), &option.id);
            }
            found.ahead(DueKind::ChangeStart, option.start, successor, &option.id);
        }
    }
}
