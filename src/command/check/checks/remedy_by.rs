//! Remedies authorised or said by somebody who cannot have done so.

use super::prelude::*;

pub(in crate::command::check) const CHECK: Check =
    Check { name: "remedy-by-other-side", group: Group::Contradiction, severity: Severity::Error, find };

fn find(survey: &Survey<'_>) -> Vec<Found> {
    let groups = survey.groups();
    let mut found = Vec::new();
    for entry in &groups.compensation {
        let (id, who) = (&entry.id, &entry.by);
        let client = groups.client_person(who).is_some();
        let rep = groups.rep.as_ref().is_some_and(|rep| rep.person == *who);
        let (what, todo) = match entry.status {
            RemedyStatus::Authorised if client => (
                say(
                    format!("{id} は承認済みとありますが、by は先方の {who} です"),
                    format!("{id} is said to be authorised, yet `by` is the client's {who}"),
                ),
                say(
                    "承認した自社の人を by に書くか、status を requested にしてください",
                    "write who of our side authorised it, or make it `requested`",
                ),
            ),
            RemedyStatus::Authorised if rep => (
                say(
                    format!("{id} は承認済みとありますが、by は担当者 {who} です"),
                    format!("{id} is said to be authorised, yet `by` is the rep, {who}"),
                ),
                say(
                    "承認の権限を持つ人を by に書くか、status を said_without_authority にしてください",
                    "write who had the authority, or make it `said_without_authority`",
                ),
            ),
            RemedyStatus::SaidWithoutAuthority if client => (
                say(
                    format!("{id} は当社の者が言ったとありますが、by は先方の {who} です"),
                    format!("{id} was said by our side, yet `by` is the client's {who}"),
                ),
                say(
                    "言った人を by に書くか、status を requested にしてください",
                    "write who of our side said it, or make it `requested`",
                ),
            ),
            RemedyStatus::Requested if !client => (
                say(
                    format!("{id} は先方の求めとありますが、by は自社の {who} です"),
                    format!("{id} was asked for by the client, yet `by` is our {who}"),
                ),
                say("求めた先方の人を by に書いてください", "write who of the client asked for it"),
            ),
            _ => continue,
        };
        found.push(Found::at(entry.span.start, what, todo).of(id));
    }
    found
}
