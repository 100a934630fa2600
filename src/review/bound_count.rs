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
        r"^(?:ほど|余り|全員)?の(?:ご|お)?(?P<thing>届け|お?やり取り|問い合わせ|お?問合せ|[\p{Han}ァ-ヺー]{2,8})",
    )
});
/// The thing that is counted, before its number: ご注文18件, ご質問は8件.
static BEFORE: LazyLock<Pattern> = LazyLock::new(|| Pattern::fixed(r"(?P<thing>[\p{Han}ァ-ヺー]{2,8})(?:は|が|を)?$"));

impl Judge<'_> {
    /// Whether the case counts these things, and never so many.
    pub(super) fn is_other_count(&self, told: &Told<'_>, mention: &Mention) -> bool {
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
                    .filter(|known| things(text, known.span.clone()).iter().any(|thing| things_here.contains(thing)))
                    .collect::<Vec<_>>()
            })
            .peekable();
        !things_here.is_empty()
            && known.peek().is_some()
            && !known.any(|known| agrees(&mention.value, written, &known.value))
            && !whole.is_difference(&mention.value)
    }
}

/// What stands beside a number as the thing it counts.
fn things(text: &str, place: std::ops::Range<usize>) -> Vec<&str> {
    let (before, after) = (text.get(..place.start).unwrap_or_default(), text.get(place.end..).unwrap_or_default());
    let thing = |pattern: &Pattern, text: &str| Some(pattern.captures(text)?.name("thing")?.range());
    let behind = thing(&BEHIND, after).and_then(|place| after.get(place));
    let ahead = thing(&BEFORE, before).and_then(|place| before.get(place));
    behind.into_iter().chain(ahead).collect()
}
