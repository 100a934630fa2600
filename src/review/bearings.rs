//! What a text is reviewed against, as far as it is known: a case, a kind, an audience, a language.

use jiff::civil::Date;

use super::reader::reader_of;
use super::rule::Context;
use crate::facts::{Audience, Case, Facts, Withheld};
use crate::kind::Kind;
use crate::lang::Lang;

/// What is known about a text. What is not is guessed from the text, or stood in for so that the rules that need it are
/// not asked.
#[derive(Clone, Copy, Debug)]
pub struct Known<'a> {
    /// The case it is about.
    pub case: Option<&'a Case>,
    /// The document kind.
    pub kind: Option<&'a Kind>,
    /// Whom it is for, where no kind says so.
    pub audience: Option<Audience>,
    /// Its language.
    pub lang: Option<Lang>,
    /// The day from which dates without a year are read, where no case says so.
    pub on: Date,
}

/// Everything a [`Context`] borrows.
#[derive(Clone, Debug)]
pub struct Bearings {
    facts: Facts,
    withheld: Withheld,
    kind: Kind,
    case_known: bool,
    kind_known: bool,
}

impl Bearings {
    /// Takes bearings for a text.
    #[must_use]
    pub fn of(known: &Known<'_>, text: &str) -> Self {
        let lang = known.lang.unwrap_or_else(|| Lang::of_text(text));
        let audience = known.kind.map(|kind| kind.spec.audience).or(known.audience);
        let audience = audience.unwrap_or_else(|| reader_of(text, lang));
        let kind = known.kind.cloned().unwrap_or_else(|| Kind::of_audience(audience));
        let absent;
        let case = if let Some(case) = known.case {
            case
        } else {
            absent = Case::absent(known.on, lang);
            &absent
        };
        let facts = Facts::of(case, audience, lang);
        let withheld = Withheld::of(case, &facts);
        Self { facts, withheld, kind, case_known: known.case.is_some(), kind_known: known.kind.is_some() }
    }

    /// The context for the rules.
    #[must_use]
    pub fn context(&self) -> Context<'_> {
        let mut context = Context::new(&self.facts, &self.withheld, &self.kind);
        if !self.case_known {
            context = context.without_case();
        }
        if !self.kind_known {
            context = context.without_kind();
        }
        context
    }

    /// Whom the text is for.
    #[must_use]
    pub fn audience(&self) -> Audience {
        self.kind.spec.audience
    }
}
