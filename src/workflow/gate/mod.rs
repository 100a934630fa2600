//! The last-resort gate: whether a change of rep is to be recommended (domain F, "Last-resort gate (D16)").
//!
//! It weighs what the case records and never the words of a text; the manager decides.

mod criteria;
mod protect;
mod reasons;

pub use reasons::{NonReason, NonReasonKind};

use super::condition::Reason;
use super::known::Known;
use super::stages::is_stable;
use crate::facts::{Day, Groups};
use crate::lang::Message;

/// The highest score of a criterion.
pub const FULL: u8 = 2;

/// How many criteria there are.
pub const CRITERIA: usize = 7;

/// The gate on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gate {
    /// The seven criteria in their order.
    pub criteria: [Criterion; CRITERIA],
    /// What puts protection first: conduct that is confirmed, a risk to health. Then the first three criteria are
    /// skipped, and the employer decides by its own judgement.
    pub protect: Vec<Reason>,
    /// What is asked for a change but is no reason for one; only where nothing else speaks for it.
    pub non_reasons: Vec<NonReason>,
    /// What is recommended.
    pub recommendation: Recommendation,
    /// When a change was approved, where it was.
    pub decided: Option<Day>,
}

/// A criterion with its score.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Criterion {
    /// Its number, 1–7.
    pub number: u8,
    /// What it asks.
    pub name: Message,
    /// 0: nothing on record; 1: in part; 2: holds.
    pub score: u8,
    /// Ids of the entries behind the score.
    pub evidence: Vec<String>,
    /// What lacks for the full score.
    pub missing: Vec<Message>,
    /// Whether it is skipped because protection comes first.
    pub skipped: bool,
}

impl Criterion {
    /// Whether it holds in full.
    #[must_use]
    pub fn holds(&self) -> bool {
        self.score == FULL
    }
}

/// What the gate recommends. The manager decides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Recommendation {
    /// Nothing shows that the relation cannot be mended with this rep, or it has been: keep the rep.
    Keep,
    /// Something speaks for a change, but not all criteria hold.
    NotYet,
    /// All criteria hold.
    Change,
}

impl Recommendation {
    /// The word for programs.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Keep => "keep",
            Self::NotYet => "not_yet",
            Self::Change => "change",
        }
    }
}

impl Gate {
    /// The gate of a case on a day. It works on a whole case and on a view of one (`Facts`); what an audience may not
    /// see cannot count there.
    #[must_use]
    pub fn of(groups: &Groups, on: Day) -> Self {
        Self::at(&Known::of(groups, on))
    }

    pub(super) fn at(known: &Known) -> Self {
        let mut criteria = criteria::all(known);
        let protect = protect::grounds(known);
        if !protect.is_empty() {
            criteria.iter_mut().take(protect::SKIPPED).for_each(|criterion| criterion.skipped = true);
        }
        let irreparable = criteria.iter().any(|criterion| criterion.number == 2 && criterion.score > 0);
        let holds = criteria.iter().all(|criterion| criterion.skipped || criterion.holds());
        // Protection does not by itself ask for another rep: it takes a change that is thought of, or a relation that
        // cannot be mended.
        let thought_of = irreparable || (!protect.is_empty() && known.change_option.is_some());
        let recommendation = match holds {
            true => Recommendation::Change,
            false if thought_of && !is_stable(known) => Recommendation::NotYet,
            false => Recommendation::Keep,
        };
        let non_reasons = if irreparable || !protect.is_empty() { Vec::new() } else { reasons::non_reasons(known) };
        let decided = known.change_option.as_ref().filter(|_| known.change_approved());
        let decided = decided.and_then(|option| option.approved_on);
        Self { criteria, protect, non_reasons, recommendation, decided }
    }

    /// What lacks for a change, criterion by criterion; nothing of those that are skipped.
    pub fn missing(&self) -> impl Iterator<Item = (&Criterion, &Message)> {
        let asked = self.criteria.iter().filter(|criterion| !criterion.skipped);
        asked.flat_map(|criterion| criterion.missing.iter().map(move |missing| (criterion, missing)))
    }

    /// The recommendation in a sentence.
    #[must_use]
    pub fn verdict(&self) -> Message {
        let (ja, en) = match (self.recommendation, self.protect.is_empty()) {
            (Recommendation::Keep, true) => (
                "担当を続けることをお勧めします。この担当者では修復できないことを示す記録はありません。",
                "Keep the rep: nothing on record shows that the relation cannot be mended with this rep.",
            ),
            (Recommendation::Keep, false) => (
                "まず担当者を守ってください（直接の対応から外すか、一人では対応させず、相談先につなぐ）。\
                 担当の変更をお勧めする段階ではありません。",
                "Protect the rep first (away from direct contact, or never alone, with somebody to turn to). Nothing on \
                 record calls for a change.",
            ),
            (Recommendation::NotYet, true) => (
                "担当の変更はまだお勧めできません。下の不足を先に満たしてください。",
                "Not yet: do first what is missing below.",
            ),
            (Recommendation::NotYet, false) => (
                "まず担当者を守ってください（直接の対応から外し、相談先につなぐ）。担当の変更は会社の判断で決めますが、\
                 下の不足を満たしてからです。",
                "Protect the rep first (away from direct contact, with somebody to turn to). A change is then the \
                 company's own decision, once the points below are met.",
            ),
            (Recommendation::Change, true) => (
                "七つの基準がすべて満たされています。担当の変更を上長にお諮りください。",
                "All seven criteria hold: put a change of rep to your superior.",
            ),
            (Recommendation::Change, false) => (
                "まず担当者を守ってください。会社の判断として、担当の変更を上長にお諮りいただけます（基準1〜3は問いません）。",
                "Protect the rep first. As the company's own decision, a change can be put to your superior (criteria 1 \
                 to 3 are not asked).",
            ),
        };
        Message::new(ja, en)
    }
}
