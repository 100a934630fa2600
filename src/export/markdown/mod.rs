//! Markdown: what a document says, with nothing in it that a renderer could take for a command.

mod escape;
mod unmark;

use escape::{escaped, escaped_inline, escaped_line};
pub use unmark::unmark;

use super::{Grounds, Layout};
use crate::draft::clean;
use crate::kind::{Block, Body, Part, uncite};
use crate::review::Reviewed;

/// The document as Markdown. Nothing is aligned to the right: Markdown has no such thing, and faking it breaks.
#[must_use]
pub fn markdown(reviewed: &Reviewed, layout: &Layout<'_>) -> Vec<u8> {
    let document = reviewed.document();
    let shown = layout.grounds.is_some();
    let pieces: Vec<String> = document.parts.iter().flat_map(|part| pieces(part, shown)).collect();
    let mut text = pieces.join("\n\n");
    text.push('\n');
    if let Some(grounds) = layout.grounds {
        let items: Vec<String> = grounds.lines().iter().map(|line| format!("- {}", escaped_line(line))).collect();
        text.push_str(&format!("\n---\n\n{}\n\n{}\n", Grounds::heading(document.lang), items.join("\n")));
    }
    text.into_bytes()
}

fn pieces(part: &Part, cited: bool) -> Vec<String> {
    let mut pieces: Vec<String> =
        part.heading.iter().map(|heading| format!("## {}", escaped_inline(heading))).collect();
    match &part.body {
        Body::Fixed(blocks) => pieces.extend(blocks.iter().map(block)),
        Body::Prose(prose) => {
            let shown = if cited { prose.clone() } else { uncite(prose).text };
            pieces.extend(shown.split("\n\n").map(paragraph));
        }
    }
    pieces.retain(|piece| !piece.trim().is_empty());
    pieces
}

fn block(block: &Block) -> String {
    match block {
        Block::Title(title) => format!("# {}", escaped_inline(title)),
        Block::Heading(heading) => format!("## {}", escaped_inline(heading)),
        Block::Paragraph(text) => paragraph(text),
        Block::Lines { lines, .. } => lines_of(lines),
        Block::List(items) => {
            items.iter().map(|item| format!("- {}", escaped_line(item))).collect::<Vec<_>>().join("\n")
        }
        Block::Table { head, rows } => table(head, rows),
    }
}

/// Short lines: a break at the end of each, a paragraph where one is empty.
fn lines_of(lines: &[String]) -> String {
    let groups = lines.split(|line| line.trim().is_empty()).filter(|group| !group.is_empty());
    let joined = groups.map(|group| {
        let lines: Vec<String> = group.iter().map(|line| escaped_line(line)).collect();
        lines.join("\\\n")
    });
    joined.collect::<Vec<_>>().join("\n\n")
}

fn paragraph(text: &str) -> String {
    let text = clean::clean(text.trim());
    let lines: Vec<String> = text.lines().map(|line| escaped(line.trim())).collect();
    lines.join("\\\n")
}

fn table(head: &[String], rows: &[Vec<String>]) -> String {
    let line = |row: &[String]| {
        let cells: Vec<String> = row.iter().map(|cell| escaped_inline(cell).replace('|', "\\|")).collect();
        format!("| {} |", cells.join(" | "))
    };
    let mut lines = vec![line(head), format!("|{}", " --- |".repeat(head.len()))];
    lines.extend(rows.iter().map(|row| line(row)));
    lines.join("\n")
}
