//! What the client says it lost or had to do, told as if it had been shown.

use std::sync::LazyLock;

use super::{Judge, finding};
use crate::lang::{Lang, Pattern};
use crate::review::Finding;
use crate::review::agreement::agrees;
use crate::review::attributed::is_asked;
use crate::review::finding::Confidence;
use crate::review::unsettled::Part;

/// Words that say that a loss came about, beside which its amount stands.
static LOST: LazyLock<[Pattern; 2]> = LazyLock::new(|| {
    [
        Pattern::fixed(
            "発生し|生じ|生ま|生んだ|(?:損害|損失|被害)[がを](?:出|お出|大き|及|与|招|負|もたら)|被られ|被った|を招|招い|招き|おかけし|を与え|こうむ|確定し",
        ),
        Pattern::fixed(
            "you lost|you have lost|cost you|loss of|losses of|damage of|damages of|caused by us|we caused|lost you",
        ),
    ]
});
/// A loss that was caused, with or without its amount.
static CAUSED: LazyLock<[Pattern; 2]> = LazyLock::new(|| {
    [
        Pattern::fixed("(?:損失|損害)(?:を(?:与え|おかけ|被|負わ|招い)|が(?:発生|生じ))"),
        Pattern::fixed("the loss we caused|loss you suffered|losses you suffered|the damage we caused"),
    ]
});
/// An amount that is said to be the loss: 損失は48万円, 損失：48万円.
static AMOUNTS_TO: LazyLock<[Pattern; 2]> = LazyLock::new(|| {
    [
        Pattern::fixed(
            "(?:損失|損害|被害|実損)(?:額|金額|の(?:総)?額|の金額)?(?:は|が|：|:|\u{3000}|、|として)?(?:合わせて|合計で?|およそ|約|[ 　])?$",
        ),
        Pattern::fixed(
            "^(?:もの)?の(?:ご)?(?:損失|損害|被害)(?:が(?:出|あ|ござ|生|発)|を(?:お|与|出|生|招|被|負|確)|に(?:上|のぼ|及|な|つな)|と(?:な|も)|です|だ|で(?:し|あ|ござ))",
        ),
    ]
});

impl Judge<'_> {
    /// An amount that the client claims, told as what was lost.
    pub(super) fn claimed(&self, part: &Part<'_>) -> Option<Finding> {
        let (first, _) = self.claims.first()?;
        if let Some(caused) = self.lang.of(&CAUSED).find(part.text) {
            return Some(finding(caused.range(), first, false, Confidence::Medium));
        }
        let told = self.lang.of(&LOST).is_match(part.text);
        let asked = is_asked(part.text, self.lang);
        part.values.iter().find_map(|mention| {
            let (id, _) = self.claims.iter().find(|(_, value)| *value == mention.value)?;
            let (before, after) = (part.text.get(..mention.span.start)?, part.text.get(mention.span.end..)?);
            let amounts = || self.lang == Lang::Ja && (AMOUNTS_TO[0].is_match(before) || AMOUNTS_TO[1].is_match(after));
            (told || (!asked && amounts())).then(|| finding(mention.span.clone(), id, false, Confidence::Medium))
        })
    }

    /// Ten of your people had to set up the hall again: a count that only the client's own words have, of what they are
    /// about.
    pub(super) fn burdened(&self, part: &Part<'_>) -> Option<Finding> {
        if is_asked(part.text, self.lang) {
            return None;
        }
        self.burdens.iter().find_map(|(id, count, topic)| {
            let said = part.values.iter().find(|said| agrees(&said.value, part.written(said), count))?;
            (part.topic.shared(topic) >= 1).then(|| finding(said.span.clone(), id, false, Confidence::Medium))
        })
    }
}
