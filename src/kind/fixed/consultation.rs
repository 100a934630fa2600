//! What an adviser needs to answer: what the other side has not been told, the questions, the documents, the deadline.

use super::Sheet;
use super::timeline::capitalised;
use crate::facts::{ConstraintKind, Day, Event, Text};
use crate::kind::document::{Align, Block};
use crate::lang::Lang;

/// What hurts us where it comes out. Staffing, budgets and shares of sales are no facts of the dispute.
pub(super) fn undisclosed(sheet: Sheet<'_>) -> Vec<Block> {
    let bears = |kind| matches!(kind, ConstraintKind::Confidentiality | ConstraintKind::Other);
    let constraints = sheet.facts.constraints.iter().filter(|entry| bears(entry.kind));
    let items: Vec<String> =
        constraints.map(|entry| sheet.begun(entry.what.shown())).filter(|item| !item.is_empty()).collect();
    if items.is_empty() { Vec::new() } else { vec![Block::List(items)] }
}

/// The questions, numbered.
pub(super) fn questions(sheet: Sheet<'_>) -> Vec<Block> {
    let questions = sheet.facts.expert.iter().flat_map(|expert| &expert.questions);
    let lines: Vec<String> =
        questions.enumerate().map(|(index, question)| format!("({}) {}", index + 1, question.text.shown())).collect();
    if lines.is_empty() { Vec::new() } else { vec![Block::Lines { align: Align::Left, lines }] }
}

/// What there is to show, with the days it is about; what is missing is written as missing.
pub(super) fn evidence_held(sheet: Sheet<'_>) -> Vec<Block> {
    let lang = sheet.speech.lang();
    let mut held: Vec<(String, Vec<Day>)> = Vec::new();
    let mut lacking: Vec<Day> = Vec::new();
    let mut events: Vec<&Event> = sheet.facts.timeline.iter().collect();
    events.sort_by_key(|event| (event.date, event.time));
    for event in events {
        match event.evidence.as_ref().map(Text::shown).filter(|evidence| !evidence.is_empty()) {
            Some(evidence) => note(&mut held, &sheet.begun(evidence), Some(event.date)),
            None if !lacking.contains(&event.date) => lacking.push(event.date),
            None => {}
        }
    }
    for evidence in sheet.facts.actions.iter().filter_map(|action| action.evidence.as_ref()) {
        note(&mut held, &sheet.begun(evidence.shown()), None);
    }
    let days = |days: &[Day]| {
        let said: Vec<String> = days.iter().map(|day| sheet.speech.day(*day)).collect();
        said.join(lang.pick("、", ", "))
    };
    let mut items: Vec<String> = held
        .iter()
        .map(|(evidence, about)| match about.as_slice() {
            [] => evidence.clone(),
            about => lang.pick(format!("{evidence}：{}", days(about)), format!("{evidence}: {}", days(about))),
        })
        .collect();
    if !lacking.is_empty() {
        let about = days(&lacking);
        items.push(lang.pick(format!("裏づけの資料なし：{about}"), format!("No evidence held: {about}")));
    }
    if items.is_empty() {
        items.push(lang.pick("手元に資料はありません。", "No documents are held.").to_owned());
    }
    vec![Block::List(items)]
}

/// By when the answer is needed.
pub(super) fn answer_by(sheet: Sheet<'_>) -> Vec<Block> {
    let Some(deadline) = sheet.facts.expert.as_ref().and_then(|expert| expert.deadline) else { return Vec::new() };
    let day = sheet.speech.weekday_day(deadline);
    let text = match sheet.speech.lang() {
        Lang::Ja => {
            format!("{day}までにご回答をお願いします。ご質問や追加の資料のご希望は、上司（相談者）が承ります。")
        }
        Lang::En => {
            format!("Please answer by {day}. The manager takes any question and any wish for further documents.")
        }
    };
    vec![Block::Paragraph(text)]
}

/// The same evidence of several days is one document or one log.
fn note(held: &mut Vec<(String, Vec<Day>)>, evidence: &str, day: Option<Day>) {
    let at = held.iter().position(|(known, _)| known == evidence);
    let at = at.unwrap_or_else(|| {
        held.push((evidence.to_owned(), Vec::new()));
        held.len() - 1
    });
    if let Some((_, days)) = held.get_mut(at) {
        days.extend(day.filter(|day| !days.contains(day)));
    }
}

impl Sheet<'_> {
    /// As a line begins: in English with a capital.
    fn begun(&self, text: &str) -> String {
        self.speech.lang().pick(text.to_owned(), capitalised(text))
    }
}
