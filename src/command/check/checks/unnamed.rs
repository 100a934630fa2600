//! Colleagues the client is not to know by name, named in a text the client may read.

use super::prelude::*;
use crate::facts::normalise::find_all;

pub(in crate::command::check) const CHECK: Check =
    Check { name: "unnamed-person", group: Group::Risk, severity: Severity::Error, find };

fn find(survey: &Survey<'_>) -> Vec<Found> {
    let groups = survey.groups();
    let writes = |key: &Key| *key == groups.sender.person || Some(key) == groups.sender.signatory.as_ref();
    let hidden: Vec<&OwnPerson> =
        groups.own_people.iter().filter(|person| !person.named && !writes(&person.key)).collect();
    let mut found = Vec::new();
    // The client's own people may bear the same name.
    let texts = survey.texts.iter().filter(|told| told.client && !matches!(told.group(), "client_people" | "client"));
    for told in texts {
        for person in &hidden {
            let Some(name) = person.name.get(told.lang) else { continue };
            let family = family_name(name, told.lang);
            if family.chars().count() < 2 || find_all(&told.text, family).is_empty() {
                continue;
            }
            let (key, (ja, en)) = (&person.key, told.place());
            let what = say(
                format!("{ja}は先方に示す文ですが、名を出さない {key}（{family}）の名があります"),
                format!("{en} may go to the client, yet names {family} ({key}), who is not to be named"),
            );
            let todo = say(
                "「弊社の担当」や部署名で書くか、名を出してよいなら named = true にしてください",
                "write `our representative` or the department, or named = true if the name may be told",
            );
            found.push(Found::at(told.at, what, todo).within(told.id.as_ref()));
        }
    }
    found
}
