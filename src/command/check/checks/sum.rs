//! Parts of a quantity that do not add up to it, and parts larger than the whole.

use std::sync::LazyLock;

use super::prelude::*;
use crate::facts::normalise::{Mention, Number};

pub(in crate::command::check) const CHECK: Check =
    Check { name: "sum-mismatch", group: Group::Contradiction, severity: Severity::Error, find };

/// Words that say that the parts are not all there is.
static OPEN: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::fixed(r"(?i)残り|残る|ほか|他に|など|一部|うち数|remain|rest|others?(?-u:\b)|some of|among")
});

fn find(survey: &Survey<'_>) -> Vec<Found> {
    let mut found = Vec::new();
    for told in survey.texts.iter().filter(|told| !told.is_quote()) {
        for span in crate::review::sentences(&told.text) {
            let within: Vec<&Mention> =
                told.mentions.iter().filter(|one| one.span.start >= span.start && one.span.end <= span.end).collect();
            found.extend(judge(told, &span, &within));
        }
    }
    found
}

fn judge(told: &Told, sentence: &std::ops::Range<usize>, within: &[&Mention]) -> Option<Found> {
    let (whole_at, total) = whole(told, within)?;
    let parts: Vec<Number> = match pair(told, within, whole_at) {
        // "42 of 310" names one part; what the sentence goes on to count is something else.
        Some(part) => vec![part],
        None => within
            .iter()
            .skip(whole_at + 1)
            .filter(|one| within.get(whole_at).is_some_and(|whole| counts_as(&whole.value, &one.value, told.lang)))
            .filter_map(|one| number(&one.value))
            .collect(),
    };
    let sum = parts.iter().try_fold(Number::ZERO, |sum, part| sum.checked_add(*part))?;
    let words = told.words(sentence);
    let wrong = match parts.len() {
        0 => false,
        1 => sum > total,
        _ => sum > total || (sum < total && !OPEN.is_match(words)),
    };
    wrong.then(|| {
        let (sum, total, (ja, en)) = (sum.grouped(), total.grouped(), told.place());
        let listed = parts.iter().map(|part| part.grouped()).collect::<Vec<_>>().join(" + ");
        let what = say(
            format!("{ja}の内訳 {listed} = {sum} が、全体の {total} と合いません"),
            format!("the parts in {en}, {listed} = {sum}, do not make up the whole, {total}"),
        );
        let todo = say(
            "数を確かめて直してください。内訳がすべてでないなら「ほか」「残り」などと書いてください",
            "check the figures; if these are not all the parts, say so (`the rest`, `others`)",
        );
        Found::at(told.at, what, todo).within(told.id.as_ref())
    })
}

/// The whole of which parts are told: 12,000箱のうち, of the 12,000 cartons.
fn whole(told: &Told, within: &[&Mention]) -> Option<(usize, Number)> {
    within.iter().enumerate().find_map(|(at, one)| {
        let before = told.text.get(..one.span.start).unwrap_or_default().trim_end().to_lowercase();
        let after = told.text.get(one.span.end..).unwrap_or_default();
        let is_whole = match told.lang {
            Lang::Ja => after.starts_with("のうち") || after.starts_with("の内、"),
            Lang::En => {
                [" of the", "of the", " of your", " of our", " out of"].iter().any(|words| before.ends_with(words))
                    || (before.ends_with(" of") && at > 0)
            }
        };
        matches!(one.value, Value::Quantity(..)).then_some(()).filter(|()| is_whole)?;
        Some((at, number(&one.value)?))
    })
}

/// The part right before its whole: "42 of your 310".
fn pair(told: &Told, within: &[&Mention], whole_at: usize) -> Option<Number> {
    let (part, whole) = (within.get(whole_at.checked_sub(1)?)?, within.get(whole_at)?);
    let between = told.words(&(part.span.end..whole.span.start)).trim();
    let joined = matches!(between, "of" | "of the" | "of your" | "of our" | "out of");
    (told.lang == Lang::En && joined).then(|| number(&part.value)).flatten()
}

/// Whether a number counts the same things as the whole.
fn counts_as(whole: &Value, one: &Value, lang: Lang) -> bool {
    match (whole, one) {
        (Value::Quantity(_, unit), Value::Quantity(_, other)) => unit == other,
        // In English the unit is not said again: "of the 12,000 cartons, 2,000 arrived".
        (Value::Quantity(..), Value::Number(number)) => lang == Lang::En && number.as_whole().is_some(),
        _ => false,
    }
}

fn number(value: &Value) -> Option<Number> {
    match value {
        Value::Quantity(number, _) | Value::Number(number) => Some(*number),
        _ => None,
    }
}
