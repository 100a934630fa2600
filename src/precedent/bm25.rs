//! How near two cases are: BM25F.
//!
//! The formula is the simple extension of BM25 to weighted fields: Robertson, Zaragoza and Taylor, *Simple BM25
//! extension to multiple weighted fields* (CIKM 2004), as written out in Robertson and Zaragoza, *The probabilistic
//! relevance framework: BM25 and beyond* (2009), section 3.6. For the term t of a query in the case d with fields f:
//!
//! ```text
//! tf(t,d)  = Σ_f  w_f · count(t,d,f) / (1 − b + b · length(d,f) / average(f))
//! idf(t)   = ln(1 + (N − n(t) + ½) / (n(t) + ½))
//! score    = Σ_t  idf(t) · tf(t,d) · (k1 + 1) / (k1 + tf(t,d)) · q(t) · (k3 + 1) / (k3 + q(t))
//! ```
//!
//! k1 = 1.2 and b = 0.75 are the usual values (ibid., section 3.5.2), k3 = 7 that for long queries (Robertson and
//! Walker, *Okapi/Keenbow at TREC-8*). The 1 + in the idf keeps it above nought in a collection of a dozen cases.
//!
//! Lengths, averages and N are taken for each language by itself, and so are the scores: a case told in both
//! languages is not nearer for being told twice.

use std::collections::BTreeMap;

use super::bag::{Bag, Channel, Term};
use super::told::Aspect;
use crate::lang::Lang;

const K1: f64 = 1.2;
const K3: f64 = 7.0;
const B: f64 = 0.75;

/// What happened tells most of what kind of case it is, what was done about it least.
const WEIGHTS: [f64; 3] = [2.0, 1.5, 1.0];

/// What is known of all cases together.
pub(super) struct Collection<'a> {
    having: BTreeMap<&'a Term, f64>,
    speaking: [f64; 3],
    averages: [[f64; 3]; 3],
}

impl<'a> Collection<'a> {
    /// The counts over some cases.
    pub(super) fn of(bags: impl Iterator<Item = &'a Bag> + Clone) -> Self {
        let mut having: BTreeMap<&Term, f64> = BTreeMap::new();
        let mut speaking = [0.0; 3];
        let mut averages = [[0.0; 3]; 3];
        let mut telling = [[0.0; 3]; 3];
        for bag in bags {
            bag.terms().into_iter().for_each(|term| *having.entry(term).or_default() += 1.0);
            for channel in Channel::ALL {
                let at = channel.index();
                speaking[at] += f64::from(u8::from(bag.speaks(channel)));
                for aspect in Aspect::ALL {
                    let length = bag.length(aspect, channel);
                    averages[aspect.index()][at] += length;
                    telling[aspect.index()][at] += f64::from(u8::from(length > 0.0));
                }
            }
        }
        for (row, counts) in averages.iter_mut().zip(telling) {
            row.iter_mut().zip(counts).for_each(|(sum, count): (&mut f64, f64)| *sum /= count.max(1.0));
        }
        Self { having, speaking, averages }
    }

    /// How near a case is to the one asked about.
    pub(super) fn score(&self, asked: &Bag, case: &Bag) -> f64 {
        let mut by_channel = [0.0; 3];
        for term in asked.terms() {
            by_channel[term.channel().index()] += self.gain(asked, case, term);
        }
        let themes = by_channel[Channel::Theme.index()];
        let langs = Lang::ALL.into_iter().map(Channel::Word);
        let common: Vec<Channel> = langs.filter(|channel| asked.speaks(*channel) && case.speaks(*channel)).collect();
        let words: f64 = common.iter().map(|channel| by_channel[channel.index()]).sum();
        match common.len() {
            // Without a language in common the themes stand for the words as well.
            0 => themes * 2.0,
            1 => themes + words,
            _ => themes + words / 2.0,
        }
    }

    /// What a term adds to the score.
    pub(super) fn gain(&self, asked: &Bag, case: &Bag, term: &Term) -> f64 {
        let said = self.frequency(case, term);
        let wanted = self.frequency(asked, term);
        self.rarity(term) * said * (K1 + 1.0) / (K1 + said) * wanted * (K3 + 1.0) / (K3 + wanted)
    }

    /// The frequency over all fields, each for its weight and length.
    fn frequency(&self, bag: &Bag, term: &Term) -> f64 {
        let channel = term.channel();
        let of = |aspect: Aspect| {
            let count = bag.frequency(aspect, term);
            if count == 0.0 {
                return 0.0;
            }
            let average = self.averages[aspect.index()][channel.index()];
            let length = if average > 0.0 { bag.length(aspect, channel) / average } else { 1.0 };
            WEIGHTS[aspect.index()] * count / (1.0 - B + B * length)
        };
        Aspect::ALL.into_iter().map(of).sum()
    }

    /// The inverse document frequency.
    fn rarity(&self, term: &Term) -> f64 {
        let all = self.speaking[term.channel().index()];
        let having = self.having.get(term).copied().unwrap_or(0.0);
        (1.0 + (all - having + 0.5) / (having + 0.5)).ln()
    }
}
