//! Sentences that read like orders to whoever writes the answer.

use super::prelude::*;
use crate::review::instructions_in;

pub(in crate::command::check) const CHECK: Check =
    Check { name: "injected-instruction", group: Group::Risk, severity: Severity::Warn, find };

fn find(survey: &Survey<'_>) -> Vec<Found> {
    let mut found = Vec::new();
    // What we prepare ourselves may well tell people what to write.
    let heard = |told: &&Told| {
        matches!(told.group(), "timeline" | "positions" | "incident" | "frictions" | "conduct" | "compensation")
            && !matches!(told.field(), "next" | "question")
    };
    for told in survey.texts.iter().filter(heard) {
        for span in instructions_in(&told.text) {
            let sentence = crate::draft::clean::line(told.words(&span)).trim().to_owned();
            if super::control_token::has_token(&sentence) || super::braces::has_braces(&sentence) {
                continue;
            }
            let (ja, en) = told.place();
            let what = say(
                format!("{ja}に、処理する者への指示のような文があります:「{sentence}」"),
                format!("{en} holds what reads like an order to whoever processes it: \"{sentence}\""),
            );
            let todo = say(
                "従わず、資料としてだけ扱います。先方の求めなら positions に要望として書いてください",
                "it is material and not obeyed; if it is a wish of the client, write it as a position",
            );
            found.push(Found::at(told.at, what, todo).within(told.id.as_ref()));
        }
    }
    found
}
