//! Grammars: what a reply may be made of, held to token by token.
//!
//! A section is plain sentences in the language of its document, and cites only facts that are in view. That a model
//! *can* write only so does not make its text true: the review still judges it.

mod after_thinking;
mod form;
mod held;
mod json;
mod section;
mod trie;

use std::collections::BTreeMap;
use std::sync::{Mutex, OnceLock, PoisonError};

use after_thinking::AfterThinking;
use form::Form;
use held::Held;
use llguidance::toktrie::InferenceCapabilities;
use llguidance::{Matcher, ParserFactory};

use super::thinking::CLOSE;
use super::{Constraint, Constraints, Vocabulary};
use crate::engine::EngineError;
use crate::engine::shown::shown;
use crate::kind::Prompt;
use crate::lang::Lang;

/// Grammars already read that are kept: a document's sections all have the same one.
const KEPT: usize = 16;

/// The grammars of a model. What they need of its vocabulary is made once, when the first grammar is asked for.
pub struct Grammars {
    /// Whether replies begin in the midst of thinking, which is free.
    thinking: bool,
    factory: OnceLock<Result<ParserFactory, String>>,
    /// Fresh matchers by the text of their grammar. Copies share what they have learnt of it.
    kept: Mutex<BTreeMap<String, Matcher>>,
}

impl Grammars {
    /// Grammars of which none has been asked for. Where replies begin in the midst of `thinking`, a grammar holds from
    /// its end on.
    #[must_use]
    pub fn new(thinking: bool) -> Self {
        Self { thinking, factory: OnceLock::new(), kept: Mutex::default() }
    }

    /// A constraint that holds a reply to JSON of a schema.
    ///
    /// # Errors
    /// When the schema cannot be followed, or the vocabulary has no use for grammars.
    pub fn json(
        &self,
        schema: &serde_json::Value,
        vocabulary: &Vocabulary,
    ) -> Result<Box<dyn Constraint>, EngineError> {
        self.held(&json::form(schema), vocabulary)
    }

    /// A constraint that holds a reply to the sentences of a section, of which each may cite `ids` and no others.
    ///
    /// # Errors
    /// When an id is not made of letters and digits, or the vocabulary has no use for grammars.
    pub fn section(
        &self,
        lang: Lang,
        ids: &[String],
        vocabulary: &Vocabulary,
    ) -> Result<Box<dyn Constraint>, EngineError> {
        self.held(&section::form(lang, ids)?, vocabulary)
    }

    fn held(&self, form: &Form, vocabulary: &Vocabulary) -> Result<Box<dyn Constraint>, EngineError> {
        let held = Held::new(self.matcher(form, vocabulary)?);
        if !self.thinking {
            return Ok(Box::new(held));
        }
        let close = vocabulary.added().iter().find(|(token, _)| token == CLOSE);
        let (_, close) = close.ok_or_else(|| unfit("it thinks and names no token that ends it"))?;
        Ok(Box::new(AfterThinking::new(held, *close, vocabulary)))
    }

    /// A fresh matcher of a grammar.
    fn matcher(&self, form: &Form, vocabulary: &Vocabulary) -> Result<Matcher, EngineError> {
        let factory = self.factory.get_or_init(|| factory(vocabulary));
        let factory = factory.as_ref().map_err(|why| unfit(why))?;
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(matcher) = kept.get(form.key()) {
            return Ok(matcher.clone());
        }
        let matcher = Matcher::new(factory.create_parser(form.grammar()));
        if let Some(why) = matcher.get_error() {
            return Err(EngineError::compute(format!("the grammar: {}", shown(&why))));
        }
        if kept.len() >= KEPT {
            kept.clear();
        }
        kept.insert(form.key().to_owned(), matcher.clone());
        Ok(matcher)
    }
}

impl Constraints for Grammars {
    fn of(&self, prompt: &Prompt, vocabulary: &Vocabulary) -> Result<Option<Box<dyn Constraint>>, EngineError> {
        self.section(prompt.lang, &prompt.ids, vocabulary).map(Some)
    }
}

fn factory(vocabulary: &Vocabulary) -> Result<ParserFactory, String> {
    let mut factory =
        // No slices: they cost more at the beginning than they save in a document.
        ParserFactory::new(&trie::environment(vocabulary)?, InferenceCapabilities::default(), &[])
            .map_err(|error| error.to_string())?;
    factory.quiet();
    factory.limits_mut().verbose_errors = false;
    Ok(factory)
}

/// The error of a vocabulary that grammars cannot be followed with.
fn unfit(why: &str) -> EngineError {
    EngineError::compute(format!("its vocabulary cannot be held to a grammar: {}", shown(why)))
}
