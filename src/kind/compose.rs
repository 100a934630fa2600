//! From facts to what a document is made of: fixed sections, built-in wording, prompts.

use std::collections::BTreeMap;

use minijinja::Value;

use super::document::{Body, Document, Part, Writer};
use super::library::{KindError, Library};
use super::{Fixed, Kind, Profile, Prompt, Section, Tone, fixed};
use crate::facts::{Facts, Missing};
use crate::lang::Message;

/// Why a document cannot be drafted from a case: each thing that is missing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// What to write into the case file, one message a thing.
    pub reasons: Vec<Message>,
}

/// A kind and a view that go together: nothing the kind needs is missing.
#[derive(Clone, Debug)]
pub struct Draftable<'a> {
    library: &'a Library,
    kind: &'a Kind,
    facts: &'a Facts,
    tone: Tone,
}

/// What a document is made of before anybody has written prose.
#[derive(Clone, Debug)]
pub struct Sources {
    /// Built-in wording by section; sections for which the facts give nothing are not in it.
    pub wording: BTreeMap<String, String>,
    /// Orders to a model, one per section of `wording`.
    pub prompts: Vec<Prompt>,
}

impl Library {
    /// Checks that the view has everything the kind needs.
    ///
    /// # Errors
    /// With every required fact and every text in the document's language that is missing.
    pub fn draftable<'a>(&'a self, kind: &'a Kind, facts: &'a Facts) -> Result<Draftable<'a>, Refusal> {
        let required = kind.spec.required.iter().filter(|need| !need.is_met(facts)).map(|need| need.message());
        let used = |missing: &&Missing| kind.spec.uses.iter().any(|used| leads_to(used, &missing.path));
        let texts = facts.missing().iter().filter(used).map(Missing::message);
        let reasons: Vec<Message> = required.chain(texts).collect();
        if reasons.is_empty() {
            Ok(Draftable { library: self, kind, facts, tone: Tone::Standard })
        } else {
            Err(Refusal { reasons })
        }
    }
}

impl<'a> Draftable<'a> {
    /// A kind and a view taken as they are, whatever is missing: for trying the templates.
    pub(super) fn of(library: &'a Library, kind: &'a Kind, facts: &'a Facts) -> Self {
        Self { library, kind, facts, tone: Tone::Standard }
    }

    /// The same document in another tone.
    #[must_use]
    pub fn in_tone(mut self, tone: Tone) -> Self {
        self.tone = tone;
        self
    }

    /// The built-in wording and the prompts.
    ///
    /// # Errors
    /// When a template of the kind is wrong.
    pub fn sources(&self) -> Result<Sources, KindError> {
        let renderer = &self.library.renderer;
        let mut wording = renderer.sheet(self.kind, self.facts, true, self.tone.words(self.facts.lang())).sections()?;
        wording.retain(|_, text| !text.is_empty());
        for section in self.prose() {
            if !section.optional && !wording.contains_key(&section.name) {
                return Err(KindError::new(
                    format!("{} の節 {} の文面が空です", self.kind.id, section.name),
                    format!("{}: the built-in wording of section {} is empty", self.kind.id, section.name),
                ));
            }
        }
        let prompts = self.prompts(&wording)?;
        Ok(Sources { wording, prompts })
    }

