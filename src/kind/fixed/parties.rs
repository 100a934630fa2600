//! Who is who, by role.

use super::Sheet;
use super::timeline::capitalised;
use crate::facts::{Audience, ClientRole, OwnPerson, OwnRole};
use crate::kind::document::Block;
use crate::lang::Lang;

pub(super) fn parties(sheet: Sheet<'_>) -> Vec<Block> {
    let (lang, facts) = (sheet.speech.lang(), sheet.facts);
    let mut rows = vec![vec![facts.client.name.shown().to_owned(), organisation(sheet)]];
    for person in &facts.client_people {
        let part = match person.role {
            ClientRole::Decider => lang.pick("決定権者", "decides"),
            ClientRole::DailyContact => lang.pick("日常の窓口", "daily contact"),
            ClientRole::Other => lang.pick("先方の関係者", "involved on their side"),
        };
        rows.push(vec![person.name.shown().to_owned(), part.to_owned()]);
    }
    rows.push(vec![
        capital(facts.sender.company.shown(), lang),
        lang.pick("相談者の会社", "the company that asks").to_owned(),
    ]);
    for person in &facts.own_people {
        rows.push(vec![capital(person.name.shown(), lang), part_of(sheet, person).to_owned()]);
    }
    let head = lang.pick(["呼び方", "立場"], ["Called", "Part"]);
    vec![Block::Table { head: head.map(str::to_owned).to_vec(), rows }]
}

/// What the client's organisation is: its trade, and how long the relation has lasted.
fn organisation(sheet: Sheet<'_>) -> String {
    let (lang, case) = (sheet.speech.lang(), &sheet.facts.case);
    let trade = case.industry.as_ref().map(|industry| industry.shown()).filter(|trade| !trade.is_empty());
    let years = case.relationship_years.filter(|years| *years > 0);
    let mut said = lang.pick("取引先", "client").to_owned();
    if let Some(trade) = trade {
        said.push_str(&lang.pick(format!("（{trade}）"), format!(", {trade}")));
    }
    if let Some(years) = years {
        let plural = if years == 1 { "year" } else { "years" };
        said.push_str(&lang.pick(format!("、取引{years}年目"), format!(", for {years} {plural}")));
    }
    said
}

fn part_of(sheet: Sheet<'_>, person: &OwnPerson) -> &'static str {
    let (lang, facts) = (sheet.speech.lang(), sheet.facts);
    if person.key == facts.sender.person {
        return lang.pick("本件の責任者", "answers for the case");
    }
    if facts.rep.as_ref().is_some_and(|rep| rep.person == person.key) {
        return lang.pick("A社の担当者", "Company A's representative at our company");
    }
    let successor = facts.change_option.as_ref().and_then(|option| option.successor.as_ref());
    match person.role {
        Some(OwnRole::Superior) => lang.pick("上長", "superior"),
        Some(OwnRole::Personnel) => lang.pick("人事", "personnel"),
        Some(OwnRole::Legal) => lang.pick("法務", "legal"),
        // Who may take over is told to nobody outside; an adviser does not need it to judge the case.
        None if successor == Some(&person.key) && facts.audience() != Audience::Expert => {
            lang.pick("後任の候補", "possible successor")
        }
        None => lang.pick("社内の関係者", "involved on our side"),
    }
}

fn capital(name: &str, lang: Lang) -> String {
    lang.pick(name.to_owned(), capitalised(name))
}
