//! A cause that nobody has verified, told as the one that brought things about.

use std::ops::Range;
use std::sync::LazyLock;

use super::{Judge, finding};
use crate::facts::{Id, Status};
use crate::lang::Pattern;
use crate::review::Finding;
use crate::review::families::{FAMILIES, Family};
use crate::review::finding::Confidence;
use crate::review::rule::Context;
use crate::review::topic::Topic;
use crate::review::unsettled::Part;
use crate::review::wording::Reading;

/// An unverified cause: what it is about, and the families of things it speaks of.
pub(super) struct Guess<'a> {
    id: &'a Id,
    topic: Topic,
    families: Vec<&'static Family>,
}

/// What may be told as a cause all the same.
pub(super) fn known_causes(context: &Context<'_>) -> Vec<Topic> {
    let causes = context.withheld.whole().causes.iter().filter(|cause| cause.status == Status::Confirmed);
    causes.filter_map(|cause| cause.what.get(context.lang)).map(|text| Topic::of(text, context.lang)).collect()
}

/// That one thing brought another about, or was found to be so.
static ASSERTED: LazyLock<[Pattern; 2]> = LazyLock::new(|| {
    [
        Pattern::fixed(concat!(
            "(?:こと|の)が(?:確認され|確かめられ|判明|明らか|分かった|分かっ(?:て|た)|立証)|(?:こと|の)(?:が|は)、?[^。、]{0,16}(?:原因|要因|発端|引き金)(?:で|だ|と|に)|(?:原因|要因|発端)は、?[^。]{0,40}(?:ことに(?:あ|尽き)|ことで|ためで|ことだ|からで)",
            "|を招い|招くことに|引き起こし|をもたらし|につなが(?:っ|り)|ことにより|ことによ(?:って|る)|(?:た|だ)(?:ため|せいで)(?:に)?、?[^。]{0,30}?(?:漏れ|見逃|見落と|遅れ|誤|行き違|届か|伝わら|登録|返答|返事|生じ|起き)",
        )),
        Pattern::fixed(
            r"(?i)(?-u:\b)(?:it is|it was|it has been|we have|we) (?:now )?(?:confirmed|established|clear|certain|verified|proven|found) that(?-u:\b)|(?-u:\b)(?:has|have) been (?:confirmed|established|verified|proven)(?-u:\b)",
        ),
    ]
});

impl<'a> Guess<'a> {
    /// The unverified causes of a case, where they may be read at all.
    pub(super) fn all(context: &'a Context<'a>) -> Vec<Self> {
        let causes = context.withheld.whole().causes.iter().filter(|cause| cause.status == Status::Unverified);
        let guess = |(id, text): (&'a Id, &'a str)| {
            let reading = Reading::of(text);
            let families = FAMILIES.iter().filter(|family| !family.find(&reading).is_empty()).collect();
            Self { id, topic: Topic::of(text, context.lang), families }
        };
        causes.filter_map(|cause| Some((&cause.id, cause.what.get(context.lang)?))).map(guess).collect()
    }
}

impl Judge<'_> {
    /// A guess told as the cause.
    pub(super) fn guessed(&self, part: &Part<'_>) -> Option<Finding> {
        if self.guesses.is_empty() {
            return None;
        }
        self.context.lang.of(&ASSERTED).find(part.text)?;
        let reading = Reading::of(part.text);
        let guess = self.guesses.iter().find(|guess| {
            let kin = || guess.families.iter().any(|family| !family.find(&reading).is_empty());
            let shared = part.topic.shared_apart(&guess.topic);
            let enough = shared >= 3 || (shared >= 2 && shared * 2 >= guess.topic.len_apart());
            enough && self.causes.iter().all(|known| part.topic.shared_apart(known) < shared) || kin()
        })?;
        let whole: Range<usize> = 0..part.text.trim_end_matches(['。', '.']).len();
        Some(finding(whole, guess.id, false, Confidence::Medium))
    }
}
