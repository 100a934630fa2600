//! Counts that belong together: what something went down to and by how much, how many came at which time.

use std::cell::OnceCell;

use super::Finding;
use super::agreement::{agrees, same_things};
use super::judge::{Judge, of_other, with_fact};
use super::misplaced::Told;
use super::rules::ungrounded_fact::RULE;
use crate::facts::normalise::{Mention, Value, mentions};

impl Judge<'_> {
    /// 月260枚減らした, where the case has it go down to 260: what is left is not what is gone.
    pub(super) fn is_end_of_change(&self, told: &Told<'_>, mention: &Mention, after: &str) -> bool {
        let Value::Quantity(amount, unit) = mention.value else { return false };
        let by = ["減ら", "減り", "減っ", "減少", "削減", "短縮", "縮め", "fewer", " less"];
        let after = after.trim_start_matches("ほど");
        let before = self.text.get(told.span.start..mention.span.start).unwrap_or_default();
        let written = self.text.get(mention.span.clone()).unwrap_or_default();
        if !by.iter().any(|word| after.starts_with(word)) || before.ends_with("から") {
            return false;
        }
        let whole = self.context.whole();
        whole.entries().iter().any(|entry| {
            let counts: Vec<_> = whole
                .entry_values(&entry.id)
                .filter_map(|fact| match fact.value {
                    Value::Quantity(known, of) if of == unit => Some(known),
                    _ => None,
                })
                .collect();
            let ends = counts.contains(&amount);
            let other = counts
                .iter()
                .any(|known| *known != amount && known.checked_sub(amount).is_some_and(|rest| rest != amount));
            ends && other && counts.len() == 2
        }) && !whole.is_difference(&mention.value)
            && !whole.seen().texts().iter().any(|text| {
                let said = mentions(text, self.context.lang);
                let by = |known: &Mention| {
                    text.get(known.span.end..).is_some_and(|rest| by.iter().any(|word| rest.starts_with(word)))
                };
                said.iter().any(|known| by(known) && agrees(&mention.value, written, &known.value))
            })
    }

    /// 40枚が15時40分、80枚が17時20分, where the case has it the other way round.
    pub(super) fn count_at_other_time(&self, told: &Told<'_>) -> Option<Finding> {
        let known = OnceCell::new();
        told.mentions.windows(2).find_map(|two| {
            let (count, time) = pair(two, self.text)?;
            let (said, when) = (self.text.get(count.span.clone())?, self.text.get(time.span.clone())?);
            let of_time = known.get_or_init(|| self.counts_at_times()).iter().filter(|(known, at)| {
                agrees(&time.value, when, at)
                    && matches!((&count.value, known), (Value::Quantity(_, one), Value::Quantity(_, other)) if same_things(*one, *other))
            });
            let mut of_time = of_time.peekable();
            let told = of_time.peek().is_some();
            (told && !of_time.any(|(known, _)| agrees(&count.value, said, known)))
                .then(|| with_fact(Finding::error(RULE.id, count.span.clone(), of_other(said)), None))
        })
    }

    /// What the texts of the case count beside a time of day.
    fn counts_at_times(&self) -> Vec<(Value, Value)> {
        let lang = self.context.lang;
        let texts = self.context.whole().seen().texts().iter();
        let pairs = texts.flat_map(|text| {
            let said = mentions(text, lang);
            let pairs = said.windows(2).filter_map(|two| pair(two, text));
            pairs.map(|(count, time)| (count.value.clone(), time.value.clone())).collect::<Vec<_>>()
        });
        pairs.collect()
    }
}

/// A count with the time of day beside it.
fn pair<'a>(two: &'a [Mention], text: &str) -> Option<(&'a Mention, &'a Mention)> {
    let [one, other] = two else { return None };
    let gap = text.get(one.span.end..other.span.start)?;
    let (count, time) = match (&one.value, &other.value) {
        (Value::Quantity(_, unit), Value::Time(..)) if !unit.is_time() => (one, other),
        (Value::Time(..), Value::Quantity(_, unit)) if !unit.is_time() => (other, one),
        _ => return None,
    };
    matches!(gap.trim(), "が" | "は" | "を" | "に" | "" | "at" | ":" | "：").then_some((count, time))
}
