//! 記: the dates offered for a visit, how long it takes and who comes.

use super::Sheet;
use super::timeline::capitalised;
use crate::facts::{Meeting, Slot};
use crate::kind::document::{Align, Block};
use crate::lang::Lang;

pub(super) fn candidates(sheet: Sheet<'_>) -> Vec<Block> {
    let Some(meeting) = sheet.facts.meeting.as_ref().filter(|meeting| !meeting.candidates.is_empty()) else {
        return Vec::new();
    };
    let items = Block::List(items(sheet, meeting));
    let line = |align, text: &str| Block::Lines { align, lines: vec![text.to_owned()] };
    match sheet.speech.lang() {
        Lang::Ja => vec![
            Block::Paragraph("下記のいずれかの日時で、ご都合はいかがでしょうか。".to_owned()),
            line(Align::Centre, "記"),
            items,
            line(Align::Right, "以上"),
        ],
        Lang::En => vec![items],
    }
}

fn items(sheet: Sheet<'_>, meeting: &Meeting) -> Vec<String> {
    let speech = sheet.speech;
    let lang = speech.lang();
    let slots: Vec<&Slot> = meeting.candidates.iter().collect();
    let same_place = slots.windows(2).all(|two| two[0].place.shown() == two[1].place.shown());
    let mut items: Vec<String> = slots
        .iter()
        .enumerate()
        .map(|(index, slot)| {
            let (number, day, time) = (index + 1, speech.weekday_day(slot.date), speech.clock(slot.time));
            let place = if same_place { String::new() } else { lang.pick("、", ", ").to_owned() + slot.place.shown() };
            lang.pick(
                format!("候補{}：{day}{time}{place}", ordinal(number)),
                format!("Date {number}: {day} at {time}{place}"),
            )
        })
        .collect();
    if same_place && let Some(slot) = slots.first() {
        let place = slot.place.shown();
        items.push(lang.pick(format!("場所：{place}"), format!("Place: {}", capitalised(place))));
    }
    if let Some(minutes) = meeting.minutes {
        items.push(lang.pick(format!("所要時間：{minutes}分ほど"), format!("Length: about {minutes} minutes")));
    }
    let people: Vec<String> = meeting.attendees.iter().filter_map(|key| speech.attendee(key)).collect();
    if !people.is_empty() {
        let people = people.join(lang.pick("、", "; "));
        items.push(lang.pick(format!("弊社の出席者：{people}"), format!("On our side: {people}")));
    }
    items
}

/// 第一, 第二, 第三 as letters write it: 1, 2, 3 in full width.
fn ordinal(number: usize) -> char {
    u32::try_from(number).ok().and_then(|number| char::from_u32(0xFF10 + number)).unwrap_or('・')
}
