//! The same event told twice, with other numbers.

use super::prelude::*;

pub(in crate::command::check) const CHECK: Check =
    Check { name: "told-twice", group: Group::Contradiction, severity: Severity::Error, find };

fn find(survey: &Survey<'_>) -> Vec<Found> {
    let events = &survey.groups().timeline;
    let mut found = Vec::new();
    for (at, event) in events.iter().enumerate() {
        let mut earlier = events.iter().take(at);
        let twin = earlier.find_map(|other| {
            let same = Lang::ALL.into_iter().find(|lang| {
                let (one, two) = (event.content.get(*lang), other.content.get(*lang));
                one.zip(two).is_some_and(|(one, two)| bare(one) == bare(two))
            })?;
            Some((other, event.content.get(same) == other.content.get(same)))
        });
        let Some((other, equal)) = twin else { continue };
        let (id, known) = (&event.id, &other.id);
        // What recurs is told again on another day with the same words.
        if equal && event.date != other.date {
            continue;
        }
        let (what, severity) = if equal {
            (
                say(format!("{id} は {known} と同じ出来事です"), format!("{id} tells the same as {known}")),
                Severity::Warn,
            )
        } else if event.date == other.date {
            (
                say(
                    format!("{id} は {known} と同じ文で、数だけが違います"),
                    format!("{id} says the same as {known} with other numbers"),
                ),
                Severity::Error,
            )
        } else {
            continue;
        };
        let todo = say("正しいほうを残し、もう一方を消してください", "keep the right one and delete the other");
        found.push(Found::at(event.span.start, what, todo).of(id).with(severity));
    }
    found
}

/// The words without their digits.
fn bare(text: &str) -> String {
    let key = crate::facts::normalise::compare_key(text);
    key.chars().filter(|c| !c.is_ascii_digit() && !matches!(c, ',' | '.')).collect()
}
