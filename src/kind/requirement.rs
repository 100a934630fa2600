//! What a case must hold before a document can be drafted.

use serde::Deserialize;

use crate::facts::normalise::is_business_day;
use crate::facts::{Action, ClientRole, Facts, Measure, NoteKind, PositionKind, Progress, Slot, Status};
use crate::lang::{Lang, Message};

/// Something a kind needs from the case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Requirement {
    /// The client's person a letter goes to.
    Addressee,
    /// What went wrong.
    Incident,
    /// A confirmed fault of the own side.
    Lapse,
    /// At least one confirmed event.
    ConfirmedEvents,
    /// What the client asks for, in words for saying it back.
    Demand,
    /// The date of the next report.
    NextReport,
    /// An action with a date.
    Action,
    /// How each decided action is checked.
    Verification,
    /// A measure that changes a form, a system or a rule.
    SystemMeasure,
    /// For every action that is late, why and the new date.
    DelayReasons,
    /// Two or more dates for a visit, all to come and on business days, and who attends.
    Visit,
    /// The approved contact set-up with the date on which it is looked at again.
    Setup,
    /// No change of rep has been approved.
    NoChange,
    /// A change of rep approved, with successor and date.
    Change,
    /// Reading and contact of the successor.
    SuccessorContact,
    /// Joint visits with the successor.
    JointVisits,
    /// Notes for whoever takes over: what to do and what to leave.
    HandoverNotes,
    /// A change of rep that is being weighed, with the rep heard.
    ChangeWeighed,
    /// Two or more ways tried or weighed before a change.
    Alternatives,
    /// What shows each event.
    Evidence,
    /// The rep.
    Rep,
    /// A dated success of the rep.
    Success,
    /// At least one event with feedback: scene, behaviour, impact, question.
    Feedback,
    /// Support for the rep.
    Support,
    /// The date of the next talk with the rep.
    FollowUp,
    /// At least three questions to an adviser.
    ExpertQuestions,
    /// By when an adviser has to answer.
    ExpertDeadline,
}

/// The actions that are decided.
fn decided(facts: &Facts) -> impl Iterator<Item = &Action> {
    facts.actions.iter().filter(|action| action.status != Progress::Proposed)
}

impl Requirement {
    /// Whether the facts meet it.
    #[must_use]
    pub fn is_met(self, facts: &Facts) -> bool {
        let confirmed = || facts.timeline.iter().filter(|event| event.status == Status::Confirmed);
        match self {
            Self::Addressee => facts.client_people.iter().any(|person| person.role == ClientRole::Decider),
            Self::Incident => facts.incident.as_ref().is_some_and(|incident| incident.status == Status::Confirmed),
            Self::Lapse => confirmed().any(|event| event.lapse.is_some()),
            Self::ConfirmedEvents => confirmed().next().is_some(),
            Self::Demand => facts.positions.iter().any(|position| position.kind == PositionKind::Demand),
            Self::NextReport => facts.next_report().is_some(),
            Self::Action => !facts.actions.is_empty(),
            Self::Verification => decided(facts).all(|action| action.verification.is_some()),
            Self::SystemMeasure => {
                decided(facts).any(|action| matches!(action.measure, Measure::System | Measure::Process))
            }
            Self::DelayReasons => {
                let mut late = decided(facts).filter(|action| action.is_late(facts.case.as_of));
                late.all(|action| action.reason.is_some() && action.revised.is_some_and(|day| day > facts.case.as_of))
            }
            Self::Visit => facts.meeting.as_ref().is_some_and(|meeting| {
                let good = |slot: &Slot| slot.date > facts.case.as_of && is_business_day(slot.date.0);
                meeting.candidates.len() > 1 && meeting.candidates.iter().all(good) && !meeting.attendees.is_empty()
            }),
            Self::Setup => facts.contact_setup.as_ref().is_some_and(|setup| {
                setup.approved_on.is_some() && setup.review.is_some_and(|review| review > facts.case.as_of)
            }),
            Self::NoChange => facts.change_option.as_ref().is_none_or(|option| option.approved_on.is_none()),
            Self::Change => facts.change_option.as_ref().is_some_and(|option| {
                option.approved_on.is_some() && option.successor.is_some() && option.start.is_some()
            }),
            Self::SuccessorContact => {
                let key = facts.change_option.as_ref().and_then(|option| option.successor.as_ref());
                let person = key.and_then(|key| facts.own_person(key));
                person.is_some_and(|person| {
                    let read = facts.lang() == Lang::En || person.reading.is_some();
                    read && (person.tel.is_some() || person.email.is_some())
                })
            }
            Self::JointVisits => facts.change_option.as_ref().is_some_and(|option| !option.joint_visits.is_empty()),
            Self::HandoverNotes => {
                let has = |kind| facts.handover_notes.iter().any(|note| note.kind == kind);
                has(NoteKind::Do) && has(NoteKind::Dont)
            }
            Self::ChangeWeighed => facts.change_option.as_ref().is_some_and(|option| {
                option.rep_heard.is_some() && option.rep_view.is_some() && option.review.is_some()
            }),
            Self::Alternatives => facts.change_option.as_ref().is_some_and(|option| option.alternatives.len() > 1),
            Self::Evidence => facts.timeline.iter().all(|event| event.evidence.is_some()),
            Self::Rep => facts.rep.is_some(),
            Self::Success => facts.rep.as_ref().is_some_and(|rep| !rep.successes.is_empty()),
            Self::Feedback => confirmed().any(|event| event.feedback.is_some()),
            Self::Support => facts.rep.as_ref().is_some_and(|rep| !rep.support.is_empty()),
            Self::FollowUp => facts.rep.as_ref().is_some_and(|rep| rep.follow_up.is_some()),
            Self::ExpertQuestions => facts.expert.as_ref().is_some_and(|expert| expert.questions.len() >= 3),
            Self::ExpertDeadline => facts.expert.as_ref().is_some_and(|expert| expert.deadline.is_some()),
        }
    }

