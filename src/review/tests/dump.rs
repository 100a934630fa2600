use super::super::rules::ungrounded_fact::RULE;
use super::super::strange::strange_things;
use crate::kind::{Laid, Library};
use crate::review::sentence::sentences;
use crate::review::{Bearings, Known, Severity};
use jiff::civil::date;
use std::collections::BTreeMap;
use std::fmt::Write as _;

#[derive(serde::Deserialize)]
struct Label {
    rule: String,
    text: Option<String>,
    nth: Option<usize>,
    #[serde(default)]
    also: Vec<String>,
}
#[derive(serde::Deserialize)]
struct Sample {
    case: String,
    kind: String,
    lang: String,
    format: String,
    text: String,
    #[serde(default)]
    finding: Vec<Label>,
}

#[test]
fn dump() {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/");
    let cases: BTreeMap<&str, crate::facts::Case> = ["cartons", "onboarding", "hotel"]
        .into_iter()
        .map(|name| {
            let path = format!("{root}examples/{name}/case.toml");
            (name, crate::facts::Case::load(std::path::Path::new(&path)).unwrap())
        })
        .collect();
    let library = Library::embedded().unwrap();
    let (mut hits, mut missed, mut alarms) = (0, 0, 0);
    let mut out = String::new();
    let mut strange = String::new();
    for folder in ["ja", "en"] {
        let mut files: Vec<_> = std::fs::read_dir(format!("{root}tests/review_corpus/{folder}"))
            .unwrap()
            .map(|file| file.unwrap().path())
            .collect();
        files.sort();
        for file in files {
            let source = std::fs::read_to_string(&file).unwrap();
            let sample: Sample = toml::from_str(&source).unwrap();
            if sample.case.is_empty() {
                continue;
            }
            let lang: crate::lang::Lang = sample.lang.parse().unwrap();
            let kind = (!sample.kind.is_empty()).then(|| library.kind(&sample.kind).unwrap());
            let text = if sample.format == "md" {
                crate::export::unmark(&sample.text, lang)
            } else {
                crate::export::unmark("", lang)
            };
            let shown = if sample.format == "md" { text.text.clone() } else { sample.text.clone() };
            let known = Known {
                case: Some(&cases[sample.case.as_str()]),
                kind,
                audience: None,
                lang: Some(lang),
                on: date(2026, 11, 24),
            };
            let bearings = Bearings::of(&known, &shown);
            let context = bearings.context();
            let laid = Laid::plain(&shown);
            let mut found = (RULE.check)(&context, &laid).unwrap();
            if sample.format == "md" {
                for finding in &mut found {
                    finding.span = text.origin(&finding.span);
                }
            }
            let places: Vec<_> = sample
                .finding
                .iter()
                .map(|label| match &label.text {
                    None => (0, sample.text.len()),
                    Some(wanted) => {
                        let (at, found) =
                            sample.text.match_indices(wanted.as_str()).nth(label.nth.unwrap_or(1) - 1).unwrap();
                        (at, at + found.len())
                    }
                })
                .collect();
            let name = file.file_name().unwrap().to_string_lossy().into_owned();
            for (label, (from, to)) in sample.finding.iter().zip(&places).filter(|(label, _)| label.rule == RULE.id) {
                if found.iter().any(|finding| finding.span.start < *to && *from < finding.span.end) {
                    hits += 1;
                } else {
                    missed += 1;
                    writeln!(out, "{name}: MISSED {:?}", label.text).unwrap();
                }
            }
            for finding in found.iter().filter(|finding| finding.severity > Severity::Hint) {
                let labelled = sample.finding.iter().zip(&places).any(|(label, (from, to))| {
                    (finding.span.start < *to && *from < finding.span.end)
                        && (label.rule == RULE.id || label.also.iter().any(|also| also == RULE.id))
                });
                if !labelled {
                    alarms += 1;
                    let at = finding.span.start;
                    let around: String = sample.text[at..].chars().take(30).collect();
                    let before: String =
                        sample.text[..at].chars().rev().take(25).collect::<Vec<_>>().into_iter().rev().collect();
                    writeln!(
                        out,
                        "{name}: FALSE `{}` {} [{}]",
                        &sample.text[finding.span.clone()],
                        finding.message.en,
                        format!("{before}>>{around}").replace('\n', "/")
                    )
                    .unwrap();
                }
            }
            for sentence in sentences(&shown) {
                let words = &shown[sentence.clone()];
                let things = strange_things(words, context.whole().seen(), lang);
                if !things.is_empty() {
                    let mine = sample.finding.iter().any(|label| {
                        (label.rule == RULE.id) && label.text.as_ref().is_some_and(|text| words.contains(text.as_str()))
                    });
                    let other = sample
                        .finding
                        .iter()
                        .any(|label| label.text.as_ref().is_some_and(|text| words.contains(text.as_str())));
                    let mark = if mine {
                        "MINE"
                    } else if other {
                        "other"
                    } else {
                        "clean"
                    };
                    writeln!(strange, "{mark}\t{}\t{name}\t{}", things.join(" "), words.replace('\n', "/")).unwrap();
                }
            }
        }
    }
    writeln!(out, "hits {hits} missed {missed} alarms {alarms}").unwrap();
    std::fs::write("/tmp/ma_rule.txt", out).unwrap();
    std::fs::write("/tmp/ma_strange.txt", strange).unwrap();
}
