//! Whole documents with the built-in wording, read as their readers would read them.

use std::collections::BTreeMap;

use tsukuroi::facts::{Case, Facts};
use tsukuroi::kind::{Document, Library, Writer};
use tsukuroi::lang::Lang;

/// A document with the built-in wording everywhere.
pub(crate) fn builtin(library: &Library, kind: &str, case: &Case, lang: Lang) -> Document {
    let kind = library.kind(kind).expect("a kind");
    let facts = Facts::of(case, kind.spec.audience, lang);
    let draftable = library.draftable(kind, &facts).unwrap_or_else(|refusal| panic!("{refusal:#?}"));
    let sources = draftable.sources().unwrap_or_else(|error| panic!("{error}"));
    let texts: BTreeMap<_, _> =
        sources.wording.into_iter().map(|(name, text)| (name, (text, Writer::Builtin))).collect();
    draftable.assemble(&texts)
}

#[test]
fn letters_as_they_read() {
    let library = Library::embedded().unwrap_or_else(|error| panic!("{error}"));
    for kind in library.kinds() {
        for (name, case) in crate::matrix::cases(&kind.id) {
            for lang in Lang::ALL {
                let text = builtin(&library, &kind.id, &case, lang).lay().text;
                insta::with_settings!({ snapshot_path => "letters", prepend_module_to_snapshot => false, omit_expression => true }, {
                    insta::assert_snapshot!(format!("{}.{name}.{lang}", kind.id), text);
                });
            }
        }
    }
}
