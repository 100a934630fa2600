//! What other departments are asked for: one request, one owner, one date.

use super::Sheet;
use super::timeline::capitalised;
use crate::facts::Request;
use crate::kind::document::Block;

pub(super) fn requests(sheet: Sheet<'_>) -> Vec<Block> {
    let lang = sheet.speech.lang();
    let mut requests: Vec<&Request> = sheet.facts.requests.iter().collect();
    requests.sort_by_key(|request| request.due);
    let rows: Vec<Vec<String>> = requests
        .into_iter()
        .map(|request| {
            let person = sheet.facts.own_person(&request.to);
            let why = request.why.shown();
            vec![
                person.map(|person| sheet.post(person)).unwrap_or_default(),
                capitalised(request.what.shown()),
                lang.pick(format!("{why}ため"), capitalised(why)),
                sheet.speech.weekday_day(request.due),
            ]
        })
        .collect();
    if rows.is_empty() {
        return Vec::new();
    }
    let head = lang.pick(["お願いする方", "お願いする事項", "目的", "期日"], ["To", "Request", "Why", "By"]);
    vec![Block::Table { head: head.map(str::to_owned).to_vec(), rows }]
}
