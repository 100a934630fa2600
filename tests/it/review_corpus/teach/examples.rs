//! What there is to learn from: the sentences of the corpus with their faults.

use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::ops::Range;

use jiff::civil::date;
use tsukuroi::export::unmark;
use tsukuroi::facts::{Audience, Case, Facts};
use tsukuroi::kind::{Laid, Library};
use tsukuroi::lang::Lang;
use tsukuroi::review::learned::{is_certain, lessons, reads_too};
use tsukuroi::review::{Bearings, Context, Finding, Known, RULES, Scope, reader_of, review};

use super::super::counts;
use super::super::sample::{Label, Sample, cases, samples};
use crate::letters::builtin;
use crate::support::path;

/// The rules about what the case does not have: without values and names in it, and with them.
const ABSENT: [&str; 2] = ["ungrounded-fact", "unsupported-claim"];

/// A sentence.
pub(super) struct Example {
    /// What there is to see of it, in order, each once.
    pub(super) features: Vec<String>,
    /// Whether it breaks each rule; none where that is not known.
    pub(super) faults: Vec<Option<bool>>,
    /// Which part of the examples it belongs to; the sentences about a case stay together.
    pub(super) part: usize,
    /// Whether it stands in a text, and not in a table of sentences.
    pub(super) of_text: bool,
    /// What each rule makes of it by itself; none where it may have been written for this very text.
    pub(super) by_rule: Option<Vec<ByRule>>,
}

/// What a rule makes of a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum ByRule {
    /// Nothing.
    Fine,
    /// It may be at fault.
    Suspected,
    /// It is at fault, and no reader can doubt it.
    Certain,
}

pub(super) type Examples = Vec<Example>;

/// All sentences in a language.
pub(super) fn examples(lang: Lang, taught: &[&str]) -> Examples {
    let library = Library::embedded().unwrap();
    let cases = cases();
    let mut found = Vec::new();
    let part = |case: &str| cases.keys().position(|name| name == case).unwrap_or_default();
    let desks = desks(&cases, &library, lang);
    let contexts: BTreeMap<&Desk, Context<'_>> =
        desks.iter().map(|(desk, bearings)| (desk, bearings.context())).collect();
    // A context gathers much from a case once; where no kind is known the text says whom it is for.
    let context = |case: &str, kind: &str, text: &str| {
        let reader = kind.is_empty().then(|| format!("{:?}", reader_of(text, lang)));
        &contexts[&(case.to_owned(), kind.to_owned(), reader)]
    };
    for sample in samples().into_iter().filter(|sample| sample.lang() == lang && !sample.is_held_out()) {
        let context = context(&sample.case, &sample.kind, &sample.text);
        let plain = (sample.format == "md").then(|| unmark(&sample.text, lang));
        let text = plain.as_ref().map_or(sample.text.as_str(), |plain| plain.text.as_str());
        let laid = Laid::plain(text);
        let scope = if sample.part { Scope::Section } else { Scope::Document };
        let alone = sample
            .is_taught_only()
            .then(|| review(&context.for_kind(context.kind).by_rules_alone(), &laid, scope).unwrap());
        for lesson in lessons(context, &laid) {
            let by_rule =
                alone.as_ref().map(|found| taught.iter().map(|rule| by_rule(rule, &lesson.span, found)).collect());
            let span = plain.as_ref().map_or(lesson.span.clone(), |plain| plain.origin(&lesson.span));
            let touches = |label: &Label| {
                label.place(&sample.text).is_some_and(|place| place.start < span.end && span.start < place.end)
            };
            let faults = taught.iter().map(|name| {
                let rule = RULES.iter().find(|rule| rule.id == *name).unwrap();
                let here = || sample.finding.iter().filter(|label| touches(label));
                let asked = rule.applies(context.kind) || reads_too(name, &context.kind.id);
                if !asked || !context.gives(rule.needs) {
                    None
                } else if here().any(|label| label.rule == *name && label.text.is_some()) {
                    Some(true)
                } else {
                    let may_be = here().any(|label| label.rule == *name || label.also.iter().any(|also| also == name));
                    (!may_be).then_some(false)
                }
            });
            let faults = faults.collect();
            let part = if sample.case.is_empty() { part_of_text(&sample.name) } else { part(&sample.case) };
            found.push(Example { by_rule, ..example(lesson.features, faults, part, true) });
        }
    }
    // What the program writes by itself says what the case says.
    let unseen: Vec<String> = samples().into_iter().filter(Sample::is_held_out).map(|sample| sample.case).collect();
    let unseen = |case: &String| unseen.contains(case) && !crate::matrix::CASES.contains(&case.as_str());
    for (name, case) in cases.iter().filter(|(name, _)| !unseen(name)) {
        for kind in library.kinds() {
            let facts = Facts::of(case, kind.spec.audience, lang);
            if library.draftable(kind, &facts).is_err() {
                continue;
            }
            let laid = builtin(&library, &kind.id, case, lang).lay();
            for lesson in lessons(context(name, &kind.id, &laid.text), &Laid::plain(&laid.text)) {
                let faults = taught.iter().map(|_| Some(false)).collect();
                found.push(example(lesson.features, faults, part(name), false));
            }
        }
    }
    for folder in ["phrases", "sentences"] {
        let mut files: Vec<_> = std::fs::read_dir(path("tests/review_corpus").join(folder))
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .collect();
        files.sort();
        for file in files {
            let rule = file.file_stem().unwrap().to_string_lossy().into_owned();
            let Some(number) = taught.iter().position(|name| *name == rule) else { continue };
            let table = std::fs::read_to_string(&file).unwrap();
            let mut head: Vec<&str> = Vec::new();
            for line in table.lines() {
                if let Some(new) = line.strip_prefix("# ") {
                    head = new.split(' ').collect();
                    continue;
                }
                let (sign, text) = line.split_once(' ').unwrap_or_else(|| panic!("{}: {line}", file.display()));
                let [case, of, kind] = head.as_slice() else { panic!("{}: {line}", file.display()) };
                if *of != lang.code() {
                    continue;
                }
                for lesson in lessons(context(case, kind, text), &Laid::plain(text)) {
                    let mut faults = vec![None; taught.len()];
                    // What is fine in the tables of what the case lacks is fine by both rules.
                    let both = sign == "-" && ABSENT.contains(&rule.as_str());
                    taught
                        .iter()
                        .zip(&mut faults)
                        .filter(|(name, _)| both && ABSENT.contains(name))
                        .for_each(|(_, fault)| *fault = Some(false));
                    faults[number] = Some(sign == "+");
                    found.push(example(lesson.features, faults, part(case), false));
                }
            }
        }
    }
    found
}

