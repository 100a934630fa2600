//! A quantity that looks like a slip of the one on record.

use super::near::is_slip;
use super::prelude::*;
use crate::facts::normalise::Unit;

pub(in crate::command::check) const CHECK: Check =
    Check { name: "quantity-mismatch", group: Group::Contradiction, severity: Severity::Error, find };

fn find(survey: &Survey<'_>) -> Vec<Found> {
    let is_record = |told: &Told| told.group() == "incident" && matches!(told.field(), "quantity" | "matter");
    let known: Vec<(i64, Unit, String)> = survey
        .texts
        .iter()
        .filter(|told| is_record(told) && told.field() == "quantity")
        .flat_map(|told| {
            counted(told).into_iter().map(|(number, unit, span)| (number, unit, told.words(&span).to_owned()))
        })
        .collect();
    let mut found = Vec::new();
    for told in survey.texts.iter().filter(|told| told.field() != "quantity") {
        for (number, unit, span) in counted(told) {
            if known.iter().any(|(same, ..)| *same == number) {
                continue;
            }
            let Some((.., right)) = known.iter().find(|(other, of, _)| *of == unit && is_slip(number, *other)) else {
                continue;
            };
            let (words, (ja, en)) = (told.words(&span), told.place());
            let what = say(
                format!("{ja}の「{words}」が、incident の数量「{right}」と合いません"),
                format!("`{words}` in {en} differs from the quantity of the incident, `{right}`"),
            );
            let todo =
                say("どちらが正しいかを確かめ、違うほうを直してください", "find out which is right and mend the other");
            let severity = if told.is_quote() { Severity::Warn } else { Severity::Error };
            found.push(Found::at(told.at, what, todo).within(told.id.as_ref()).with(severity));
        }
    }
    found
}

fn counted(told: &Told) -> Vec<(i64, Unit, std::ops::Range<usize>)> {
    let read = |mention: &crate::facts::normalise::Mention| match &mention.value {
        Value::Quantity(number, unit) => Some((number.as_whole()?, *unit, mention.span.clone())),
        _ => None,
    };
    told.mentions.iter().filter_map(read).collect()
}
