//! Counts that the case has of the very things a text counts otherwise: ご注文18件, where it has 36.

use std::sync::LazyLock;

use super::agreement::agrees;
use super::judge::Judge;
use super::misplaced::Told;
use crate::facts::normalise::{Mention, Number, Unit, Value, mentions};
use crate::lang::{Lang, Pattern};

/// The thing that is counted, behind its number: 36件のお届け.
static BEHIND: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::fixed(
        r"^(?:(?:ほど|余り|全員)?の(?:ご|お)?(?P<thing>届け|お?やり取り|問い合わせ|お?問合せ|[\p{Han}ァ-ヺー]{2,8})|全員(?:が|で|に)(?P<act>[\p{Han}]{2})(?:し|いたし|さ|済|を|て))",
    )
});
/// The thing that is counted, before its number: ご注文18件, ご質問は8件.
static BEFORE: LazyLock<Pattern> = LazyLock::new(|| Pattern::fixed(r"(?P<thing>[\p{Han}ァ-ヺー]{2,8})(?:は|が|を)?$"));

/// How often something comes, behind its count.
const RATES: [&str; 4] = [" a month", " per month", " a week", " per week"];

impl Judge<'_> {
    /// Whether the case counts these things, and never so many.
    pub(super) fn is_other_count(&self, told: &Told<'_>, mention: &Mention) -> bool {
        if self.context.lang == Lang::En {
            return self.is_other_membership(mention) || self.is_other_rate(told, mention);
        }
        let Value::Quantity(amount, unit @ (Unit::Case | Unit::Person)) = mention.value else { return false };
        let after = self.text.get(mention.span.end..told.span.end).unwrap_or_default();
        // 310名の記録: whose they are; 8名全員の受講: so many are all there are.
        let counted = unit == Unit::Case || after.starts_with("全員");
        if self.context.lang != Lang::Ja || !counted || amount < Number::whole(2) {
            return false;
        }
        let sentence = self.text.get(told.span.clone()).unwrap_or_default();
        let things_here = things(sentence, mention.span.start - told.span.start..mention.span.end - told.span.start);
        let whole = self.context.whole();
        let written = self.text.get(mention.span.clone()).unwrap_or_default();
        let mut known = whole
            .seen()
            .texts()
            .iter()
            .filter(|text| things_here.iter().any(|thing| text.contains(thing)))
            .flat_map(|text| {
                let counts = mentions(text, Lang::Ja)
                    .into_iter()
                    .filter(|known| matches!(known.value, Value::Quantity(_, of) if of == unit));
                counts
                    .filter(|known| {
                        let things = things(text, known.span.clone());
                        things.iter().any(|thing| things_here.iter().any(|here| is_same_thing(here, thing)))
                    })
                    .collect::<Vec<_>>()
            })
            .peekable();
        !things_here.is_empty()
            && known.peek().is_some()
            && !known.any(|known| agrees(&mention.value, written, &known.value))
            && !whole.is_difference(&mention.value)
    }
}

impl Judge<'_> {
    /// "About eleven banquets a month", where the case has eight.
    fn is_other_rate(&self, told: &Told<'_>, mention: &Mention) -> bool {
        let Value::Quantity(_, unit) = mention.value else { return false };
        let written = self.text.get(mention.span.clone()).unwrap_or_default();
        let after = self.text.get(mention.span.end..told.span.end).unwrap_or_default();
        let Some(rate) = RATES.iter().find(|rate| after.starts_with(**rate)).filter(|_| !unit.is_time()) else {
            return false;
        };
        let noun = written.rsplit(' ').next().unwrap_or_default();
        let texts = self.context.whole().seen().texts();
        let mut known = texts
            .iter()
            .filter(|text| text.contains(rate))
            .flat_map(|text| mentions(text, Lang::En).into_iter().map(move |known| (text, known)))
            .filter(|(text, known)| {
                let said = text.get(known.span.clone()).unwrap_or_default();
                said.ends_with(noun) && text.get(known.span.end..).is_some_and(|after| after.starts_with(rate))
            })
            .peekable();
        noun.len() > 2
            && known.peek().is_some()
            && !known.any(|(_, known)| agrees(&mention.value, written, &known.value))
    }

    /// "All eight members of the section", where the case has six.
    fn is_other_membership(&self, mention: &Mention) -> bool {
        let written = self.text.get(mention.span.clone()).unwrap_or_default();
        let of_members = |text: &str| text.to_lowercase().ends_with(" members");
        let texts = self.context.whole().seen().texts();
        let mut known = texts
            .iter()
            .filter(|text| text.contains("members"))
            .flat_map(|text| mentions(text, Lang::En).into_iter().map(move |known| (text, known)))
            .filter(|(text, known)| text.get(known.span.clone()).is_some_and(of_members))
            .peekable();
        of_members(written)
            && known.peek().is_some()
            && !known.any(|(_, known)| agrees(&mention.value, written, &known.value))
    }
}

/// 受講 and 受講記録 count the same.
fn is_same_thing(one: &str, other: &str) -> bool {
    one == other || one.starts_with(other) || other.starts_with(one)
}

/// What stands beside a number as the thing it counts.
fn things(text: &str, place: std::ops::Range<usize>) -> Vec<&str> {
    let (before, after) = (text.get(..place.start).unwrap_or_default(), text.get(place.end..).unwrap_or_default());
    let thing = |pattern: &Pattern, text: &str| {
        let found = pattern.captures(text)?;
        Some(found.name("thing").or_else(|| found.name("act"))?.range())
    };
    let behind = thing(&BEHIND, after).and_then(|place| after.get(place));
    let ahead = thing(&BEFORE, before).and_then(|place| before.get(place));
    behind.into_iter().chain(ahead).collect()
}
