//! Names out: what an adviser from outside gets.

use regex::{NoExpand, Regex};

use crate::facts::{Groups, OwnPerson, name_parts};
use crate::lang::Lang;

/// Replaces the names of organisations, people, brands and orders in every text, and drops contact data.
/// The view must already be in one language.
pub(super) fn anonymise(groups: &mut Groups, lang: Lang) {
    let labels = labels(groups, lang);
    groups.walk_texts(&mut |text| {
        if let Some(shown) = text.get(lang) {
            text.set(lang, apply(&labels, shown));
        }
    });
    let sender = &mut groups.sender;
    (sender.tel, sender.email, sender.address) = (None, None, None);
    groups.client.address = None;
    groups.client.also.clear();
    groups.case.contract = None;
    groups.case.id = String::new();
    if let Some(incident) = &mut groups.incident {
        incident.order = None;
        incident.place = None;
    }
    groups.client_people.iter_mut().for_each(|person| person.reading = None);
    for person in &mut groups.own_people {
        (person.reading, person.email, person.tel) = (None, None, None);
    }
    groups.timeline.iter_mut().for_each(|event| event.disputed_words.clear());
}

/// What replaces what, longest first.
fn labels(groups: &Groups, lang: Lang) -> Vec<(Regex, String)> {
    let mut pairs: Vec<(String, String)> = Vec::new();
    let client = lang.pick("A社", "Company A").to_owned();
    let own = lang.pick("当社", "our company").to_owned();
    for name in organisation(groups.client.name.shown()) {
        pairs.push((name, client.clone()));
    }
    pairs.extend(groups.client.also.iter().map(|name| (name.clone(), client.clone())));
    for name in organisation(groups.sender.company.shown()) {
        pairs.push((name, own.clone()));
    }
    for (index, person) in groups.client_people.iter().enumerate() {
        let title = person.title.as_ref().map(|title| title.shown().to_owned());
        let title = title.unwrap_or_else(|| lang.pick("担当者", "contact").to_owned());
        let letter = letter(index);
        let label = lang.pick(format!("A社の{title}{letter}"), format!("Company A's {title} {letter}"));
        pairs.extend(person_names(person.name.shown()).into_iter().map(|name| (name, label.clone())));
    }
    for (index, person) in groups.own_people.iter().enumerate() {
        let label = own_label(groups, person, index, lang);
        pairs.extend(person_names(person.name.shown()).into_iter().map(|name| (name, label.clone())));
    }
    if let Some(incident) = &groups.incident {
        let product = incident.product.as_ref().map(|product| product.shown().to_owned());
        let brand = lang.pick("製品X", "product X").to_owned();
        pairs.extend(product.map(|product| (product, brand)));
        let order = lang.pick("注文Y", "order Y").to_owned();
        pairs.extend(incident.order.clone().map(|number| (number, order)));
    }
    pairs.retain(|(name, _)| name.chars().count() > 1);
    pairs.sort_by_key(|(name, _)| std::cmp::Reverse(name.chars().count()));
    let honorific = lang.pick("(?:様|さん|氏|殿|先生)?", "");
    pairs
        .into_iter()
        .filter_map(|(name, label)| {
            let escaped = regex::escape(&name);
            let pattern = match lang {
                Lang::Ja => format!("{escaped}{honorific}"),
                Lang::En => format!(r"(?i)(?:(?:Mr|Ms|Mrs|Dr)\.? )?\b{escaped}(?:'s)?\b"),
            };
            Some((Regex::new(&pattern).ok()?, label))
        })
        .collect()
}

fn own_label(groups: &Groups, person: &OwnPerson, index: usize, lang: Lang) -> String {
    if person.key == groups.sender.person {
        return lang.pick("上司（相談者）", "the manager").to_owned();
    }
    if groups.rep.as_ref().is_some_and(|rep| rep.person == person.key) {
        return lang.pick("担当者B", "rep B").to_owned();
    }
    let letter = letter(index);
    lang.pick(format!("当社の社員{letter}"), format!("colleague {letter}"))
}

fn letter(index: usize) -> char {
    // Far more letters than any case has people; beyond them the last one repeats, which still names nobody.
    ('P'..='Z').nth(index).unwrap_or('Z')
}

/// A legal name, and the name without its legal form.
fn organisation(name: &str) -> Vec<String> {
    let mut bare = name.to_owned();
    for form in [
        "株式会社",
        "有限会社",
        "合同会社",
        "医療法人",
        "学校法人",
        "社団法人",
        "財団法人",
        " K.K.",
        " Co., Ltd.",
        " Ltd.",
        " Inc.",
        " Japan",
    ] {
        bare = bare.replace(form, "");
    }
    let first = bare.split(' ').next().unwrap_or_default().to_owned();
    vec![name.to_owned(), bare.trim().to_owned(), first]
}

/// A full name, the same without the space, and its parts.
fn person_names(name: &str) -> Vec<String> {
    let mut names = vec![name.to_owned(), name_parts(name).collect()];
    names.extend(name_parts(name).map(str::to_owned));
    names
}

fn apply(labels: &[(Regex, String)], text: &str) -> String {
    labels.iter().fold(text.to_owned(), |text, (name, label)| name.replace_all(&text, NoExpand(label)).into_owned())
}
