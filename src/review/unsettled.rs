//! The disputed and the unverified points of a case, and a part of a text that may speak of one.

use std::collections::BTreeSet;
use std::sync::{Arc, LazyLock};

use super::agreement::agrees;
use super::overlap::{Meaning, Open, Pieces, Sources, copied};
use super::presupposed::{AGREEING, alike};
use super::topic::{Topic, scene_words};
use crate::facts::normalise::{Mention, Searchable, Value, mentions};
use crate::facts::{Event, Facts, Status};
use crate::lang::{Lang, Pattern};

/// An event that is not settled, and what it says.
pub(super) struct Unsettled<'a> {
    pub(super) event: &'a Event,
    /// The versions, or the event, as texts that may be copied.
    pub(super) sources: Sources,
    /// The versions of both sides, where it is disputed.
    pub(super) versions: Vec<&'a str>,
    /// The values of the versions, or of the event.
    pub(super) values: Vec<Value>,
    /// Those of them that nothing settled has.
    pub(super) exclusive: Vec<Value>,
    /// Counts of our version that the client's does not have.
    pub(super) only_ours: Vec<Value>,
    /// Counts of the client's version that ours does not have.
    pub(super) only_theirs: Vec<Value>,
    /// The words of each version.
    pub(super) scenes: Vec<BTreeSet<String>>,
    /// The same without the words of what is settled.
    pub(super) own_scenes: Vec<BTreeSet<String>>,
    /// What it is about.
    pub(super) topic: Topic,
    /// What it is about and nothing settled is.
    pub(super) own: Topic,
}

impl<'a> Unsettled<'a> {
    pub(super) fn of(event: &'a Event, lang: Lang, settled: &Topic, known: &[Value]) -> Self {
        let versions = [&event.client_version, &event.our_version];
        let versions: Vec<&str> = versions.into_iter().flatten().filter_map(|version| version.get(lang)).collect();
        let content = event.content.get(lang).unwrap_or_default();
        let texts = if event.status == Status::Disputed { versions.clone() } else { vec![content] };
        let values: Vec<Value> =
            texts.iter().flat_map(|text| mentions(text, lang)).map(|mention| mention.value).collect();
        let count = |value: &&Value| matches!(value, Value::Quantity(..));
        let exclusive = values
            .iter()
            .filter(count)
            .filter(|value| !known.iter().any(|known| agrees(value, "", known)))
            .cloned()
            .collect();
        let of = |version: Option<&&str>| -> Vec<Value> {
            version.map(|version| mentions(version, lang)).into_iter().flatten().map(|mention| mention.value).collect()
        };
        let theirs = of(versions.first());
        let ours = of(versions.get(1));
        let apart = |one: &[Value], other: &[Value]| -> Vec<Value> {
            one.iter().filter(count).filter(|value| !other.contains(value)).cloned().collect()
        };
        let (only_ours, only_theirs) = (apart(&ours, &theirs), apart(&theirs, &ours));
        let sources = Sources::of(texts.iter().copied(), lang);
        let scenes: Vec<BTreeSet<String>> = versions.iter().map(|version| own_words(version, lang)).collect();
        let mut own_scenes = scenes.clone();
        own_scenes.iter_mut().for_each(|scene| scene.retain(|word| !settled.has(word)));
        let topic = Topic::of(&alike(content, lang), lang);
        let own = topic.clone().without(settled);
        Self { event, sources, versions, values, exclusive, only_ours, only_theirs, scenes, own_scenes, topic, own }
    }

    /// Whether a part speaks of what one of the versions says.
    pub(super) fn says(&self, part: &Part<'_>, lang: Lang) -> bool {
        let words = own_words(part.text, lang);
        self.own_scenes.iter().any(|scene| words.intersection(scene).count() >= 2)
    }
}

/// The words of a text without those of agreeing.
pub(super) fn own_words(text: &str, lang: Lang) -> BTreeSet<String> {
    let mut words = scene_words(text, lang);
    words.retain(|word| {
        !AGREEING.contains(&word.as_str()) && !["詫", "謝", "apologis", "apologiz"].contains(&word.as_str())
    });
    words
}

/// A part of a sentence, read once.
pub(super) struct Part<'a> {
    pub(super) text: &'a str,
    pub(super) pieces: Arc<Pieces>,
    pub(super) searched: Searchable,
    pub(super) values: Vec<Mention>,
    pub(super) topic: Topic,
}

impl Part<'_> {
    pub(super) fn written(&self, mention: &Mention) -> &str {
        self.text.get(mention.span.clone()).unwrap_or_default()
    }
}

