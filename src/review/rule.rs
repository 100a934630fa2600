//! What a rule is.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, OnceLock};

use crate::facts::{Audience, Facts, Withheld};
use crate::kind::{Kind, Laid};
use crate::lang::{Lang, Message, Pattern};

use super::Finding;
use super::grounds::Grounds;
use super::hands::Hands;
use super::hidden::Hidden;
use super::learned::Background;
use super::records::{Record, records};
use super::settled::Settled;

/// What a text is checked against.
#[derive(Debug)]
pub struct Context<'a> {
    /// What the audience may see.
    pub facts: &'a Facts,
    /// What it may not see.
    pub withheld: &'a Withheld,
    /// The document kind.
    pub kind: &'a Kind,
    /// The language of the text.
    pub lang: Lang,
    given: Given,
    beside: Option<Hands>,
    /// Whether the learned reader is asked too.
    read: bool,
    gathered: Arc<Gathered>,
}

/// What is gathered from the facts of a context when it is first asked for.
#[derive(Debug, Default)]
struct Gathered {
    grounds: OnceLock<Grounds>,
    whole: OnceLock<Grounds>,
    records: OnceLock<Vec<Record>>,
    whole_records: OnceLock<Vec<Record>>,
    hidden: OnceLock<Hidden>,
    settled: OnceLock<Settled>,
    background: OnceLock<Background>,
    begun: AtomicBool,
}

/// What stands behind a context: where nothing does, it holds a stand-in that no rule may judge by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Given {
    case: bool,
    kind: bool,
}

impl<'a> Context<'a> {
    /// The context of a document of this kind for the audience and in the language of the view.
    #[must_use]
    pub fn new(facts: &'a Facts, withheld: &'a Withheld, kind: &'a Kind) -> Self {
        let lang = facts.lang();
        Self {
            facts,
            withheld,
            kind,
            lang,
            given: Given { case: true, kind: true },
            beside: None,
            read: true,
            gathered: Arc::default(),
        }
    }

    /// The same facts for a document of another kind; what is gathered from them is shared.
    #[must_use]
    pub fn for_kind(&self, kind: &'a Kind) -> Self {
        Self { kind, gathered: Arc::clone(&self.gathered), beside: self.beside.clone(), ..*self }
    }

    /// The same where the facts are a stand-in: rules that need a case are not asked.
    #[must_use]
    pub fn without_case(mut self) -> Self {
        self.given.case = false;
        self
    }

    /// The same where the kind stands for an audience alone: rules that need a kind are not asked.
    #[must_use]
    pub fn without_kind(mut self) -> Self {
        self.given.kind = false;
        self
    }

    /// The same without the learned reader: to find out what the rules find by themselves.
    #[must_use]
    pub fn by_rules_alone(mut self) -> Self {
        self.read = false;
        self
    }

    /// Whether the learned reader is asked.
    pub(super) fn is_read(&self) -> bool {
        self.read
    }

    /// The same for a document that is reviewed beside others, each in a thread of its own: its rules are asked one
    /// after the other, until a thread has nothing left to do and can help.
    #[must_use]
    pub fn one_of_many(mut self, hands: Hands) -> Self {
        self.beside = Some(hands);
        self
    }

    /// The threads at rest, where other documents are reviewed beside it.
    pub(super) fn hands(&self) -> Option<&Hands> {
        self.beside.as_ref()
    }

    /// Begins to gather from the facts, unless somebody has; whether it was the first.
    pub(super) fn begin(&self) -> bool {
        !self.gathered.begun.swap(true, Ordering::Relaxed)
    }

    /// Whether there is what a rule needs.
    #[must_use]
    pub fn gives(&self, needs: Needs) -> bool {
        match needs {
            Needs::Text => true,
            Needs::Case => self.given.case,
            Needs::Kind => self.given.kind,
        }
    }

