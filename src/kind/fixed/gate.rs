//! The last-resort gate as a table: each criterion with its score, the entries behind it and what lacks.

use std::sync::LazyLock;

use super::Sheet;
use super::gate_evidence::evidence;
use crate::kind::document::Block;
use crate::lang::Pattern;
use crate::workflow::{Criterion, FULL, Gate};

/// Keys of the case file in brackets: who reads the memo does not fill in the file.
static KEYS: LazyLock<Pattern> = LazyLock::new(|| {
    let pattern =
        r"\s*[（(](?:[^（()）]*[a-z]_[a-z][^（()）]*|[a-z、, ]+|[^（()）]*(?:so far|いま|現在|今は)[^（()）]*)[）)]";
    Pattern::fixed(pattern)
});

pub(super) fn gate(sheet: Sheet<'_>) -> Vec<Block> {
    let lang = sheet.speech.lang();
    let gate = Gate::of(sheet.facts, sheet.facts.case.as_of);
    let head = lang.pick(["基準", "状況", "根拠", "足りないもの"], ["Criterion", "Standing", "Evidence", "What lacks"]);
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
        match criterion.score {
            FULL => lang.pick("満たす", "holds"),
            0 => lang.pick("満たさない", "does not hold"),
            _ => lang.pick("一部満たす", "holds in part"),
        }
        .to_owned()
    };
    let missing: Vec<String> =
        criterion.missing.iter().map(|missing| KEYS.replace_all(missing.text(lang), "").into_owned()).collect();
    vec![
        format!("{}. {}", criterion.number, criterion.name.text(lang)),
        score,
        or_none(evidence(sheet, criterion).join(lang.pick("、", "; "))),
        or_none(missing.join(lang.pick("／", "; "))),
    ]
}
