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
            let (one, two) = (contents(survey, event), contents(survey, other));
            let same = one.len() == two.len() && one.iter().zip(&two).all(|(one, two)| bare(one) == bare(two));
            (same && event.time == other.time)
                .then_some((other, one.iter().zip(&two).all(|(one, two)| one.text == two.text)))
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

/// What an event says, in each language.
fn contents<'a>(survey: &'a Survey<'_>, event: &Event) -> Vec<&'a Told> {
    let own = |told: &&Told| told.id.as_ref() == Some(&event.id) && told.field() == "content";
    survey.texts.iter().filter(own).collect()
}

/// The words without amounts and counts. Ordinals stay: the second talk is not the first.
fn bare(told: &Told) -> String {
    let mut text = told.text.clone();
    for mention in told.mentions.iter().rev() {
        let ordinal = told.text.get(..mention.span.start).is_some_and(|before| before.ends_with('第'));
        let counted = matches!(mention.value, Value::Money(..) | Value::Quantity(..) | Value::Percent(_));
        if counted && !ordinal {
            text.replace_range(mention.span.clone(), "#");
        }
    }
    text
}
