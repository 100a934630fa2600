//! 決裁欄: who decides, and the decision where it has been taken.

use super::Sheet;
use crate::facts::OwnRole;
use crate::kind::document::Block;

pub(super) fn decision(sheet: Sheet<'_>) -> Vec<Block> {
    let facts = sheet.facts;
    let lang = sheet.speech.lang();
    let option = facts.change_option.as_ref();
    let approver = option.and_then(|option| option.approved_by.as_ref()).and_then(|key| facts.own_person(key));
    let superior = facts.own_people.iter().find(|person| person.role == Some(OwnRole::Superior));
    let who = approver.or(superior).map(|person| sheet.post(person));
    let who = who.unwrap_or_else(|| lang.pick("上長", "The superior").to_owned());
    let approved = option.and_then(|option| option.approved_on);
    let (decision, day) = match approved {
        Some(day) => (lang.pick("承認", "Approved"), sheet.speech.full_day(day)),
        None => (lang.pick("承認　・　見送り　・　再検討", "Approve / decline / look again"), String::new()),
    };
    let head = lang.pick(["決裁者", "判断", "日付・署名"], ["Decided by", "Decision", "Date, signature"]);
    vec![Block::Table { head: head.map(str::to_owned).to_vec(), rows: vec![vec![who, decision.to_owned(), day]] }]
}
