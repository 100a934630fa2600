//! The built-in wording passes: a rule that stops it would stop every draft.

use std::collections::BTreeMap;
use std::path::Path;

use crate::facts::{Case, Facts, Withheld};
use crate::kind::{Laid, Library, Writer};
use crate::lang::Lang;
use crate::review::{Context, Scope, Severity, review};

#[test]
fn the_builtin_wording_has_no_errors() {
    let library = Library::embedded().unwrap_or_else(|error| panic!("{error}"));
    let mut wrong = Vec::new();
    for name in ["cartons", "onboarding", "hotel"] {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples").join(name).join("case.toml");
        let case = Case::load(&path).unwrap_or_else(|error| panic!("{error}"));
        for (kind, lang) in library.kinds().flat_map(|kind| Lang::ALL.map(|lang| (kind, lang))) {
            let facts = Facts::of(&case, kind.spec.audience, lang);
            let withheld = Withheld::of(&case, &facts);
            let context = Context::new(&facts, &withheld, kind);
            let Ok(draftable) = library.draftable(kind, &facts) else { continue };
            let wording = draftable.sources().unwrap_or_else(|error| panic!("{error}")).wording;
            let mut judge = |laid: &Laid, scope: Scope| {
                let findings = review(&context, laid, scope).unwrap_or_else(|error| panic!("{error}"));
                for finding in findings.into_iter().filter(|finding| finding.severity == Severity::Error) {
                    let text = &laid.text[finding.span.clone()];
                    let from = laid.text[..finding.span.start].rfind('\n').map_or(0, |at| at + 1);
                    let line = laid.text[from..].lines().next().unwrap_or_default();
                    wrong.push(format!("{name} {} {lang} {} `{text}` in `{line}`", kind.id, finding.rule));
                }
            };
            for (section, text) in &wording {
                judge(&Laid::section(section, text), Scope::Section);
            }
            let texts: BTreeMap<_, _> =
                wording.into_iter().map(|(name, text)| (name, (text, Writer::Builtin))).collect();
            let document = draftable.assemble(&texts).lay();
            judge(&document, Scope::Document);
            // The same letter without its sections and citations, as a reader would check it.
            judge(&Laid::plain(&document.text), Scope::Document);
        }
    }
    wrong.dedup();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
