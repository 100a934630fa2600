//! The measures against a repetition by type, ideas among them marked as such.

use super::Sheet;
use super::timeline::capitalised;
use crate::facts::{Action, Measure, Progress};
use crate::kind::document::Block;
use crate::lang::Lang;

/// The types in the order of the table: what changes the way of working first.
const ORDER: [Measure; 6] =
    [Measure::Process, Measure::System, Measure::Inspection, Measure::Education, Measure::Sharing, Measure::Setup];

pub(super) fn measures_by_type(sheet: Sheet<'_>) -> Vec<Block> {
    let lang = sheet.speech.lang();
    let rows: Vec<Vec<String>> = ORDER
        .iter()
        .flat_map(|measure| sheet.facts.actions.iter().filter(move |action| action.measure == *measure))
        .map(|action| row(sheet, action))
        .collect();
    if rows.is_empty() {
        return Vec::new();
    }
    let head = lang.pick(
        ["種類", "対策", "受け持ち", "時期", "確認の方法"],
        ["Type", "Measure", "Owner", "When", "How it is checked"],
    );
    vec![Block::Table { head: head.map(str::to_owned).to_vec(), rows }]
}

fn row(sheet: Sheet<'_>, action: &Action) -> Vec<String> {
    let lang = sheet.speech.lang();
    let idea = action.status == Progress::Proposed;
    let check = action.verification.as_ref().map(|text| capitalised(text.shown()));
    let open = lang.pick("採否とともに決定", "To be settled with the decision");
    let when =
        if idea { lang.pick("案（未決定）", "An idea, not decided").to_owned() } else { sheet.when(action) };
    vec![
        word(action.measure, lang).to_owned(),
        capitalised(action.what.shown()),
        sheet.speech.own_person(&action.owner).unwrap_or_default(),
        capitalised(&when),
        check.unwrap_or_else(|| open.to_owned()),
    ]
}

fn word(measure: Measure, lang: Lang) -> &'static str {
    let (ja, en) = match measure {
        Measure::Process => ("手順", "Process"),
        Measure::System => ("仕組み", "System"),
        Measure::Education => ("教育", "Education"),
        Measure::Sharing => ("情報共有", "Sharing"),
        Measure::Inspection => ("点検", "Inspection"),
        Measure::Setup => ("体制", "Set-up"),
    };
    lang.pick(ja, en)
}
