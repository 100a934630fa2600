//! Plain text in the layout of a letter: what stands at the right stands at the right.

pub(crate) mod columns;
mod grid;
mod table;
mod ungrid;
mod wrap;

pub use table::aligned;
pub use ungrid::ungrid;

use super::Layout;
use crate::draft::clean;
use crate::kind::{Align, Block, Body, Document, Part, Profile, uncite};
use crate::lang::Lang;
use crate::review::Reviewed;

/// Width of a line, in columns: 38 full-width characters.
pub(super) const WIDTH: usize = 76;

/// The document as plain text. Paragraphs are not broken into lines: who pastes them decides where they break.
#[must_use]
pub fn text(reviewed: &Reviewed, layout: &Layout<'_>) -> Vec<u8> {
    let document = reviewed.document();
    let page = Page { lang: document.lang, layout };
    let mut text = page.document(document);
    if let Some(grounds) = layout.grounds {
        let lines: Vec<String> = grounds.lines().iter().map(|line| clean::line(line)).collect();
        let rule = "-".repeat(WIDTH);
        let heading = super::Grounds::heading(document.lang);
        text.push_str(&format!("\n{rule}\n{heading}\n{}\n", lines.join("\n")));
    }
    text.into_bytes()
}

struct Page<'a> {
    lang: Lang,
    layout: &'a Layout<'a>,
}

impl Page<'_> {
    fn document(&self, document: &Document) -> String {
        let pieces: Vec<String> = document.parts.iter().flat_map(|part| self.part(part)).collect();
        let mut text = pieces.join("\n\n");
        text.push('\n');
        text
    }

    fn part(&self, part: &Part) -> Vec<String> {
        let mut pieces: Vec<String> = part.heading.iter().map(|heading| clean::line(heading)).collect();
        match &part.body {
            Body::Fixed(blocks) => pieces.extend(blocks.iter().map(|block| self.block(block))),
            Body::Prose(prose) => {
                let shown = if self.layout.grounds.is_some() { prose.clone() } else { uncite(prose).text };
                pieces.extend(shown.split("\n\n").map(|paragraph| self.paragraph(paragraph)));
            }
        }
        pieces.retain(|piece| !piece.trim().is_empty());
        pieces
    }

    fn block(&self, block: &Block) -> String {
        match block {
            Block::Title(title) => match self.lang {
                Lang::Ja => columns::centred(&clean::line(title), WIDTH),
                Lang::En => clean::line(title),
            },
            Block::Heading(heading) => clean::line(heading),
            Block::Paragraph(paragraph) => self.paragraph(paragraph),
            Block::Lines { align, lines } => {
                let lines = lines.iter().map(|line| {
                    let line = clean::line(line);
                    match align {
                        Align::Left => line,
                        Align::Centre => columns::centred(&line, WIDTH),
                        Align::Right => columns::right(&line, WIDTH),
                    }
                });
                lines.collect::<Vec<_>>().join("\n")
            }
            Block::List(items) => {
                let mark = self.lang.pick("・", "- ");
                items.iter().map(|item| format!("{mark}{}", clean::line(item))).collect::<Vec<_>>().join("\n")
            }
            Block::Table { head, rows } => table::table(head, rows, self.lang),
        }
    }

    /// A paragraph; in Japanese letters and reports its first line is indented by one character.
    fn paragraph(&self, paragraph: &str) -> String {
        let text = clean::clean(paragraph);
        let text = text.trim();
        let set = matches!(self.layout.profile, Profile::Letter | Profile::Report);
        let indented = self.lang == Lang::Ja && set && !text.starts_with(['　', '・']);
        if indented && !text.is_empty() { format!("　{text}") } else { text.to_owned() }
    }
}
