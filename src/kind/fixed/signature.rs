//! The signature of an e-mail.

use super::Sheet;
use crate::kind::document::{Align, Block};
use crate::lang::Lang;

pub(super) fn signature(sheet: Sheet<'_>) -> Vec<Block> {
    let mut lines = match sheet.speech.lang() {
        Lang::Ja => vec!["――――――――――――――――".to_owned()],
        Lang::En => vec!["Kind regards,".to_owned(), String::new()],
    };
    lines.extend(sheet.sender_lines());
    lines.extend(sheet.facts.sender.address.as_ref().map(|address| address.shown().to_owned()));
    vec![Block::Lines { align: Align::Left, lines }]
}
