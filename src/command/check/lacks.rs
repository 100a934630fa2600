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
    pub(super) fn of(library: &Library, kind: &Kind, case: &Case, lang: Lang) -> Self {
        let facts = Facts::of(case, kind.spec.audience, lang);
        let missing = library.draftable(kind, &facts).err().map(|refusal| refusal.reasons).unwrap_or_default();
        Self { kind: kind.id.clone(), code: kind.spec.code.clone(), lang, missing }
    }
}
