//! Disputed events in which both sides say the same.

use super::prelude::*;
use crate::facts::normalise::compare_key;

pub(in crate::command::check) const CHECK: Check =
    Check { name: "versions-agree", group: Group::Contradiction, severity: Severity::Warn, find };

fn find(survey: &Survey<'_>) -> Vec<Found> {
    let mut found = Vec::new();
    for event in survey.groups().timeline.iter().filter(|event| event.status == Status::Disputed) {
        let (Some(ours), Some(theirs)) = (&event.our_version, &event.client_version) else { continue };
        let same = Lang::ALL.into_iter().any(|lang| {
            ours.get(lang).zip(theirs.get(lang)).is_some_and(|(one, other)| compare_key(one) == compare_key(other))
        });
        if same {
            let id = &event.id;
            let what = say(
                format!("{id} は認識が分かれているとありますが、双方の言い分が同じです"),
                format!("{id} is disputed, yet both sides say the same"),
            );
            let todo = say(
                "言い分を書き分けるか、一致しているなら status を confirmed にしてください",
                "write what each side says, or make it `confirmed` if they agree",
            );
            found.push(Found::at(event.span.start, what, todo).of(id));
        }
    }
    found
}
