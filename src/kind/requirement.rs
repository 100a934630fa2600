//! What a case must hold before a document can be drafted.

use serde::Deserialize;

use crate::facts::{ClientRole, Facts, PositionKind, Status};
use crate::lang::Message;

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
