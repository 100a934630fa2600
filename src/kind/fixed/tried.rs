//! What has been tried before a change of rep: when, and what came of it.

use super::Sheet;
use super::timeline::capitalised;
use crate::kind::document::Block;

pub(super) fn tried(sheet: Sheet<'_>) -> Vec<Block> {
    let Some(option) = &sheet.facts.change_option else { return Vec::new() };
    let lang = sheet.speech.lang();
    let rows: Vec<Vec<String>> = option
        .alternatives
        .iter()
        .map(|tried| {
            let begun = tried.date.map(|day| sheet.speech.day(day));
            vec![
                capitalised(tried.what.shown()),
                begun.unwrap_or_else(|| lang.pick("未実施", "Not begun").to_owned()),
                tried.result.as_ref().map(|result| result.shown().to_owned()).unwrap_or_default(),
            ]
        })
        .collect();
    if rows.is_empty() {
        return Vec::new();
    }
    let head = lang.pick(["試した手立て", "開始", "結果"], ["What was tried", "Since", "Result"]);
    vec![Block::Table { head: head.map(str::to_owned).to_vec(), rows }]
}
