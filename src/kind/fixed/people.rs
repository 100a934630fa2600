//! The client's people: name with its reading, post, part.

use super::Sheet;
use crate::facts::{ClientPerson, ClientRole};
use crate::kind::document::Block;
use crate::lang::Lang;

pub(super) fn people(sheet: Sheet<'_>) -> Vec<Block> {
    let lang = sheet.speech.lang();
    let rows: Vec<Vec<String>> = sheet.facts.client_people.iter().map(|person| row(person, lang)).collect();
    if rows.is_empty() {
        return Vec::new();
    }
    let head = lang.pick(["氏名", "役職", "立場"], ["Name", "Post", "Part"]);
    vec![Block::Table { head: head.map(str::to_owned).to_vec(), rows }]
}

fn row(person: &ClientPerson, lang: Lang) -> Vec<String> {
    let name = person.name.shown();
    let name = match (lang, &person.reading) {
        (Lang::Ja, Some(reading)) => format!("{name} {}（{reading}）", person.honorific.word()),
        (Lang::Ja, None) => format!("{name} {}", person.honorific.word()),
        (Lang::En, _) => name.to_owned(),
    };
    let part = match person.role {
        ClientRole::Decider => lang.pick("決裁をなさる方", "decides"),
        ClientRole::DailyContact => lang.pick("日々のご連絡先", "daily contact"),
        ClientRole::Other => lang.pick("関係する方", "involved"),
    };
    vec![name, person.title.as_ref().map(|title| title.shown().to_owned()).unwrap_or_default(), part.to_owned()]
}
