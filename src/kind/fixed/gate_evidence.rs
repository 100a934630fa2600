//! What stands behind a criterion of the last-resort gate, said so that who reads the memo need not open the case.

use super::Sheet;
use crate::facts::{ChangeOption, Day, Text};
use crate::workflow::{Criterion, Paper};

/// Each entry behind a criterion in words, behind its number: `DC4 12月16日のお詫び状`.
pub(super) fn evidence(sheet: Sheet<'_>, criterion: &Criterion) -> Vec<String> {
    let said = |id: &String| match described(sheet, criterion.number, id) {
        Some(words) => format!("{id} {words}"),
        None => id.clone(),
    };
    criterion.evidence.iter().map(said).collect()
}

fn described(sheet: Sheet<'_>, criterion: u8, id: &str) -> Option<String> {
    let (facts, lang) = (sheet.facts, sheet.speech.lang());
    let day = |day: Day| sheet.speech.day(day);
    let of = |date: Day, what: &str| lang.pick(format!("{}の{what}", day(date)), format!("{what}, {}", day(date)));
    if let Some(event) = facts.timeline.iter().find(|event| event.id.as_str() == id) {
        let channel = event.channel.as_ref().map(Text::shown).filter(|channel| !channel.is_empty());
        return Some(of(event.date, channel.unwrap_or(lang.pick("出来事", "event"))));
    }
    if let Some(made) = facts.documents.iter().find(|made| made.id.as_str() == id) {
        let paper = Paper::ALL.iter().find(|paper| paper.kind() == made.kind)?;
        return Some(of(made.date, paper.title().text(lang)));
    }
    let mut reports = facts.cadence.iter().flat_map(|cadence| &cadence.reports);
    if let Some(report) = reports.find(|report| report.id.as_str() == id) {
        return Some(of(report.date, report.what.shown()));
    }
    if let Some(setup) = facts.contact_setup.as_ref().filter(|setup| setup.id.as_str() == id) {
        return Some(setup.what.as_ref()?.shown().to_owned());
    }
    let option = facts.change_option.as_ref()?;
    if let Some(tried) = option.alternatives.iter().find(|tried| tried.id.as_str() == id) {
        return Some(tried.what.shown().to_owned());
    }
    if option.id.as_str() == id { change(sheet, criterion, option) } else { None }
}

/// The part of the record of the change that a criterion rests on.
fn change(sheet: Sheet<'_>, criterion: u8, option: &ChangeOption) -> Option<String> {
    let lang = sheet.speech.lang();
    let on = |day: Day, ja: &str, en: &str| {
        let day = sheet.speech.day(day);
        lang.pick(format!("{day}の{ja}"), format!("{en}, {day}"))
    };
    match criterion {
        2 => option.business_risk.as_ref().map(|_| lang.pick("取引への影響", "business at risk").to_owned()),
        4 => option.rep_heard.map(|day| on(day, "本人からの聞き取り", "the rep was heard")),
        5 => option.willing.map(|day| on(day, "後任の承諾", "the successor agreed")),
        6 if !option.joint_visits.is_empty() => {
            let days = sheet.speech.day_row(&option.joint_visits).join(lang.pick("、", ", "));
            Some(lang.pick(format!("合同訪問 {days}"), format!("joint visits, {days}")))
        }
        7 => option.precedent_on.map(|day| on(day, "上長の了承", "accepted by a superior")),
        _ => None,
    }
}
