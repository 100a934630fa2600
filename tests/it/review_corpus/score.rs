//! What the review makes of a labelled text.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::LazyLock;

use jiff::civil::date;
use tsukuroi::export::unmark;
use tsukuroi::facts::Case;
use tsukuroi::kind::{Kind, Laid, Library};
use tsukuroi::review::learned::reads_too;
use tsukuroi::review::{Bearings, Finding, Known, RULES, Scope, Severity, review};

use super::sample::{Sample, cases};

/// Hits, misses and false alarms of a rule.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Score {
    pub(crate) hits: u32,
    pub(crate) misses: u32,
    pub(crate) alarms: u32,
}

/// Scores of texts.
#[derive(Debug, Default)]
pub(crate) struct Scores {
    pub(crate) rules: BTreeMap<String, Score>,
    pub(crate) clean: usize,
    pub(crate) false_errors: usize,
}

/// Scores of one text, with what went wrong in words.
#[derive(Debug, Default)]
pub(super) struct Scored {
    scores: Scores,
    pub(super) notes: Vec<String>,
}

impl Score {
    /// In per cent; 100 where nothing was to be found.
    pub(crate) fn recall(self) -> u32 {
        (self.hits * 100).checked_div(self.hits + self.misses).unwrap_or(100)
    }

    /// In per cent; 100 where nothing was found.
    pub(crate) fn precision(self) -> u32 {
        (self.hits * 100).checked_div(self.hits + self.alarms).unwrap_or(100)
    }
}

impl fmt::Display for Score {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { hits, misses, alarms } = self;
        write!(
            f,
            "recall {:3} %, precision {:3} % ({hits} hits, {misses} missed, {alarms} false)",
            self.recall(),
            self.precision()
        )
    }
}

impl Scores {
    pub(super) fn add(&mut self, other: &Scored) {
        for (rule, score) in &other.scores.rules {
            let sum = self.rules.entry(rule.clone()).or_default();
            sum.hits += score.hits;
            sum.misses += score.misses;
            sum.alarms += score.alarms;
        }
        self.clean += other.scores.clean;
        self.false_errors += other.scores.false_errors;
    }

    pub(super) fn table(&self) -> String {
        let rows = self.rules.iter().map(|(rule, score)| format!("{rule:28} {score}"));
        let clean = format!("{} of {} clean texts have a false error", self.false_errors, self.clean);
        rows.chain([clean]).collect::<Vec<_>>().join("\n")
    }
}

/// Reviews a text and compares.
pub(super) fn score(sample: &Sample) -> Scored {
    static CASES: LazyLock<BTreeMap<String, Case>> = LazyLock::new(cases);
    static LIBRARY: LazyLock<Library> = LazyLock::new(|| Library::embedded().unwrap_or_else(|error| panic!("{error}")));
    let kind = (!sample.kind.is_empty()).then(|| LIBRARY.kind(&sample.kind).unwrap_or_else(|error| panic!("{error}")));
    let case = (!sample.case.is_empty()).then(|| CASES.get(&sample.case).expect("a case of the corpus"));
    let known = Known { case, kind, audience: None, lang: Some(sample.lang()), on: date(2026, 11, 24) };
    let bearings = Bearings::of(&known, &sample.text);
    let scope = if sample.part { Scope::Section } else { Scope::Document };
    let ask =
        |text: &str| review(&bearings.context(), &Laid::plain(text), scope).unwrap_or_else(|error| panic!("{error}"));
    let found = if sample.format == "md" {
        let plain = unmark(&sample.text, sample.lang());
        let mut found = ask(&plain.text);
        for finding in &mut found {
            finding.span = plain.origin(&finding.span);
        }
        found
    } else {
        ask(&sample.text)
    };
    compare(sample, kind, &found)
}

/// Whether a rule is asked about documents of a kind: the domain asks some of them of documents to the client only.
fn is_asked(rule: &str, kind: Option<&Kind>) -> bool {
    let known = RULES.iter().find(|known| known.id == rule).expect("a known rule");
    kind.is_none_or(|kind| known.applies(kind) || reads_too(rule, &kind.id))
}

fn compare(sample: &Sample, kind: Option<&Kind>, found: &[Finding]) -> Scored {
    let mut scored = Scored::default();
    let places: Vec<_> = sample.finding.iter().map(|label| label.place(&sample.text).expect("in the text")).collect();
    let overlaps = |finding: &Finding, index: usize| {
        let place = places.get(index).expect("a place a label");
        let whole = sample.finding.get(index).is_some_and(|label| label.text.is_none());
        whole || (finding.span.start < place.end && place.start < finding.span.end)
    };
    for (index, label) in sample.finding.iter().enumerate().filter(|(_, label)| is_asked(&label.rule, kind)) {
        let score = scored.scores.rules.entry(label.rule.clone()).or_default();
        if found.iter().any(|finding| finding.rule == label.rule && overlaps(finding, index)) {
            score.hits += 1;
        } else {
            score.misses += 1;
            scored.notes.push(format!("MISSED {} {:?}", label.rule, label.text));
        }
    }
    let mut wrong = false;
    for finding in found {
        let labelled = |(index, label): (usize, &super::sample::Label)| {
            overlaps(finding, index)
                && (label.rule == finding.rule || label.also.iter().any(|rule| rule == finding.rule))
        };
        // A part is not asked for the frame or an early apology of the document it comes from.
        let of_the_whole = sample.part && matches!(finding.rule, "letter-frame" | "apology-late");
        if of_the_whole
            || !super::counts(finding.rule, finding.severity)
            || sample.finding.iter().enumerate().any(labelled)
        {
            continue;
        }
        wrong |= finding.severity == Severity::Error;
        scored.scores.rules.entry(finding.rule.to_owned()).or_default().alarms += 1;
        let text = sample.text.get(finding.span.clone()).unwrap_or_default();
        scored.notes.push(format!("FALSE {} `{text}` {}", finding.rule, finding.message.en));
    }
    if sample.finding.is_empty() {
        scored.scores.clean = 1;
        scored.scores.false_errors = usize::from(wrong);
    }
    scored
}
