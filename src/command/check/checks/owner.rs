//! Promises whose owner a document to the client can give no name.

use super::prelude::*;

pub(in crate::command::check) const CHECK: Check =
    Check { name: "owner-unlabelled", group: Group::Gap, severity: Severity::Error, find };

fn find(survey: &Survey<'_>) -> Vec<Found> {
    let groups = survey.groups();
    let actions = groups
        .actions
        .iter()
        .filter(|action| action.visibility == Visibility::Client && action.status != Progress::Proposed);
    let actions = actions.map(|action| (&action.id, action.span.start, &action.owner));
    let checks = groups.incident.iter().flat_map(|incident| &incident.checks);
    let checks = checks.filter(|check| check.visibility == Visibility::Client);
    let mut found = Vec::new();
    for (id, at, owner) in actions.chain(checks.map(|check| (&check.id, check.span.start, &check.owner))) {
        let Some(person) = groups.own_person(owner) else { continue };
        let writes = *owner == groups.sender.person || Some(owner) == groups.sender.signatory.as_ref();
        if person.named || writes || person.client_label.is_some() {
            continue;
        }
        let what = say(
            format!("{id} の担当 {owner} には、先方への文書で使う呼び名がありません"),
            format!("the owner of {id}, {owner}, has no name for documents to the client"),
        );
        let todo = say(
            format!("own_people の {owner} に client_label（部署名など）を書くか、named = true にしてください"),
            format!("write `client_label` (a department) for {owner} in `own_people`, or named = true"),
        );
        found.push(Found::at(at, what, todo).of(id));
    }
    found
}
