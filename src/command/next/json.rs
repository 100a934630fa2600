//! The way through a case for programs.

use std::path::Path;

use serde::Serialize;

use super::command;
use crate::facts::{Case, Day};
use crate::lang::Lang;
use crate::workflow::{Condition, Criterion, Due, Gate, Reason, Standing, ToDraft, Way, When};

#[derive(Serialize)]
struct Record<'a> {
    case: &'a str,
    on: Day,
    as_of: Day,
    complaint: Option<ComplaintRecord<'a>>,
    day: Option<i32>,
    closed: bool,
    stages: Vec<StageRecord<'a>>,
    due: Vec<DueRecord<'a>>,
    documents: Vec<DocumentRecord<'a>>,
    gate: GateRecord<'a>,
}

#[derive(Serialize)]
struct ComplaintRecord<'a> {
    day: Day,
    fact: &'a str,
}

#[derive(Serialize)]
struct StageRecord<'a> {
    stage: &'static str,
    name: String,
    state: &'static str,
    until: Option<Day>,
    late: bool,
    entry: Vec<ConditionRecord<'a>>,
    exit: Vec<ConditionRecord<'a>>,
}

#[derive(Serialize)]
struct ConditionRecord<'a> {
    met: bool,
    text: &'a str,
    facts: &'a [String],
}

#[derive(Serialize)]
struct ReasonRecord<'a> {
    text: &'a str,
    facts: &'a [String],
}

#[derive(Serialize)]
struct WhenRecord<'a> {
    date: Day,
    days: i32,
    business_days: Option<i32>,
    holidays_between: Vec<HolidayRecord<'a>>,
    closed: Option<&'a str>,
}

#[derive(Serialize)]
struct HolidayRecord<'a> {
    date: Day,
    name: &'a str,
}

#[derive(Serialize)]
struct DueRecord<'a> {
    kind: &'static str,
    what: &'a str,
    fact: &'a str,
    state: &'static str,
    #[serde(flatten)]
    when: WhenRecord<'a>,
    blocked_by: Vec<ReasonRecord<'a>>,
}

#[derive(Serialize)]
struct DocumentRecord<'a> {
    code: &'static str,
    kind: &'static str,
    title: String,
    stage: Option<&'static str>,
    state: &'static str,
    by: Option<WhenRecord<'a>>,
    why: ReasonRecord<'a>,
    report: Option<&'a str>,
    blocked_by: Vec<ReasonRecord<'a>>,
    cautions: Vec<ReasonRecord<'a>>,
    command: Vec<String>,
}

#[derive(Serialize)]
struct GateRecord<'a> {
    recommendation: &'static str,
    verdict: String,
    decided: Option<Day>,
    protect_first: Vec<ReasonRecord<'a>>,
    criteria: Vec<CriterionRecord<'a>>,
    non_reasons: Vec<NonReasonRecord<'a>>,
}

#[derive(Serialize)]
struct CriterionRecord<'a> {
    number: u8,
    name: &'a str,
    score: u8,
    skipped: bool,
    evidence: &'a [String],
    missing: Vec<&'a str>,
}

#[derive(Serialize)]
struct NonReasonRecord<'a> {
    kind: &'static str,
    text: String,
    facts: &'a [String],
}

/// The record of a way.
pub(super) fn json(case: &Case, way: &Way, path: &Path, lang: Lang) -> Vec<u8> {
    let record = Record {
        case: &case.name,
        on: way.on,
        as_of: case.groups.case.as_of,
        complaint: way.complaint.as_ref().map(|it| ComplaintRecord { day: it.day, fact: it.id.as_str() }),
        day: way.day,
        closed: way.closed,
        stages: way.stages.iter().map(|standing| stage(standing, lang)).collect(),
        due: way.dues.iter().map(|it| due(it, lang)).collect(),
        documents: way.documents.iter().map(|it| document(it, path, lang)).collect(),
        gate: gate(&way.gate, lang),
    };
    let mut bytes = serde_json::to_vec_pretty(&record).unwrap_or_default();
    bytes.push(b'\n');
    bytes
}

