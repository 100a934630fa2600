//! Names out: what an adviser from outside gets.

use super::coarsen::coarsen;
use super::identity::Identifiers;
use crate::facts::read::{Changer, Field};
use crate::facts::{EnTitle, Groups, Key, Text};
use crate::lang::Lang;

/// Replaces in every text, string and reference what tells whose case it is, and drops contact data.
/// The view must already be in one language; the identifiers are those of the whole case.
pub(super) fn anonymise(groups: &mut Groups, names: &Identifiers, lang: Lang) {
    drop_data(groups);
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
    // How a talk is prepared and what the client's people like is of no use to an adviser, and tells much of them.
    groups.prep = None;
    groups.handover_notes.clear();
    groups.timeline.iter_mut().for_each(|event| event.disputed_words.clear());
    groups.lessons.iter_mut().for_each(|lesson| lesson.source = None);
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
