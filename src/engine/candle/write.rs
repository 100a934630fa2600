//! Writes the replies to a document's prompts.

use super::loop_guard::{repeats, repeats_line};
use super::sampler::Sampler;
use super::thinking::{OPEN, without_thinking};
use super::whole::Whole;
use super::{Chat, Constraints, Decoder, Encoded, Vocabulary};
use crate::engine::{Ended, EngineError, Job, Progress, Reply, Sampling, Step};
use crate::kind::Prompt;
use crate::lang::Lang;

/// Tokens read at once: a cancelled job stops after so many.
const CHUNK: usize = 64;

/// What a reply is written with.
pub(crate) struct Tools {
    pub(crate) vocabulary: Vocabulary,
    pub(crate) chat: Chat,
    pub(crate) sampling: Sampling,
    /// What replies are held to; none where they are free.
    pub(crate) constraints: Option<Box<dyn Constraints>>,
}

/// Where replies are written: the decoder, and the prefix it holds.
pub(crate) struct Desk {
    decoder: Box<dyn Decoder>,
    /// The tokens that the decoder certainly holds from position 0 on.
    held: Vec<u32>,
}

impl Desk {
    /// An empty desk.
    pub(crate) fn new(decoder: Box<dyn Decoder>) -> Self {
        Self { decoder, held: Vec::new() }
    }

    /// Tokens the decoder can hold.
    pub(crate) fn context(&self) -> usize {
        self.decoder.context()
    }

    /// Writes a reply to each prompt, in order.
    ///
    /// A reply depends on its own prompt, seed and try only: a prefix is always read in the same pieces, so it does
    /// not matter whether it was held from the prompt before.
    pub(crate) fn write(
        &mut self,
        prompts: &[Prompt],
        tools: &Tools,
        job: &Job<'_>,
    ) -> Result<Vec<Reply>, EngineError> {
        let mut encoded = Vec::new();
        for prompt in prompts {
            let tokens = tools.chat.encode(prompt, &tools.vocabulary)?;
            let (length, reply) = (tokens.prefix.len() + tokens.rest.len(), reply_tokens(prompt));
            if length + reply > self.context() {
                return Err(EngineError::Context {
                    section: prompt.section.clone(),
                    prompt: length,
                    reply,
                    context: self.context(),
                });
            }
            encoded.push(tokens);
        }
        let all = prompts.iter().zip(&encoded).enumerate();
        all.map(|(section, (prompt, tokens))| {
            let place = Place { section, sections: prompts.len(), job };
            self.reply(prompt, tokens, tools, &place)
        })
        .collect()
    }

    fn reply(
        &mut self,
        prompt: &Prompt,
        tokens: &Encoded,
        tools: &Tools,
        place: &Place<'_>,
    ) -> Result<Reply, EngineError> {
        let reply = |text: &str, ended, tokens| Reply {
            section: prompt.section.clone(),
            text: without_thinking(text).trim().to_owned(),
            ended,
            tokens,
        };
        let Some(mut logits) = self.read(tokens, place)? else {
            return Ok(reply("", Ended::Cancelled, 0));
        };
        let (vocabulary, limit) = (&tools.vocabulary, reply_tokens(prompt));
        let mut constraint = match &tools.constraints {
            Some(constraints) => constraints.of(prompt, vocabulary)?,
            None => None,
        };
        let mut sampler = Sampler::new(tools.sampling, place.job.seed, &prompt.section, place.job.attempt);
        let mut position = tokens.prefix.len() + tokens.rest.len();
        let (mut whole, mut written) = (Whole::default(), Vec::new());
        if tools.chat.opens_thinking() {
            whole.push(OPEN.as_bytes());
        }
        loop {
            if place.job.cancelled() {
                return Ok(reply(whole.text(), Ended::Cancelled, written.len()));
            }
            let words = match &mut constraint {
                Some(constraint) => Some(constraint.allowed()?),
                None => None,
            };
            let held = |id: u32| {
                words.is_none_or(|words| words.get(id as usize / 32).is_some_and(|word| word >> (id % 32) & 1 == 1))
            };
            let allowed = |id| (vocabulary.written(id).is_some() || vocabulary.ends(id)) && held(id);
            let id = sampler.next(logits, allowed)?;
            if vocabulary.ends(id) {
                return Ok(reply(whole.text(), Ended::Stop, written.len()));
            }
            if let Some(constraint) = &mut constraint {
                constraint.consume(id)?;
            }
            written.push(id);
            place.tell(Step::Writing, written.len(), limit);
            whole.push(vocabulary.written(id).unwrap_or_default());
            if repeats(&written) || repeats_line(whole.text()) {
                return Ok(reply(whole.text(), Ended::Loop, written.len()));
            }
            if let Some(text) = over(whole.text(), prompt.max_chars) {
                return Ok(reply(&text, Ended::Length, written.len()));
            }
            if written.len() == limit {
                return Ok(reply(whole.text(), Ended::Length, written.len()));
            }
            logits = self.decoder.forward(&[id], position)?;
            position += 1;
        }
    }

    /// Reads a prompt; gives the logits after it, or none when the job is cancelled.
    fn read(&mut self, tokens: &Encoded, place: &Place<'_>) -> Result<Option<Vec<f32>>, EngineError> {
        let total = tokens.prefix.len() + tokens.rest.len();
        if self.held != tokens.prefix {
            self.held.clear();
            if self.read_on(&tokens.prefix, 0, total, place)?.is_none() {
                return Ok(None);
            }
            self.held.clone_from(&tokens.prefix);
        }
        self.read_on(&tokens.rest, tokens.prefix.len(), total, place)
    }

    /// Reads tokens from `position` on, piece by piece; gives the logits after them, or none when cancelled.
    fn read_on(
        &mut self,
        tokens: &[u32],
        mut position: usize,
        total: usize,
        place: &Place<'_>,
    ) -> Result<Option<Vec<f32>>, EngineError> {
        let mut logits = Vec::new();
        for chunk in tokens.chunks(CHUNK) {
            if place.job.cancelled() {
                return Ok(None);
            }
            logits = self.decoder.forward(chunk, position)?;
            position += chunk.len();
            place.tell(Step::Reading, position, total);
        }
        Ok(Some(logits))
    }
}

/// Which prompt of a job is worked on.
struct Place<'a> {
    section: usize,
    sections: usize,
    job: &'a Job<'a>,
}

impl Place<'_> {
    fn tell(&self, step: Step, done: usize, total: usize) {
        (self.job.progress)(Progress { step, section: self.section, sections: self.sections, done, total });
    }
}

/// The most tokens of a reply. A Japanese character is about one token or less, an English one about a quarter.
fn reply_tokens(prompt: &Prompt) -> usize {
    let share = match prompt.lang {
        Lang::Ja => prompt.max_chars,
        Lang::En => prompt.max_chars / 2,
    };
    share.saturating_add(32)
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