fn stage(standing: &Standing, lang: Lang) -> StageRecord<'_> {
    StageRecord {
        stage: standing.stage.code(),
        name: standing.stage.name().text(lang).to_owned(),
        state: standing.state.word(),
        until: standing.until,
        late: standing.late,
        entry: standing.entry.iter().map(|it| condition(it, lang)).collect(),
        exit: standing.exit.iter().map(|it| condition(it, lang)).collect(),
    }
}

fn condition(condition: &Condition, lang: Lang) -> ConditionRecord<'_> {
    ConditionRecord { met: condition.met, text: condition.text.text(lang), facts: &condition.facts }
}

fn reasons(reasons: &[Reason], lang: Lang) -> Vec<ReasonRecord<'_>> {
    reasons.iter().map(|it| reason(it, lang)).collect()
}

fn reason(reason: &Reason, lang: Lang) -> ReasonRecord<'_> {
    ReasonRecord { text: reason.text.text(lang), facts: &reason.facts }
}

fn when(when: &When, lang: Lang) -> WhenRecord<'_> {
    let between = when.between.iter().map(|(date, name)| HolidayRecord { date: *date, name: name.text(lang) });
    WhenRecord {
        date: when.day,
        days: when.days,
        business_days: when.business_days,
        holidays_between: between.collect(),
        closed: when.closed.as_ref().map(|name| name.text(lang)),
    }
}

/// Whether a day has passed, is today, or lies ahead; what has no day is due at once.
fn state(days: Option<i32>) -> &'static str {
    match days {
        None => "now",
        Some(..0) => "overdue",
        Some(0) => "today",
        Some(_) => "ahead",
    }
}

fn due(due: &Due, lang: Lang) -> DueRecord<'_> {
    DueRecord {
        kind: due.kind.word(),
        what: due.what.text(lang),
        fact: &due.fact,
        state: state(Some(due.when.days)),
        when: when(&due.when, lang),
        blocked_by: reasons(&due.blocked, lang),
    }
}

fn document<'a>(document: &'a ToDraft, path: &Path, lang: Lang) -> DocumentRecord<'a> {
    let paper = document.paper;
    DocumentRecord {
        code: paper.code(),
        kind: paper.kind(),
        title: paper.title().text(lang).to_owned(),
        stage: document.stage.map(|stage| stage.code()),
        state: state(document.by.as_ref().map(|by| by.days)),
        by: document.by.as_ref().map(|by| when(by, lang)),
        why: reason(&document.why, lang),
        report: document.report.as_deref(),
        blocked_by: reasons(&document.blocked, lang),
        cautions: reasons(&document.cautions, lang),
        command: command(paper.code(), path),
    }
}

fn gate(gate: &Gate, lang: Lang) -> GateRecord<'_> {
    let non_reasons = gate.non_reasons.iter().map(|it| NonReasonRecord {
        kind: it.kind.word(),
        text: it.kind.text().text(lang).to_owned(),
        facts: &it.facts,
    });
    GateRecord {
        recommendation: gate.recommendation.word(),
        verdict: gate.verdict().text(lang).to_owned(),
        decided: gate.decided,
        protect_first: reasons(&gate.protect, lang),
        criteria: gate.criteria.iter().map(|it| criterion(it, lang)).collect(),
        non_reasons: non_reasons.collect(),
    }
}

fn criterion(criterion: &Criterion, lang: Lang) -> CriterionRecord<'_> {
    CriterionRecord {
        number: criterion.number,
        name: criterion.name.text(lang),
        score: criterion.score,
        skipped: criterion.skipped,
        evidence: &criterion.evidence,
        missing: criterion.missing.iter().map(|missing| missing.text(lang)).collect(),
    }
}
