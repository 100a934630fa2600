//! The rep's plan: support, rules of contact, goals that can be measured.

use super::Sheet;
use super::timeline::capitalised;
use crate::facts::GoalKind;
use crate::kind::document::Block;

/// What the company does: what, who, when.
pub(super) fn support(sheet: Sheet<'_>) -> Vec<Block> {
    let (speech, lang) = (sheet.speech, sheet.speech.lang());
    let Some(rep) = &sheet.facts.rep else { return Vec::new() };
    let rows: Vec<Vec<String>> = rep
        .support
        .iter()
        .map(|support| {
            let from = support
                .from
                .map(|day| lang.pick(format!("{}から", speech.day(day)), format!("From {}", speech.day(day))));
            let until = support
                .until
                .map(|day| lang.pick(format!("{}まで", speech.day(day)), format!("until {}", speech.day(day))));
            let when: Vec<String> = from.into_iter().chain(until).collect();
            let owner = speech.own_person(&support.who).unwrap_or_default();
            vec![capitalised(support.what.shown()), owner, when.join(lang.pick("", " "))]
        })
        .collect();
    if rows.is_empty() {
        return Vec::new();
    }
    let head = lang.pick(["支援", "行う人", "時期"], ["Support", "Who", "When"]);
    vec![Block::Table { head: head.map(str::to_owned).to_vec(), rows }]
}

/// How the rep meets this client for now.
pub(super) fn contact_rules(sheet: Sheet<'_>) -> Vec<Block> {
    let rules = sheet.facts.rep.iter().flat_map(|rep| &rep.contact_rules);
    let rules: Vec<String> = rules.map(|rule| rule.text.shown().to_owned()).collect();
    if rules.is_empty() { Vec::new() } else { vec![Block::List(rules)] }
}

/// Goals: what is done and what comes of it, how it is counted, the period.
pub(super) fn goals(sheet: Sheet<'_>) -> Vec<Block> {
    let (speech, lang) = (sheet.speech, sheet.speech.lang());
    let rows: Vec<Vec<String>> = sheet
        .facts
        .rep
        .iter()
        .flat_map(|rep| &rep.goals)
        .map(|goal| {
            let kind = match goal.kind {
                GoalKind::Process => lang.pick("取り組み", "effort"),
                GoalKind::Result => lang.pick("結果", "result"),
            };
            let (from, until) = (speech.day(goal.from), speech.day(goal.until));
            vec![
                kind.to_owned(),
                capitalised(goal.what.shown()),
                capitalised(goal.how.shown()),
                lang.pick(format!("{from}から{until}まで"), format!("{from} to {until}")),
            ]
        })
        .collect();
    if rows.is_empty() {
        return Vec::new();
    }
    let head = lang.pick(["区分", "目標", "数え方", "期間"], ["Kind", "Goal", "How it is counted", "Period"]);
    vec![Block::Table { head: head.map(str::to_owned).to_vec(), rows }]
}
