//! What each entry tells, by the words that tell it from the other entries.

use std::collections::{BTreeMap, BTreeSet};

use super::topic::scene_words;
use crate::facts::read::{Path, Span, Visitor};
use crate::facts::{Facts, Id, Text};
use crate::lang::Lang;

/// The words of every entry, with how much each word tells.
#[derive(Debug)]
pub(super) struct Scenes {
    lang: Lang,
    entries: Vec<(Id, BTreeSet<String>)>,
    weights: BTreeMap<String, f64>,
}

impl Scenes {
    /// The scenes of a view.
    pub(super) fn of(facts: &Facts) -> Self {
        let lang = facts.lang();
        let single = [
            ("contact_setup", facts.contact_setup.as_ref().map(|setup| &setup.id)),
            ("change_option", facts.change_option.as_ref().map(|option| &option.id)),
        ];
        let single = single.into_iter().filter_map(|(name, id)| Some((name, id?.clone()))).collect();
        let mut gather = Gather { lang, ids: facts.entry_ids(), single, entries: Vec::new(), common: BTreeSet::new() };
        facts.walk(&mut gather);
        let Gather { mut entries, common, .. } = gather;
        for event in &facts.timeline {
            let people = [event.from.as_ref(), event.to.as_ref()];
            let clients = facts.client_people.iter().filter(|person| people.contains(&Some(&person.key)));
            let words = clients.flat_map(|person| scene_words(person.name.shown(), lang));
            if let Some((_, known)) = entries.iter_mut().find(|(id, _)| *id == event.id) {
                known.extend(words);
            }
        }
        // What the whole case is about tells no entry from another.
        entries.iter_mut().for_each(|(_, words)| words.retain(|word| !common.contains(word)));
        // The incident tells again what its events tell.
        let incident = facts.incident.as_ref().map(|incident| &incident.id);
        let mut counts: BTreeMap<String, u32> = BTreeMap::new();
        for (_, words) in entries.iter().filter(|(id, _)| Some(id) != incident) {
            words.iter().for_each(|word| *counts.entry(word.clone()).or_default() += 1);
        }
        let all = f64::from(u32::try_from(entries.len()).unwrap_or(u32::MAX)).max(2.0);
        let weight = |count: u32| (all / f64::from(count)).ln() / all.ln();
        let weights = counts.into_iter().map(|(word, count)| (word, weight(count))).collect();
        Self { lang, entries, weights }
    }

    /// The words of a stretch of text.
    pub(super) fn words(&self, text: &str) -> BTreeSet<String> {
        scene_words(text, self.lang)
    }

    /// How much of what an entry tells stands in these words.
    pub(super) fn score(&self, words: &BTreeSet<String>, id: &Id) -> f64 {
        let Some((_, own)) = self.entries.iter().find(|(entry, _)| entry == id) else { return 0.0 };
        words.intersection(own).filter_map(|word| self.weights.get(word)).sum()
    }
}

struct Gather {
    lang: Lang,
    ids: Vec<Id>,
    /// Groups that are one entry.
    single: Vec<(&'static str, Id)>,
    entries: Vec<(Id, BTreeSet<String>)>,
    /// Words the case as a whole goes by.
    common: BTreeSet<String>,
}

impl Visitor for Gather {
    fn entry(&mut self, _: &Path<'_>, id: &Id, _: &Span) {
        self.entries.push((id.clone(), BTreeSet::new()));
    }

    fn text(&mut self, path: &Path<'_>, text: &Text) {
        let steps = path.steps();
        // What shows an event says little about the event.
        if matches!(steps.last(), Some(&"evidence" | &"note")) {
            return;
        }
        if matches!(steps.as_slice(), ["incident", "title" | "matter" | "place" | "product"]) {
            self.common.extend(scene_words(text.shown(), self.lang));
        }
        let named = steps.iter().rev().find_map(|step| self.ids.iter().find(|id| id.as_str() == *step));
        let single = || self.single.iter().find(|(name, _)| steps.first() == Some(name)).map(|(_, id)| id);
        let Some(id) = named.or_else(single) else { return };
        if let Some((_, words)) = self.entries.iter_mut().find(|(entry, _)| entry == id) {
            words.extend(scene_words(text.shown(), self.lang));
        }
    }
}
