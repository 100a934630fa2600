//! Grammars: what a reply may be made of, held to token by token.
//!
//! A section is plain sentences in the language of its document, and cites only facts that are in view. That a model
//! *can* write only so does not make its text true: the review still judges it.

mod form;
mod held;
mod json;
mod section;
mod trie;

use std::collections::BTreeMap;
use std::sync::{Mutex, OnceLock, PoisonError};

use form::Form;
use held::Held;
use llguidance::toktrie::InferenceCapabilities;
use llguidance::{Matcher, ParserFactory};

use super::{Constraint, Constraints, Vocabulary};
use crate::engine::EngineError;
use crate::engine::shown::shown;
use crate::kind::Prompt;

/// Grammars already read that are kept: a document's sections all have the same one.
const KEPT: usize = 16;

/// The grammars of a model. What they need of its vocabulary is made once, when the first grammar is asked for.
#[derive(Default)]
pub struct Grammars {
    factory: OnceLock<Result<ParserFactory, String>>,
    /// Fresh matchers by the text of their grammar. Copies share what they have learnt of it.
    kept: Mutex<BTreeMap<String, Matcher>>,
}

impl Grammars {
    /// Grammars of which none has been asked for.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
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

    fn held(&self, form: &Form, vocabulary: &Vocabulary) -> Result<Box<dyn Constraint>, EngineError> {
        Ok(Box::new(Held::new(self.matcher(form, vocabulary)?)))
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
        self.held(&section::form(prompt.lang, &prompt.ids)?, vocabulary).map(Some)
    }
}

fn factory(vocabulary: &Vocabulary) -> Result<ParserFactory, String> {
    let mut factory =
        ParserFactory::new(&trie::environment(vocabulary)?, InferenceCapabilities::default(), &section::slices())
            .map_err(|error| error.to_string())?;
    factory.quiet();
    factory.limits_mut().verbose_errors = false;
    Ok(factory)
}

/// The error of a vocabulary that grammars cannot be followed with.
fn unfit(why: &str) -> EngineError {
    EngineError::compute(format!("its vocabulary cannot be held to a grammar: {}", shown(why)))
}
