//! What has been promised or spoken of, and with what authority: authorised, said without authority, asked for, an idea.

use super::Sheet;
use super::timeline::capitalised;
use crate::facts::{Action, Compensation, Progress, RemedyStatus};
use crate::kind::document::Block;

pub(super) fn promises(sheet: Sheet<'_>) -> Vec<Block> {
    let facts = sheet.facts;
    let lang = sheet.speech.lang();
    let mut rows: Vec<Vec<String>> = Vec::new();
    let (ideas, decided): (Vec<&Action>, Vec<&Action>) =
        facts.actions.iter().partition(|action| action.status == Progress::Proposed);
    for action in decided {
        let word = match action.status {
            Progress::Done => lang.pick("実施済み", "done"),
            _ => lang.pick("約束済み", "promised"),
        };
        rows.push(vec![capitalised(action.what.shown()), word.to_owned(), capitalised(&sheet.when(action))]);
    }
    rows.extend(facts.compensation.iter().map(|entry| remedy(sheet, entry)));
    for action in ideas {
        let (word, mind) = lang.pick(
            ("案（未決定）", "先方にはお話ししない"),
            ("an idea, not decided", "Not to be mentioned to the client"),
        );
        rows.push(vec![capitalised(action.what.shown()), word.to_owned(), mind.to_owned()]);
    }
    if rows.is_empty() {
        return Vec::new();
    }
    let head = lang.pick(["内容", "状態", "期日・扱い"], ["What", "State", "Date, or how to treat it"]);
    vec![Block::Table { head: head.map(str::to_owned).to_vec(), rows }]
}

/// Money and other remedies; what nobody has authorised says so.
fn remedy(sheet: Sheet<'_>, entry: &Compensation) -> Vec<String> {
    let lang = sheet.speech.lang();
    let amount = sheet.speech.money(entry).map(|amount| lang.pick(amount.clone(), format!(", {amount}")));
    let what = capitalised(entry.what.shown()) + &amount.unwrap_or_default();
    let day = sheet.speech.day(entry.date);
    let (state, mind) = match entry.status {
        RemedyStatus::Authorised => (lang.pick("承認済み", "authorised"), lang.pick(format!("{day}に承認"), day)),
        RemedyStatus::UnderReview => (
            lang.pick("検討中", "under review"),
            lang.pick("決まるまでお答えしない".to_owned(), "No answer before it is decided".to_owned()),
        ),
        RemedyStatus::Requested => (
            lang.pick("先方のご要望（未承認）", "asked for, not authorised"),
            lang.pick("可否をお答えしない".to_owned(), "Say neither yes nor no".to_owned()),
        ),
        RemedyStatus::Refused => (lang.pick("お断り済み", "refused"), day),
        RemedyStatus::SaidWithoutAuthority => (
            lang.pick("権限のない発言（未承認）", "said without authority"),
            lang.pick("肯定も否定もしない".to_owned(), "Neither confirm nor deny".to_owned()),
        ),
    };
    vec![what, state.to_owned(), mind]
}
