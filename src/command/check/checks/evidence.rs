//! Events told to the client, or disputed, without anything that shows them.

use super::prelude::*;

pub(in crate::command::check) const CHECK: Check =
    Check { name: "evidence-missing", group: Group::Gap, severity: Severity::Warn, find };

fn find(survey: &Survey<'_>) -> Vec<Found> {
    let mut found = Vec::new();
    for event in survey.groups().timeline.iter().filter(|event| event.evidence.is_none()) {
        let id = &event.id;
        let (what, todo) = match event.status {
            Status::Disputed => (
                say(
                    format!("{id} は認識が分かれていますが、根拠（evidence）がありません"),
                    format!("{id} is disputed, and nothing is on record for either side"),
                ),
                say(
                    "通話の履歴、メモ、メールを探し、ないなら「記録なし」と evidence に書いてください",
                    "look for call logs, notes and mails; if there are none, write that in `evidence`",
                ),
            ),
            Status::Confirmed if event.visibility == Visibility::Client => (
                say(
                    format!("{id} は確認済みとして先方に示しますが、根拠（evidence）がありません"),
                    format!("{id} is told to the client as confirmed, and nothing shows it"),
                ),
                say(
                    "何で確かめたかを evidence に書くか、確かめるまで status を unverified にしてください",
                    "write in `evidence` what shows it, or make it `unverified` until then",
                ),
            ),
            _ => continue,
        };
        found.push(Found::at(event.span.start, what, todo).of(id));
    }
    found
}