/// Whether a part gives the versions of both sides beside each other.
pub(super) fn both_told(unsettled: &Unsettled<'_>, part: &Part<'_>, lang: Lang) -> bool {
    let told = copied(&part.pieces, &unsettled.sources, &Open::default(), Meaning::Some, lang);
    let told: BTreeSet<usize> = told.into_iter().map(|(source, _)| source).collect();
    unsettled.versions.len() > 1 && told.len() == unsettled.versions.len()
}

/// Whether the words of a phrase stand in a text in their order, with a few words between them at most.
pub(super) fn in_order(phrase: &str, text: &str) -> bool {
    let words = |text: &str| -> Vec<String> {
        text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_lowercase).collect()
    };
    let phrase = words(phrase);
    // Most texts do not have the words at all.
    let lower = text.to_lowercase();
    if phrase.len() < 3 || !phrase.iter().all(|word| lower.contains(word.as_str())) {
        return false;
    }
    let text = words(text);
    let starts = text.iter().enumerate().filter(|(_, word)| Some(*word) == phrase.first());
    starts.into_iter().any(|(start, _)| {
        let mut at = start;
        phrase.iter().skip(1).all(|wanted| {
            let next = text.iter().skip(at + 1).take(4).position(|word| word == wanted);
            at += next.map_or(0, |gap| gap + 1);
            next.is_some()
        })
    })
}

pub(super) fn rests_on_minutes(event: &Event) -> bool {
    let evidence = event.evidence.iter().flat_map(|text| text.each());
    evidence.into_iter().any(|(_, text)| text.contains("議事録") || text.to_lowercase().contains("minutes"))
}

/// Texts that may be repeated without a mark of doubt.
pub(super) fn settled_texts(facts: &Facts) -> Vec<&str> {
    let mut texts: Vec<&str> = Vec::new();
    for event in facts.timeline.iter().filter(|event| event.status == Status::Confirmed) {
        texts.push(event.content.shown());
        texts.extend(event.lapse.as_ref().map(|lapse| lapse.shown()));
        if let Some(feedback) = &event.feedback {
            texts.extend([feedback.situation.shown(), feedback.behaviour.shown(), feedback.impact.shown()]);
        }
    }
    // What both sides accept of a disputed event.
    let disputed = facts.timeline.iter().filter(|event| event.status == Status::Disputed);
    texts.extend(disputed.map(|event| event.content.shown()));
    if let Some(incident) = &facts.incident {
        texts.extend([incident.title.shown(), incident.matter.shown()]);
        texts.extend(incident.impact.as_ref().map(|impact| impact.shown()));
        texts.extend(incident.product.as_ref().map(|product| product.shown()));
        texts.extend(incident.checks.iter().map(|check| check.what.shown()));
    }
    texts.extend(facts.actions.iter().map(|action| action.what.shown()));
    texts.extend(facts.causes.iter().filter(|cause| cause.status == Status::Confirmed).map(|cause| cause.what.shown()));
    texts.extend(facts.positions.iter().filter_map(|position| position.acknowledge.as_ref()).map(|text| text.shown()));
    texts
}

/// The values of a part, and a count whose noun stands before it: 枚数は八十で is 80枚.
pub(super) fn values_of(part: &str, lang: Lang) -> Vec<Mention> {
    let mut values = mentions(part, lang);
    // 3. 全件の確認: the number of a section.
    if let Some(first) = values.first()
        && matches!(first.value, Value::Number(_))
        && part.get(..first.span.start).is_some_and(|before| before.trim_matches(['#', ' ', '(', '（']).is_empty())
        && part
            .get(first.span.end..)
            .is_some_and(|after| after.starts_with(['.', '．', ')', '）', '　', '、']) || after.starts_with(". "))
    {
        values.remove(0);
    }
    if lang == Lang::Ja {
        let counted = COUNTED.captures_iter(part).filter_map(|found| {
            let (counter, number) = (found.name("counter")?, found.name("n")?);
            let value = mentions(&format!("{}{}", number.as_str(), counter.as_str()), lang).into_iter().next()?.value;
            Some(Mention { span: number.range(), value })
        });
        let new: Vec<Mention> = counted.collect();
        values
            .retain(|known| !new.iter().any(|new| new.span.start < known.span.end && known.span.start < new.span.end));
        values.extend(new);
        values.sort_by_key(|mention| mention.span.start);
    }
    values
}

/// A count behind the noun that says what is counted.
static COUNTED: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::fixed(
        "(?P<counter>[枚件箱個名台])数(?:は|が|を|も)、?(?P<n>[0-9０-９,]+|[〇一二三四五六七八九十百千]+)(?:で|と|に|だ|、|。|$)",
    )
});
