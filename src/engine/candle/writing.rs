//! One reply, while it is being written.

use super::constraint::Constraint;
use super::lookup::Lookup;
use super::loop_guard::{repeats, repeats_line};
use super::sampler::Sampler;
use super::thinking::{OPEN, without_thinking};
use super::whole::Whole;
use super::write::Tools;
use super::{Encoded, Sequence};
use crate::engine::{Ended, EngineError, Job, Reply};
use crate::kind::Prompt;
use crate::lang::Lang;

/// A reply that is being written.
pub(crate) struct Writing<'a> {
    /// Which prompt of the job it answers.
    pub(crate) section: usize,
    /// What has been read and written, but for the last token.
    pub(crate) sequence: Sequence,
    prompt: &'a Prompt,
    sampler: Sampler,
    constraint: Option<Box<dyn Constraint>>,
    whole: Whole,
    lookup: Lookup,
    /// The tokens of the prompt, and those written.
    text: Vec<u32>,
    /// Where those written begin.
    begin: usize,
}

impl<'a> Writing<'a> {
    /// Nothing is written yet.
    ///
    /// # Errors
    /// When its constraint cannot be made.
    pub(crate) fn new(
        section: usize,
        prompt: &'a Prompt,
        tokens: &Encoded,
        sequence: Sequence,
        tools: &Tools,
        job: &Job<'_>,
    ) -> Result<Self, EngineError> {
        let mut whole = Whole::default();
        if tools.chat.opens_thinking() {
            whole.push(OPEN.as_bytes());
        }
        let constraint = match &tools.constraints {
            Some(constraints) => constraints.of(prompt, &tools.vocabulary)?,
            None => None,
        };
        let sampler = Sampler::new(tools.sampling, job.seed, &prompt.section, job.attempt);
        let text = [&tokens.prefix[..], &tokens.rest].concat();
        let (begin, lookup) = (text.len(), Lookup::default());
        Ok(Self { section, sequence, prompt, sampler, constraint, whole, lookup, text, begin })
    }

    /// Chooses the next token. Gives the reply when that ends it.
    ///
    /// # Errors
    /// When the logits are no numbers, or no token may come.
    pub(crate) fn take(&mut self, logits: &mut [f32], tools: &Tools) -> Result<Option<Reply>, EngineError> {
        let vocabulary = &tools.vocabulary;
        let constrained = match &mut self.constraint {
            Some(constraint) => Some(constraint.allowed()?),
            None => None,
        };
        let id = self.sampler.next(logits, tools.mask.words(), constrained)?;
        if vocabulary.ends(id) {
            return Ok(Some(self.reply(Ended::Stop)));
        }
        if let Some(constraint) = &mut self.constraint {
            constraint.consume(id)?;
        }
        self.text.push(id);
        self.whole.push(vocabulary.written(id).unwrap_or_default());
        if repeats(self.written()) || repeats_line(self.whole.text()) {
            return Ok(Some(self.reply(Ended::Loop)));
        }
        if let Some(text) = over(self.whole.text(), self.prompt.max_chars) {
            return Ok(Some(Reply { text: cleaned(&text), ..self.reply(Ended::Length) }));
        }
        let full = self.written().len() == reply_tokens(self.prompt);
        Ok(full.then(|| self.reply(Ended::Length)))
    }

    /// The tokens written.
    pub(crate) fn written(&self) -> &[u32] {
        &self.text[self.begin..]
    }

    /// What the next pass reads: the last token, and behind it guesses of those to come, each of which may be written.
    pub(crate) fn next_tokens(&mut self, tools: &Tools, speculate: bool) -> Vec<u32> {
        let mut tokens = vec![self.text.last().copied().unwrap_or_default()];
        if speculate {
            // The pass gives one token more than there are guesses.
            let most = self.limit().saturating_sub(self.written().len() + 1);
            let guesses = self.lookup.guess(&self.text, most);
            let ordinary = guesses.iter().take_while(|id| tools.vocabulary.written(**id).is_some()).count();
            let guesses = &guesses[..ordinary];
            let may = self.constraint.as_mut().map_or(ordinary, |constraint| constraint.may_follow(guesses));
            tokens.extend(&guesses[..may.min(ordinary)]);
        }
        tokens
    }

    /// Forgets what was read of guesses that were not chosen, and learns from it.
    pub(crate) fn settle(&mut self, guessed: usize, right: usize) {
        self.sequence.truncate(self.sequence.len() - (guessed - right));
        self.lookup.learn(guessed, right);
    }

    /// The most tokens it may have.
    pub(crate) fn limit(&self) -> usize {
        reply_tokens(self.prompt)
    }

    /// The reply as it is now.
    pub(crate) fn reply(&self, ended: Ended) -> Reply {
        let text = cleaned(self.whole.text());
        Reply { section: self.prompt.section.clone(), text, ended, tokens: self.written().len() }
    }
}

/// The reply to a prompt that nothing was written for.
pub(crate) fn unwritten(prompt: &Prompt) -> Reply {
    Reply { section: prompt.section.clone(), text: String::new(), ended: Ended::Cancelled, tokens: 0 }
}

/// Whether a prompt and its reply fit a context.
///
/// # Errors
/// When they do not, by how much.
pub(crate) fn fits(prompt: &Prompt, tokens: &Encoded, context: usize) -> Result<(), EngineError> {
    let (length, reply) = (tokens.prefix.len() + tokens.rest.len(), reply_tokens(prompt));
    if length + reply <= context {
        return Ok(());
    }
    Err(EngineError::Context { section: prompt.section.clone(), prompt: length, reply, context })
}

/// The most tokens of a reply. A Japanese character is about one token or less, an English one about a quarter.
pub(crate) fn reply_tokens(prompt: &Prompt) -> usize {
    let share = match prompt.lang {
        Lang::Ja => prompt.max_chars,
        Lang::En => prompt.max_chars / 2,
    };
    share.saturating_add(32)
}

fn cleaned(text: &str) -> String {
    without_thinking(text).trim().to_owned()
}

/// The first `limit` characters of the text without thinking, where it has more.
fn over(text: &str, limit: usize) -> Option<String> {
    // Fewer bytes than the limit cannot be more characters.
    if text.len() <= limit {
        return None;
    }
    let text = without_thinking(text);
    let text = text.trim_start();
    let (end, _) = text.char_indices().nth(limit)?;
    Some(text[..end].to_owned())
}
