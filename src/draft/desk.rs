//! What lies on the desk while a model writes: one document with its sections as they come to be.

use std::collections::BTreeMap;

use super::clean::flowing;
use super::error::DraftError;
use super::judge::judge;
use super::made::{Fallback, Made, Reason};
use super::manifest::Manifest;
use super::repair::repaired;
use super::result::Draft;
use super::run::Order;
use super::whole;
use crate::engine::{Ended, Identity, Reply};
use crate::kind::{Prompt, Sources, Writer};
use crate::review::{Context, Finding};

/// The prose sections as they come to be.
pub(super) type Texts = BTreeMap<String, (String, Writer)>;

/// A document that is being written.
pub(super) struct Desk<'a> {
    order: Order<'a>,
    context: Context<'a>,
    sources: Sources,
    manifest: Manifest,
    texts: Texts,
    made: BTreeMap<String, Made>,
    interrupted: bool,
    /// What a model is still to write.
    pub(super) pending: Vec<Prompt>,
}

impl<'a> Desk<'a> {
    /// The built-in wording everywhere; a model is to write every section.
    pub(super) fn new(order: &Order<'a>, context: Context<'a>, model: Option<Identity>) -> Result<Self, DraftError> {
        let sources = order.draftable.sources()?;
        let (kind, facts) = (order.draftable.kind(), order.draftable.facts());
        let texts = sources.wording.iter().map(|(name, text)| (name.clone(), (text.clone(), Writer::Builtin)));
        let made = sources
            .wording
            .keys()
            .map(|name| (name.clone(), Made { name: name.clone(), writer: Writer::Builtin, tries: 0, fallback: None }));
        Ok(Self {
            order: *order,
            context,
            manifest: Manifest::of(order.case, kind, facts.lang(), order.seed, model, &sources.prompts),
            texts: texts.collect(),
            made: made.collect(),
            interrupted: false,
            pending: sources.prompts.clone(),
            sources,
        })
    }

    /// Takes the replies to all that was pending; what is not good enough is pending again, with what was wrong.
    pub(super) fn take_all(&mut self, replies: &[Reply]) -> Result<(), DraftError> {
        let mut again = Vec::new();
        for (prompt, reply) in std::mem::take(&mut self.pending).iter().zip(replies) {
            if let Some(findings) = self.take(reply)? {
                let original = self.sources.prompts.iter().find(|first| first.section == prompt.section);
                again.push(repaired(original.unwrap_or(prompt), &findings));
            }
        }
        self.pending = again;
        Ok(())
    }

    /// Takes a reply that may stand in the draft; of another one, what is wrong with it.
    fn take(&mut self, reply: &Reply) -> Result<Option<Vec<Finding>>, DraftError> {
        let text = flowing(&reply.text, self.context.lang);
        let findings = judge(reply, &text, &self.context)?;
        let Some(made) = self.made.get_mut(&reply.section) else { return Ok(None) };
        made.tries += 1;
        if findings.is_empty() {
            made.writer = Writer::Model;
            made.fallback = None;
            self.texts.insert(reply.section.clone(), (text, Writer::Model));
            return Ok(None);
        }
        let stopped = reply.ended == Ended::Cancelled;
        self.interrupted |= stopped;
        let reason = if stopped { Reason::Interrupted } else { Reason::Section };
        let errors = if stopped { &[] } else { findings.as_slice() };
        made.fallback = Some(Fallback::because(reason, errors));
        Ok(Some(findings))
    }

    /// Marks what the user did not wait for.
    pub(super) fn stop(&mut self) {
        self.interrupted |= !self.pending.is_empty();
        for prompt in self.pending.drain(..) {
            if let Some(made) = self.made.get_mut(&prompt.section) {
                made.fallback = Some(Fallback::because(Reason::Interrupted, []));
            }
        }
    }

    /// The running text of the document as it is now.
    pub(super) fn text(&self) -> String {
        self.order.draftable.assemble(&self.texts).lay().text
    }

    /// The document as it is now, reviewed as a whole.
    pub(super) fn finish(mut self) -> Result<Draft, DraftError> {
        let reviewed =
            whole::review(self.order.draftable, &mut self.texts, &mut self.made, &self.sources, &self.context)?;
        let sections = reviewed.document().parts.iter().map(|part| {
            let made = self.made.get(&part.name).cloned();
            made.unwrap_or_else(|| Made { name: part.name.clone(), writer: part.writer, tries: 0, fallback: None })
        });
        Ok(Draft { sections: sections.collect(), reviewed, manifest: self.manifest, interrupted: self.interrupted })
    }
}
