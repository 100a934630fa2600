//! Where a visit is said to be, against the place of the day that is offered.

use std::ops::Range;
use std::sync::LazyLock;

use super::Finding;
use super::agreement::nearest_year;
use super::judge::{Judge, of_other};
use super::misplaced::Told;
use super::rules::ungrounded_fact::RULE;
use crate::facts::Slot;
use crate::facts::normalise::Value;
use crate::lang::{Lang, Message, Pattern};

/// 貴社仙台工場: a place of the client's, by name.
static PLACE_JA: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::fixed(
        r"(?:貴社|御社|貴館|貴院|貴校|貴園|貴店)の?(?P<place>[\p{Han}ァ-ヺー]{0,8}(?:工場|本社|支社|支店|本店|本部|営業所|事務所|事業所|倉庫|センター|研究所|店舗|売店|別館|本館|校舎|校|会館))",
    )
});
/// Your Sendai plant.
static PLACE_EN: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::fixed(
        r"(?-u:\b)[Yy]our (?P<place>(?:[A-Za-z]+ ){0,3}?(?:plant|factory|head office|headquarters|branch|office|store|shop|depot|warehouse|centre|site|works|laboratory))(?-u:\b)",
    )
});

impl Judge<'_> {
    /// 12月2日、貴社仙台工場に伺います, where the case offers that day at the head office.
    pub(super) fn other_place(&self, told: &Told<'_>) -> Option<Finding> {
        let lang = self.context.lang;
        let on = self.context.facts.case.as_of.0;
        let slots = &self.context.withheld.whole().meeting.as_ref()?.candidates;
        let named: Vec<(usize, &Slot)> = told
            .mentions
            .iter()
            .filter_map(|mention| {
                let Value::Date(date) = mention.value else { return None };
                let day = nearest_year(date, on).filter(|_| date.month.is_some())?;
                let mut of_day = slots.iter().filter(|slot| slot.date.0 == day);
                let slot = of_day.next()?;
                of_day.next().is_none().then_some((mention.span.start, slot))
            })
            .collect();
        let sentence = self.text.get(told.span.clone())?;
        let pattern: &Pattern = lang.pick(&PLACE_JA, &PLACE_EN);
        let places: Vec<Range<usize>> = pattern
            .captures_iter(sentence)
            .filter_map(|found| found.name("place"))
            .map(|place| told.span.start + place.start()..told.span.start + place.end())
            .collect();
        let [place] = places.as_slice() else { return None };
        let written = self.text.get(place.clone())?;
        let (_, slot) = named.iter().find(|(_, slot)| !is_at(slot, written, lang))?;
        // A day of the case whose place is this one may be what the sentence tells of.
        let others = named.iter().any(|(_, slot)| is_at(slot, written, lang));
        (named.len() == 1 || !others).then(|| {
            let of_day = slot.place.get(lang).unwrap_or_default();
            Finding::error(RULE.id, place.clone(), of_other(written)).about(&slot.id).suggest(Message::new(
                format!("その日の場所は、事実では「{of_day}」です"),
                format!("the case has `{of_day}` for that day"),
            ))
        })
    }
}

/// Whether a day is offered at a place; a place by its sort alone, or without its house, is the same.
fn is_at(slot: &Slot, written: &str, lang: Lang) -> bool {
    let known = slot.place.get(lang).unwrap_or_default().to_lowercase();
    let written = written.to_lowercase();
    let bare =
        |text: &str| text.trim_start_matches("貴社").trim_start_matches("your ").trim_start_matches('の').to_owned();
    let (known, written) = (bare(&known), bare(&written));
    // "Your office at Harrow Cross" is the Harrow Cross office.
    let words = lang == Lang::En && written.split(' ').all(|word| known.split(' ').any(|other| other == word));
    words
        || known.is_empty()
        || known.contains(&written)
        || written.contains(&known)
        || !PLACES.iter().any(|place| known.contains(place))
}

/// Sorts of places: what has none of them (a room, a link) contradicts nothing.
const PLACES: [&str; 20] = [
    "工場",
    "本社",
    "支社",
    "支店",
    "本店",
    "本部",
    "営業所",
    "事務所",
    "センター",
    "店",
    "校",
    "館",
    "院",
    "園",
    "plant",
    "office",
    "store",
    "depot",
    "warehouse",
    "site",
];
