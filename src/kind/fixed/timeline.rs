//! The table of events: when, what, on what basis. Disputed and unverified events are marked as such.

use super::Sheet;
use crate::facts::{Event, Status, Time};
use crate::kind::document::Block;
use crate::lang::Lang;

pub(super) fn timeline(sheet: Sheet<'_>) -> Vec<Block> {
    let mut events: Vec<&Event> = sheet.facts.timeline.iter().collect();
    events.sort_by_key(|event| (event.date, event.time));
    let rows: Vec<Vec<String>> = events.into_iter().map(|event| row(sheet, event)).collect();
    if rows.is_empty() {
        return Vec::new();
    }
    let head = sheet.speech.lang().pick(["日時", "事実", "確認の方法"], ["Date", "Fact", "Basis"]);
    vec![Block::Table { head: head.map(str::to_owned).to_vec(), rows }]
}

fn row(sheet: Sheet<'_>, event: &Event) -> Vec<String> {
    let lang = sheet.speech.lang();
    let when = sheet.moment(event);
    let content = event.content.shown();
    let mut fact = match lang {
        Lang::Ja => content.to_owned(),
        Lang::En => capitalised(content),
    };
    match event.status {
        Status::Disputed => {
            let inside = sheet.facts.audience().is_inside();
            let ja = if inside {
                "※双方の認識が分かれています。"
            } else {
                "※内容の認識が分かれております。"
            };
            fact.push_str(lang.pick(ja, " What was said is remembered differently."))
        }
        Status::Unverified => {
            let ja = if sheet.facts.audience().is_inside() {
                "※未確認です。"
            } else {
                "※弊社では確認中です。"
            };
            fact.push_str(lang.pick(ja, " We are still checking this."));
        }
        Status::Confirmed | Status::Opinion => {}
    }
    let basis = event.evidence.as_ref().map(|evidence| match lang {
        Lang::Ja => evidence.shown().to_owned(),
        Lang::En => capitalised(evidence.shown()),
    });
    vec![when, fact, basis.unwrap_or_default()]
}

impl Sheet<'_> {
    /// When an event was: its day, and the time where it is known.
    pub(super) fn moment(&self, event: &Event) -> String {
        let day = self.speech.day(event.date);
        match event.time {
            Some(Time { hour, minute }) => {
                self.speech.lang().pick(format!("{day} {hour}:{minute:02}"), format!("{day}, {hour}:{minute:02}"))
            }
            None => day,
        }
    }
}

/// With a capital at the beginning.
pub(in crate::kind) fn capitalised(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}
