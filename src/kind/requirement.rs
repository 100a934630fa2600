//! What a case must hold before a document can be drafted.

use serde::Deserialize;

use super::fixed::levels;
use crate::facts::normalise::is_business_day;
use crate::facts::{
    Action, CauseKind, ClientRole, Facts, GoalKind, Measure, NoteKind, PositionKind, Progress, Rep, Slot, Status,
};
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
    /// Three or more things the client has said.
    Quotes,
    /// Who goes to the meeting, two or more.
    Attendees,
    /// Causes that go three levels deep.
    Whys,
    /// Why it went unnoticed.
    Undetected,
    /// Something that worked.
    WentWell,
    /// The rep's wishes.
    Wishes,
    /// How the rep meets the client for now.
    ContactRules,
    /// A goal for the effort and one for the result.
    Goals,
    /// Short talks with the rep, at most two weeks apart.
    CheckIns,
    /// Where the rep can turn to.
    HelpDesk,
    /// What other departments are asked for.
    Requests,
    /// Measures of three or more types.
    MeasureTypes,
    /// How the measures are brought in and when their effect is checked.
    Prevention,
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

/// Whether the talks to come are at most two weeks apart, the first counted from the day of the case.
fn check_ins_are_close(rep: &Rep, facts: &Facts) -> bool {
    let mut days: Vec<_> = rep.check_ins.iter().map(|day| day.0).filter(|day| *day > facts.case.as_of.0).collect();
    days.sort_unstable();
    let mut last = facts.case.as_of.0;
    !days.is_empty()
        && days.into_iter().all(|day| {
            let close = (day - last).get_days() <= 14;
            last = day;
            close
        })
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
            Self::Quotes => {
                facts
                    .positions
                    .iter()
                    .filter(|position| position.quote.is_some() || position.acknowledge.is_some())
                    .count()
                    > 2
            }
            Self::Attendees => facts.meeting.as_ref().is_some_and(|meeting| meeting.attendees.len() > 1),
            Self::Whys => levels(&facts.causes) > 2,
            Self::Undetected => facts.causes.iter().any(|cause| cause.kind == CauseKind::Undetected),
            Self::WentWell => !facts.went_well.is_empty(),
            Self::Wishes => facts.rep.as_ref().is_some_and(|rep| !rep.wishes.is_empty()),
            Self::ContactRules => facts.rep.as_ref().is_some_and(|rep| !rep.contact_rules.is_empty()),
            Self::Goals => [GoalKind::Process, GoalKind::Result]
                .iter()
                .all(|kind| facts.rep.iter().flat_map(|rep| &rep.goals).any(|goal| goal.kind == *kind)),
            Self::CheckIns => facts.rep.as_ref().is_some_and(|rep| check_ins_are_close(rep, facts)),
            Self::HelpDesk => facts.rep.as_ref().is_some_and(|rep| rep.help_desk.is_some()),
            Self::Requests => !facts.requests.is_empty(),
            Self::MeasureTypes => {
                facts.actions.iter().map(|action| action.measure as u8).collect::<std::collections::BTreeSet<_>>().len()
                    > 2
            }
            Self::Prevention => facts.prevention.as_ref().is_some_and(|plan| {
                plan.residual.is_some()
                    && plan.rollout.is_some()
                    && plan.effect_check.is_some()
                    && plan.lesson.is_some()
            }),
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
            Self::Quotes => (
                "先方のお言葉が足りません。`[[positions]]` に quote か acknowledge のあるものを三つ以上書いてください",
                "too little of what the client has said: add three or more `[[positions]]` with `quote` or `acknowledge`",
            ),
            Self::Attendees => (
                "面談の出席者が足りません。`[meeting]` の attendees に二名以上を書いてください",
                "too few attend: write two or more people in `attendees` of `[meeting]`",
            ),
            Self::Whys => (
                "なぜの段が足りません。`[[causes]]` に explains を書き、三段以上つなげてください",
                "the chain of whys is too short: link three or more `[[causes]]` with `explains`",
            ),
            Self::Undetected => (
                "気づけなかった理由がありません。`[[causes]]` に kind = \"undetected\" を書いてください",
                "nothing says why it went unnoticed: add kind = \"undetected\" to `[[causes]]`",
            ),
            Self::WentWell => (
                "うまくいったことがありません。`[[went_well]]` を書いてください",
                "nothing says what worked: add `[[went_well]]`",
            ),
            Self::Wishes => (
                "本人の希望がありません。`[[rep.wishes]]` を書いてください",
                "no wish of the rep: add `[[rep.wishes]]`",
            ),
            Self::ContactRules => (
                "応対の決まりがありません。`[[rep.contact_rules]]` を書いてください",
                "no rule of contact: add `[[rep.contact_rules]]`",
            ),
            Self::Goals => (
                "目標がそろっていません。`[[rep.goals]]` に kind = \"process\" と \"result\" を書いてください",
                "goals are missing: add kind = \"process\" and kind = \"result\" to `[[rep.goals]]`",
            ),
            Self::CheckIns => (
                "面談の間隔が空いています。`[rep]` の check_ins に、as_of より後の日を二週間以内の間隔で書いてください",
                "the short talks are missing or too far apart: write days after `as_of` in `check_ins` of `[rep]`, two weeks apart at most",
            ),
            Self::HelpDesk => (
                "相談先がありません。`[rep]` に help_desk を書いてください",
                "no help desk: write `help_desk` in `[rep]`",
            ),
            Self::Requests => (
                "依頼がありません。`[[requests]]` に to、what、why、due を書いてください",
                "nothing is asked for: add `[[requests]]` with `to`, `what`, `why` and `due`",
            ),
            Self::MeasureTypes => (
                "対策の種類が足りません。`[[actions]]` に三種類以上の measure を書いてください",
                "too few types of measures: use three or more values of `measure` in `[[actions]]`",
            ),
            Self::Prevention => (
                "再発防止の進め方がありません。`[prevention]` に residual、rollout、effect_check、lesson を書いてください",
                "no plan against a repetition: write `residual`, `rollout`, `effect_check` and `lesson` in `[prevention]`",
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
