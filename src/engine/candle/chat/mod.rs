//! A prompt as the tokens a model was trained to see.
//!
//! The chat template is rendered once, with marks in place of contents; what stands around the marks is the frame.
//! Contents are tokenised apart and spliced in, so nothing in them is read as part of the template.

mod render;
mod turn;

use render::render;
pub use turn::{Role, Turn, conversation};

use super::Vocabulary;
use super::thinking::opens;
use crate::engine::EngineError;
use crate::engine::gguf::{Gguf, required};
use crate::engine::shown::shown;
use crate::kind::Prompt;

/// Stands for the system text: nothing a template tests for, trims or splits at.
const SYSTEM: &str = "\u{e000}system\u{e001}";
/// Stands for the user text.
const USER: &str = "\u{e000}user\u{e001}";

/// The frame a model's chat template puts around contents.
pub struct Chat {
    frame: Frame,
    /// The tokens of what is before the contents.
    before: Vec<u32>,
}

/// A prompt's tokens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Encoded {
    /// The frame's beginning, the system text and the shared text: the same for all prompts of a document.
    pub prefix: Vec<u32>,
    /// The task and the frame's end.
    pub rest: Vec<u32>,
}

impl Chat {
    /// The frame of a model file's template.
    ///
    /// # Errors
    /// When the file has no template, or one that cannot be rendered.
    pub fn read(gguf: &Gguf, vocabulary: &Vocabulary) -> Result<Self, EngineError> {
        const KEY: &str = "tokenizer.chat_template";
        let metadata = gguf.metadata();
        let template = metadata.text(KEY).and_then(|text| required(text, KEY));
        let template = template.map_err(|fault| gguf.fault(fault))?;
        let [bos, eos] = vocabulary.bos_eos();
        let frame = Frame::of(template, &bos, &eos).map_err(|why| {
            let why = shown(&why);
            EngineError::unusable(
                gguf.path(),
                format!("チャットテンプレートを使えません ({why})。別のモデルを使ってください。"),
                format!("its chat template cannot be used ({why}); use another model"),
            )
        })?;
        let mut before = vocabulary.template(&frame.before)?;
        // Some templates leave it to the vocabulary to begin the text.
        if let Some(begins) = vocabulary.begins().filter(|id| before.first() != Some(id)) {
            before.insert(0, begins);
        }
        Ok(Self { frame, before })
    }

    /// Whether the model is to go on in the midst of thinking: some templates cannot turn it off.
    #[must_use]
    pub fn opens_thinking(&self) -> bool {
        opens(&self.frame.after)
    }

    /// The tokens of a prompt. Where the shared text does not end a line, an empty line parts it from the task.
    ///
    /// # Errors
    /// When the tokenizer fails.
    pub fn encode(&self, prompt: &Prompt, vocabulary: &Vocabulary) -> Result<Encoded, EngineError> {
        let mut all = self.before.clone();
        vocabulary.content_after(&prompt.system, &mut all)?;
        match &self.frame.between {
            Some(between) => vocabulary.template_after(between, &mut all)?,
            None => vocabulary.content_after("\n\n", &mut all)?,
        }
        if prompt.shared.is_empty() || prompt.shared.ends_with('\n') {
            vocabulary.content_after(&prompt.shared, &mut all)?;
        } else {
            vocabulary.content_after(&format!("{}\n\n", prompt.shared), &mut all)?;
        }
        let shared = all.len();
        vocabulary.content_after(&prompt.task, &mut all)?;
        vocabulary.template_after(&self.frame.after, &mut all)?;
        let rest = all.split_off(shared);
        Ok(Encoded { prefix: all, rest })
    }
}

/// What a template says around the contents.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Frame {
    /// Before the system text.
    pub before: String,
    /// Between the system text and the user text; none where the model knows no system turn: then the system text
    /// begins the user turn.
    pub between: Option<String>,
    /// After the user text, up to where the model is to write.
    pub after: String,
}

impl Frame {
    /// The frame of a template.
    ///
    /// # Errors
    /// What the template engine says, or that the template drops, repeats or swaps contents.
    pub fn of(template: &str, bos: &str, eos: &str) -> Result<Self, String> {
        let (system, user) = (Turn::new(Role::System, SYSTEM), Turn::new(Role::User, USER));
        let alone = render(template, std::slice::from_ref(&user), bos, eos);
        let both = render(template, &[system, user], bos, eos);
        if let Ok(text) = &both
            && let Some((before, rest)) = once(text, SYSTEM)
            && let Some((between, after)) = once(rest, USER)
        {
            return Ok(Self { before: before.to_owned(), between: Some(between.to_owned()), after: after.to_owned() });
        }
        let text = alone.map_err(|why| both.err().unwrap_or(why))?;
        let (before, after) = once(&text, USER).ok_or("contents are dropped, repeated or swapped")?;
        Ok(Self { before: before.to_owned(), between: None, after: after.to_owned() })
    }
}

/// What is before and after a mark that occurs exactly once.
fn once<'a>(text: &'a str, mark: &str) -> Option<(&'a str, &'a str)> {
    let (before, after) = text.split_once(mark)?;
    (!after.contains(mark)).then_some((before, after))
}
