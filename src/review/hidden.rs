//! What the readers of a document may not read, ready to be looked for in a text.

use std::ops::Range;
use std::sync::LazyLock;

use super::overlap::{Meaning, Open, Pieces, Sources, copied};
use super::seen::Seen;
use super::topic::Topic;
use crate::facts::normalise::compare_key;
use crate::facts::{Audience, Id, Remark, Withheld};
use crate::lang::{Lang, Pattern};

/// Groups whose texts tell a client something in other words too. What is decided, asked or prepared comes to it in
/// other words anyway.
const TOLD: [&str; 9] = [
    "constraints",
    "rep.wishes",
    "rep.load",
    "rep.risks",
    "wellbeing",
    "timeline",
    "causes",
    "frictions",
    "change_option",
];

/// Parts of them that do not.
const APART: [&str; 5] = ["alternatives", "feedback", "evidence", "channel", "conditions"];

/// Parts that tell what somebody wishes. A sentence in which nobody wishes, thinks or agrees tells no wish.
const WISHES: [&str; 2] = ["rep.wishes", "change_option.rep_view"];

/// The words in which a wish is told.
static WISHED: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::fixed(
        r"(?i)たい|希望|望ん|願|意向|意欲|意思|気持ち|思い|考え|受け入れ|納得|同意|了承|(?-u:\b)(?:want|wish|hope|like|prefer|keen|eager|willing|accept|ask|agree|glad|happy|content|determined|view)[a-z]*(?-u:\b)",
    )
});

/// Quoted words, of which a few tell as much as a sentence.
static QUOTED: LazyLock<Pattern> =
    LazyLock::new(|| Pattern::fixed("「[^「」\n]{8,}」|『[^『』\n]{8,}』|“[^“”\n]{16,}”|\"[^\"\n]{16,}\""));

/// The remarks of a case that its readers may not see, in one language.
#[derive(Debug)]
pub(super) struct Hidden {
    remarks: Vec<Remark>,
    sources: Sources,
    open: Open,
    /// What remarks are about that nothing in view is, by their number.
    own: Vec<(usize, Topic)>,
    lang: Lang,
}

impl Hidden {
    /// What a view leaves out and does not say elsewhere.
    pub(super) fn of(withheld: &Withheld, audience: Audience, seen: &Seen, lang: Lang) -> Self {
        let mut open = Open::default();
        seen.texts().iter().for_each(|text| open.add(text, lang));
        // What a successor is told of the client is known to the client.
        let client = audience == Audience::Client;
        let mut remarks = withheld.remarks();
        remarks.retain(|remark| remark.lang == lang && !(client && remark.path.starts_with("handover_notes")));
        let sources = Sources::of(remarks.iter().map(|remark| remark.text.as_str()), lang);
        let told = |remark: &Remark| {
            TOLD.iter().any(|path| remark.path.starts_with(path))
                && !remark.path.ends_with("quote")
                && !APART.iter().any(|part| remark.path.contains(part))
        };
        let own = remarks.iter().enumerate().filter(|(_, remark)| client && told(remark));
        let own = own.map(|(at, remark)| (at, Topic::of(&remark.text, lang).without(seen.topic()))).collect();
        Self { remarks, sources, open, own, lang }
    }

    /// Stretches of a text that are copied from them, with the entries they stand in.
    pub(super) fn copied(&self, text: &str) -> Vec<(Option<&Id>, Range<usize>)> {
        let found = copied(&Pieces::of(text, self.lang), &self.sources, &self.open, Meaning::Much, self.lang);
        let told = |span: &Range<usize>| {
            text.get(span.clone()).is_some_and(|stretch| self.open.has_without_commas(stretch, self.lang))
        };
        found.into_iter().filter(|(_, span)| !told(span)).map(|(at, span)| (self.id(at), span)).collect()
    }

    /// The entry that a sentence about these things tells in other words: most words of it that nothing in view has.
    pub(super) fn retold(&self, sentence: &str) -> Option<Option<&Id>> {
        let told = Topic::of(sentence, self.lang);
        let leak = self.own.iter().find(|(at, own)| {
            // A small friction has few words, and a letter has them for other reasons.
            let least = if self.is_friction(*at) { 3 } else { 2 };
            let shared = told.shared_apart(own);
            shared >= least
                && (shared >= 4 || shared * 5 >= own.len_apart() * 3)
                && (!self.is_wish(*at) || WISHED.is_match(sentence))
        });
        leak.map(|(at, _)| self.id(*at))
    }

    /// Quotations of words that somebody said where the readers were not, with the entries they stand in.
    pub(super) fn quoted(&self, text: &str) -> Vec<(Option<&Id>, Range<usize>)> {
        let quotes: Vec<(usize, String)> = self
            .remarks
            .iter()
            .enumerate()
            .filter(|(_, remark)| remark.path.ends_with("quote"))
            .map(|(at, remark)| (at, compare_key(&remark.text)))
            .collect();
        if quotes.is_empty() {
            return Vec::new();
        }
        let told = QUOTED.find_iter(text).filter_map(|hit| {
            let words = hit.as_str().trim_matches(['「', '」', '『', '』', '“', '”', '"', '.', '。']);
            let key = compare_key(words);
            let (at, _) = quotes.iter().find(|(_, quote)| !key.is_empty() && quote.contains(&key))?;
            Some((self.id(*at), hit.range()))
        });
        told.collect()
    }

    /// Whether a remark tells of an earlier friction.
    fn is_friction(&self, at: usize) -> bool {
        self.remarks.get(at).is_some_and(|remark| remark.path.starts_with("frictions"))
    }

    /// Whether a remark tells what somebody wishes.
    fn is_wish(&self, at: usize) -> bool {
        self.remarks.get(at).is_some_and(|remark| WISHES.iter().any(|path| remark.path.starts_with(path)))
    }

    fn id(&self, at: usize) -> Option<&Id> {
        self.remarks.get(at).and_then(|remark| remark.id.as_ref())
    }
}
