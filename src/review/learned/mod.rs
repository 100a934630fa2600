//! The learned reader: what labelled sentences teach about the rules.
//!
//! Rules know what to look for word by word; whoever says the same in other words passes them by. So thousands of
//! sentences, each labelled with its faults, have taught a linear model (logistic regression) a weight for each stretch
//! of letters and for how a sentence stands to its case. It speaks where it is sure, as a warning, and makes a hint of
//! what a rule merely suspects in a text by hand where it sees no sign of it. What a rule knows for certain it cannot
//! touch, nor any finding in a draft: there a wrong one costs nothing but the built-in wording.

mod background;
mod entries;
mod features;
mod signs;
mod warning;
mod weights;

use std::ops::Range;
use std::sync::LazyLock;

pub(super) use background::Background;
use weights::Weights;
pub use weights::{Learned, Lesson, STANDS, stands, stretch_share, write};

use super::date_line::is_date_line;
use super::finding::{Confidence, Finding, Severity};
use super::registry::RULES;
use super::rule::{Context, Needs, Rule, RuleError};
use super::sentence::bounded_sentences;
use crate::facts::normalise::mentions;
use crate::kind::Laid;
use crate::lang::{Lang, Message, Pattern};

/// Letters of the shortest clause that is judged by itself.
const SHORTEST: usize = 12;

/// The weights, Japanese first.
static WEIGHTS: [LazyLock<Result<Weights, Message>>; 2] =
    [LazyLock::new(|| Weights::of(Lang::Ja)), LazyLock::new(|| Weights::of(Lang::En))];

/// Documents for the inside in which a rule about those for others is not asked and the reader speaks for it: what is
/// to be said to the client there, or has been. Their words turn on refusals and conditions that no set word tells apart.
const READ_TOO: [(&str, &[&str]); 2] = [
    ("unauthorised-remedy", &["client-view-meeting-prep", "internal-handover-brief"]),
    (
        "commitment-without-record",
        &[
            "client-view-meeting-prep",
            "internal-handover-brief",
            "internal-coordination-request",
            "internal-recurrence-prevention",
        ],
    ),
];

/// Rules that say of a sentence, for certain, what the reader would take for a breach of another one as well, and what
/// their finding has to hold; nothing where it may hold anything.
const SAID_ALREADY: [(&str, &str, &[&str]); 3] = [
    // 二度と起こさないことをお約束いたします.
    ("commitment-without-record", "over-promise", &["二度", "再び", "never", "again"]),
    ("liability-admission", "unauthorised-remedy", &[]),
    ("unauthorised-remedy", "injected-instruction", &[]),
];

/// What a sentence must say to be a judgement of somebody, by language: praise and an offer of help are none.
static CRITICAL: LazyLock<[Pattern; 2]> = LazyLock::new(|| {
    [
        Pattern::fixed(
            "な[いかくけ]|ませ[んぬ]|ず[、に。]|悪|足り|不足|不十分|欠|雑|遅|問題|残念|甘|弱|困|迷惑|まずい|まずか|いけ|もの足|物足|課題|改善|直し|気をつけ|注意|しっかり|べき|ほしい|失敗|ミス|低い|乏し|苦手|いまひとつ|今ひとつ|軽い|事務的|冷た|素っ気な|そっけな|きつい|暗い|態度|印象|散漫|消極|乱|粗|荒|ひど|だめ|駄目|[？?]",
        ),
        Pattern::fixed(
            r"(?i)(?-u:\b)(?:not|n't|n’t|no|never|poor[a-z]*|bad[a-z]*|lack[a-z]*|weak[a-z]*|careless[a-z]*|should|must|need[a-z]*|improve[a-z]*|better|more|fail[a-z]*|problem|slow|late|unclear|wrong|disappoint[a-z]*|below|without|too|hardly|little|issue|sloppy|short of|fell|come across|came across|manner|tone|way with|curt|cold|rude)(?-u:\b)|n['’]t",
        ),
    ]
});

