//! What is still open and goes on: actions not done, things being checked, reports to come, each with its date.

use super::Sheet;
use super::timeline::capitalised;
use crate::facts::{Audience, Day, Key, Progress};
use crate::kind::document::Block;

/// A thing that is open.
struct Open {
    /// Absent for what goes on without an end.
    due: Option<Day>,
    when: String,
    what: String,
    owner: Option<String>,
}

pub(super) fn open_items(sheet: Sheet<'_>) -> Vec<Block> {
    let facts = sheet.facts;
    let as_of = facts.case.as_of;
    let lang = sheet.speech.lang();
    let owner = |key: &Key| match facts.audience() {
        Audience::Client => sheet.speech.owner_label(key),
        _ => sheet.speech.own_person(key),
    };
    let day = |due: Option<Day>| due.map(|due| sheet.speech.weekday_day(due)).unwrap_or_default();
    let mut items: Vec<Open> = Vec::new();
    for action in facts.actions.iter().filter(|action| !matches!(action.status, Progress::Done | Progress::Proposed)) {
        let due = action.revised.or(action.due).or(action.until);
        let when = if action.from.is_some() || due.is_none() { sheet.when(action) } else { day(due) };
        items.push(Open { due, when, what: action.what.shown().to_owned(), owner: owner(&action.owner) });
    }
    for check in facts.incident.iter().flat_map(|incident| &incident.checks) {
        let what = check.what.shown();
        let what = lang.pick(format!("{what}の確認"), format!("checking {what}"));
        items.push(Open { due: Some(check.due), when: day(Some(check.due)), what, owner: owner(&check.owner) });
    }
    for report in facts.cadence.iter().flat_map(|cadence| &cadence.reports).filter(|report| report.date > as_of) {
        items.push(Open {
            due: Some(report.date),
            when: day(Some(report.date)),
            what: report.what.shown().to_owned(),
            owner: owner(&facts.sender.person),
        });
    }
    items.sort_by_key(|item| (item.due.is_none(), item.due));
    if items.is_empty() {
        return Vec::new();
    }
    let head = lang.pick(["期日", "継続する事項", "受け持ち"], ["Date", "What goes on", "Who"]);
    let rows = items.into_iter().map(|item| {
        vec![
            capitalised(&item.when),
            capitalised(&item.what),
            item.owner.map(|owner| capitalised(&owner)).unwrap_or_default(),
        ]
    });
    vec![Block::Table { head: head.map(str::to_owned).to_vec(), rows: rows.collect() }]
}