    /// What is missing and what to write.
    #[must_use]
    pub fn message(self) -> Message {
        let (ja, en) = match self {
            Self::Addressee => (
                "宛先がありません。`[[client_people]]` に role = \"decider\" の方を書いてください",
                "no addressee: add a person with role = \"decider\" to `[[client_people]]`",
            ),
            Self::Incident => (
                "何が起きたかがありません。`[incident]` を status = \"confirmed\"、visibility = \"client\" で書いてください",
                "nothing says what went wrong: add `[incident]` with status = \"confirmed\" and visibility = \"client\"",
            ),
            Self::Lapse => (
                "お詫びの対象がありません。確認済みの出来事に lapse（当方の落ち度）を書いてください",
                "nothing to apologise for: write the `lapse` of a confirmed event in `[[timeline]]`",
            ),
            Self::ConfirmedEvents => (
                "確認済みの出来事がありません。`[[timeline]]` に status = \"confirmed\" の出来事を書いてください",
                "no confirmed event: add one with status = \"confirmed\" to `[[timeline]]`",
            ),
            Self::Demand => (
                "先方のご要望がありません。`[[positions]]` に kind = \"demand\" と acknowledge を書いてください",
                "no demand of the client: add kind = \"demand\" with `acknowledge` to `[[positions]]`",
            ),
            Self::NextReport => (
                "次のご連絡の日付がありません。`[[cadence.reports]]` に as_of より後の date を書いてください",
                "no date for the next word: add a `[[cadence.reports]]` dated after `as_of`",
            ),
            Self::Action => (
                "取り組みがありません。`[[actions]]` に日付のあるものを書いてください",
                "no action: add one with a date to `[[actions]]`",
            ),
            Self::Verification => (
                "確認の方法がない取り組みがあります。先方に示す `[[actions]]` のすべてに verification を書いてください",
                "an action does not say how it is checked: write `verification` for every `[[actions]]` entry the client sees",
            ),
            Self::SystemMeasure => (
                "仕組みを変える取り組みがありません。measure = \"system\" か \"process\" の `[[actions]]` を書いてください",
                "no measure changes a system or a rule: add one with measure = \"system\" or \"process\" to `[[actions]]`",
            ),
            Self::DelayReasons => (
                "期日を過ぎた取り組みに、理由（reason）と新しい期日（revised、as_of より後）を書いてください",
                "an action is late: write why (`reason`) and its new date (`revised`, after `as_of`)",
            ),
            Self::Visit => (
                "面談の候補がそろっていません。`[[meeting.candidates]]` に、as_of より後の営業日を二つ以上と、`[meeting]` に attendees を書いてください",
                "no dates to offer: add two or more business days after `as_of` to `[[meeting.candidates]]`, and `attendees` to `[meeting]`",
            ),
            Self::Setup => (
                "承認された窓口の体制がありません。`[contact_setup]` に approved_by、approved_on と、as_of より後の review を書いてください",
                "no approved contact set-up: write `approved_by`, `approved_on` and a `review` after `as_of` in `[contact_setup]`",
            ),
            Self::NoChange => (
                "担当の変更がすでに承認されています。担当者変更のご案内（client-rep-change-notice）を作ってください",
                "a change of representative is already approved: draft client-rep-change-notice instead",
            ),
            Self::Change => (
                "承認された担当の変更がありません。`[change_option]` に successor、start、approved_by、approved_on を書いてください",
                "no approved change of representative: write `successor`, `start`, `approved_by` and `approved_on` in `[change_option]`",
            ),
            Self::SuccessorContact => (
                "後任の連絡先がありません。`[[own_people]]` の後任に reading（よみがな）と、tel か email を書いてください",
                "the successor cannot be reached: write `tel` or `email` (in Japanese also `reading`) for the person in `[[own_people]]`",
            ),
            Self::JointVisits => (
                "引き継ぎの合同訪問の日がありません。`[change_option]` に joint_visits を書いてください",
                "no joint visits: write `joint_visits` in `[change_option]`",
            ),
            Self::HandoverNotes => (
                "引き継ぎの心得がありません。`[[handover_notes]]` に kind = \"do\" と \"dont\" を書いてください",
                "no notes for the successor: add kind = \"do\" and kind = \"dont\" to `[[handover_notes]]`",
            ),
            Self::ChangeWeighed => (
                "担当の変更の検討がありません。`[change_option]` に rep_heard、rep_view、review を書いてください",
                "no change is being weighed: write `rep_heard`, `rep_view` and `review` in `[change_option]`",
            ),
            Self::Alternatives => (
                "試した手立てが足りません。`[[change_option.alternatives]]` を二つ以上書いてください",
                "too little was tried: add two or more `[[change_option.alternatives]]`",
            ),
            Self::Evidence => (
                "根拠のない出来事があります。先方に示す `[[timeline]]` のすべてに evidence を書いてください",
                "an event has no evidence: write `evidence` for every `[[timeline]]` entry the client sees",
            ),
            Self::Rep => ("担当者がありません。`[rep]` を書いてください", "no rep: add `[rep]`"),
            Self::Success => (
                "担当者の過去の成果がありません。`[[rep.successes]]` に date と evidence のあるものを書いてください",
                "no past success of the rep: add one with `date` and `evidence` to `[[rep.successes]]`",
            ),
            Self::Feedback => (
                "振り返る出来事がありません。確認済みの出来事に `[timeline.feedback]` を書いてください",
                "nothing to give feedback on: add `[timeline.feedback]` to a confirmed event",
            ),
            Self::Support => (
                "担当者への支援がありません。`[[rep.support]]` を書いてください",
                "no support for the rep: add `[[rep.support]]`",
            ),
            Self::FollowUp => (
                "次の面談の日がありません。`[rep.follow_up]` に date を書いてください",
                "no date for the next talk: add `[rep.follow_up]` with a date",
            ),
            Self::ExpertQuestions => (
                "専門家への質問が足りません。`[[expert.questions]]` を三つ以上書いてください",
                "too few questions to the adviser: write at least three `[[expert.questions]]`",
            ),
            Self::ExpertDeadline => (
                "専門家の回答の期限がありません。`[expert]` に deadline を書いてください",
                "no date by which the adviser has to answer: write `deadline` in `[expert]`",
            ),
        };
        Message::new(ja, en)
    }
}
