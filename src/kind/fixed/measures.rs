//! The actions, each with its date and who answers for it: done first, then under way, then planned.

use super::Sheet;
use super::timeline::capitalised;
use crate::facts::{Action, Measure, Progress};
use crate::kind::document::Block;

pub(super) fn measures(sheet: Sheet<'_>) -> Vec<Block> {
    let mut actions: Vec<&Action> = sheet.facts.actions.iter().collect();
    actions.retain(|action| action.status != Progress::Proposed);
    actions.sort_by_key(|action| action.status);
    if actions.is_empty() {
        return Vec::new();
    }
    vec![Block::List(actions.into_iter().map(|action| item(sheet, action)).collect())]
}

fn item(sheet: Sheet<'_>, action: &Action) -> String {
    let lang = sheet.speech.lang();
    let owner = sheet.speech.owner_label(&action.owner).unwrap_or_default();
    let when = sheet.when(action);
    let what = action.what.shown();
    lang.pick(format!("{what}（{owner}、{when}）"), format!("{} ({owner}; {when})", capitalised(what)))
}

impl Sheet<'_> {
    /// When an action was, is or will be done, in words that differ by how far it is.
    pub(super) fn when(&self, action: &Action) -> String {
        let lang = self.speech.lang();
        let mut parts: Vec<String> = Vec::new();
        let day = |day| self.speech.day(day);
        let every = action.every.as_ref().map(|every| every.shown().to_owned());
        match (action.status, action.done, action.due) {
            (Progress::Done, Some(done), _) if action.measure == Measure::Education => {
                parts.push(lang.pick(format!("{}に実施済み", day(done)), format!("held on {}", day(done))));
            }
            (Progress::Done, Some(done), _) => {
                parts.push(lang.pick(format!("{}から実施済み", day(done)), format!("in place since {}", day(done))));
            }
            // Where the date could not be kept, the new one is what holds.
            (_, _, Some(due)) => {
                let due = action.revised.unwrap_or(due);
                parts.push(lang.pick(format!("{}までに実施", day(due)), format!("by {}", day(due))));
            }
            _ => {}
        }
        let from = action.from.map(|from| match action.status {
            Progress::InProgress => {
                lang.pick(format!("{}から実施中", day(from)), format!("under way since {}", day(from)))
            }
            _ => lang.pick(format!("{}から", day(from)), format!("from {}", day(from))),
        });
        let until = action.until.map(|until| lang.pick(format!("{}まで", day(until)), format!("until {}", day(until))));
        match lang {
            crate::lang::Lang::Ja => {
                parts.extend(from);
                parts.extend(until);
                parts.extend(every);
            }
            crate::lang::Lang::En => {
                parts.extend(every);
                parts.extend(from);
                parts.extend(until);
            }
        }
        let in_progress = action.status == Progress::InProgress;
        parts.join(lang.pick("、", if in_progress { ", " } else { " " }))
    }
}
