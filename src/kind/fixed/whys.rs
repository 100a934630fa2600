//! The chain of whys: each cause with what it explains, its source and how sure it is.

use super::Sheet;
use super::timeline::capitalised;
use crate::facts::{Cause, CauseKind, Id, Status};
use crate::kind::document::Block;

pub(super) fn whys(sheet: Sheet<'_>) -> Vec<Block> {
    let lang = sheet.speech.lang();
    let rows: Vec<Vec<String>> = chain(&sheet.facts.causes)
        .into_iter()
        .map(|(level, cause)| {
            let sure = match cause.status {
                Status::Confirmed => lang.pick("確認済み", "confirmed"),
                _ => lang.pick("仮説", "hypothesis"),
            };
            let why = match cause.kind {
                CauseKind::Undetected => lang.pick("なぜ気づけなかったか".to_owned(), "Why unnoticed".to_owned()),
                _ => lang.pick(format!("なぜ（{level}段目）"), format!("Why ({level})")),
            };
            let evidence = cause.evidence.as_ref().map(|evidence| capitalised(evidence.shown()));
            vec![
                why,
                capitalised(cause.what.shown()),
                evidence.unwrap_or_else(|| lang.pick("記録なし", "No record").to_owned()),
                sure.to_owned(),
            ]
        })
        .collect();
    if rows.is_empty() {
        return Vec::new();
    }
    let head = lang.pick(["段", "状態・仕組み", "出典", "確かさ"], ["Level", "State of things", "Source", "How sure"]);
    vec![Block::Table { head: head.map(str::to_owned).to_vec(), rows }]
}

/// Direct causes first, each followed by what explains it, one level deeper; then what explains nothing named, then
/// why it went unnoticed. Every cause stands once, whatever `explains` says.
fn chain(causes: &[Cause]) -> Vec<(usize, &Cause)> {
    let mut found: Vec<(usize, &Cause)> = Vec::new();
    fn deeper<'a>(causes: &'a [Cause], of: &Id, level: usize, found: &mut Vec<(usize, &'a Cause)>) {
        for cause in causes.iter().filter(|cause| cause.explains.as_ref() == Some(of)) {
            if found.iter().all(|(_, known)| known.id != cause.id) {
                found.push((level, cause));
                deeper(causes, &cause.id, level + 1, found);
            }
        }
    }
    for cause in causes.iter().filter(|cause| cause.kind == CauseKind::Direct) {
        if found.iter().all(|(_, known)| known.id != cause.id) {
            found.push((1, cause));
            deeper(causes, &cause.id, 2, &mut found);
        }
    }
    for kind in [CauseKind::Indirect, CauseKind::Undetected] {
        for cause in causes.iter().filter(|cause| cause.kind == kind) {
            if found.iter().all(|(_, known)| known.id != cause.id) {
                found.push((2, cause));
            }
        }
    }
    found
}

/// How many levels of whys the causes hold.
pub(in crate::kind) fn levels(causes: &[Cause]) -> usize {
    chain(causes).into_iter().map(|(level, _)| level).max().unwrap_or(0)
}