/// A case, a kind and, where no kind is known, a reader.
type Desk = (String, String, Option<String>);

/// The bearings for every case, or none, and every kind, or reader.
fn desks(cases: &BTreeMap<String, Case>, library: &Library, lang: Lang) -> BTreeMap<Desk, Bearings> {
    let mut found = BTreeMap::new();
    for name in cases.keys().map(String::as_str).chain(["", "none"]) {
        let kinds = library.kinds().map(|kind| (Some(kind), None));
        for (kind, audience) in kinds.chain(Audience::ALL.map(|audience| (None, Some(audience)))) {
            let known = Known { case: cases.get(name), kind, audience, lang: Some(lang), on: date(2026, 11, 24) };
            let kind = kind.map(|kind| kind.id.clone()).unwrap_or_default();
            let reader = audience.map(|audience| format!("{audience:?}"));
            found.insert((name.to_owned(), kind, reader), Bearings::of(&known, ""));
        }
    }
    found
}

fn example(mut features: Vec<String>, faults: Vec<Option<bool>>, part: usize, of_text: bool) -> Example {
    features.sort();
    features.dedup();
    Example { features, faults, part, of_text, by_rule: None }
}

/// A number for a text of no case.
fn part_of_text(name: &str) -> usize {
    let mut hasher = DefaultHasher::new();
    name.hash(&mut hasher);
    usize::try_from(hasher.finish() >> 40).unwrap()
}

fn by_rule(rule: &str, span: &Range<usize>, found: &[Finding]) -> ByRule {
    let here = found.iter().filter(|finding| {
        finding.rule == rule
            && counts(rule, finding.severity)
            && finding.span.start < span.end
            && span.start < finding.span.end
    });
    let made = here.map(|finding| if is_certain(finding) { ByRule::Certain } else { ByRule::Suspected });
    made.max().unwrap_or(ByRule::Fine)
}