/// Whether the reader speaks for a rule in documents of a kind that the rule is not asked about.
#[must_use]
pub fn reads_too(rule: &str, kind: &str) -> bool {
    READ_TOO.iter().any(|(known, kinds)| *known == rule && kinds.contains(&kind))
}

/// What was made of a document: its sentences, with the score of each rule.
#[derive(Debug)]
pub(super) struct Read {
    weights: &'static Weights,
    sentences: Vec<(Range<usize>, Vec<f32>)>,
}

/// Reads the prose of a document.
///
/// # Errors
/// When the weights are broken: the document has not been read then.
pub(super) fn read(context: &Context<'_>, laid: &Laid) -> Result<Read, RuleError> {
    let [ja, en] = &WEIGHTS;
    let weights = LazyLock::force(context.lang.pick(ja, en)).as_ref();
    let weights = weights.map_err(|message| RuleError { rule: "learned", message: message.clone() })?;
    let mut sentences = Vec::new();
    each_sentence(laid, |span, sentence| sentences.push((span, scores(weights, context, sentence))));
    Ok(Read { weights, sentences })
}

/// The score of each rule for a sentence.
fn scores(weights: &Weights, context: &Context<'_>, sentence: &str) -> Vec<f32> {
    let (mut plain, mut standing) = (Vec::new(), Vec::new());
    features::features(sentence, context, &mut |feature| {
        let into = if stands(feature) { &mut standing } else { &mut plain };
        into.extend(weights.place(feature));
    });
    for places in [&mut plain, &mut standing] {
        places.sort_unstable();
        places.dedup();
    }
    weights.scores(&plain, &standing)
}

/// Whether no reader can doubt a finding: what the facts do not have, another day than the record's, a word that may not
/// be told.
#[must_use]
pub fn is_certain(finding: &Finding) -> bool {
    match finding.rule {
        "ungrounded-fact" | "unsupported-claim" | "internal-leak" | "commitment-without-record" => {
            finding.confidence == Confidence::High
        }
        _ => false,
    }
}

/// What there is to learn from: the sentences of a text, each with what there is to see of it.
#[must_use]
pub fn lessons(context: &Context<'_>, laid: &Laid) -> Vec<Lesson> {
    let mut found = Vec::new();
    each_sentence(laid, |span, sentence| {
        let mut features = Vec::new();
        let mut see = |feature: &str| features.push(feature.to_owned());
        features::features(sentence, context, &mut see);
        found.push(Lesson { span, features });
    });
    found
}

/// The sentences that a person or a model has written. How the program words what is on record was weighed by whoever
/// wrote its templates.
fn each_sentence(laid: &Laid, mut with: impl FnMut(Range<usize>, &str)) {
    for section in laid.sections.iter().filter(|section| section.prose && !section.own) {
        let body = laid.text.get(section.span.clone()).unwrap_or_default();
        for sentence in bounded_sentences(body) {
            if is_date_line(body, &sentence) {
                continue;
            }
            let text = body.get(sentence.clone()).unwrap_or_default();
            with(section.span.start + sentence.start..section.span.start + sentence.end, text);
        }
    }
}

