//! The frame of a note for a talk between the manager and the rep.

use super::Sheet;
use crate::facts::family_name;
use crate::kind::document::{Align, Block};
use crate::lang::Lang;

pub(super) fn head(sheet: Sheet<'_>) -> Vec<Block> {
    let lang = sheet.speech.lang();
    let name = |key: &crate::facts::Key| {
        let person = sheet.facts.own_person(key);
        person.map(|person| person.name.shown().to_owned()).unwrap_or_default()
    };
    let rep = sheet.facts.rep.as_ref().map(|rep| name(&rep.person)).unwrap_or_default();
    let writer = name(&sheet.facts.sender.person);
    let day = sheet.speech.full_day(sheet.facts.case.as_of);
    let lines = match lang {
        Lang::Ja => vec![
            "取扱注意（本人と上司のみ）".to_owned(),
            format!("作成日：{day}"),
            format!("{}さんへ", family_name(&rep, lang)),
            format!("作成者：{writer}"),
        ],
        Lang::En => vec![
            "Confidential: for you and me only".to_owned(),
            format!("Date: {day}"),
            format!("To: {rep}"),
            format!("From: {writer}"),
        ],
    };
    vec![Block::Lines { align: Align::Left, lines }]
}

pub(super) fn next(sheet: Sheet<'_>) -> Vec<Block> {
    let Some(talk) = sheet.facts.rep.as_ref().and_then(|rep| rep.follow_up.as_ref()) else { return Vec::new() };
    let speech = sheet.speech;
    let day = speech.weekday_day(talk.date);
    let time = talk.time.map(|time| speech.clock(time));
    let place = talk.place.as_ref().map(|place| place.shown());
    let text = match speech.lang() {
        Lang::Ja => {
            let time = time.unwrap_or_default();
            let place = place.map(|place| format!("、{place}で")).unwrap_or_default();
            format!(
                "次は{day}{time}に{place}話しましょう。それまでに気になることがあれば、いつでも声をかけてください。"
            )
            .replace("に、", "に")
        }
        Lang::En => {
            let time = time.map(|time| format!(" at {time}")).unwrap_or_default();
            let place = place.map(|place| format!(" in {place}")).unwrap_or_default();
            format!(
                "Let us talk again on {day}{time}{place}. If anything weighs on you before then, come to me at any time."
            )
        }
    };
    vec![Block::Paragraph(text)]
}
