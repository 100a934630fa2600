//! The reports to come: what the client gets, when and how.

use super::Sheet;
use super::timeline::capitalised;
use crate::facts::Report;
use crate::kind::document::Block;

pub(super) fn reports(sheet: Sheet<'_>) -> Vec<Block> {
    let as_of = sheet.facts.case.as_of;
    let mut reports: Vec<&Report> = sheet.facts.cadence.iter().flat_map(|cadence| &cadence.reports).collect();
    reports.retain(|report| report.date > as_of);
    reports.sort_by_key(|report| report.date);
    if reports.is_empty() {
        return Vec::new();
    }
    let items = reports.into_iter().map(|report| {
        let day = sheet.speech.weekday_day(report.date);
        let (what, means) = (report.what.shown(), report.means.shown());
        sheet.speech.lang().pick(format!("{day}：{what}（{means}）"), format!("{day}: {}, {means}", capitalised(what)))
    });
    vec![Block::List(items.collect())]
}
