//! A document: its sections in order, each laid by code or written as prose.

use std::ops::Range;

use super::citation::{Cited, uncite};
use crate::facts::Id;
use crate::lang::Lang;

/// Where a block stands on the line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Align {
    /// At the left margin.
    Left,
    /// In the middle.
    Centre,
    /// At the right margin.
    Right,
}

/// A piece of a section that code has laid.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Block {
    /// The title of the document or its subject line.
    Title(String),
    /// A heading.
    Heading(String),
    /// Running text.
    Paragraph(String),
    /// Short lines that belong together, such as an addressee.
    Lines {
        /// Where they stand.
        align: Align,
        /// The lines.
        lines: Vec<String>,
    },
    /// A list.
    List(Vec<String>),
    /// A table.
    Table {
        /// The names of the columns.
        head: Vec<String>,
        /// The rows, each as long as `head`.
        rows: Vec<Vec<String>>,
    },
}

/// Who wrote a section.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Writer {
    /// Code, from the facts: dates, addresses, tables.
    Code,
    /// The built-in wording.
    Builtin,
    /// The model.
    Model,
}

/// A section of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Its name in `kind.toml`.
    pub name: String,
    /// Its heading, where the format has one.
    pub heading: Option<String>,
    /// What it says.
    pub body: Body,
    /// Who wrote it.
    pub writer: Writer,
}

/// What a section says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Body {
    /// Blocks laid by code.
    Fixed(Vec<Block>),
    /// Paragraphs separated by blank lines, with the ids of their facts at the ends of sentences.
    Prose(String),
}

/// A document, not yet reviewed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// The kind, such as `client-apology-letter`.
    pub kind: String,
    /// Its language.
    pub lang: Lang,
    /// Its sections in order.
    pub parts: Vec<Part>,
}

/// The running text of a document without citations, and where its sections are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Laid {
    /// The text.
    pub text: String,
    /// Its sections in order; together they cover all words of the text.
    pub sections: Vec<LaidSection>,
}

/// Where a section is in the running text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LaidSection {
    /// Its name; empty for a text that is not made of sections.
    pub name: String,
    /// Whether it is prose, and not laid by code.
    pub prose: bool,
    /// Whether the program wrote it by itself, out of the case and its own wording.
    pub own: bool,
    /// Its bytes in the text.
    pub span: Range<usize>,
    /// What its sentences rest on: bytes in the text, and ids.
    pub cited: Vec<(Range<usize>, Vec<Id>)>,
}

impl Laid {
    /// A text that is not made of sections, such as one written by hand.
    #[must_use]
    pub fn plain(text: &str) -> Self {
        let section =
            LaidSection { name: String::new(), prose: true, own: false, span: 0..text.len(), cited: Vec::new() };
        Self { text: text.to_owned(), sections: vec![section] }
    }

    /// One prose section by itself, with its citations.
    #[must_use]
    pub fn section(name: &str, prose: &str) -> Self {
        let mut laid = Self { text: String::new(), sections: Vec::new() };
        laid.push_prose(name, prose);
        laid
    }

    fn push_prose(&mut self, name: &str, prose: &str) {
        let Cited { text, cited } = uncite(prose);
        let start = self.text.len();
        self.text.push_str(text.trim_end());
        let cited = cited.into_iter().map(|(span, ids)| (span.start + start..span.end + start, ids)).collect();
        self.sections.push(LaidSection {
            name: name.to_owned(),
            prose: true,
            own: false,
            span: start..self.text.len(),
            cited,
        });
    }

    fn push_blocks(&mut self, name: &str, blocks: &[Block], lang: Lang) {
        let start = self.text.len();
        let laid: Vec<String> = blocks.iter().map(|block| block.plain(lang)).collect();
        self.text.push_str(&laid.join("\n\n"));
        let span = start..self.text.len();
        self.sections.push(LaidSection { name: name.to_owned(), prose: false, own: false, span, cited: Vec::new() });
    }
}

impl Document {
    /// The running text with the places of the sections.
    #[must_use]
    pub fn lay(&self) -> Laid {
        let mut laid = Laid { text: String::new(), sections: Vec::new() };
        for part in &self.parts {
            if !laid.text.is_empty() {
                laid.text.push_str("\n\n");
            }
            if let Some(heading) = &part.heading {
                laid.text.push_str(heading);
                laid.text.push_str("\n\n");
            }
            match &part.body {
                Body::Fixed(blocks) => laid.push_blocks(&part.name, blocks, self.lang),
                Body::Prose(prose) => laid.push_prose(&part.name, prose),
            }
            if let Some(section) = laid.sections.last_mut() {
                section.own = part.writer != Writer::Model;
            }
        }
        laid
    }
}

impl Block {
    /// The block as plain running text.
    #[must_use]
    pub fn plain(&self, lang: Lang) -> String {
        match self {
            Self::Title(text) | Self::Heading(text) | Self::Paragraph(text) => text.clone(),
            Self::Lines { lines, .. } => lines.join("\n"),
            Self::List(items) => {
                let mark = lang.pick("・", "- ");
                items.iter().map(|item| format!("{mark}{item}")).collect::<Vec<_>>().join("\n")
            }
            Self::Table { head, rows } => {
                let rows = std::iter::once(head).chain(rows);
                rows.map(|row| row.join("\t")).collect::<Vec<_>>().join("\n")
            }
        }
    }
}
