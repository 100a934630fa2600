//! What the sentences of a document are held against; gathered once.

use super::entries::Entries;
use super::signs::Signs;
use crate::facts::Status;
use crate::review::rule::{Context, Needs};
use crate::review::topic::Topic;
use crate::review::unsettled::Unsettled;

/// What a case leaves open, hides and does not promise, by its words.
#[derive(Debug)]
pub(in crate::review) struct Background {
    pub(super) signs: Signs,
    /// All there is in the case, for any reader.
    pub(super) entries: Entries,
    /// Whether there is a case.
    pub(super) cased: bool,
    untold: Vec<Topic>,
    disputed: Vec<Topic>,
    unverified: Vec<Topic>,
    proposed: Vec<Topic>,
}

impl Background {
    /// What a context has.
    pub(in crate::review) fn of(context: &Context<'_>) -> Self {
        let lang = context.lang;
        let untold = context.withheld.do_not_tell().map(|entry| {
            let what = Topic::of(entry.what.get(lang).unwrap_or_default(), lang);
            entry.words.iter().chain(&entry.also).fold(what, |all, word| all.with(&Topic::of(word, lang)))
        });
        let settled = context.settled();
        let own = |text: Option<&str>| Topic::of(text.unwrap_or_default(), lang).without(&settled.topic);
        let (mut disputed, mut unverified) = (Vec::new(), Vec::new());
        for event in context.withheld.unsettled() {
            let open = Unsettled::of(event, lang, &settled.topic, &settled.values);
            let side = if event.status == Status::Disputed { &mut disputed } else { &mut unverified };
            side.push(open.own);
        }
        let claims = context.withheld.claims().filter(|claim| claim.status == Status::Unverified);
        unverified.extend(claims.map(|claim| own(claim.quote.as_ref().and_then(|quote| quote.get(lang)))));
        let causes = context.withheld.whole().causes.iter().filter(|cause| cause.status != Status::Confirmed);
        unverified.extend(causes.map(|cause| own(cause.what.get(lang))));
        let seen = context.grounds().seen().topic();
        let proposed = context.withheld.proposed();
        let proposed = proposed.map(|action| Topic::of(action.what.get(lang).unwrap_or_default(), lang).without(seen));
        Self {
            signs: Signs::of(context),
            entries: Entries::of(context.withheld.whole()),
            cased: context.gives(Needs::Case),
            untold: untold.collect(),
            disputed,
            unverified,
            proposed: proposed.collect(),
        }
    }

    /// The sides of a case that a sentence may touch, with their names.
    pub(super) fn sides(&self) -> [(&'static str, &[Topic]); 4] {
        [
            ("untold", &self.untold),
            ("disputed", &self.disputed),
            ("unverified", &self.unverified),
            ("proposed", &self.proposed),
        ]
    }
}
