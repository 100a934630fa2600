//! What happened, for a reader who judges it: day, who to whom, what, and whether it is agreed.

use super::Sheet;
use super::timeline::capitalised;
use crate::facts::{Conduct, Event, Key, Status, Visibility};
use crate::kind::document::Block;
use crate::lang::Lang;

pub(super) fn chronology(sheet: Sheet<'_>) -> Vec<Block> {
    let facts = sheet.facts;
    let events = facts.timeline.iter().filter(|event| !event.content.shown().is_empty());
    let mut rows: Vec<_> = events.map(|event| ((event.date, event.time), event_row(sheet, event))).collect();
    rows.extend(facts.conduct.iter().map(|conduct| ((conduct.date, None), conduct_row(sheet, conduct))));
    rows.sort_by_key(|(when, _)| *when);
    if rows.is_empty() {
        return Vec::new();
    }
    let head = sheet
        .speech
        .lang()
        .pick(["日時", "誰から誰へ", "出来事", "区分"], ["When", "Who to whom", "What happened", "Standing"]);
    let rows = rows.into_iter().map(|(_, row)| row).collect();
    vec![Block::Table { head: head.map(str::to_owned).to_vec(), rows }]
}

fn event_row(sheet: Sheet<'_>, event: &Event) -> Vec<String> {
    let lang = sheet.speech.lang();
    let when = sheet.moment(event);
    let person = |key: &Option<Key>| Some(short(&sheet.speech.person(key.as_ref()?)?, lang));
    let whom = match (person(&event.from), person(&event.to)) {
        (Some(from), Some(to)) => lang.pick(format!("{from}→{to}"), format!("{from} to {to}")),
        (Some(one), None) | (None, Some(one)) => one,
        (None, None) => lang.pick("－", "–").to_owned(),
    };
    // What the client's people said or heard they know, whatever we show them.
    let theirs = [&event.from, &event.to].into_iter().flatten().any(|key| sheet.facts.client_person(key).is_some());
    let standing = if event.visibility == Visibility::Internal && !theirs {
        lang.pick("当社のみ（先方に未開示）", "ours only (not shown to Company A)")
    } else {
        standing(event.status, lang)
    };
    vec![when, capital(&whom, lang), capital(event.content.shown(), lang), standing.to_owned()]
}

fn conduct_row(sheet: Sheet<'_>, conduct: &Conduct) -> Vec<String> {
    let lang = sheet.speech.lang();
    let witness = conduct.witness.as_ref().map(|witness| witness.shown()).unwrap_or_default();
    let seen = if witness.is_empty() {
        lang.pick("－", "–").to_owned()
    } else {
        lang.pick(format!("見聞きした者：{witness}"), format!("witness: {witness}"))
    };
    let what = capital(conduct.what.shown(), lang);
    vec![sheet.speech.day(conduct.date), seen, what, standing(conduct.status, lang).to_owned()]
}

/// A role in a column: the letter by which the table of parties tells it.
fn short(role: &str, lang: Lang) -> String {
    let letter = role.rfind(|c: char| c.is_ascii_uppercase()).and_then(|at| role.get(at..));
    let plain = |letter: &&str| letter.chars().all(|c| c.is_ascii_alphanumeric()) && letter.len() <= 3;
    match letter.filter(plain) {
        Some(letter) => letter.to_owned(),
        None => role.replace(lang.pick("（相談者）", "the "), ""),
    }
}

/// Whether both sides agree, in one word.
fn standing(status: Status, lang: Lang) -> &'static str {
    match status {
        Status::Confirmed => lang.pick("争いなし", "agreed"),
        Status::Disputed => lang.pick("認識が異なる", "disputed"),
        Status::Unverified => lang.pick("未確認", "unknown"),
        Status::Opinion => lang.pick("見方", "opinion"),
    }
}

fn capital(text: &str, lang: Lang) -> String {
    lang.pick(text.to_owned(), capitalised(text))
}
