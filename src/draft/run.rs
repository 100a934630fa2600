//! The loop from a draftable kind to a draft.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, Ordering};

use super::clean::flowing;
use super::error::DraftError;
use super::judge::judge;
use super::made::{Fallback, Made, Reason};
use super::manifest::Manifest;
use super::repair::repaired;
use super::result::Draft;
use super::whole;
use crate::engine::{Ended, Engine, EngineError, Job, Progress, Reply};
use crate::facts::{Case, Withheld};
use crate::kind::{Draftable, Prompt, Sources, Writer};
use crate::lang::Message;
use crate::review::{Context, Finding};

/// How often a model may try a section: once, and twice with the findings.
pub const TRIES: u32 = 3;

/// What is to be drafted.
#[derive(Clone, Copy, Debug)]
pub struct Order<'a> {
    /// The kind and the view.
    pub draftable: &'a Draftable<'a>,
    /// The case, for its hash.
    pub case: &'a Case,
    /// What the audience may not see, for the review.
    pub withheld: &'a Withheld,
    /// The seed of the model's choices.
    pub seed: u64,
}

/// Who watches while a model writes.
#[derive(Clone, Copy)]
pub struct Watch<'a> {
    /// Set from outside to stop the model.
    pub cancel: &'a AtomicBool,
    /// Told how far the model is.
    pub progress: &'a dyn Fn(Progress),
}

/// The prose sections as they come to be.
pub(super) type Texts = BTreeMap<String, (String, Writer)>;

/// Makes a draft: with a model where one is given, else with the built-in wording.
///
/// # Errors
/// When a template is wrong, the model fails or a rule cannot judge. What is merely badly written is no error: the
/// built-in wording stands there.
pub fn draft(order: &Order<'_>, engine: Option<&mut dyn Engine>, watch: Watch<'_>) -> Result<Draft, DraftError> {
    let sources = order.draftable.sources()?;
    let (kind, facts) = (order.draftable.kind(), order.draftable.facts());
    let context = Context::new(facts, order.withheld, kind);
    let model = engine.as_ref().map(|engine| engine.identity());
    let manifest = Manifest::of(order.case, kind, facts.lang(), order.seed, model, &sources.prompts);
    let mut desk = Desk::new(&sources);
    if let Some(engine) = engine {
        desk.write(engine, order.seed, watch, &context)?;
    }
    let reviewed = whole::review(order.draftable, &mut desk.texts, &mut desk.made, &sources, &context)?;
    let sections = reviewed.document().parts.iter().map(|part| {
        let made = desk.made.get(&part.name).cloned();
        made.unwrap_or_else(|| Made { name: part.name.clone(), writer: part.writer, tries: 0, fallback: None })
    });
    Ok(Draft { sections: sections.collect(), reviewed, manifest, interrupted: desk.interrupted })
}

/// What lies on the desk while the model writes.
struct Desk<'a> {
    sources: &'a Sources,
    texts: Texts,
    made: BTreeMap<String, Made>,
    interrupted: bool,
}

impl<'a> Desk<'a> {
    /// The built-in wording everywhere.
    fn new(sources: &'a Sources) -> Self {
        let texts = sources.wording.iter().map(|(name, text)| (name.clone(), (text.clone(), Writer::Builtin)));
        let made = sources
            .wording
            .keys()
            .map(|name| (name.clone(), Made { name: name.clone(), writer: Writer::Builtin, tries: 0, fallback: None }));
        Self { sources, texts: texts.collect(), made: made.collect(), interrupted: false }
    }

    /// Lets the model write until every section is good or all tries are used.
    fn write(
        &mut self,
        engine: &mut dyn Engine,
        seed: u64,
        watch: Watch<'_>,
        context: &Context<'_>,
    ) -> Result<(), DraftError> {
        let mut pending: Vec<Prompt> = self.sources.prompts.clone();
        for attempt in 0..TRIES {
            if pending.is_empty() {
                break;
            }
            if watch.cancel.load(Ordering::Relaxed) {
                self.stop(&pending);
                break;
            }
            let job = Job { seed, attempt, cancel: watch.cancel, progress: watch.progress };
            let replies = match engine.write(&pending, &job) {
                Err(EngineError::Cancelled) => {
                    self.stop(&pending);
                    break;
                }
                replies => matched(&pending, replies?)?,
            };
            let mut again = Vec::new();
            for (prompt, reply) in pending.iter().zip(&replies) {
                let findings = self.take(reply, context)?;
                if let Some(findings) = findings {
                    let original = self.sources.prompts.iter().find(|first| first.section == prompt.section);
                    again.push(repaired(original.unwrap_or(prompt), &findings));
                }
            }
            pending = again;
        }
        Ok(())
    }

    /// Takes a reply that may stand in the draft; of another one, what is wrong with it.
    fn take(&mut self, reply: &Reply, context: &Context<'_>) -> Result<Option<Vec<Finding>>, DraftError> {
        let text = flowing(&reply.text, context.lang);
        let findings = judge(reply, &text, context)?;
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
    fn stop(&mut self, pending: &[Prompt]) {
        self.interrupted = true;
        for prompt in pending {
            if let Some(made) = self.made.get_mut(&prompt.section) {
                made.fallback = Some(Fallback::because(Reason::Interrupted, []));
            }
        }
    }
}

/// The replies in the order of the prompts: one for each, and no other.
fn matched(prompts: &[Prompt], mut replies: Vec<Reply>) -> Result<Vec<Reply>, DraftError> {
    let mut sorted = Vec::with_capacity(prompts.len());
    for prompt in prompts {
        let Some(at) = replies.iter().position(|reply| reply.section == prompt.section) else {
            let name = &prompt.section;
            return Err(DraftError::Replies(Message::new(
                format!("モデルの返答に節 {name} がありません。もう一度実行するか、別のモデルを指定してください"),
                format!("the model's reply lacks the section {name}; run again or choose another model"),
            )));
        };
        sorted.push(replies.swap_remove(at));
    }
    match replies.first() {
        None => Ok(sorted),
        Some(extra) => Err(DraftError::Replies(Message::new(
            format!("モデルが、頼んでいない節 {} を返しました", extra.section),
            format!("the model returned the section {}, which nobody asked for", extra.section),
        ))),
    }
}
