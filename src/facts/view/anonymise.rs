//! Names out: what an adviser from outside gets.

use std::sync::LazyLock;

use regex::Regex;

use super::coarsen::coarsen;
use super::identity::Identifiers;
use crate::facts::read::{Changer, Field};
use crate::facts::{EnTitle, Groups, Key, Text};
use crate::lang::Lang;

static SECOND_PERSON: LazyLock<Vec<(Regex, &'static str)>> = LazyLock::new(|| {
    let pairs = [
        (r"(?-u:\b)(?i:you) are(?-u:\b)|(?-u:\b)(?i:you)['’]re(?-u:\b)", "Company A is"),
        (r"(?-u:\b)(?i:you) were(?-u:\b)", "Company A was"),
        (r"(?-u:\b)(?i:you) have(?-u:\b)|(?-u:\b)(?i:you)['’]ve(?-u:\b)", "Company A has"),
        (r"(?-u:\b)(?i:yours?)(?-u:\b)", "Company A's"),
        (r"(?-u:\b)(?i:you)(?-u:\b)", "Company A"),
    ];
    pairs.map(|(pattern, to)| (fixed(pattern), to)).into()
});
static RESPECT: LazyLock<Regex> = LazyLock::new(|| fixed("貴社|御社|貴院|貴行|貴校|貴法人|貴組合"));

/// Replaces in every text, string and reference what tells whose case it is, and drops contact data.
/// The view must already be in one language; the identifiers are those of the whole case.
pub(super) fn anonymise(groups: &mut Groups, names: &Identifiers, lang: Lang) {
    drop_data(groups);
    third_person(groups, lang);
    coarsen(groups, lang);
    groups.walk_mut(&mut Nameless { names, lang });
    name_roles(groups, names, lang);
}

/// What an adviser needs in no form: contacts, numbers, readings, lists of words.
fn drop_data(groups: &mut Groups) {
    let sender = &mut groups.sender;
    (sender.tel, sender.email, sender.address) = (None, None, None);
    groups.client.address = None;
    groups.client.department = None;
    groups.client.also.clear();
    groups.case.contract = None;
    groups.case.id = String::new();
    if let Some(incident) = &mut groups.incident {
        incident.order = None;
    }
    for person in &mut groups.client_people {
        person.reading = None;
    }
    for person in &mut groups.own_people {
        (person.reading, person.email, person.tel) = (None, None, None);
    }
    groups.timeline.iter_mut().for_each(|event| event.disputed_words.clear());
    groups.lessons.iter_mut().for_each(|lesson| lesson.source = None);
}

/// Texts written for the client speak to the client; an adviser is told of it.
fn third_person(groups: &mut Groups, lang: Lang) {
    struct Told(Lang);
    impl Changer for Told {
        fn text(&mut self, text: &mut Text) {
            if let Some(shown) = text.get(self.0) {
                let told = told(shown, self.0);
                text.set(self.0, told);
            }
        }
    }
    let told = &mut Told(lang);
    groups.incident.walk_mut(told);
    for event in &mut groups.timeline {
        // What somebody said stays in that person's words.
        let quote = event.quote.take();
        event.walk_mut(told);
        event.quote = quote;
    }
    for position in &mut groups.positions {
        let quote = position.quote.take();
        position.walk_mut(told);
        position.quote = quote;
    }
    groups.causes.walk_mut(told);
    groups.actions.walk_mut(told);
    groups.compensation.walk_mut(told);
    groups.contact_setup.walk_mut(told);
    groups.meeting.walk_mut(told);
    groups.cadence.walk_mut(told);
    groups.frictions.walk_mut(told);
}

fn told(text: &str, lang: Lang) -> String {
    match lang {
        Lang::Ja => RESPECT.replace_all(text, "A社").replace("弊社", "当社"),
        Lang::En => {
            let told =
                SECOND_PERSON.iter().fold(text.to_owned(), |text, (you, to)| you.replace_all(&text, *to).into_owned());
            told.replace("Company A's's", "Company A's")
        }
    }
}

struct Nameless<'a> {
    names: &'a Identifiers,
    lang: Lang,
}

impl Changer for Nameless<'_> {
    fn text(&mut self, text: &mut Text) {
        if let Some(shown) = text.get(self.lang) {
            let shown = self.names.replace(shown);
            text.set(self.lang, shown);
        }
    }

    fn code(&mut self, code: &mut String) {
        *code = self.names.replace(code);
    }

    fn key(&mut self, key: &mut Key) {
        *key = self.names.key(key);
    }
}

/// People and organisations bear their roles as names; what stood beside the names is in the roles.
fn name_roles(groups: &mut Groups, names: &Identifiers, lang: Lang) {
    groups.client.name.set(lang, names.client().to_owned());
    groups.sender.company.set(lang, names.own().to_owned());
    for person in &mut groups.client_people {
        (person.title, person.en_title) = (None, EnTitle::None);
    }
    for person in &mut groups.own_people {
        (person.title, person.department, person.client_label) = (None, None, None);
    }
}

fn fixed(pattern: &str) -> Regex {
    Regex::new(pattern).unwrap_or_else(|error| unreachable!("a fixed pattern: {error}"))
}
