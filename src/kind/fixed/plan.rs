//! The plan: every decided action with who answers for it, its date and how it is checked; done first.

use super::Sheet;
use super::timeline::capitalised;
use crate::facts::{Action, Progress};
use crate::kind::document::Block;

pub(super) fn plan(sheet: Sheet<'_>) -> Vec<Block> {
    let mut actions: Vec<&Action> = sheet.facts.actions.iter().collect();
    actions.retain(|action| action.status != Progress::Proposed);
    actions.sort_by_key(|action| action.status);
    if actions.is_empty() {
        return Vec::new();
    }
    let head = sheet.speech.lang().pick(
        ["区分", "取り組み", "受け持ち", "時期", "確認の方法"],
        ["Stage", "Action", "Who", "When", "How it is checked"],
    );
    let rows = actions.into_iter().map(|action| row(sheet, action)).collect();
    vec![Block::Table { head: head.map(str::to_owned).to_vec(), rows }]
}

fn row(sheet: Sheet<'_>, action: &Action) -> Vec<String> {
    let lang = sheet.speech.lang();
    let stage = match action.status {
        Progress::Done => lang.pick("実施済み", "Done"),
        Progress::InProgress => lang.pick("実施中", "Under way"),
        Progress::Planned | Progress::Proposed => lang.pick("予定", "Planned"),
    };
    let verification = action.verification.as_ref().map(|text| text.shown()).unwrap_or_default();
    vec![
        stage.to_owned(),
        capitalised(action.what.shown()),
        sheet.speech.owner_label(&action.owner).map(|label| capitalised(&label)).unwrap_or_default(),
        capitalised(&sheet.when(action)),
        capitalised(verification),
    ]
}
