//! Why a command could not do what it was asked for.

use super::Exit;
use crate::draft::DraftError;
use crate::engine::EngineError;
use crate::facts::LoadError;
use crate::kind::{KindError, Refusal};
use crate::lang::{Lang, Message};

/// Why a command could not do what it was asked for: what happened, and what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Failure {
    /// Something to tell the user.
    Told {
        /// How the program ends.
        exit: Exit,
        /// What happened and what to do.
        message: Message,
    },
    /// Whoever reads the output has gone; nobody is left to tell.
    BrokenPipe,
}

impl Failure {
    /// A failure with its message in both languages.
    #[must_use]
    pub fn new(exit: Exit, ja: impl Into<String>, en: impl Into<String>) -> Self {
        Self::Told { exit, message: Message::new(ja, en) }
    }

    /// How the program ends.
    #[must_use]
    pub fn exit(&self) -> Exit {
        match self {
            Self::Told { exit, .. } => *exit,
            Self::BrokenPipe => Exit::Done,
        }
    }

    /// A case that lacks what a kind needs.
    #[must_use]
    pub fn refused(refusal: &Refusal, case: &str, kind: &str) -> Self {
        let list = |lang: Lang| {
            let reasons = refusal.reasons.iter().map(|reason| format!("\n  - {}", reason.text(lang)));
            reasons.collect::<String>()
        };
        Self::new(
            Exit::Invalid,
            format!("`{case}` からは {kind} を作れません。足りないもの:{}", list(Lang::Ja)),
            format!("`{case}` does not give what {kind} needs:{}", list(Lang::En)),
        )
    }
}

impl From<LoadError> for Failure {
    fn from(error: LoadError) -> Self {
        if let ([problem], true) = (error.problems.as_slice(), error.source.is_empty()) {
            // There is no text to point into.
            let told = |lang: Lang| format!("{}\n{}", problem.message.text(lang), problem.help.text(lang));
            return Self::new(Exit::Invalid, told(Lang::Ja), told(Lang::En));
        }
        let report = |lang| format!("\n{}", error.report(lang).trim_end());
        let count = error.problems.len();
        let problems = if count == 1 { "problem" } else { "problems" };
        Self::new(
            Exit::Invalid,
            format!("事案ファイルに問題が {count} 件あります{}", report(Lang::Ja)),
            format!("the case file has {count} {problems}{}", report(Lang::En)),
        )
    }
}

impl From<KindError> for Failure {
    fn from(error: KindError) -> Self {
        Self::Told { exit: Exit::Invalid, message: error.message }
    }
}

impl From<DraftError> for Failure {
    fn from(error: DraftError) -> Self {
        match error {
            DraftError::Kind(error) => error.into(),
            DraftError::Engine(error) => error.into(),
            DraftError::Replies(message) => Self::Told { exit: Exit::Model, message },
            DraftError::Rule(error) => error.into(),
        }
    }
}

impl From<EngineError> for Failure {
    fn from(error: EngineError) -> Self {
        let exit = match error {
            EngineError::Cancelled => Exit::Interrupted,
            _ => Exit::Model,
        };
        Self::Told { exit, message: error.message() }
    }
}

impl From<crate::review::RuleError> for Failure {
    fn from(error: crate::review::RuleError) -> Self {
        let (rule, message) = (error.rule, error.message);
        Self::new(
            Exit::Findings,
            format!("規則 {rule} が判定できませんでした。判定のない文は合格にしません: {}", message.ja),
            format!("the rule {rule} could not judge, and what it did not judge has not passed: {}", message.en),
        )
    }
}
