//! What to do and what to leave, for whoever takes over.

use super::Sheet;
use super::timeline::capitalised;
use crate::facts::NoteKind;
use crate::kind::document::Block;

pub(super) fn guidance(sheet: Sheet<'_>) -> Vec<Block> {
    let lang = sheet.speech.lang();
    let of = |kind: NoteKind| -> Vec<String> {
        let notes = sheet.facts.handover_notes.iter().filter(|note| note.kind == kind);
        notes.map(|note| capitalised(note.text.shown())).collect()
    };
    let mut blocks = Vec::new();
    for (kind, lead) in
        [(NoteKind::Do, lang.pick("心がけること", "Do")), (NoteKind::Dont, lang.pick("避けること", "Do not"))]
    {
        let items = of(kind);
        if !items.is_empty() {
            blocks.push(Block::Paragraph(lead.to_owned()));
            blocks.push(Block::List(items));
        }
    }
    blocks
}
