//! Events told as after or before another day, but dated otherwise.

use std::sync::LazyLock;

use super::prelude::*;

pub(in crate::command::check) const CHECK: Check =
    Check { name: "event-order", group: Group::Contradiction, severity: Severity::Error, find };

/// Words behind a Japanese date that place the event after it, and before it.
static AFTER_JA: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::fixed(r"^(?:の[^。、]{0,14})?(?:の後|の翌日|の翌営業日|を受けて|に続いて|に続き|の直後)")
});
static BEFORE_JA: LazyLock<Pattern> =
    LazyLock::new(|| Pattern::fixed(r"^(?:の[^。、]{0,14})?(?:に先立ち|に先立って|より前に|の前日に|の直前に)"));

/// Words before an English date that place the event after it, and before it.
static AFTER_EN: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::fixed(
        r"(?i)(?-u:\b)(?:after|following|the day after)(?: (?:the|your|our|that|a)(?: [a-z]+){1,3}(?: of| on)?)? ?$",
    )
});
static BEFORE_EN: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::fixed(
        r"(?i)(?-u:\b)(?:before|prior to|ahead of|the day before)(?: (?:the|your|our|that|a)(?: [a-z]+){1,3}(?: of| on)?)? ?$",
    )
});

fn find(survey: &Survey<'_>) -> Vec<Found> {
    let mut found = Vec::new();
    for event in &survey.groups().timeline {
        let own = |told: &&Told| told.id.as_ref() == Some(&event.id) && told.field() == "content";
        for told in survey.texts.iter().filter(own) {
            for mention in &told.mentions {
                let Value::Date(date) = &mention.value else { continue };
                let Some(other) = survey.whole(*date) else { continue };
                let before = told.text.get(..mention.span.start).unwrap_or_default();
                let after = told.text.get(mention.span.end..).unwrap_or_default();
                let (is_after, is_before) = match told.lang {
                    Lang::Ja => (AFTER_JA.is_match(after), BEFORE_JA.is_match(after)),
                    Lang::En => (AFTER_EN.is_match(before), BEFORE_EN.is_match(before)),
                };
                if !((is_after && event.date.0 < other) || (is_before && event.date.0 > other)) {
                    continue;
                }
                let (id, day) = (&event.id, event.date);
                let (ja, en) = if is_after { ("より後", "after") } else { ("より前", "before") };
                let what = say(
                    format!("{id} は {other} {ja}のこととして書かれていますが、日付は {day} です"),
                    format!("{id} is told as {en} {other}, yet it is dated {day}"),
                );
                let todo = say(
                    "出来事の日付か、文の中の日付を直してください",
                    "mend the date of the event, or the one in its text",
                );
                found.push(Found::at(told.at, what, todo).of(id));
            }
        }
    }
    found
}
