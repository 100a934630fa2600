//! The loop from draftable kinds to drafts: one document, or several in one batch.

use std::sync::atomic::{AtomicBool, Ordering};

use super::desk::Desk;
use super::error::DraftError;
use super::result::Draft;
use super::side_by_side::side_by_side;
use crate::engine::{Engine, EngineError, Job, Progress, Reply};
use crate::facts::{Case, Withheld};
use crate::kind::{Draftable, Prompt};
use crate::lang::{Message, expect};
use crate::review::{Context, Hands};

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

impl<'a> Order<'a> {
    /// What the review checks it against.
    fn context(&self) -> Context<'a> {
        Context::new(self.draftable.facts(), self.withheld, self.draftable.kind())
    }
}

/// Who watches while a model writes.
#[derive(Clone, Copy)]
pub struct Watch<'a> {
    /// Set from outside to stop the model.
    pub cancel: &'a AtomicBool,
    /// Told how far the model is.
    pub progress: &'a dyn Fn(Progress),
}

/// Makes a draft: with a model where one is given, else with the built-in wording.
///
/// # Errors
/// When a template is wrong, the model fails or a rule cannot judge. What is merely badly written is no error: the
/// built-in wording stands there.
pub fn draft(order: &Order<'_>, engine: Option<&mut dyn Engine>, watch: Watch<'_>) -> Result<Draft, DraftError> {
    let mut desk = Desk::new(order, order.context(), engine.as_ref().map(|engine| engine.identity()))?;
    if let Some(engine) = engine {
        let failed = write(&mut [Some(&mut desk)], engine, order.seed, watch).into_iter().flatten().next();
        failed.map_or(Ok(()), Err)?;
    }
    desk.finish()
}

/// Makes several drafts with one seed: the sections of all of them are written in one batch, document by document, so
/// that what the prompts of a document share is computed once. Each comes out as if it had been made alone, and one
/// that fails does not stop the others.
pub fn draft_all(
    orders: &[Order<'_>],
    engine: Option<&mut dyn Engine>,
    seed: u64,
    watch: Watch<'_>,
) -> Vec<Result<Draft, DraftError>> {
    let model = engine.as_ref().map(|engine| engine.identity());
    let hands = Hands::default();
    let contexts = contexts(orders, &hands);
    let mut desks: Vec<Result<Desk<'_>, DraftError>> =
        side_by_side(orders.iter().zip(contexts), &Hands::default(), |(order, context)| {
            Desk::new(&Order { seed, ..*order }, context, model.clone())
        });
    if let Some(engine) = engine {
        let mut open: Vec<Option<&mut Desk<'_>>> = desks.iter_mut().map(|desk| desk.as_mut().ok()).collect();
        let failed = write(&mut open, engine, seed, watch);
        for (desk, failed) in desks.iter_mut().zip(failed) {
            if let Some(error) = failed {
                *desk = Err(error);
            }
        }
    }
    let texts: Vec<String> = desks.iter().flatten().map(Desk::text).collect();
    expect(texts.iter().map(String::as_str));
    side_by_side(desks, &hands, |desk| desk?.finish())
}

/// What each document is checked against; those of the same readers share what is gathered from their facts.
fn contexts<'a>(orders: &[Order<'a>], hands: &Hands) -> Vec<Context<'a>> {
    let mut contexts: Vec<Context<'a>> = Vec::with_capacity(orders.len());
    for order in orders {
        let same = |context: &&Context<'a>| {
            std::ptr::eq(context.facts, order.draftable.facts()) && std::ptr::eq(context.withheld, order.withheld)
        };
        let known = contexts.iter().find(same).map(|context| context.for_kind(order.draftable.kind()));
        contexts.push(known.unwrap_or_else(|| order.context()));
    }
    if contexts.len() > 1 {
        return contexts.into_iter().map(|context| context.one_of_many(hands.clone())).collect();
    }
    contexts
}

/// Lets the model write until every section is good or all tries are used; for each desk what went wrong with it.
fn write(
    desks: &mut [Option<&mut Desk<'_>>],
    engine: &mut dyn Engine,
    seed: u64,
    watch: Watch<'_>,
) -> Vec<Option<DraftError>> {
    let mut failed: Vec<Option<DraftError>> = desks.iter().map(|_| None).collect();
    for attempt in 0..TRIES {
        let open = |desk: &Option<&mut Desk<'_>>| desk.as_ref().is_some_and(|desk| !desk.pending.is_empty());
        let waiting: Vec<usize> = (0..desks.len()).filter(|index| desks.get(*index).is_some_and(open)).collect();
        if waiting.is_empty() {
            break;
        }
        let pending = |desks: &[Option<&mut Desk<'_>>], index: usize| -> Vec<Prompt> {
            desks.get(index).and_then(|desk| Some(desk.as_ref()?.pending.clone())).unwrap_or_default()
        };
        let job = Job { seed, attempt, cancel: watch.cancel, progress: watch.progress };
        let prompts: Vec<Vec<Prompt>> = waiting.iter().map(|index| pending(desks, *index)).collect();
        let replies = batch(&prompts, engine, &job);
        for (index, replies) in waiting.into_iter().zip(replies) {
            let Some(place) = desks.get_mut(index) else { continue };
            let Some(desk) = place.as_mut() else { continue };
            let taken = match replies {
                Ok(Some(replies)) => desk.take_all(&replies),
                Ok(None) => {
                    desk.stop();
                    Ok(())
                }
                Err(error) => Err(error),
            };
            if let (Err(error), Some(place)) = (taken, failed.get_mut(index)) {
                *place = Some(error);
                // What has failed is not asked for again.
                desk.pending.clear();
            }
        }
    }
    failed
}

/// The replies to the prompts of each document, in one call; none where the user has stopped it.
///
/// Where that call fails, each document is tried alone: a prompt too long for the model stops its own document only.
fn batch(
    documents: &[Vec<Prompt>],
    engine: &mut dyn Engine,
    job: &Job<'_>,
) -> Vec<Result<Option<Vec<Reply>>, DraftError>> {
    if job.cancel.load(Ordering::Relaxed) {
        return documents.iter().map(|_| Ok(None)).collect();
    }
    let all = documents.concat();
    let written = match engine.write(&all, job) {
        Err(EngineError::Cancelled) => return documents.iter().map(|_| Ok(None)).collect(),
        replies => replies.map_err(DraftError::from).and_then(|replies| matched(&all, replies)),
    };
    match (written, documents) {
        (Ok(replies), _) => {
            let mut rest = replies.into_iter();
            documents.iter().map(|prompts| Ok(Some(rest.by_ref().take(prompts.len()).collect()))).collect()
        }
        (Err(error), [_]) => vec![Err(error)],
        (Err(_), _) => documents.iter().flat_map(|prompts| batch(std::slice::from_ref(prompts), engine, job)).collect(),
    }
}

/// The replies in the order of the prompts: one for each, and no other. Documents have sections of the same name, of
/// which the replies come in the order of the prompts.
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
        sorted.push(replies.remove(at));
    }
    match replies.first() {
        None => Ok(sorted),
        Some(extra) => Err(DraftError::Replies(Message::new(
            format!("モデルが、頼んでいない節 {} を返しました", extra.section),
            format!("the model returned the section {}, which nobody asked for", extra.section),
        ))),
    }
}
