//! The review of the whole document, and what it takes back.

use std::collections::{BTreeMap, BTreeSet};

use super::made::{Fallback, Made, Reason};
use super::run::Texts;
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
