//! What nobody disputes.

use crate::facts::normalise::{Value, mentions};
use crate::facts::{Facts, Status};
use crate::review::overlap::Open;
use crate::review::topic::Topic;
use crate::review::unsettled::settled_texts;

/// What nobody disputes, gathered from the facts of a view.
#[derive(Debug)]
pub(in crate::review) struct Settled {
    /// Its texts, which may be repeated.
    pub(super) open: Open,
    /// What they are about.
    pub(in crate::review) topic: Topic,
    /// The values in them.
    pub(in crate::review) values: Vec<Value>,
}

impl Settled {
    /// What nobody disputes of a view.
    pub(in crate::review) fn of(facts: &Facts) -> Self {
        let lang = facts.lang();
        let texts = settled_texts(facts);
        let mut open = Open::default();
        texts.iter().for_each(|text| open.add(text, lang));
        let topic = texts.iter().fold(Topic::default(), |topic, text| topic.with(&Topic::of(text, lang)));
        let values = texts.iter().flat_map(|text| mentions(text, lang)).map(|mention| mention.value).collect();
        Self { open, topic, values }
    }
}

impl super::Judge<'_> {
    /// A text without the names of a confirmed incident: 出口ゲートの停止 may be the matter itself.
    pub(super) fn without_matter(&self, text: &str) -> String {
        let incident = self.context.facts.incident.iter().filter(|incident| incident.status == Status::Confirmed);
        let names = incident.flat_map(|incident| [incident.title.shown(), incident.matter.shown()]);
        names.filter(|name| !name.is_empty()).fold(text.to_owned(), |text, name| text.replace(name, ""))
    }
}
