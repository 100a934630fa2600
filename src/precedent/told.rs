//! What a case tells, sorted by what a reader wants to know: what happened, why, what helped.

use crate::facts::{Facts, Text};
use crate::lang::Lang;

/// What a part of a case is about; also the order in which it is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Aspect {
    /// What happened: the incident, the course of events, lapses, what the client said.
    Happened,
    /// Why: causes, earlier frictions.
    Why,
    /// What helped: measures, what came of them, how it ended, the lesson.
    Helped,
}

impl Aspect {
    /// Every aspect.
    pub const ALL: [Self; 3] = [Self::Happened, Self::Why, Self::Helped];

    /// Its place in [`Self::ALL`].
    pub(super) fn index(self) -> usize {
        match self {
            Self::Happened => 0,
            Self::Why => 1,
            Self::Helped => 2,
        }
    }
}

/// Takes the texts of a case with what each is about, in the language of the view.
pub(super) fn tell(facts: &Facts, take: &mut dyn FnMut(Aspect, Lang, &str)) {
    let lang = facts.lang();
    let mut one = |aspect: Aspect, text: &Text| {
        if let Some(text) = text.get(lang) {
            take(aspect, lang, text);
        }
    };
    if let Some(incident) = &facts.incident {
        let texts = [Some(&incident.title), Some(&incident.matter), incident.impact.as_ref()];
        texts.into_iter().flatten().for_each(|text| one(Aspect::Happened, text));
    }
    for event in &facts.timeline {
        let versions = [&event.our_version, &event.client_version, &event.lapse];
        one(Aspect::Happened, &event.content);
        versions.into_iter().flatten().for_each(|text| one(Aspect::Happened, text));
    }
    facts.positions.iter().flat_map(|position| &position.acknowledge).for_each(|text| one(Aspect::Happened, text));
    facts.causes.iter().for_each(|cause| one(Aspect::Why, &cause.what));
    facts.frictions.iter().for_each(|friction| one(Aspect::Why, &friction.what));
    for action in &facts.actions {
        one(Aspect::Helped, &action.what);
        action.result.iter().for_each(|text| one(Aspect::Helped, text));
    }
    facts.contact_setup.iter().flat_map(|setup| &setup.what).for_each(|text| one(Aspect::Helped, text));
    facts.went_well.iter().for_each(|entry| one(Aspect::Helped, &entry.text));
    facts.prevention.iter().flat_map(|group| &group.lesson).for_each(|text| one(Aspect::Helped, text));
    if let Some(outcome) = &facts.outcome {
        outcome.helped.iter().chain(&outcome.lesson).for_each(|text| one(Aspect::Helped, text));
    }
}
