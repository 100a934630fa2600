//! What the two sides remember differently: both versions in the same grammar, no verdict.

use super::Sheet;
use crate::facts::{Event, Status};
use crate::kind::document::Block;

pub(super) fn versions(sheet: Sheet<'_>) -> Vec<Block> {
    let lang = sheet.speech.lang();
    let disputed = sheet.facts.timeline.iter().filter(|event| event.status == Status::Disputed);
    disputed
        .filter_map(|event| {
            let [theirs, ours] = both(event)?;
            let when = sheet.speech.day(event.date);
            let channel = event.channel.as_ref().map_or("", |channel| channel.shown());
            if sheet.facts.audience().is_inside() {
                return Some(inside(sheet, &when, channel, theirs, ours));
            }
            let (lead, theirs, ours) = lang.pick(
                (
                    format!("{when}の{channel}の内容につきましては、貴社と弊社とで認識が異なる点がございます。")
                        .replace("貴社", sheet.speech.you()),
                    format!("{}：{theirs}と承っております。", sheet.speech.you()),
                    format!("弊社：{ours}と認識しております。"),
                ),
                (
                    format!("You and we remember the {channel} of {when} differently."),
                    format!("Your side: as we understand it, {theirs}."),
                    format!("Our side: as we remember it, {ours}."),
                ),
            );
            Some([Block::Paragraph(lead), Block::List(vec![theirs, ours])])
        })
        .flatten()
        .collect()
}

/// The same for readers inside: 先方 and 当社, no word of courtesy to a client.
fn inside(sheet: Sheet<'_>, when: &str, channel: &str, theirs: &str, ours: &str) -> [Block; 2] {
    let (lead, theirs, ours) = sheet.speech.lang().pick(
        (
            format!("{when}の{channel}の内容は、先方と当社とで認識が異なります。どちらが正しいかは決めません。"),
            format!("先方：{theirs}との認識です。"),
            format!("当社：{ours}との認識です。"),
        ),
        (
            format!("The {channel} of {when} is remembered differently. Neither side is taken."),
            format!("As the client recalls it, {theirs}."),
            format!("As we recall it, {ours}."),
        ),
    );
    [Block::Paragraph(lead), Block::List(vec![theirs, ours])]
}

fn both(event: &Event) -> Option<[&str; 2]> {
    Some([event.client_version.as_ref()?.shown(), event.our_version.as_ref()?.shown()])
}
