//! Writes the replies to a document's prompts, as many at once as fit.
//!
//! What prompts share is read once. Their rests are read one after the other, and the replies are written together, a
//! token each in every pass; a reply that ends makes room for the next prompt. A reply depends on its own prompt, seed
//! and try only, whatever is written beside it: so says the decoder's rule, and each has its own sampler.

use super::mask::Mask;
use super::prefixes::Prefixes;
use super::writing::{Writing, fits, unwritten};
use super::{Asked, Chat, Constraints, Decoder, Encoded, Piece, Vocabulary};
use crate::engine::{Ended, EngineError, Job, Progress, Reply, Sampling, Step};
use crate::kind::Prompt;

/// Replies that are written at once, at most.
pub(crate) const TOGETHER: usize = 16;

/// What a reply is written with.
pub(crate) struct Tools {
    pub(crate) vocabulary: Vocabulary,
    pub(crate) chat: Chat,
    pub(crate) sampling: Sampling,
    /// What replies are held to, if anything.
    pub(crate) constraints: Option<Box<dyn Constraints>>,
    /// The ids a reply may have or end with.
    pub(crate) mask: Mask,
}

/// Where replies are written: the decoder, and the beginnings it holds.
pub(crate) struct Desk {
    decoder: Decoder,
    prefixes: Prefixes,
}

impl Desk {
    /// An empty desk.
    pub(crate) fn new(decoder: Decoder) -> Self {
        Self { decoder, prefixes: Prefixes::default() }
    }

    /// Tokens the decoder can hold.
    pub(crate) fn context(&self) -> usize {
        self.decoder.context()
    }

    /// Writes a reply to each prompt, in order.
    pub(crate) fn write(
        &mut self,
        prompts: &[Prompt],
        tools: &Tools,
        job: &Job<'_>,
    ) -> Result<Vec<Reply>, EngineError> {
        let mut encoded = Vec::new();
        for prompt in prompts {
            let tokens = tools.chat.encode(prompt, &tools.vocabulary)?;
            fits(prompt, &tokens, self.context())?;
            encoded.push(tokens);
        }
        let mut replies = vec![None; prompts.len()];
        let mut writing = Vec::new();
        match self.write_all(prompts, &encoded, tools, job, &mut writing, &mut replies) {
            Ok(()) => {}
            // What is finished stays; what is begun is told as far as it is.
            Err(EngineError::Cancelled) => {
                for writing in writing {
                    replies[writing.section] = Some(writing.reply(Ended::Cancelled));
                }
            }
            Err(error) => return Err(error),
        }
        let each = replies.into_iter().zip(prompts);
        Ok(each.map(|(reply, prompt)| reply.unwrap_or_else(|| unwritten(prompt))).collect())
    }

    fn write_all<'a>(
        &mut self,
        prompts: &'a [Prompt],
        encoded: &[Encoded],
        tools: &Tools,
        job: &Job<'_>,
        writing: &mut Vec<Writing<'a>>,
        replies: &mut [Option<Reply>],
    ) -> Result<(), EngineError> {
        let mut waiting = prompts.iter().zip(encoded).enumerate();
        loop {
            while writing.len() < TOGETHER {
                let Some((section, (prompt, tokens))) = waiting.next() else {
                    break;
                };
                let tell = Tell { section, sections: prompts.len(), job };
                match self.begin(prompt, tokens, tools, &tell)? {
                    Begun::Writing(begun) => writing.push(*begun),
                    Begun::Ended(reply) => replies[section] = Some(reply),
                }
            }
            if writing.is_empty() {
                return Ok(());
            }
            self.step(tools, job, writing, replies)?;
        }
    }

    /// Reads a prompt, and chooses the first token of its reply.
    fn begin<'a>(
        &mut self,
        prompt: &'a Prompt,
        tokens: &Encoded,
        tools: &Tools,
        tell: &Tell<'_>,
    ) -> Result<Begun<'a>, EngineError> {
        let stop = || tell.job.cancelled();
        let total = tokens.prefix.len() + tokens.rest.len();
        let mut read = |done| tell.tell(Step::Reading, done, total);
        let mut sequence = self.prefixes.sequence(&self.decoder, &tokens.prefix, &stop, &mut read)?;
        let piece = Piece { sequence: &mut sequence, tokens: &tokens.rest, asked: Asked::Last };
        let mut logits = self.decoder.forward(&mut [piece], &stop)?;
        read(total);
        let mut writing = Writing::new(tell.section, prompt, sequence, tools, tell.job)?;
        let logits = logits.rows_mut().next_back().unwrap_or_default();
        Ok(match writing.take(logits, tools)? {
            Some(reply) => Begun::Ended(reply),
            None => Begun::Writing(Box::new(writing)),
        })
    }

    /// Chooses a token for each reply. Those that end leave.
    fn step(
        &self,
        tools: &Tools,
        job: &Job<'_>,
        writing: &mut Vec<Writing<'_>>,
        replies: &mut [Option<Reply>],
    ) -> Result<(), EngineError> {
        let last: Vec<[u32; 1]> =
            writing.iter().map(|writing| [writing.written().last().copied().unwrap_or_default()]).collect();
        let pieces = writing.iter_mut().zip(&last);
        let mut pieces: Vec<Piece<'_>> = pieces
            .map(|(writing, tokens)| Piece { sequence: &mut writing.sequence, tokens, asked: Asked::Last })
            .collect();
        let mut logits = self.decoder.forward(&mut pieces, &|| job.cancelled())?;
        let mut rows = logits.rows_mut();
        let mut failed = None;
        writing.retain_mut(|writing| {
            let logits = rows.next().unwrap_or_default();
            let tell = Tell { section: writing.section, sections: replies.len(), job };
            match writing.take(logits, tools) {
                Ok(None) => {
                    tell.tell(Step::Writing, writing.written().len(), writing.limit());
                    true
                }
                Ok(Some(reply)) => {
                    tell.tell(Step::Writing, writing.limit(), writing.limit());
                    replies[writing.section] = Some(reply);
                    false
                }
                Err(error) => {
                    failed.get_or_insert(error);
                    true
                }
            }
        });
        failed.map_or(Ok(()), Err)
    }
}

/// A prompt that was read.
enum Begun<'a> {
    Writing(Box<Writing<'a>>),
    Ended(Reply),
}

/// Tells how far a prompt is.
struct Tell<'a> {
    section: usize,
    sections: usize,
    job: &'a Job<'a>,
}

impl Tell<'_> {
    fn tell(&self, step: Step, done: usize, total: usize) {
        (self.job.progress)(Progress { step, section: self.section, sections: self.sections, done, total });
    }
}
