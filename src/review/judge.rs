//! What holds a section of a text against the facts, sentence by sentence.

use super::attributed::{is_asked, is_attributed};
use super::finding::Finding;
use super::grounds::{Ground, Grounds};
use super::misplaced::Told;
use super::rule::Context;
use super::said::said;
use super::sentence::bounded_sentences;
use crate::kind::LaidSection;
use crate::lang::Message;

/// How many bytes before a sentence the one before it is looked for: a line may be as long as the text.
const LOOKED_BACK: usize = 600;

/// A section, and the facts it is held against.
pub(super) struct Judge<'a> {
    pub(super) context: &'a Context<'a>,
    /// What its readers may see.
    pub(super) grounds: &'a Grounds,
    /// The whole text.
    pub(super) text: &'a str,
    pub(super) section: &'a LaidSection,
}

impl<'a> Judge<'a> {
    /// The section without the rest of the text.
    pub(super) fn body(&self) -> &'a str {
        self.text.get(self.section.span.clone()).unwrap_or_default()
    }

    /// The sentences of the section, each with the values it names and the entries it cites.
    pub(super) fn told(&self) -> Vec<Told<'a>> {
        let (body, start) = (self.body(), self.section.span.start);
        let on = self.context.facts.case.as_of.0;
        let mut mentions = said(body, self.context.lang, self.grounds, on).into_iter().peekable();
        let mut cited = self.section.cited.iter().peekable();
        let told = bounded_sentences(body).into_iter().map(|sentence| {
            let span = start + sentence.start..start + sentence.end;
            let mut here = Vec::new();
            while let Some(mut mention) = mentions.next_if(|mention| mention.span.start < sentence.end) {
                mention.span = mention.span.start + start..mention.span.end + start;
                here.push(mention);
            }
            let mut ids = Vec::new();
            while let Some((_, named)) = cited.next_if(|(place, _)| place.end <= span.end) {
                ids.extend(named.iter().cloned());
            }
            Told { text: self.text, span, mentions: here, cited: ids }
        });
        told.collect()
    }

    /// The sentence before, where it stands on the same line.
    pub(super) fn before_on_line(&self, told: &Told<'_>) -> &'a str {
        let from = self.text.floor_char_boundary(told.span.start.saturating_sub(LOOKED_BACK));
        let before = self.text.get(from..told.span.start).unwrap_or_default();
        let line = before.rsplit('\n').next().unwrap_or_default();
        line.trim_end_matches(['。', '.', ' ']).rsplit(['。', '.']).next().unwrap_or_default()
    }

    /// The very words of somebody that the case gives.
    pub(super) fn quotes(&self) -> Vec<&str> {
        let facts = self.context.facts;
        let events = facts.timeline.iter().filter_map(|event| event.quote.as_ref());
        let quotes = events.chain(facts.positions.iter().filter_map(|position| position.quote.as_ref()));
        let told = self.context.withheld.quotes().into_iter().filter_map(|(_, quote)| quote.get(self.context.lang));
        quotes.map(|quote| quote.shown()).chain(told).filter(|quote| !quote.is_empty()).collect()
    }

    /// Whether a sentence tells what the client has said, and does not say it itself.
    pub(super) fn retold(&self, told: &Told<'_>) -> bool {
        let sentence = self.text.get(told.span.clone()).unwrap_or_default();
        is_attributed(sentence, self.context.lang) || is_asked(sentence, self.context.lang)
    }
}

/// That something written is nowhere in the case.
pub(super) fn unknown(written: &str) -> Message {
    Message::new(format!("「{written}」は事案ファイルにありません"), format!("`{written}` is not in the case file"))
}

/// What is said of a value that the case has, but of something else.
pub(super) fn of_other(written: &str) -> Message {
    Message::new(
        format!("「{written}」は、この文が述べる事実の値ではありません"),
        format!("`{written}` is not what the fact of this sentence says"),
    )
}

/// A finding with the fact that was probably meant.
pub(super) fn with_fact(finding: Finding, fact: Option<&Ground>) -> Finding {
    let Some(Ground { id, said, .. }) = fact else {
        return finding.suggest(Message::new(
            "事実にある値だけを書くか、その文を削ってください",
            "write only values that the facts hold, or leave the sentence out",
        ));
    };
    let source = id.as_ref().map(|id| format!(" ({id})")).unwrap_or_default();
    let finding = finding
        .suggest(Message::new(format!("事実では「{said}」です{source}"), format!("the facts say `{said}`{source}")));
    match id {
        Some(id) => finding.about(id),
        None => finding,
    }
}
