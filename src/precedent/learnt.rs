//! What a precedent teaches, without names.

use super::names::Names;
use super::{Origin, Precedent};
use crate::facts::{Audience, Case, Facts, OutcomeResult, Progress, Text};
use crate::lang::Lang;

/// What a precedent teaches, in the words of one language; where it is written in the other one only, in that.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Learnt {
    /// What it was about.
    pub title: String,
    /// How it ended; nothing where the file does not say.
    pub result: Option<OutcomeResult>,
    /// What helped.
    pub helped: Vec<String>,
    /// Where the file does not say what helped: the measures carried out.
    pub measures: Vec<String>,
    /// What others can learn from it.
    pub lesson: Option<String>,
}

impl Learnt {
    /// What a precedent teaches.
    #[must_use]
    pub fn of(precedent: &Precedent, lang: Lang) -> Self {
        match &precedent.origin {
            Origin::File { case, .. } => of_case(case, lang),
            Origin::BuiltIn(pattern) => Self {
                title: pattern.title.get(lang).to_owned(),
                result: None,
                helped: pattern.helped.iter().map(|text| text.get(lang).to_owned()).collect(),
                measures: Vec::new(),
                lesson: Some(pattern.lesson.get(lang).to_owned()),
            },
        }
    }
}

/// What a case teaches, from the view for advisers, which knows no names.
fn of_case(case: &Case, lang: Lang) -> Learnt {
    let names = Names::of(&case.groups);
    let views = [lang, lang.other()].map(|lang| Facts::of(case, Audience::Expert, lang));
    let [first, second] = &views;
    let shown = |text: Option<&Text>, other: Option<&Text>| {
        let hidden = |text: Option<&Text>, lang: Lang| {
            text.and_then(|text| text.get(lang)).map(|shown| names.hide(shown, lang)).filter(|shown| !shown.is_empty())
        };
        hidden(text, lang).or_else(|| hidden(other, lang.other()))
    };
    let all = |pick: fn(&Facts) -> Vec<&Text>| -> Vec<String> {
        let (texts, others) = (pick(first), pick(second));
        texts.iter().zip(&others).filter_map(|(text, other)| shown(Some(text), Some(other))).collect()
    };
    let one = |pick: fn(&Facts) -> Option<&Text>| shown(pick(first), pick(second));
    let helped = all(|facts| facts.outcome.iter().flat_map(|outcome| &outcome.helped).collect());
    let mut measures = Vec::new();
    if helped.is_empty() {
        measures = all(|facts| {
            let done = facts.actions.iter().filter(|action| action.status == Progress::Done);
            done.map(|action| &action.what).collect()
        });
    }
    let lesson = one(|facts| facts.outcome.as_ref()?.lesson.as_ref())
        .or_else(|| one(|facts| facts.prevention.as_ref()?.lesson.as_ref()));
    Learnt {
        title: one(|facts| facts.incident.as_ref().map(|incident| &incident.title)).unwrap_or_default(),
        result: first.outcome.as_ref().map(|outcome| outcome.result),
        helped,
        measures,
        lesson,
    }
}

/// The lesson of a precedent in exactly this language, if it is written in it or can be made of what helped.
pub(super) fn lesson_in(precedent: &Precedent, lang: Lang) -> Option<String> {
    let case = match &precedent.origin {
        Origin::BuiltIn(pattern) => return Some(pattern.lesson.get(lang).to_owned()),
        Origin::File { case, .. } => case,
    };
    let names = Names::of(&case.groups);
    let facts = Facts::of(case, Audience::Expert, lang);
    let outcome = facts.outcome.as_ref();
    let given = outcome.and_then(|outcome| outcome.lesson.as_ref());
    let given = given.or_else(|| facts.prevention.as_ref()?.lesson.as_ref());
    if let Some(text) = given.and_then(|text| text.get(lang)) {
        return Some(names.hide(text, lang));
    }
    let helped: Vec<&str> = outcome?.helped.iter().filter_map(|text| text.get(lang)).collect();
    if helped.is_empty() {
        return None;
    }
    let text = match lang {
        Lang::Ja => format!("よく似た事案では、{}が役立ちました。", helped.join("、")),
        Lang::En => format!("In a case much like this one, these helped: {}.", helped.join("; ")),
    };
    Some(names.hide(&text, lang))
}

/// The name under which a lesson quotes a precedent: a file named after the client is quoted without the name.
pub(super) fn nameless_source(precedent: &Precedent) -> String {
    let source = precedent.source();
    match &precedent.origin {
        Origin::File { case, .. } => {
            let hidden = Names::of(&case.groups).hide(&source, Lang::En);
            if hidden == source { source } else { hidden.replace(['[', ']'], "") }
        }
        Origin::BuiltIn(_) => source,
    }
}