    /// The values the facts hold; gathered once.
    pub(super) fn grounds(&self) -> &Grounds {
        self.gathered.grounds.get_or_init(|| Grounds::of(self.facts))
    }

    /// The values of the whole case, seen or not; gathered once.
    pub(super) fn whole(&self) -> &Grounds {
        self.gathered.whole.get_or_init(|| Grounds::of(self.withheld.whole()))
    }

    /// What the own side has decided, as far as the readers see it; gathered once.
    pub(super) fn records(&self) -> &[Record] {
        self.gathered.records.get_or_init(|| records(self.facts))
    }

    /// What the own side has decided, seen or not; gathered once.
    pub(super) fn whole_records(&self) -> &[Record] {
        self.gathered.whole_records.get_or_init(|| records(self.withheld.whole()))
    }

    /// What nobody disputes; gathered once.
    pub(super) fn settled(&self) -> &Settled {
        self.gathered.settled.get_or_init(|| Settled::of(self.facts))
    }

    /// What sentences are held against by the learned reader; gathered once.
    pub(super) fn background(&self) -> &Background {
        self.gathered.background.get_or_init(|| Background::of(self))
    }

    /// What the readers may not read; gathered once.
    pub(super) fn hidden(&self) -> &Hidden {
        self.gathered
            .hidden
            .get_or_init(|| Hidden::of(self.withheld, self.facts.audience(), self.grounds().seen(), self.lang))
    }
}

/// How much of a document a rule needs to judge.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// Any stretch of text: it is asked about each section a model writes, and about the whole.
    Section,
    /// The whole document only.
    Document,
}

/// What a rule needs beside the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Needs {
    /// Nothing; names of a case are used where there are any.
    Text,
    /// The facts of a case.
    Case,
    /// A document kind.
    Kind,
}

/// A text with the verdict a rule must give on it; checked by a test on the first example case (`cartons`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Example {
    /// Its language.
    pub lang: Lang,
    /// The text: a section, or a whole document for a rule of that scope.
    pub text: &'static str,
}

/// A rule: one file, and one line in the registry.
#[derive(Clone, Copy, Debug)]
pub struct Rule {
    /// Its name: `ungrounded-fact`.
    pub id: &'static str,
    /// Its code in the domain, `R01`; empty for rules about the model itself.
    pub code: &'static str,
    /// What it finds and why that matters, in Japanese and English.
    pub about: (&'static str, &'static str),
    /// Whose documents it is for.
    pub audiences: &'static [Audience],
    /// Kinds it is for; empty for all.
    pub kinds: &'static [&'static str],
    /// How much it needs to judge.
    pub scope: Scope,
    /// What it needs beside the text; without it the rule is not asked.
    pub needs: Needs,
    /// Texts in which it finds something, in both languages.
    pub failing: &'static [Example],
    /// Texts in which it finds nothing, in both languages.
    pub passing: &'static [Example],
    /// Finds the places that break the rule.
    pub check: fn(&Context<'_>, &Laid) -> Result<Vec<Finding>, RuleError>,
}

/// A rule that could not judge: the review stops, a text it did not judge does not pass.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{rule}: {}", message.en)]
pub struct RuleError {
    /// Id of the rule.
    pub rule: &'static str,
    /// What went wrong.
    pub message: Message,
}

/// A pattern made from the names of a case.
///
/// # Errors
/// When they make none.
pub(super) fn made(rule: &'static str, pattern: &str) -> Result<Arc<Pattern>, RuleError> {
    Pattern::shared(pattern).map_err(|error| RuleError {
        rule,
        message: Message::new(
            format!("事案の名前から型を作れません: {error}"),
            format!("the names of the case make no pattern: {error}"),
        ),
    })
}

impl Rule {
    /// Whether the rule is for this document.
    #[must_use]
    pub fn applies(&self, kind: &Kind) -> bool {
        self.audiences.contains(&kind.spec.audience)
            && (self.kinds.is_empty() || self.kinds.contains(&kind.id.as_str()))
    }
}
