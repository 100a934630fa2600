//! What a plan of support promises the rep beyond the support on record.

use std::ops::Range;
use std::sync::LazyLock;

use super::bilingual::Bilingual;
use super::rule::Context;
use super::sentence::sentences;
use super::strange::strange_things;
use crate::lang::{Lang, Pattern};

/// Work that is taken off the rep: 担当案件は年内に三件ほかへ移します.
static LIGHTER: Bilingual = Bilingual::new(
    || {
        Pattern::fixed(
            "(?:担当(?:先|案件)?|案件|受け持ち)(?:は|を|の)[^。]{0,16}(?:減ら|移し|移す|外し|外す|引き取)[^。、]{0,3}(?:ます|ましょう)",
        )
    },
    || {
        Pattern::fixed(
            r"(?i:(?-u:\b)(?:you will be (?:one|two|three|four|[0-9]+) (?:projects?|accounts?) lighter|(?:take|taking|move|moving) (?:one|two|three|four|[0-9]+) (?:of your )?(?:projects?|accounts?) (?:off|from|away))(?-u:\b)[^.]{0,30})",
        )
    },
);

/// What is done again and again.
static AGAIN: LazyLock<Pattern> =
    LazyLock::new(|| Pattern::fixed("(?:毎回|毎日|毎朝|毎週|毎月|のたびに)[^。]{0,30}(?:ます|ましょう)(?:。|$)"));

/// The places of a text that promise such a thing.
pub(super) fn unplanned_support(context: &Context<'_>, text: &str) -> Vec<Range<usize>> {
    let planned = || context.facts.rep.iter().flat_map(|rep| &rep.support).map(|support| support.what.shown());
    let lighter = planned().any(|what| LIGHTER.is_match(what));
    let seen = context.grounds().seen();
    let places = sentences(text).into_iter().filter_map(|span| {
        let sentence = text.get(span.clone())?;
        let place = match LIGHTER.find(sentence).filter(|_| !lighter) {
            Some(found) => found.range(),
            None if context.lang == Lang::Ja => {
                let found = AGAIN.find(sentence)?;
                (!strange_things(sentence, seen, Lang::Ja).is_empty()).then(|| found.range())?
            }
            None => return None,
        };
        Some(span.start + place.start..span.start + place.end)
    });
    places.collect()
}
