//! The head of a memo: 社外秘, date, to whom, from whom.

use serde::Deserialize;

use super::Sheet;
use crate::facts::{ExpertKind, Key, OwnPerson, OwnRole};
use crate::kind::document::{Align, Block};
use crate::lang::Lang;

/// Whom a memo goes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Recipient {
    /// 事案の記録: whoever works on the case.
    File,
    /// 上長.
    Superior,
    /// 上長と人事.
    Decision,
    /// The departments asked for help.
    Departments,
    /// 面談の出席者.
    Attendees,
    /// 後任.
    Successor,
    /// The adviser from outside.
    Adviser,
}

pub(super) fn head(sheet: Sheet<'_>) -> Vec<Block> {
    let lang = sheet.speech.lang();
    let day = sheet.speech.full_day(sheet.facts.case.as_of);
    let to = sheet.spec.to.map(|to| sheet.recipients(to)).unwrap_or_default();
    let writer = sheet.facts.own_person(&sheet.facts.sender.person).map(|person| sheet.post(person));
    let from = writer.unwrap_or_else(|| sheet.facts.sender.company.shown().to_owned());
    let outward = sheet.spec.to == Some(Recipient::Adviser);
    let lines = match lang {
        Lang::Ja => vec![
            if outward { "取扱注意（相談の目的に限る）" } else { "社外秘" }.to_owned(),
            format!("作成日：{day}"),
            format!("宛先：{}", to.join("、")),
            format!("作成者：{from}"),
        ],
        Lang::En => vec![
            if outward { "Confidential: for the purpose of advice only" } else { "Internal: not to leave the company" }
                .to_owned(),
            format!("Date: {day}"),
            format!("To: {}", to.join("; ")),
            format!("From: {from}"),
        ],
    };
    vec![Block::Lines { align: Align::Left, lines }]
}

impl Sheet<'_> {
    /// Whom a memo goes to, by department, title and name; by function where the case names nobody.
    fn recipients(&self, to: Recipient) -> Vec<String> {
        let lang = self.speech.lang();
        let facts = self.facts;
        let holding = |roles: &[OwnRole]| {
            let people = facts.own_people.iter().filter(|person| person.role.is_some_and(|role| roles.contains(&role)));
            people.map(|person| self.post(person)).collect::<Vec<_>>()
        };
        let named = |keys: Vec<&Key>| {
            let mut people: Vec<String> = Vec::new();
            for person in keys.into_iter().filter_map(|key| facts.own_person(key)) {
                let post = self.post(person);
                if !people.contains(&post) {
                    people.push(post);
                }
            }
            people
        };
        let (found, function) = match to {
            Recipient::File => (Vec::new(), ("事案の記録（関係者限り）", "case file (those involved only)")),
            Recipient::Superior => (holding(&[OwnRole::Superior]), ("上長", "the superior")),
            Recipient::Decision => {
                (holding(&[OwnRole::Superior, OwnRole::Personnel]), ("上長、人事", "the superior and personnel"))
            }
            Recipient::Departments => {
                (named(facts.requests.iter().map(|request| &request.to).collect()), ("関係部署", "the departments"))
            }
            Recipient::Attendees => {
                let attendees = facts.meeting.iter().flat_map(|meeting| &meeting.attendees).collect();
                (named(attendees), ("面談の出席者", "those attending"))
            }
            Recipient::Successor => {
                let successor = facts.change_option.iter().filter_map(|option| option.successor.as_ref()).collect();
                (named(successor), ("後任", "the successor"))
            }
            Recipient::Adviser => {
                let adviser = match facts.expert.as_ref().map(|expert| expert.kind) {
                    Some(ExpertKind::LabourConsultant) => ("社会保険労務士", "labour and social security attorney"),
                    Some(ExpertKind::CareerConsultant) => ("キャリアコンサルタント", "career consultant"),
                    Some(ExpertKind::Lawyer) | None => ("弁護士", "lawyer"),
                };
                (Vec::new(), adviser)
            }
        };
        if found.is_empty() { vec![lang.pick(function.0, function.1).to_owned()] } else { found }
    }

    /// A person inside the company: 営業第二課 課長 相沢 由紀子; Yukiko Aizawa, Manager, Sales Section 2.
    pub(super) fn post(&self, person: &OwnPerson) -> String {
        let shown = |text: &Option<crate::facts::Text>| text.as_ref().map(|text| text.shown().to_owned());
        let (name, title) = (person.name.shown().to_owned(), shown(&person.title));
        // A title that names its department says it once.
        let department = shown(&person.department)
            .filter(|department| !title.as_ref().is_some_and(|title| title.contains(department.as_str())));
        match self.speech.lang() {
            Lang::Ja => department.into_iter().chain(title).chain([name]).collect::<Vec<_>>().join(" "),
            Lang::En => [name].into_iter().chain(title).chain(department).collect::<Vec<_>>().join(", "),
        }
    }
}
