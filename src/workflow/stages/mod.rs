//! The stages S0–S6: how each is entered and left, and the facts behind it (domain F).

mod closing;
mod outward;
mod receipt;

pub(super) use closing::{REPORTS, is_stable};
pub(super) use outward::answers;
pub(super) use receipt::{acknowledged, open_claims, rep_heard};

use super::condition::{Condition, all_met};
use super::known::Known;
use crate::facts::Day;
use crate::lang::Message;

/// A stage of the way (domain F).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Stage {
    /// 安全・受付.
    S0,
    /// 本質の把握.
    S1,
    /// 顧客対応.
    S2,
    /// 部下支援, beside the others.
    S3,
    /// 組織対応.
    S4,
    /// 継続・判定.
    S5,
    /// 学習・終了.
    S6,
}

impl Stage {
    /// All of them.
    pub const ALL: [Self; 7] = [Self::S0, Self::S1, Self::S2, Self::S3, Self::S4, Self::S5, Self::S6];

    /// Its code: S2.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::S0 => "S0",
            Self::S1 => "S1",
            Self::S2 => "S2",
            Self::S3 => "S3",
            Self::S4 => "S4",
            Self::S5 => "S5",
            Self::S6 => "S6",
        }
    }

    /// Its name.
    #[must_use]
    pub fn name(self) -> Message {
        let (ja, en) = match self {
            Self::S0 => ("安全・受付", "Safety and receipt"),
            Self::S1 => ("本質の把握", "Finding out"),
            Self::S2 => ("顧客対応", "With the client"),
            Self::S3 => ("部下支援", "Support for the rep"),
            Self::S4 => ("組織対応", "In the company"),
            Self::S5 => ("継続・判定", "Follow-through and review"),
            Self::S6 => ("学習・終了", "Learning and closing"),
        };
        Message::new(ja, en)
    }

    /// The last day of its window, counted from the complaint; `None` for the support of the rep, which goes on.
    /// The follow-through is reviewed on day 30, and again on day 60.
    fn last_day(self, day: i32) -> Option<i32> {
        match self {
            Self::S0 => Some(1),
            Self::S1 => Some(3),
            Self::S2 => Some(10),
            Self::S3 => None,
            Self::S4 => Some(20),
            Self::S5 if day <= 30 => Some(30),
            Self::S5 => Some(60),
            Self::S6 => Some(90),
        }
    }
}

/// How far a stage is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StageState {
    /// Not entered.
    NotStarted,
    /// Entered and not left.
    Open,
    /// Left.
    Done,
}

impl StageState {
    /// The word for programs.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::NotStarted => "not_started",
            Self::Open => "open",
            Self::Done => "done",
        }
    }
}

/// Where a stage stands, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// The stage.
    pub stage: Stage,
    /// How far it is.
    pub state: StageState,
    /// What it is entered by.
    pub entry: Vec<Condition>,
    /// What it is left by.
    pub exit: Vec<Condition>,
    /// By when it should be left: the last day of its window in calendar days after the complaint.
    pub until: Option<Day>,
    /// Whether it should have been left by now.
    pub late: bool,
}

/// What lets a stage be entered and left; work begun lets it be entered too.
struct Gates {
    entry: Vec<Condition>,
    begun: bool,
    exit: Vec<Condition>,
}

/// Where every stage stands.
pub(super) fn standings(known: &Known, day: Option<i32>) -> Vec<Standing> {
    Stage::ALL.into_iter().map(|stage| standing(known, stage, day)).collect()
}

fn standing(known: &Known, stage: Stage, day: Option<i32>) -> Standing {
    let Gates { entry, begun, exit } = match stage {
        Stage::S0 => receipt::safety(known),
        Stage::S1 => receipt::finding_out(known),
        Stage::S2 => outward::client(known),
        Stage::S3 => outward::rep(known),
        Stage::S4 => closing::company(known),
        Stage::S5 => closing::follow_through(known),
        Stage::S6 => closing::learning(known),
    };
    let entered = known.complaint.is_some() && (begun || all_met(&entry));
    let state = match (entered, all_met(&exit)) {
        (false, _) => StageState::NotStarted,
        (true, false) => StageState::Open,
        (true, true) => StageState::Done,
    };
    let until = day.and_then(|day| known.day(stage.last_day(day)?));
    let late = state == StageState::Open && until.is_some_and(|until| known.on > until);
    Standing { stage, state, entry, exit, until, late }
}
