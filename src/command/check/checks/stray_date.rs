//! A date in a text that no other fact has, next to one that others do have.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::prelude::*;

pub(in crate::command::check) const CHECK: Check =
    Check { name: "stray-date", group: Group::Contradiction, severity: Severity::Warn, find };

fn find(survey: &Survey<'_>) -> Vec<Found> {
    let mut places: BTreeMap<Date, Vec<&Told>> = BTreeMap::new();
    for told in &survey.texts {
        for mention in &told.mentions {
            if let Value::Date(date) = &mention.value
                && let Some(day) = survey.whole(*date)
            {
                places.entry(day).or_default().push(told);
            }
        }
    }
    let mut found = Vec::new();
    for (day, tellers) in &places {
        let Some(told) = tellers.first() else { continue };
        let elsewhere = tellers.iter().any(|other| other.id != told.id || other.path.first() != told.path.first());
        if elsewhere || survey.days.iter().any(|(_, known)| known == day) || !is_ours(told) {
            continue;
        }
        let near = survey.days.iter().map(|(_, known)| *known).chain(places.keys().copied());
        let other_own =
            |known: &Date| places.get(known).is_some_and(|tellers| tellers.iter().any(|other| other.id == told.id));
        let Some(near) = near.filter(|known| is_slip(*day, *known) && !other_own(known)).min() else { continue };
        let (ja, en) = told.place();
        let what = say(
            format!("{ja}の {day} は、ほかのどこにもない日付です（近い日付: {near}）"),
            format!("{day} in {en} stands nowhere else in the case (near it: {near})"),
        );
        let todo = say("書き間違いでないか確かめてください", "check that it is no slip of the pen");
        found.push(Found::at(told.at, what, todo).within(told.id.as_ref()));
    }
    found
}

/// Texts of ours about what has happened; what a side claims, or what is planned, has dates of its own.
fn is_ours(told: &Told) -> bool {
    matches!(told.group(), "timeline" | "incident" | "approvals" | "causes" | "positions")
        && !matches!(told.field(), "quote" | "note" | "our_version" | "client_version" | "evidence" | "next")
}

/// Whether one date can be a slip of the other: the day beside it, the same day of the month beside it, day and
/// month changed about.
fn is_slip(one: Date, other: Date) -> bool {
    let apart = one.since(other).map_or(0, |span| span.get_days().abs());
    let months = (one.month() - other.month()).abs();
    one != other
        && one.year() == other.year()
        && (apart == 1
            || (one.day() == other.day() && months == 1)
            || (one.day() == other.month() && one.month() == other.day()))
}
