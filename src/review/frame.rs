//! Two things linked in one sentence: somebody, and what is said of them.
//!
//! A rule about meaning is rarely a phrase. It is a party and a predicate, in whatever words, with nobody else between
//! them who could be meant: the client and an omission, the rep and a fault, a feeling and the claim to know it.

use std::ops::Range;

use super::sentence::sentences;
use super::wording::Reading;
use crate::lang::Pattern;

/// A party and what is said of it.
#[derive(Debug)]
pub(super) struct Frame {
    who: Pattern,
    what: Pattern,
    apart: Option<Pattern>,
    reach: usize,
}

impl Frame {
    /// `who` and, behind it within `reach` characters of the same sentence, `what`; no link where `apart` stands
    /// between them (empty for none). All three are regular expressions without regard to case.
    pub(super) fn new(who: &str, what: &str, apart: &str, reach: usize) -> Self {
        let regex = |pattern: &str| Pattern::fixed(&format!("(?i){pattern}"));
        Self { who: regex(who), what: regex(what), apart: (!apart.is_empty()).then(|| regex(apart)), reach }
    }

    /// Places from party to predicate in the normalised copy, outside quotations.
    pub(super) fn places(&self, reading: &Reading) -> Vec<Range<usize>> {
        let text = reading.text();
        // Most texts hold no such predicate at all.
        if !self.what.is_match(text) {
            return Vec::new();
        }
        let spans = sentences(text);
        let found = spans.iter().flat_map(|span| self.linked(text, span));
        found.filter(|place| !reading.is_quoted(place)).collect()
    }

    /// The same for parties that are found by other means, in order.
    pub(super) fn said_of(&self, reading: &Reading, parties: &[Range<usize>]) -> Vec<Range<usize>> {
        let text = reading.text();
        if parties.is_empty() || !self.what.is_match(text) {
            return Vec::new();
        }
        let spans = sentences(text);
        let sentence = |party: &Range<usize>| {
            let next = spans.partition_point(|span| span.end < party.end);
            spans.get(next).filter(|span| span.start <= party.start)
        };
        let found = parties.iter().filter_map(|party| {
            let end = sentence(party)?.end;
            let rest = text.get(party.end..end)?;
            // The particle stands right behind; looking for it further on would take longer than the text is long.
            let near = rest.char_indices().nth(24).map_or(rest.len(), |(at, _)| at);
            let particle = self.who.find(rest.get(..near)?).filter(|particle| particle.start() == 0)?;
            let reached = self.behind(rest.get(particle.end()..)?)?;
            Some(party.start..party.end + particle.end() + reached)
        });
        found.filter(|place| !reading.is_quoted(place)).collect()
    }

    /// Where the predicate ends behind a party, if it is said of it.
    fn behind(&self, rest: &str) -> Option<usize> {
        // The predicate itself may be longer than what stands between.
        let end = rest.char_indices().nth(self.reach + 40).map_or(rest.len(), |(at, _)| at);
        let near = rest.get(..end)?;
        let what = self.what.find(near)?;
        let between = near.get(..what.start())?;
        let close = between.chars().count() <= self.reach;
        (close && !self.apart.as_ref().is_some_and(|apart| apart.is_match(between))).then_some(what.end())
    }

    /// Places in one sentence.
    pub(super) fn linked(&self, text: &str, sentence: &Range<usize>) -> Vec<Range<usize>> {
        let body = text.get(sentence.clone()).unwrap_or_default();
        let mut found: Vec<Range<usize>> = Vec::new();
        for who in self.who.find_iter(body) {
            if found.last().is_some_and(|last| who.start() + sentence.start < last.end) {
                continue;
            }
            let rest = body.get(who.end()..).unwrap_or_default();
            if let Some(reached) = self.behind(rest) {
                found.push(sentence.start + who.start()..sentence.start + who.end() + reached);
            }
        }
        found
    }
}

/// Places in order, without those that lie in or over an earlier one.
pub(super) fn apart(mut places: Vec<Range<usize>>) -> Vec<Range<usize>> {
    places.sort_by_key(|place| (place.start, std::cmp::Reverse(place.end)));
    let mut end = 0;
    places.retain(|place| {
        let new = place.start >= end;
        end = end.max(place.end);
        new
    });
    places
}

#[cfg(test)]
mod tests {
    use super::{Frame, apart};
    use crate::review::wording::Reading;

    #[test]
    fn a_party_is_linked_to_what_is_said_of_it() {
        let frame = Frame::new("貴社(?:の|が|は)", "遅れ", "弊社", 8);
        let found = |text: &str| {
            let reading = Reading::of(text);
            frame.places(&reading).into_iter().map(|place| reading.text()[place].to_owned()).collect::<Vec<_>>()
        };
        assert_eq!(found("貴社のご発注が遅れました。"), ["貴社のご発注が遅れ"]);
        assert_eq!(found("貴社のご発注に弊社が遅れました。"), [] as [&str; 0], "somebody else is meant");
        assert_eq!(found("貴社のご発注です。遅れました。"), [] as [&str; 0], "another sentence");
        assert_eq!(found("「貴社の発注が遅れた」と承りました。"), [] as [&str; 0], "somebody's own words");
        assert_eq!(found("貴社の、かねてよりお待ちしていたご発注が遅れました。"), [] as [&str; 0], "too far");
    }

    #[test]
    fn places_over_each_other_are_one() {
        assert_eq!(apart(vec![4..6, 0..5, 0..2, 7..8]), [0..5, 7..8]);
    }
}
