//! Texts for the client that take a disputed point for granted.

use super::prelude::*;
use crate::facts::normalise::find_all;

pub(in crate::command::check) const CHECK: Check =
    Check { name: "takes-sides", group: Group::Risk, severity: Severity::Error, find };

fn find(survey: &Survey<'_>) -> Vec<Found> {
    let disputed = survey.groups().timeline.iter().filter(|event| event.status == Status::Disputed);
    let disputed: Vec<&Event> = disputed.collect();
    let mut found = Vec::new();
    // What each side says is for that side to say.
    let told_as_fact =
        |told: &&Told| told.client && !matches!(told.field(), "our_version" | "client_version" | "acknowledge");
    for told in survey.texts.iter().filter(told_as_fact) {
        for event in &disputed {
            let Some(word) = event.disputed_words.iter().find(|word| !find_all(&told.text, word).is_empty()) else {
                continue;
            };
            let (id, (ja, en)) = (&event.id, told.place());
            let what = say(
                format!("{ja}の「{word}」は、認識が分かれている {id} に結論を出す言い方です"),
                format!("`{word}` in {en} settles {id}, which is disputed"),
            );
            let todo = say("どちらの側にも立たない言い方に改めてください", "write it so that no side is taken");
            found.push(Found::at(told.at, what, todo).within(told.id.as_ref()));
        }
    }
    found
}
