//! The frame of a letter: 頭語 and 結語, salutation and closing, 以上.

use super::Sheet;
use crate::kind::document::{Align, Block};
use crate::kind::spec::Profile;
use crate::lang::Lang;

/// 謹啓 in a letter; in an e-mail one greeting; in English the salutation.
pub(super) fn opening(sheet: Sheet<'_>) -> Vec<Block> {
    let lines = match (sheet.speech.lang(), sheet.spec.profile) {
        (Lang::Ja, Profile::Letter) => vec!["謹啓".to_owned()],
        (Lang::Ja, Profile::Email) => {
            let company = sheet.facts.sender.company.shown();
            let writer = sheet.speech.writer().unwrap_or_default();
            vec![format!("いつもお世話になっております。{company}の{writer}でございます。")]
        }
        (Lang::En, Profile::Letter | Profile::Email) => {
            let name = sheet.facts.addressee().and_then(|person| sheet.speech.client_person(&person.key));
            vec![format!("Dear {},", name.unwrap_or_else(|| "Sir or Madam".to_owned()))]
        }
        _ => return Vec::new(),
    };
    vec![Block::Lines { align: Align::Left, lines }]
}

/// 謹白, the partner of 謹啓; in English the closing and who signs.
pub(super) fn ending(sheet: Sheet<'_>) -> Vec<Block> {
    let (align, lines) = match sheet.speech.lang() {
        Lang::Ja => (Align::Right, vec!["謹白".to_owned()]),
        Lang::En => {
            let mut lines = vec!["Sincerely,".to_owned(), String::new()];
            lines.extend(sheet.sender_lines());
            (Align::Left, lines)
        }
    };
    vec![Block::Lines { align, lines }]
}

/// 以上 under a Japanese report; English has none.
pub(super) fn end(sheet: Sheet<'_>) -> Vec<Block> {
    match sheet.speech.lang() {
        Lang::Ja => vec![Block::Lines { align: Align::Right, lines: vec!["以上".to_owned()] }],
        Lang::En => Vec::new(),
    }
}
