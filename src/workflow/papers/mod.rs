//! Which documents to draft now, by when and why (domain F, "Do").

mod holds;
mod list;

use super::condition::Reason;
use super::gate::Gate;
use super::known::Known;
use super::paper::Paper;
use super::stages::{Stage, Standing};
use super::when::When;
use crate::facts::Day;

/// A document to draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ToDraft {
    /// Which.
    pub paper: Paper,
    /// The stage it belongs to; `None` for advice from outside, which is due at any time.
    pub stage: Option<Stage>,
    /// By when; `None` means at once.
    pub by: Option<When>,
    /// Why now.
    pub why: Reason,
    /// The promised report it delivers.
    pub report: Option<String>,
    /// What has to be settled before it can go out.
    pub blocked: Vec<Reason>,
    /// What to mind in it.
    pub cautions: Vec<Reason>,
}

/// A document of the list before it is looked at for what holds it up.
struct Listed {
    paper: Paper,
    stage: Option<Stage>,
    by: Option<Day>,
    why: Reason,
    report: Option<String>,
}

/// The documents to draft, earliest first.
pub(super) fn to_draft(known: &Known, stages: &[Standing], gate: &Gate, day: Option<i32>) -> Vec<ToDraft> {
    if known.complaint.is_none() {
        return Vec::new();
    }
    let mut listed = list::list(known, stages, gate, day);
    listed.sort_by_key(|listed| (listed.by, listed.paper));
    let drafts = listed.into_iter().map(|Listed { paper, stage, by, why, report }| {
        let (blocked, cautions) = (holds::blocked(known, paper), holds::cautions(known, paper));
        ToDraft { paper, stage, by: by.map(|by| When::of(by, known.on)), why, report, blocked, cautions }
    });
    drafts.collect()
}
