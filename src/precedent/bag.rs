//! A case as the words and themes it is compared by.

use std::collections::BTreeMap;

use super::names::Names;
use super::pattern::Pattern;
use super::theme::themes_of;
use super::told::{Aspect, tell};
use super::words::{Word, comparable, words_of};
use crate::facts::{Audience, Case, Facts};
use crate::lang::Lang;

/// What is compared.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Term {
    /// A theme, by its place in the list.
    Theme(usize),
    /// A word.
    Word(Lang, String),
}

/// In which count of words a term is: Japanese and English are as long as they are, themes know no language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Channel {
    Theme,
    Word(Lang),
}

impl Channel {
    pub(super) const ALL: [Self; 3] = [Self::Theme, Self::Word(Lang::Ja), Self::Word(Lang::En)];

    pub(super) fn index(self) -> usize {
        match self {
            Self::Theme => 0,
            Self::Word(lang) => lang.pick(1, 2),
        }
    }
}

impl Term {
    pub(super) fn channel(&self) -> Channel {
        match self {
            Self::Theme(_) => Channel::Theme,
            Self::Word(lang, _) => Channel::Word(*lang),
        }
    }
}

/// The terms of a case, counted by what they tell of.
#[derive(Clone, Debug, Default)]
pub(super) struct Bag {
    counts: [BTreeMap<Term, f64>; 3],
    lengths: [[f64; 3]; 3],
    shown: BTreeMap<Term, String>,
}

/// How much a part of a word counts beside a whole one: it says less, and there are more of them.
const PART: f64 = 0.5;

impl Bag {
    /// The terms of a case: of what may be told inside the company, names left out.
    pub(super) fn of(case: &Case) -> Self {
        let names = Names::of(&case.groups);
        let mut bag = Self::default();
        for lang in Lang::ALL {
            let facts = Facts::of(case, Audience::Internal, lang);
            tell(&facts, &mut |aspect, _, text| {
                let nameless = names.without(&comparable(text));
                bag.add(aspect, names.words_of(&nameless), themes_of(&nameless));
            });
        }
        bag
    }

    /// The terms of a built-in pattern.
    pub(super) fn of_pattern(pattern: &Pattern) -> Self {
        let mut bag = Self::default();
        pattern.tell(&mut |aspect, text| {
            let copy = comparable(text);
            bag.add(aspect, words_of(&copy), themes_of(&copy));
        });
        bag
    }

    fn add(&mut self, aspect: Aspect, words: Vec<Word>, themes: Vec<usize>) {
        for word in words {
            let weight = if word.shown.is_some() { 1.0 } else { PART };
            let term = Term::Word(word.lang, word.stem);
            if let Some(shown) = word.shown {
                self.shown.entry(term.clone()).or_insert(shown);
            }
            self.count(aspect, term, weight);
        }
        themes.into_iter().for_each(|theme| self.count(aspect, Term::Theme(theme), 1.0));
    }

    fn count(&mut self, aspect: Aspect, term: Term, weight: f64) {
        self.lengths[aspect.index()][term.channel().index()] += weight;
        *self.counts[aspect.index()].entry(term).or_default() += weight;
    }

    /// How often a term tells of an aspect.
    pub(super) fn frequency(&self, aspect: Aspect, term: &Term) -> f64 {
        self.counts[aspect.index()].get(term).copied().unwrap_or(0.0)
    }

    /// How much is told of an aspect in a channel.
    pub(super) fn length(&self, aspect: Aspect, channel: Channel) -> f64 {
        self.lengths[aspect.index()][channel.index()]
    }

    /// Whether anything is told in a channel.
    pub(super) fn speaks(&self, channel: Channel) -> bool {
        Aspect::ALL.into_iter().any(|aspect| self.length(aspect, channel) > 0.0)
    }

    /// Every term once, in a fixed order.
    pub(super) fn terms(&self) -> Vec<&Term> {
        let mut terms: Vec<&Term> = self.counts.iter().flat_map(BTreeMap::keys).collect();
        terms.sort();
        terms.dedup();
        terms
    }

    /// The form of a word that people read, if the case has it as a whole word.
    pub(super) fn shown(&self, term: &Term) -> Option<&str> {
        self.shown.get(term).map(String::as_str)
    }
}
