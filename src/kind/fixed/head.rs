//! The head of a document: date, addressee, sender, subject.

use super::Sheet;
use crate::facts::{Client, ClientPerson, EnTitle};
use crate::kind::document::{Align, Block};
use crate::kind::spec::Profile;
use crate::lang::Lang;

pub(super) fn date(sheet: Sheet<'_>) -> Vec<Block> {
    let align = sheet.speech.lang().pick(Align::Right, Align::Left);
    vec![Block::Lines { align, lines: vec![sheet.speech.full_day(sheet.facts.case.as_of)] }]
}

pub(super) fn addressee(sheet: Sheet<'_>) -> Vec<Block> {
    let client = &sheet.facts.client;
    let lines = match (sheet.facts.addressee(), sheet.speech.lang()) {
        (Some(person), Lang::Ja) => japanese(client, person),
        (Some(person), Lang::En) => english(client, person),
        (None, Lang::Ja) => vec![format!("{}　御中", client.name.shown())],
        (None, Lang::En) => vec![client.name.shown().to_owned()],
    };
    vec![Block::Lines { align: Align::Left, lines }]
}

fn japanese(client: &Client, person: &ClientPerson) -> Vec<String> {
    let mut lines = vec![client.name.shown().to_owned()];
    lines.extend(client.department.as_ref().map(|department| department.shown().to_owned()));
    let honorific = person.honorific.word();
    let name = format!("{} {honorific}", person.name.shown());
    lines.push(match &person.title {
        Some(title) => format!("{}　{name}", title.shown()),
        None => name,
    });
    lines
}

fn english(client: &Client, person: &ClientPerson) -> Vec<String> {
    let name = match person.en_title {
        EnTitle::None => person.name.shown().to_owned(),
        title => format!("{} {}", title.word(), person.name.shown()),
    };
    let mut lines = vec![name];
    lines.extend(person.title.as_ref().map(|title| title.shown().to_owned()));
    lines.extend(client.department.as_ref().map(|department| department.shown().to_owned()));
    lines.push(client.name.shown().to_owned());
    lines.extend(client.address.as_ref().map(|address| address.shown().to_owned()));
    lines
}

/// At the head of a Japanese letter or report; an English one is signed at its end.
pub(super) fn sender(sheet: Sheet<'_>) -> Vec<Block> {
    let report = sheet.spec.profile == Profile::Report;
    match sheet.speech.lang() {
        Lang::Ja => vec![Block::Lines { align: Align::Right, lines: sheet.sender_lines() }],
        Lang::En if report => vec![Block::Lines { align: Align::Left, lines: sheet.sender_lines() }],
        Lang::En => Vec::new(),
    }
}

pub(super) fn subject(sheet: Sheet<'_>) -> Vec<Block> {
    let Some(subject) = sheet.subject() else { return Vec::new() };
    match (sheet.spec.profile, sheet.speech.lang()) {
        (Profile::Email, Lang::Ja) => {
            vec![Block::Lines { align: Align::Left, lines: vec![format!("件名：{subject}")] }]
        }
        (Profile::Email | Profile::Letter, Lang::En) => {
            vec![Block::Lines { align: Align::Left, lines: vec![format!("Subject: {subject}")] }]
        }
        _ => vec![Block::Title(subject)],
    }
}

impl Sheet<'_> {
    /// The subject line: the kind's pattern with what it is about.
    pub(super) fn subject(&self) -> Option<String> {
        let pattern = self.spec.subject.get(self.speech.lang());
        if !pattern.contains("{title}") {
            return Some(pattern.clone());
        }
        let title = &self.facts.incident.as_ref()?.title;
        Some(pattern.replace("{title}", title.shown()))
    }

    /// Company, department and title, name, and how to reach the sender.
    pub(super) fn sender_lines(&self) -> Vec<String> {
        let sender = &self.facts.sender;
        let person = self.facts.own_person(sender.signatory.as_ref().unwrap_or(&sender.person));
        let shown = |text: Option<&crate::facts::Text>| text.map(|text| text.shown().to_owned()).unwrap_or_default();
        let (name, title, department) = person.map_or_else(Default::default, |person| {
            (person.name.shown().to_owned(), shown(person.title.as_ref()), shown(person.department.as_ref()))
        });
        let company = sender.company.shown().to_owned();
        let mut lines = match self.speech.lang() {
            Lang::Ja => {
                let parts = [department, title, name].into_iter().filter(|part| !part.is_empty());
                vec![company, parts.collect::<Vec<_>>().join("　")]
            }
            Lang::En => {
                let post = [title, department].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>();
                vec![name, post.join(", "), company]
            }
        };
        lines.retain(|line| !line.trim().is_empty());
        lines.extend(self.reach());
        lines
    }

    /// Telephone and e-mail, on a line.
    fn reach(&self) -> Option<String> {
        let sender = &self.facts.sender;
        let phone =
            sender.tel.as_ref().map(|tel| self.speech.lang().pick(format!("電話 {tel}"), format!("Tel. {tel}")));
        let parts: Vec<String> = phone.into_iter().chain(sender.email.clone()).collect();
        (!parts.is_empty()).then(|| parts.join(self.speech.lang().pick("　", ", ")))
    }
}