    fn prompts(&self, wording: &BTreeMap<String, String>) -> Result<Vec<Prompt>, KindError> {
        let lang = self.facts.lang();
        let renderer = &self.library.renderer;
        let sections: Vec<&Section> = self.prose().filter(|section| wording.contains_key(&section.name)).collect();
        let outline: Vec<Value> = sections
            .iter()
            .map(|section| {
                let job = section.job.as_ref().map(|job| job.get(lang).clone());
                minijinja::context! { name => section.name.clone(), job => job.unwrap_or_default() }
            })
            .collect();
        let tone = self.tone.words(lang);
        let more = minijinja::context! { outline => outline, ..tone };
        let system = renderer.shared("system", self.kind, self.facts, more.clone())?;
        let shared = renderer.shared("facts", self.kind, self.facts, more.clone())?;
        let jobs = renderer.sheet(self.kind, self.facts, false, more).sections()?;
        let ids = super::citation::listed(&shared, &self.facts.entry_ids());
        let mut prompts = Vec::new();
        for (index, section) in sections.iter().enumerate() {
            let neighbour = |at: Option<usize>| {
                let name = at.and_then(|at| sections.get(at)).map(|section| &section.name);
                name.and_then(|name| wording.get(name)).map(|text| super::uncite(text).text)
            };
            let more = minijinja::context! {
                section => section.name.clone(),
                job => jobs.get(&section.name),
                before => neighbour(index.checked_sub(1)),
                after => neighbour(Some(index + 1)),
                max_chars => section.max_chars.as_ref().map(|most| most.get(lang)),
            };
            prompts.push(Prompt {
                section: section.name.clone(),
                lang,
                system: system.clone(),
                shared: shared.clone(),
                task: renderer.shared("task", self.kind, self.facts, more)?,
                ids: ids.clone(),
                max_chars: section.max_chars.as_ref().map_or(lang.pick(250, 600), |most| *most.get(lang)),
            });
        }
        Ok(prompts)
    }

    fn prose(&self) -> impl Iterator<Item = &Section> {
        self.kind.spec.section.iter().filter(|section| section.is_prose())
    }

    /// Puts a document together: fixed sections by code, prose from `texts`.
    #[must_use]
    pub fn assemble(&self, texts: &BTreeMap<String, (String, Writer)>) -> Document {
        let lang = self.facts.lang();
        let mut number = 0;
        let mut parts = Vec::new();
        for section in &self.kind.spec.section {
            let (body, writer) = match section.fixed {
                Some(fixed) => {
                    let blocks = fixed::lay(fixed, &self.kind.spec, self.facts);
                    if blocks.is_empty() {
                        continue;
                    }
                    (Body::Fixed(blocks), Writer::Code)
                }
                None => match texts.get(&section.name) {
                    Some((text, writer)) => (Body::Prose(text.clone()), *writer),
                    None => continue,
                },
            };
            let heading = section.heading.as_ref().map(|heading| {
                number += 1;
                numbered(self.kind.spec.profile, number, heading.get(lang))
            });
            parts.push(Part { name: section.name.clone(), heading, body, writer });
        }
        Document { kind: self.kind.id.clone(), lang, parts }
    }

    /// The kind.
    #[must_use]
    pub fn kind(&self) -> &'a Kind {
        self.kind
    }

    /// The view.
    #[must_use]
    pub fn facts(&self) -> &'a Facts {
        self.facts
    }
}

/// Whether a way of `uses` (`rep.support`, `timeline.*.feedback`) leads to a text.
fn leads_to(used: &str, path: &str) -> bool {
    let mut steps = path.split('.');
    used.split('.').all(|wanted| steps.next().is_some_and(|step| wanted == "*" || wanted == step))
}

/// Headings are numbered in reports and memos.
fn numbered(profile: Profile, number: usize, heading: &str) -> String {
    match profile {
        Profile::Report | Profile::Memo => format!("{number}. {heading}"),
        Profile::Letter | Profile::Email | Profile::Talk => heading.to_owned(),
    }
}

impl Fixed {
    /// Whether it is part of the frame rather than of what the document says.
    #[must_use]
    pub fn is_frame(self) -> bool {
        // Who is who, the chronology and the documents held are enclosures: as long as the case makes them.
        matches!(
            self,
            Self::Parties
                | Self::Chronology
                | Self::EvidenceHeld
                | Self::Date
                | Self::Addressee
                | Self::Sender
                | Self::Subject
                | Self::Opening
                | Self::Ending
                | Self::Signature
                | Self::End
                | Self::MemoHead
                | Self::TalkHead
        )
    }
}
