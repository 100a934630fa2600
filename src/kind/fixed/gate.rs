//! The last-resort gate as a table: each criterion with its score, the entries behind it and what lacks.

use super::Sheet;
use crate::kind::document::Block;
use crate::workflow::{Criterion, FULL, Gate};

pub(super) fn gate(sheet: Sheet<'_>) -> Vec<Block> {
    let lang = sheet.speech.lang();
    let gate = Gate::of(sheet.facts, sheet.facts.case.as_of);
    let head = lang.pick(
        ["基準", "評価", "根拠（事案の番号）", "足りないもの"],
        ["Criterion", "Score", "Evidence (entries)", "What lacks"],
    );
    let rows = gate.criteria.iter().map(|criterion| row(sheet, criterion)).collect();
    vec![Block::Table { head: head.map(str::to_owned).to_vec(), rows }]
}

fn row(sheet: Sheet<'_>, criterion: &Criterion) -> Vec<String> {
    let lang = sheet.speech.lang();
    let none = lang.pick("なし", "none");
    let or_none = |text: String| if text.is_empty() { none.to_owned() } else { text };
    let score = if criterion.skipped {
        lang.pick("問わない", "not asked").to_owned()
    } else {
        format!("{}/{FULL}", criterion.score)
    };
    let missing: Vec<&str> = criterion.missing.iter().map(|missing| missing.text(lang)).collect();
    vec![
        format!("{}. {}", criterion.number, criterion.name.text(lang)),
        score,
        or_none(criterion.evidence.join(lang.pick("、", ", "))),
        or_none(missing.join(lang.pick("／", "; "))),
    ]
}
