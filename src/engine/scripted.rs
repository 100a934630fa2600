//! An engine that replies from a file: for tests, and to try a document without a model.

use std::fs;
use std::path::{Path, PathBuf};

use super::hash::sha256;
use super::shown::shown;
use super::{Ended, Engine, EngineError, Identity, Job, Progress, Reply, Step};
use crate::kind::Prompt;
use crate::lang::{Lang, Message};

/// The most bytes of a file of replies.
const LIMIT: u64 = 16 << 20;

/// An engine that replies from a file.
#[derive(Clone, Debug)]
pub struct Scripted {
    path: PathBuf,
    sha256: String,
    replies: Vec<Entry>,
}

#[derive(Clone, Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Script {
    #[serde(default)]
    reply: Vec<Entry>,
}

/// One `[[reply]]`. What it leaves out fits every prompt.
#[derive(Clone, Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    section: String,
    text: String,
    attempt: Option<u32>,
    ended: Option<Ended>,
    lang: Option<String>,
}

impl Entry {
    /// How well it fits: none if not at all, else how much of it is said outright.
    fn fits(&self, prompt: &Prompt, attempt: u32) -> Option<usize> {
        let lang = self.lang.as_deref().is_none_or(|lang| lang == prompt.lang.code());
        let attempt = self.attempt.is_none_or(|own| own == attempt);
        let said = usize::from(self.attempt.is_some()) * 2 + usize::from(self.lang.is_some());
        (self.section == prompt.section && lang && attempt).then_some(said)
    }
}

impl Scripted {
    /// Reads a file of replies.
    ///
    /// ```toml
    /// [[reply]]
    /// section = "apology"
    /// text = "このたびは誠に申し訳ございません。"
    /// attempt = 0      # optional: this try only
    /// lang = "ja"      # optional: this language only
    /// ended = "stop"   # optional: stop, length, loop or cancelled
    /// ```
    ///
    /// # Errors
    /// When the file cannot be read or is not such a list.
    pub fn from_file(path: &Path) -> Result<Self, EngineError> {
        let failed = |why| EngineError::read(path, why);
        if fs::metadata(path).map_err(failed)?.len() > LIMIT {
            let why = std::io::Error::from(std::io::ErrorKind::FileTooLarge);
            return Err(EngineError::read(path, why));
        }
        let text = fs::read_to_string(path).map_err(failed)?;
        let list =
            |line, ja: String, en: String| EngineError::List { path: path.to_owned(), line, why: Message::new(ja, en) };
        let script: Script = toml::from_str(&text).map_err(|error| {
            let line = error.span().map(|span| line_of(&text, span.start));
            let why = shown(error.message());
            list(
                line,
                format!("返答の一覧として読めません ({why})。`[[reply]]` に section と text を書いてください。"),
                format!("not a list of replies ({why}); write `[[reply]]` with section and text"),
            )
        })?;
        let wrong = script.reply.iter().filter_map(|entry| entry.lang.as_deref());
        if let Some(lang) = wrong.into_iter().find(|lang| lang.parse::<Lang>().is_err()) {
            let lang = shown(lang);
            return Err(list(
                None,
                format!("言語 `{lang}` はありません。`ja` か `en` にしてください。"),
                format!("`{lang}` is not a language; use `ja` or `en`"),
            ));
        }
        Ok(Self { path: path.to_owned(), sha256: sha256(text.as_bytes()), replies: script.reply })
    }

    /// The reply to a prompt: of those that fit, the one that says most about what it is for, then the first.
    fn reply(&self, prompt: &Prompt, attempt: u32) -> Result<Reply, EngineError> {
        let fitting = self.replies.iter().filter_map(|entry| Some((entry.fits(prompt, attempt)?, entry)));
        let best = fitting.reduce(|best, next| if next.0 > best.0 { next } else { best });
        let (_, entry) = best.ok_or_else(|| EngineError::NoReply {
            path: self.path.clone(),
            section: prompt.section.clone(),
            attempt,
        })?;
        Ok(Reply {
            section: prompt.section.clone(),
            text: entry.text.clone(),
            ended: entry.ended.unwrap_or(Ended::Stop),
            tokens: 0,
        })
    }
}

/// The line, from 1, of a byte.
pub(crate) fn line_of(text: &str, at: usize) -> usize {
    text.bytes().take(at).filter(|byte| *byte == b'\n').count() + 1
}

impl Engine for Scripted {
    fn identity(&self) -> Identity {
        let name = self.path.file_name().unwrap_or_default();
        Identity {
            device: None,
            engine: "scripted",
            model: name.to_string_lossy().into_owned(),
            file_sha256: self.sha256.clone(),
            tokenizer_sha256: None,
            sampling: None,
            context: None,
        }
    }

    fn write(&mut self, prompts: &[Prompt], job: &Job<'_>) -> Result<Vec<Reply>, EngineError> {
        let each = prompts.iter().enumerate().map(|(section, prompt)| {
            if job.cancelled() {
                return Ok(Reply {
                    section: prompt.section.clone(),
                    text: String::new(),
                    ended: Ended::Cancelled,
                    tokens: 0,
                });
            }
            let reply = self.reply(prompt, job.attempt)?;
            (job.progress)(Progress { step: Step::Writing, section, sections: prompts.len(), done: 1, total: 1 });
            Ok(reply)
        });
        each.collect()
    }
}
