//! By what role somebody or something is called.

use super::form::Form;
use super::organisation::Trade;
use super::part::Part;
use super::{organisation, person, place, thing};
use crate::facts::{Groups, Key, OwnPerson, Text};
use crate::lang::Lang;

/// Everything by which a case can be recognised, with what it is called instead.
pub(super) fn parts(groups: &Groups, lang: Lang) -> Vec<Part> {
    let trade = Trade::of(groups);
    let mut parts = people(groups, &trade, lang);
    let sender = &groups.sender;
    let emails: Vec<&str> = sender
        .email
        .iter()
        .chain(groups.own_people.iter().filter_map(|own| own.email.as_ref()))
        .map(String::as_str)
        .collect();
    parts.push(Part::organisation(
        client(lang),
        organisation::forms(&groups.client.name, &groups.client.also, &[], &trade),
    ));
    parts.push(Part::organisation(own(lang), organisation::forms(&sender.company, &[], &emails, &trade)));
    let product = thing::product(groups);
    let references = thing::references(groups, &product);
    parts.push(Part::thing(lang.pick("製品X", "product X"), product));
    let order = groups.incident.as_ref().and_then(|incident| incident.order.as_deref());
    parts.push(Part::thing(lang.pick("注文Y", "order Y"), thing::number(order)));
    let contract = thing::number(groups.case.contract.as_deref());
    parts.push(Part::thing(lang.pick("本件の契約", "the contract"), contract));
    let own_number = if groups.case.id.chars().count() > 4 { thing::number(Some(&groups.case.id)) } else { Vec::new() };
    parts.push(Part::thing(lang.pick("本件", "this case"), own_number));
    for (index, form) in references.into_iter().enumerate() {
        let letter = numbered('W', index);
        let label = lang.pick(format!("管理番号{letter}"), format!("reference {letter}"));
        parts.push(Part::thing(label, vec![form]));
    }
    let phones = sender.tel.iter().chain(groups.own_people.iter().filter_map(|own| own.tel.as_ref()));
    parts.push(Part::thing(contact(lang), phones.map(Form::always).collect()));
    for (index, place) in place::places(groups).into_iter().enumerate() {
        let letter = numbered('Z', index);
        let label = match place.sort {
            Some((ja, en)) => lang.pick(format!("{letter}{ja}"), format!("{en} {letter}")),
            None => lang.pick(format!("場所{letter}"), format!("place {letter}")),
        };
        parts.push(Part::thing(label, place.forms));
    }
    parts.retain(|part| !part.forms.is_empty());
    parts
}

/// What a person's key is called in the view: it is a name too.
pub(super) fn key(groups: &Groups, key: &Key) -> Key {
    let of = |side: &str, index: usize| Key::named(&format!("{side}-{}", person_letter(index).to_lowercase()));
    if let Some(index) = groups.client_people.iter().position(|person| person.key == *key) {
        return of("client", index);
    }
    if *key == groups.sender.person {
        return Key::named("manager");
    }
    if is_rep(groups, key) {
        return Key::named("rep");
    }
    match groups.own_people.iter().position(|person| person.key == *key) {
        Some(index) => of("own", groups.client_people.len() + index),
        None => Key::named("nobody"),
    }
}

/// The client.
pub(super) fn client(lang: Lang) -> &'static str {
    lang.pick("A社", "Company A")
}

/// The own company.
pub(super) fn own(lang: Lang) -> &'static str {
    lang.pick("当社", "our company")
}

/// Contact data.
pub(super) fn contact(lang: Lang) -> &'static str {
    lang.pick("（連絡先）", "(contact data)")
}

fn people(groups: &Groups, trade: &Trade, lang: Lang) -> Vec<Part> {
    let mut parts = Vec::new();
    for (index, person) in groups.client_people.iter().enumerate() {
        let letter = person_letter(index);
        let title = shown(groups, person.title.as_ref(), trade, lang);
        let title = title.unwrap_or_else(|| lang.pick("担当者", "contact").to_owned());
        let label = lang.pick(format!("A社の{title}{letter}"), format!("Company A's {title} {letter}"));
        let forms = person::forms(&person.name, person.reading.as_deref(), None);
        parts.push(Part::person(label, forms, person.title.iter().collect(), lang));
    }
    for (index, person) in groups.own_people.iter().enumerate() {
        let label = own_label(groups, person, groups.client_people.len() + index, trade, lang);
        let forms = person::forms(&person.name, person.reading.as_deref(), person.email.as_deref());
        let called = person.title.iter().chain(&person.department).chain(&person.client_label).collect();
        parts.push(Part::person(label, forms, called, lang));
    }
    parts
}

fn own_label(groups: &Groups, person: &OwnPerson, index: usize, trade: &Trade, lang: Lang) -> String {
    if person.key == groups.sender.person {
        return lang.pick("上司（相談者）", "the manager").to_owned();
    }
    if is_rep(groups, &person.key) {
        return lang.pick("担当者B", "rep B").to_owned();
    }
    let letter = person_letter(index);
    match shown(groups, person.title.as_ref(), trade, lang) {
        Some(title) => lang.pick(format!("当社の{title}{letter}"), format!("our {title} {letter}")),
        None => lang.pick(format!("当社の社員{letter}"), format!("colleague {letter}")),
    }
}

fn is_rep(groups: &Groups, key: &Key) -> bool {
    groups.rep.as_ref().is_some_and(|rep| rep.person == *key)
}

/// A title, unless it names the company or one of its places.
fn shown(groups: &Groups, title: Option<&Text>, trade: &Trade, lang: Lang) -> Option<String> {
    let title = title?.get(lang)?;
    let organisations = [&groups.client.name, &groups.sender.company];
    let named = organisations.into_iter().any(|name| {
        organisation::forms(name, &groups.client.also, &[], trade).iter().any(|form| title.contains(&form.text))
    });
    // 笹森店店長: a place tells it too.
    let placed = place::places(groups).iter().any(|place| place.forms.iter().any(|form| title.contains(&form.text)));
    (!named && !placed).then(|| title.to_owned())
}

/// P, Q … W, P2: X to Z are taken by things.
fn person_letter(index: usize) -> String {
    let letter = "PQRSTUVW".chars().nth(index % 8).unwrap_or('P');
    if index < 8 { letter.to_string() } else { format!("{letter}{}", index / 8 + 1) }
}

/// Z, Z2, Z3.
fn numbered(letter: char, index: usize) -> String {
    if index == 0 { letter.to_string() } else { format!("{letter}{}", index + 1) }
}
