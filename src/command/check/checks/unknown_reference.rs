//! References that lead nowhere: ids and kinds that do not exist.

use super::prelude::*;
use crate::facts::read::{Span, nearest};

pub(in crate::command::check) const CHECK: Check =
    Check { name: "unknown-reference", group: Group::Contradiction, severity: Severity::Error, find };

fn find(survey: &Survey<'_>) -> Vec<Found> {
    let groups = survey.groups();
    let ids: Vec<String> = groups.ids().into_iter().map(|(id, _)| id.as_str().to_owned()).collect();
    let known: Vec<&str> = ids.iter().map(String::as_str).chain(survey.kinds.iter().copied()).collect();
    let mut named: Vec<(&Id, &Span, &str, &'static str)> = Vec::new();
    for approval in &groups.approvals {
        named.extend(approval.covers.iter().map(|covered| (&approval.id, &approval.span, covered.as_str(), "covers")));
    }
    for check in groups.incident.iter().flat_map(|incident| &incident.checks) {
        named.extend(check.about.iter().map(|id| (&check.id, &check.span, id.as_str(), "about")));
    }
    for cause in &groups.causes {
        named.extend(cause.explains.iter().map(|id| (&cause.id, &cause.span, id.as_str(), "explains")));
    }
    for made in &groups.documents {
        named.extend(made.report.iter().map(|id| (&made.id, &made.span, id.as_str(), "report")));
        // A paper made by hand may be of a kind of its own; what is nearly one of ours is a slip.
        let slip = !survey.kinds.contains(&made.kind.as_str()) && nearest(&made.kind, &survey.kinds).is_some();
        named.extend(slip.then_some((&made.id, &made.span, made.kind.as_str(), "kind")));
    }
    let lost = named.into_iter().filter(|(_, _, name, _)| !known.contains(name));
    let found = lost.map(|(id, span, name, key)| {
        let what = say(
            format!("{id} の {key} にある `{name}` は存在しません"),
            format!("`{name}` in `{key}` of {id} does not exist"),
        );
        let todo = match nearest(name, &known) {
            Some(near) => say(
                format!("`{near}` のことでしょうか。つづりを直してください"),
                format!("did you mean `{near}`? mend the spelling"),
            ),
            None => say("番号か文書の種類の名前を確かめてください", "check the id, or the name of the document kind"),
        };
        Found::at(span.start, what, todo).of(id)
    });
    found.collect()
}
