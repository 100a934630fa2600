//! A draft as programs read it.

use serde::Serialize;

use super::FindingRecord;
use crate::draft::{Draft, Fallback, Manifest};
use crate::facts::Id;
use crate::kind::{Block, Body, Part, Writer, uncite};
use crate::lang::{Lang, Message};

#[derive(Serialize)]
struct Record<'a> {
    kind: &'a str,
    lang: Lang,
    title: &'a str,
    sections: Vec<SectionRecord<'a>>,
    text: &'a str,
    findings: Vec<FindingRecord<'a>>,
    blocked: bool,
    interrupted: bool,
    manifest: &'a Manifest,
    notices: Vec<&'a str>,
}

#[derive(Serialize)]
struct SectionRecord<'a> {
    name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    heading: Option<&'a str>,
    writer: Writer,
    tries: u32,
    text: String,
    cites: Vec<Cite>,
    #[serde(skip_serializing_if = "Option::is_none")]
    fallback: Option<&'a Fallback>,
}

/// A stretch of the section's text and what it rests on.
#[derive(Serialize)]
struct Cite {
    start: usize,
    end: usize,
    ids: Vec<Id>,
}

/// What the review found in a draft, as somebody judged it.
#[derive(Clone, Debug)]
pub struct Judged<'a> {
    /// The findings.
    pub findings: Vec<FindingRecord<'a>>,
    /// Whether one of those that nobody has accepted keeps the draft from going out.
    pub blocked: bool,
}

/// The draft with its sections, findings and manifest as JSON; `said` is the language of messages.
#[must_use]
pub fn json(draft: &Draft, judged: Judged<'_>, title: &str, notices: &[Message], said: Lang) -> Vec<u8> {
    let document = draft.reviewed.document();
    let text = &draft.reviewed.laid().text;
    let sections = document.parts.iter().map(|part| section(part, draft)).collect();
    let record = Record {
        kind: &document.kind,
        lang: document.lang,
        title,
        sections,
        text,
        findings: judged.findings,
        blocked: judged.blocked,
        interrupted: draft.interrupted,
        manifest: &draft.manifest,
        notices: notices.iter().map(|notice| notice.text(said)).collect(),
    };
    // Plain structs of strings and numbers: nothing in them can fail to become JSON.
    let mut bytes = serde_json::to_vec_pretty(&record).unwrap_or_default();
    bytes.push(b'\n');
    bytes
}

fn section<'a>(part: &'a Part, draft: &'a Draft) -> SectionRecord<'a> {
    let (text, cited) = match &part.body {
        Body::Fixed(blocks) => (plain(blocks, draft.reviewed.document().lang), Vec::new()),
        Body::Prose(prose) => {
            let cited = uncite(prose);
            (cited.text.trim_end().to_owned(), cited.cited)
        }
    };
    let made = draft.sections.iter().find(|made| made.name == part.name);
    SectionRecord {
        name: &part.name,
        heading: part.heading.as_deref(),
        writer: part.writer,
        tries: made.map_or(0, |made| made.tries),
        cites: cited.into_iter().map(|(span, ids)| Cite { start: span.start, end: span.end, ids }).collect(),
        text,
        fallback: made.and_then(|made| made.fallback.as_ref()),
    }
}

fn plain(blocks: &[Block], lang: Lang) -> String {
    blocks.iter().map(|block| block.plain(lang)).collect::<Vec<_>>().join("\n\n")
}
