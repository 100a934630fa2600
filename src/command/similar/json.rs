//! The answer for a program.

use serde::Serialize;

use super::{Found, first_problem, shown};
use crate::lang::Lang;
use crate::precedent::{Aspect, Learnt, Match, Origin};

#[derive(Serialize)]
struct Record {
    case: String,
    #[serde(rename = "in")]
    within: Option<String>,
    lang: Lang,
    read: usize,
    skipped: Vec<SkippedRecord>,
    matches: Vec<MatchRecord>,
}

#[derive(Serialize)]
struct SkippedRecord {
    file: String,
    message: String,
}

#[derive(Serialize)]
struct MatchRecord {
    rank: usize,
    kind: &'static str,
    source: String,
    file: Option<String>,
    title: String,
    score: f64,
    closeness: f64,
    shared: SharedRecord,
    result: Option<&'static str>,
    helped: Vec<String>,
    measures: Vec<String>,
    lesson: Option<String>,
}

#[derive(Serialize)]
struct SharedRecord {
    happened: Vec<String>,
    why: Vec<String>,
    helped: Vec<String>,
}

/// The answer as JSON.
pub(super) fn json(found: &Found<'_>, lang: Lang) -> Vec<u8> {
    let skipped = found
        .broken
        .iter()
        .map(|(path, error)| SkippedRecord { file: shown(path), message: first_problem(error, lang) });
    let record = Record {
        case: shown(found.case),
        within: found.within.map(shown),
        lang,
        read: found.read,
        skipped: skipped.collect(),
        matches: found.matches.iter().enumerate().map(|(at, found)| record(at + 1, found, lang)).collect(),
    };
    let mut bytes = serde_json::to_vec_pretty(&record).unwrap_or_default();
    bytes.push(b'\n');
    bytes
}

fn record(rank: usize, found: &Match<'_>, lang: Lang) -> MatchRecord {
    let (kind, file) = match &found.precedent.origin {
        Origin::File { path, .. } => ("case", Some(shown(path))),
        Origin::BuiltIn(_) => ("pattern", None),
    };
    let learnt = Learnt::of(found.precedent, lang);
    MatchRecord {
        rank,
        kind,
        source: found.precedent.source(),
        file,
        title: learnt.title,
        score: round(found.score),
        closeness: round(found.closeness),
        shared: SharedRecord {
            happened: found.shared.told(Aspect::Happened, lang),
            why: found.shared.told(Aspect::Why, lang),
            helped: found.shared.told(Aspect::Helped, lang),
        },
        result: learnt.result.map(|result| result.word()),
        helped: learnt.helped,
        measures: learnt.measures,
        lesson: learnt.lesson,
    }
}

/// More digits would claim more than a score says.
fn round(score: f64) -> f64 {
    (score * 1000.0).round() / 1000.0
}
