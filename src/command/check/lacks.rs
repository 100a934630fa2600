//! What a case lacks for a document in a language.

use crate::facts::{Case, Facts};
use crate::kind::{Kind, Library};
use crate::lang::{Lang, Message};

/// What a case lacks for a kind in a language; nothing where it can be drafted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Lacks {
    /// Name of the kind.
    pub(super) kind: String,
    /// Its code.
    pub(super) code: String,
    /// The language.
    pub(super) lang: Lang,
    /// What to write into the case file.
    pub(super) missing: Vec<Message>,
}

impl Lacks {
    /// For each kind and language; a view is made once for all kinds of its audience.
    pub(super) fn all<'a>(
        library: &Library,
        kinds: impl Iterator<Item = &'a Kind>,
        case: &Case,
        langs: &[Lang],
    ) -> Vec<Self> {
        let mut views: Vec<Facts> = Vec::new();
        let mut found = Vec::new();
        for kind in kinds {
            for lang in langs {
                let suits = |facts: &Facts| facts.audience() == kind.spec.audience && facts.lang() == *lang;
                let at = views.iter().position(suits).unwrap_or_else(|| {
                    views.push(Facts::of(case, kind.spec.audience, *lang));
                    views.len() - 1
                });
                found.extend(views.get(at).map(|facts| Self::of(library, kind, facts, *lang)));
            }
        }
        found
    }

    fn of(library: &Library, kind: &Kind, facts: &Facts, lang: Lang) -> Self {
        let missing = library.draftable(kind, facts).err().map(|refusal| refusal.reasons).unwrap_or_default();
        Self { kind: kind.id.clone(), code: kind.spec.code.clone(), lang, missing }
    }
}
