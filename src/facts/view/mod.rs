//! What one audience may see of a case, in one language: the only form in which later rooms get a case.

mod anonymise;
mod audience;
mod coarsen;
mod identity;
mod inside;
mod missing;
mod redact;
mod withheld;

use std::ops::Deref;

pub use audience::Audience;
pub use identity::{Identified, Identifiers};
pub use missing::Missing;
pub use withheld::{Remark, Withheld};

use super::read::{Field, Path};
use super::{Case, Groups, Id};
use crate::lang::Lang;

/// A case as one audience may see it, in one language.
///
/// What the audience may not see is not in here at all: a prompt or a wording made from it cannot leak it.
#[derive(Clone, Debug)]
pub struct Facts {
    groups: Groups,
    audience: Audience,
    lang: Lang,
    missing: Vec<Missing>,
}

impl Facts {
    /// The view of a case for an audience in a language.
    #[must_use]
    pub fn of(case: &Case, audience: Audience, lang: Lang) -> Self {
        let mut groups = case.groups.clone();
        redact::redact(&mut groups, audience);
        let missing = missing::missing(&groups, lang, case);
        groups.walk_texts(&mut |text| text.show_in(lang));
        if audience.is_inside() {
            let (inside, outside) = (lang.pick("先方", "the client"), lang.pick("A社", "Company A"));
            inside::speak_of(if audience == Audience::Expert { outside } else { inside }, &mut groups, lang);
        }
        if audience == Audience::Expert {
            anonymise::anonymise(&mut groups, &Identifiers::of(&case.groups, lang), lang);
        }
        Self { groups, audience, lang, missing }
    }

    /// The whole case in a language, nothing withheld: for the review alone.
    fn whole(case: &Case, audience: Audience, lang: Lang) -> Self {
        let mut groups = case.groups.clone();
        groups.walk_texts(&mut |text| text.show_in(lang));
        Self { groups, audience, lang, missing: Vec::new() }
    }

    /// Who it is for.
    #[must_use]
    pub fn audience(&self) -> Audience {
        self.audience
    }

    /// The language its texts are shown in.
    #[must_use]
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// Texts the case file does not give in this language.
    #[must_use]
    pub fn missing(&self) -> &[Missing] {
        &self.missing
    }

    /// Ids of the entries in view.
    #[must_use]
    pub fn entry_ids(&self) -> Vec<Id> {
        self.groups.ids().into_iter().map(|(id, _)| id).collect()
    }

    /// Shows every value in view to a visitor.
    pub fn walk(&self, visitor: &mut dyn super::read::Visitor) {
        Field::walk(&self.groups, &Path::ROOT, visitor);
    }
}

impl Deref for Facts {
    type Target = Groups;

    fn deref(&self) -> &Groups {
        &self.groups
    }
}
