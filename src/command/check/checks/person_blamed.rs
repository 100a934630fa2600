//! Lapses and causes that name a person.

use super::prelude::*;
use crate::facts::normalise::find_all;

pub(in crate::command::check) const CHECK: Check =
    Check { name: "person-blamed", group: Group::Risk, severity: Severity::Warn, find };

fn find(survey: &Survey<'_>) -> Vec<Found> {
    let mut found = Vec::new();
    let blames = |told: &&Told| told.field() == "lapse" || (told.group() == "causes" && told.field() == "what");
    for told in survey.texts.iter().filter(blames) {
        let named = survey.groups().own_people.iter().find(|person| {
            let family = person.name.get(told.lang).map(|name| family_name(name, told.lang));
            family.is_some_and(|family| family.chars().count() > 1 && !find_all(&told.text, family).is_empty())
        });
        let Some(person) = named else { continue };
        let (name, (ja, en)) = (survey.name_of(&person.key, told.lang), told.place());
        let what = say(format!("{ja}が、{name}個人を名指ししています"), format!("{en} names {name} in person"));
        let todo = say(
            "会社の落ち度・仕組みの問題として書いてください（誰が、ではなく、何が足りなかったか）",
            "write it as the company's lapse or a condition: what was missing, not who",
        );
        found.push(Found::at(told.at, what, todo).within(told.id.as_ref()));
    }
    found
}
