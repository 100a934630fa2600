//! Who takes over: name with its reading, post, how to reach the person, from when.

use super::Sheet;
use crate::kind::document::Block;
use crate::lang::Lang;

pub(super) fn successor(sheet: Sheet<'_>) -> Vec<Block> {
    let Some(option) = &sheet.facts.change_option else { return Vec::new() };
    let Some(person) = option.successor.as_ref().and_then(|key| sheet.facts.own_person(key)) else {
        return Vec::new();
    };
    let lang = sheet.speech.lang();
    let name = person.name.shown();
    let mut items = Vec::new();
    items.push(match (lang, &person.reading) {
        (Lang::Ja, Some(reading)) => format!("後任：{name}（{reading}）"),
        (Lang::Ja, None) => format!("後任：{name}"),
        (Lang::En, _) => format!("New representative: {name}"),
    });
    let post: Vec<&str> = lang
        .pick([&person.department, &person.title], [&person.title, &person.department])
        .into_iter()
        .flatten()
        .map(|text| text.shown())
        .collect();
    if !post.is_empty() {
        items.push(lang.pick(format!("所属：{}", post.join("　")), format!("Post: {}", post.join(", "))));
    }
    if let Some(tel) = &person.tel {
        items.push(lang.pick(format!("電話：{tel}"), format!("Tel.: {tel}")));
    }
    if let Some(email) = &person.email {
        items.push(lang.pick(format!("メール：{email}"), format!("E-mail: {email}")));
    }
    if let Some(start) = option.start {
        let day = sheet.speech.weekday_day(start);
        items.push(lang.pick(format!("着任日：{day}"), format!("From: {day}")));
    }
    vec![Block::List(items)]
}