impl Read {
    /// Adds to the findings of the rules asked what they have missed, and makes hints of what they only suspect in a text
    /// by hand and nothing speaks for.
    pub(super) fn settle(&self, context: &Context<'_>, laid: &Laid, asked: &[&Rule], findings: &mut Vec<Finding>) {
        let by_hand = |span: &Range<usize>| {
            laid.sections.iter().any(|section| section.name.is_empty() && overlap(&section.span, span))
        };
        for (number, taught) in self.weights.rules.iter().enumerate() {
            let read_too = || {
                let too = reads_too(&taught.rule, &context.kind.id) && context.gives(Needs::Case);
                RULES.iter().filter(|_| too).find(|rule| rule.id == taught.rule)
            };
            let Some(rule) = asked.iter().copied().find(|rule| rule.id == taught.rule).or_else(read_too) else {
                continue;
            };
            let score = |scores: &[f32]| scores.get(number).copied().unwrap_or(f32::MIN);
            let mut known = vec![false; self.sentences.len()];
            for finding in findings.iter_mut().filter(|finding| finding.rule == rule.id && !finding.span.is_empty()) {
                let touched = self.touched(&finding.span);
                let sentences = self.sentences.get(touched.clone()).unwrap_or_default();
                let suspected = !is_certain(finding) && !sentences.is_empty() && by_hand(&finding.span);
                if suspected && sentences.iter().all(|(_, scores)| score(scores) < taught.silences) {
                    finding.severity = Severity::Hint;
                }
                if finding.severity > Severity::Hint {
                    known.iter_mut().take(touched.end).skip(touched.start).for_each(|known| *known = true);
                }
            }
            let said = |finding: &Finding| {
                let text = laid.text.get(finding.span.clone()).unwrap_or_default();
                SAID_ALREADY.iter().any(|(of, by, words)| {
                    *of == rule.id
                        && *by == finding.rule
                        && (words.is_empty() || words.iter().any(|word| text.contains(word)))
                })
            };
            for finding in findings.iter().filter(|finding| finding.severity > Severity::Hint && said(finding)) {
                let touched = self.touched(&finding.span);
                known.iter_mut().take(touched.end).skip(touched.start).for_each(|known| *known = true);
            }
            let missed = self.sentences.iter().zip(known);
            for ((span, of_all), _) in missed.filter(|((_, scores), known)| !known && score(scores) >= taught.speaks) {
                let sentence = laid.text.get(span.clone()).unwrap_or_default();
                if rule.id == "sbi-missing" && !context.lang.of(&CRITICAL).is_match(sentence) {
                    continue;
                }
                let mut clauses = clauses(sentence);
                let has_value = |text: &str| !mentions(text, context.lang).is_empty();
                let of_value = rule.id == "ungrounded-fact" && has_value(sentence);
                // One clause that says it by itself, and no less plainly than all of them; else it is the whole sentence.
                // A wrong value stands where a value stands.
                clauses.retain(|clause| {
                    let text = sentence.get(clause.clone()).unwrap_or_default();
                    (!of_value || has_value(text)) && score(&scores(self.weights, context, text)) >= score(of_all)
                });
                let place = match clauses.as_slice() {
                    [clause] => span.start + clause.start..span.start + clause.end,
                    _ => span.clone(),
                };
                findings.push(warning::warning(rule.id, place));
            }
        }
    }

    /// Which sentences a place touches.
    fn touched(&self, place: &Range<usize>) -> Range<usize> {
        let first = self.sentences.partition_point(|(span, _)| span.end <= place.start);
        let end = self.sentences.partition_point(|(span, _)| span.start < place.end);
        first..end.max(first)
    }
}

fn overlap(one: &Range<usize>, other: &Range<usize>) -> bool {
    one.start < other.end && other.start < one.end
}

/// The clauses of a sentence that has several; a short one is none by itself.
fn clauses(sentence: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = 0;
    // 5,610円 is one number.
    let in_number = |at: usize| {
        let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
        let (before, after) = (sentence.get(..at).unwrap_or_default(), sentence.get(at + 1..).unwrap_or_default());
        digit(before.chars().next_back()) && digit(after.chars().next())
    };
    let marks = sentence.match_indices(['、', ',', ';']).filter(|(at, mark)| *mark != "," || !in_number(*at));
    let ends = marks.map(|(at, mark)| at + mark.len()).chain([sentence.len()]);
    for end in ends {
        let clause = sentence.get(start..end).unwrap_or_default();
        if clause.chars().count() >= SHORTEST {
            let lead = clause.len() - clause.trim_start().len();
            found.push(start + lead..end);
            start = end;
        }
    }
    found
}
