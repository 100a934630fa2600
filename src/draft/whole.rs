//! The review of the whole document, and what it takes back.

use std::collections::{BTreeMap, BTreeSet};

use super::desk::Texts;
use super::made::{Fallback, Made, Reason};
use crate::kind::{Draftable, Sources, Writer};
use crate::review::{Context, Finding, Reviewed, RuleError, Severity};

/// Reviews the document; a section of the model with an error in it gets the built-in wording, and the document is
/// reviewed again. An error outside all of them can still come from what they say or leave out, so that then all
/// of them go. The document that comes back has errors only where the built-in wording has them too.
pub(super) fn review(
    draftable: &Draftable<'_>,
    texts: &mut Texts,
    made: &mut BTreeMap<String, Made>,
    sources: &Sources,
    context: &Context<'_>,
) -> Result<Reviewed, RuleError> {
    loop {
        let reviewed = Reviewed::of(draftable.assemble(texts), context)?;
        let written: BTreeSet<String> =
            texts.iter().filter(|(_, (_, writer))| *writer == Writer::Model).map(|(name, _)| name.clone()).collect();
        if !reviewed.has_errors() || written.is_empty() {
            return Ok(reviewed);
        }
        let blamed: Vec<(String, Vec<Finding>)> = blamed(&reviewed, &written);
        for (name, findings) in blamed {
            if let Some(wording) = sources.wording.get(&name) {
                texts.insert(name.clone(), (wording.clone(), Writer::Builtin));
            } else {
                texts.remove(&name);
            }
            if let Some(made) = made.get_mut(&name) {
                made.writer = Writer::Builtin;
                made.fallback = Some(Fallback::because(Reason::Document, &findings));
            }
        }
    }
}

/// The sections of the model that errors lie in, else all of them, with those errors. Never empty.
fn blamed(reviewed: &Reviewed, written: &BTreeSet<String>) -> Vec<(String, Vec<Finding>)> {
    let errors: Vec<&Finding> =
        reviewed.findings().iter().filter(|finding| finding.severity == Severity::Error).collect();
    let mut inside: BTreeMap<&str, Vec<Finding>> = BTreeMap::new();
    for section in reviewed.laid().sections.iter().filter(|section| written.contains(&section.name)) {
        for error in &errors {
            let within = error.span.start < section.span.end && section.span.start < error.span.end;
            let at = error.span.is_empty() && section.span.contains(&error.span.start);
            if within || at {
                inside.entry(&section.name).or_default().push((*error).clone());
            }
        }
    }
    if inside.is_empty() {
        let all: Vec<Finding> = errors.into_iter().cloned().collect();
        return written.iter().map(|name| (name.clone(), all.clone())).collect();
    }
    inside.into_iter().map(|(name, findings)| (name.to_owned(), findings)).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;
    use std::path::Path;

    use super::{Reason, Texts, review};
    use crate::draft::Made;
    use crate::facts::{Case, Facts, Withheld};
    use crate::kind::{Library, Writer};
    use crate::lang::Lang;
    use crate::review::Context;

    /// Reviews the cartons letter with all prose by a model: the built-in wording, but for the texts given.
    fn reviewed(change: impl Fn(&str) -> String, other: &[(&str, &str)]) -> (bool, Texts, BTreeMap<String, Made>) {
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/cartons/case.toml");
        let case = Case::parse("case.toml", &change(&std::fs::read_to_string(file).unwrap())).unwrap();
        let library = Library::embedded().unwrap();
        let kind = library.kind("D02").unwrap();
        let facts = Facts::of(&case, kind.spec.audience, Lang::Ja);
        let withheld = Withheld::of(&case, &facts);
        let draftable = library.draftable(kind, &facts).unwrap();
        let sources = draftable.sources().unwrap();
        let context = Context::new(&facts, &withheld, kind);
        let (mut texts, mut made) = (Texts::new(), BTreeMap::new());
        for (name, wording) in &sources.wording {
            let text = other.iter().find(|(section, _)| section == name).map_or(wording.as_str(), |(_, text)| text);
            texts.insert(name.clone(), (text.to_owned(), Writer::Model));
            made.insert(name.clone(), Made { name: name.clone(), writer: Writer::Model, tries: 1, fallback: None });
        }
        let reviewed = review(&draftable, &mut texts, &mut made, &sources, &context).unwrap();
        (reviewed.has_errors(), texts, made)
    }

    #[test]
    fn a_section_with_an_error_in_it_falls_back_alone() {
        let (errors, texts, made) = reviewed(str::to_owned, &[("burden", "〇〇様のご負担を重く受け止めております。")]);
        assert!(!errors);
        for (name, made) in &made {
            let fell = name == "burden";
            assert_eq!(made.writer, if fell { Writer::Builtin } else { Writer::Model }, "{name}");
            assert_eq!(made.fallback.as_ref().map(|fallback| fallback.reason), fell.then_some(Reason::Document));
        }
        assert!(!texts["burden"].0.contains("〇〇"));
    }

    #[test]
    fn an_error_outside_all_sections_takes_them_all_back() {
        let (errors, texts, _) = reviewed(|case| case.replace("化粧箱KB-240の納入\"", "化粧箱〇〇の納入\""), &[]);
        assert!(errors, "the title is laid by code and stays wrong");
        assert!(texts.values().all(|(_, writer)| *writer == Writer::Builtin));
    }
}
