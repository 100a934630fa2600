//! How far each action is, in four fixed words: 遅延, 実施中, 予定, 完了. What is late comes first.

use super::Sheet;
use super::timeline::capitalised;
use crate::facts::{Action, Day, Progress};
use crate::kind::document::Block;
use crate::lang::Lang;

/// Where an action stands, in the order of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Standing {
    Late,
    UnderWay,
    Planned,
    Done,
}

impl Standing {
    fn word(self, lang: Lang) -> &'static str {
        let (ja, en) = match self {
            Self::Late => ("遅延", "Late"),
            Self::UnderWay => ("実施中", "Under way"),
            Self::Planned => ("予定", "Planned"),
            Self::Done => ("完了", "Done"),
        };
        lang.pick(ja, en)
    }
}

pub(super) fn status(sheet: Sheet<'_>) -> Vec<Block> {
    let as_of = sheet.facts.case.as_of;
    let decided = sheet.facts.actions.iter().filter(|action| action.status != Progress::Proposed);
    let mut actions: Vec<(Standing, &Action)> = decided.map(|action| (standing(action, as_of), action)).collect();
    actions.sort_by_key(|(standing, _)| *standing);
    if actions.is_empty() {
        return Vec::new();
    }
    let head = sheet.speech.lang().pick(["状況", "取り組み", "受け持ち", "期日"], ["Status", "Action", "Who", "Date"]);
    let rows = actions.into_iter().map(|(standing, action)| row(sheet, standing, action)).collect();
    vec![Block::Table { head: head.map(str::to_owned).to_vec(), rows }]
}

fn standing(action: &Action, as_of: Day) -> Standing {
    match action.status {
        Progress::Done => Standing::Done,
        _ if action.is_late(as_of) => Standing::Late,
        Progress::InProgress => Standing::UnderWay,
        Progress::Planned | Progress::Proposed => match action.from {
            Some(from) if from <= as_of => Standing::UnderWay,
            _ => Standing::Planned,
        },
    }
}

fn row(sheet: Sheet<'_>, standing: Standing, action: &Action) -> Vec<String> {
    let speech = sheet.speech;
    let lang = speech.lang();
    let dates = match (standing, action.due, action.revised) {
        (Standing::Late, Some(due), Some(revised)) => {
            let (due, revised) = (speech.day(due), speech.day(revised));
            lang.pick(format!("{due}（新しい期日 {revised}）"), format!("{due} (new date: {revised})"))
        }
        _ => capitalised(&sheet.when(action)),
    };
    vec![
        standing.word(lang).to_owned(),
        capitalised(action.what.shown()),
        speech.owner_label(&action.owner).map(|label| capitalised(&label)).unwrap_or_default(),
        dates,
    ]
}
