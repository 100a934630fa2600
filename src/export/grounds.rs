//! What the sentences of a draft rest on: each cited id with its place and its text in the case file.

use std::collections::BTreeSet;

use crate::facts::read::{Path, Span, Visitor};
use crate::facts::{Audience, Case, Facts, Id, Text};
use crate::kind::{Body, Document, uncite};
use crate::lang::Lang;

/// The entries a document cites.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grounds {
    /// Name of the case file.
    pub case: String,
    /// The entries, in the order of the case file.
    pub list: Vec<Ground>,
}

/// An entry a document cites.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ground {
    /// Its id.
    pub id: Id,
    /// Its line in the case file.
    pub line: usize,
    /// What it says, as the audience may see it.
    pub text: String,
}

/// Which text of an entry says what it is about, the best first.
const TELLING: [&str; 8] = ["content", "matter", "acknowledge", "what", "text", "scope", "place", "evidence"];

impl Grounds {
    /// The entries in view that a document cites.
    #[must_use]
    pub fn of(document: &Document, case: &Case, facts: &Facts) -> Self {
        let mut cited = BTreeSet::new();
        for part in &document.parts {
            if let Body::Prose(prose) = &part.body {
                cited.extend(uncite(prose).cited.into_iter().flat_map(|(_, ids)| ids));
            }
        }
        let mut entries = Entries { found: Vec::new() };
        facts.walk(&mut entries);
        let cited_entries = entries.found.into_iter().filter(|entry| cited.contains(&entry.id));
        let list = cited_entries.map(|entry| Ground { id: entry.id, line: case.line(entry.start), text: entry.text });
        // Even the name of the file may say whose case it is.
        let name = if facts.audience() == Audience::Expert { "case.toml".to_owned() } else { case.name.clone() };
        Self { case: name, list: list.collect() }
    }

    /// One line an entry: `E2  case.toml:122  …`.
    #[must_use]
    pub fn lines(&self) -> Vec<String> {
        let name = std::path::Path::new(&self.case).file_name().unwrap_or_default().to_string_lossy();
        self.list.iter().map(|ground| format!("{}  {name}:{}  {}", ground.id, ground.line, ground.text)).collect()
    }

    /// What stands above the list.
    #[must_use]
    pub fn heading(lang: Lang) -> &'static str {
        lang.pick(
            "根拠（事案ファイルの項目。送る前に、この線から下を消してください）",
            "Grounds (entries of the case file; delete everything below this line before sending)",
        )
    }
}

struct Entry {
    id: Id,
    start: usize,
    rank: usize,
    text: String,
}

struct Entries {
    found: Vec<Entry>,
}

impl Visitor for Entries {
    fn entry(&mut self, _: &Path<'_>, id: &Id, span: &Span) {
        self.found.push(Entry { id: id.clone(), start: span.start, rank: usize::MAX, text: String::new() });
    }

    fn text(&mut self, path: &Path<'_>, text: &Text) {
        let steps = path.steps();
        let Some(entry) = self.found.last_mut() else { return };
        // A text of the entry itself, not of a table inside it or behind it.
        let [.., holder, name] = steps.as_slice() else { return };
        let own = *holder == entry.id.as_str() || steps.len() == 2;
        let Some(rank) = TELLING.iter().position(|telling| telling == name).filter(|_| own) else { return };
        if rank < entry.rank && !text.shown().is_empty() {
            entry.rank = rank;
            entry.text = text.shown().split_whitespace().collect::<Vec<_>>().join(" ");
        }
    }
}
