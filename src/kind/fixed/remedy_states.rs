//! Money and other remedies with where each stands: also what was said by somebody who may not.

use super::Sheet;
use super::timeline::capitalised;
use crate::facts::RemedyStatus;
use crate::kind::document::Block;
use crate::lang::Lang;

pub(super) fn remedy_states(sheet: Sheet<'_>) -> Vec<Block> {
    let lang = sheet.speech.lang();
    let rows: Vec<Vec<String>> = sheet
        .facts
        .compensation
        .iter()
        .map(|entry| {
            let by = sheet.speech.person(&entry.by).unwrap_or_default();
            let by = if lang == Lang::En { capitalised(&by) } else { by };
            let what = lang.pick(entry.what.shown().to_owned(), capitalised(entry.what.shown()));
            let money = sheet.speech.money(entry).unwrap_or_else(|| lang.pick("－", "–").to_owned());
            let day = sheet.speech.day(entry.date);
            vec![
                what,
                money,
                state(entry.status, lang).to_owned(),
                lang.pick(format!("{by}、{day}"), format!("{by}, {day}")),
            ]
        })
        .collect();
    if rows.is_empty() {
        return Vec::new();
    }
    let head = lang.pick(["内容", "金額", "状況", "誰が・いつ"], ["What", "Amount", "Standing", "Who, when"]);
    vec![Block::Table { head: head.map(str::to_owned).to_vec(), rows }]
}

fn state(status: RemedyStatus, lang: Lang) -> &'static str {
    match status {
        RemedyStatus::Authorised => lang.pick("承認済み", "authorised"),
        RemedyStatus::UnderReview => lang.pick("検討中（未承認）", "under review, not authorised"),
        RemedyStatus::Requested => lang.pick("先方の請求（未承認）", "asked for by Company A, not authorised"),
        RemedyStatus::Refused => lang.pick("お断り済み", "refused"),
        RemedyStatus::SaidWithoutAuthority => lang.pick("権限なく発言", "said without authority"),
    }
}
