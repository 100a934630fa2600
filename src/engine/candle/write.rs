//! Writes the replies to a document's prompts, as many at once as fit.
//!
//! What prompts share is read once. Their rests are read one after the other, and the replies are written together, a
//! token each in every pass; a reply that ends makes room for the next prompt. When few are left, a pass has room for
//! guesses: see [`lookup`](super::lookup). A reply depends on its own prompt, seed and try only, whatever is written
//! beside it and whatever is guessed: so says the decoder's rule, and each has its own sampler.

use super::kept::Kept;
use super::lookup::Speculation;
use super::mask::Mask;
use super::prefixes::Prefixes;
use super::writing::{Writing, fits, unwritten};
use super::{Asked, Chat, Constraints, Decoder, Encoded, Piece, Vocabulary};
use crate::engine::{Ended, EngineError, Job, Progress, Reply, Sampling, Step};
use crate::kind::Prompt;
use crate::lang::Message;

/// Replies that are written at once, at most.
pub(crate) const TOGETHER: usize = 16;

/// Replies beside each other at most for tokens to be guessed: more fill a pass by themselves.
const FEW: usize = 2;

/// What a reply is written with.
pub(crate) struct Tools {
    pub(crate) vocabulary: Vocabulary,
    pub(crate) chat: Chat,
    pub(crate) sampling: Sampling,
    /// What replies are held to, if anything.
    pub(crate) constraints: Option<Box<dyn Constraints>>,
    /// The ids a reply may have or end with.
    pub(crate) mask: Mask,
    /// Whether tokens are guessed.
    pub(crate) speculate: bool,
}

/// Where replies are written: the decoder, and the beginnings it holds.
pub(crate) struct Desk {
    decoder: Decoder,
    prefixes: Prefixes,
    speculation: Speculation,
}

impl Desk {
    /// An empty desk, with the beginnings that earlier runs have kept, if any.
    pub(crate) fn new(decoder: Decoder, kept: Option<Kept>) -> Self {
        Self { decoder, prefixes: Prefixes::new(kept), speculation: Speculation::default() }
    }

    /// What there is to tell of beginnings on the disk.
    pub(crate) fn notes(&mut self) -> Vec<Message> {
        self.prefixes.notes()
    }

    /// What was guessed so far.
    pub(crate) fn speculation(&self) -> Speculation {
        self.speculation
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
                self.prefixes.hurry();
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
        let mut writing = Writing::new(tell.section, prompt, tokens, sequence, tools, tell.job)?;
        let logits = logits.rows_mut().next_back().unwrap_or_default();
        Ok(match writing.take(logits, tools)? {
            Some(reply) => Begun::Ended(reply),
            None => Begun::Writing(Box::new(writing)),
        })
    }

    /// Chooses a token for each reply, and more where guesses are right. Those that end leave.
    fn step(
        &mut self,
        tools: &Tools,
        job: &Job<'_>,
        writing: &mut Vec<Writing<'_>>,
        replies: &mut [Option<Reply>],
    ) -> Result<(), EngineError> {
        let speculate = tools.speculate && writing.len() <= FEW;
        let tokens: Vec<Vec<u32>> = writing.iter_mut().map(|writing| writing.next_tokens(tools, speculate)).collect();
        let pieces = writing.iter_mut().zip(&tokens);
        let mut pieces: Vec<Piece<'_>> = pieces
            .map(|(writing, tokens)| Piece { sequence: &mut writing.sequence, tokens, asked: Asked::All })
            .collect();
        let mut logits = self.decoder.forward(&mut pieces, &|| job.cancelled())?;
        let (mut rows, mut tokens) = (logits.rows_mut(), tokens.iter());
        let (speculation, mut failed) = (&mut self.speculation, None);
        writing.retain_mut(|writing| {
            let guesses = tokens.next().map_or(&[][..], |tokens| &tokens[1..]);
            let rows: Vec<&mut [f32]> = rows.by_ref().take(guesses.len() + 1).collect();
            let tell = Tell { section: writing.section, sections: replies.len(), job };
            match take_all(writing, guesses, rows, tools, &tell, speculation) {
                Ok(None) => true,
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

/// Chooses a token from each row, as long as the guess that the next row was computed with is the one chosen.
fn take_all(
    writing: &mut Writing<'_>,
    guesses: &[u32],
    rows: Vec<&mut [f32]>,
    tools: &Tools,
    tell: &Tell<'_>,
    speculation: &mut Speculation,
) -> Result<Option<Reply>, EngineError> {
    let (mut right, mut ended) = (0, None);
    for (at, logits) in rows.into_iter().enumerate() {
        ended = writing.take(logits, tools)?;
        if ended.is_some() {
            break;
        }
        tell.tell(Step::Writing, writing.written().len(), writing.limit());
        // What is told may stop the work.
        if guesses.get(at) != writing.written().last() || tell.job.cancelled() {
            break;
        }
        right += 1;
    }
    speculation.proposed += guesses.len();
    speculation.accepted += right;
    writing.settle(guesses.len(), right);
    Ok(ended)
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
