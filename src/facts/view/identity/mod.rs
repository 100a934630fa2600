//! By what a case can be recognised: people, organisations, products, numbers, contacts and places, in every way they
//! are written; and the roles by which they are called instead.

mod common;
mod form;
mod label;
mod organisation;
mod part;
mod person;
mod place;
mod romaji;
mod script;
mod thing;

use std::ops::Range;
use std::sync::LazyLock;

use crate::facts::normalise::{Searchable, compare_key};
use crate::facts::{Groups, Key};
use crate::lang::{Lang, fixed};
use part::Part;

/// By what a case can be recognised, and what is written instead.
#[derive(Clone, Debug)]
pub struct Identifiers {
    lang: Lang,
    parts: Vec<Part>,
    keys: Vec<(Key, Key)>,
}

/// A place in a text by which the case can be recognised.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Identified {
    /// Its bytes in the text.
    pub span: Range<usize>,
    /// What to write instead.
    pub label: String,
}

impl Identifiers {
    /// The identifiers of a whole case, in both languages, with the roles in one.
    #[must_use]
    pub fn of(groups: &Groups, lang: Lang) -> Self {
        let people = groups.client_people.iter().map(|person| &person.key);
        let people = people.chain(groups.own_people.iter().map(|person| &person.key));
        let keys = people.map(|key| (key.clone(), label::key(groups, key))).collect();
        Self { lang, parts: label::parts(groups, lang), keys }
    }

    /// Where a text tells whose case it is: in order, the longest of those that overlap.
    #[must_use]
    pub fn find(&self, text: &str) -> Vec<Identified> {
        let found = self.found(text);
        found.into_iter().map(|(span, part)| Identified { span, label: self.label(part).to_owned() }).collect()
    }

    /// The text with roles instead of names.
    #[must_use]
    pub fn replace(&self, text: &str) -> String {
        let mut out = String::with_capacity(text.len());
        let mut end = 0;
        for (span, part) in self.found(text) {
            let whole = part.map_or(span.clone(), |part| part.whole(text, span));
            let start = whole.start.max(end);
            out.push_str(text.get(end..start).unwrap_or_default());
            let label = self.label(part);
            if self.lang == Lang::En && begins_sentence(&out) {
                out.push_str(&capital(label))
            } else {
                out.push_str(label)
            }
            end = whole.end.max(end);
        }
        if end == 0 {
            return text.to_owned();
        }
        out.push_str(text.get(end..).unwrap_or_default());
        tidy(&out, self.lang)
    }

    /// What a person's key is called in the view.
    #[must_use]
    pub fn key(&self, key: &Key) -> Key {
        let known = self.keys.iter().find(|(own, _)| own == key);
        known.map_or_else(|| Key::named("nobody"), |(_, role)| role.clone())
    }

    /// The client's organisation.
    #[must_use]
    pub fn client(&self) -> &'static str {
        label::client(self.lang)
    }

    /// The own company.
    #[must_use]
    pub fn own(&self) -> &'static str {
        label::own(self.lang)
    }

    fn label<'a>(&self, part: Option<&'a Part>) -> &'a str {
        part.map_or_else(|| label::contact(self.lang), |part| part.label.as_str())
    }

    /// The places, each with what it names; contact data names nothing of its own.
    fn found(&self, text: &str) -> Vec<(Range<usize>, Option<&Part>)> {
        let key = compare_key(text);
        let searched = Searchable::of(text);
        let mut found: Vec<(Range<usize>, Option<&Part>)> =
            thing::contacts(text).into_iter().map(|span| (span, None)).collect();
        for part in &self.parts {
            for form in part.forms.iter().filter(|form| key.contains(&form.key)) {
                let spans = searched.find(&form.text).into_iter().filter(|span| form.stands(text, span));
                found.extend(spans.map(|span| (span, Some(part))));
            }
        }
        found.sort_by_key(|(span, part)| (std::cmp::Reverse(span.len()), span.start, part.is_none()));
        let mut kept: Vec<(Range<usize>, Option<&Part>)> = Vec::new();
        for (span, part) in found {
            if kept.iter().all(|(other, _)| span.end <= other.start || other.end <= span.start) {
                kept.push((span, part));
            }
        }
        kept.sort_by_key(|(span, _)| span.start);
        kept
    }
}

/// What a replaced name leaves twice: A社のA社の購買部長, the the manager.
static TWICE: LazyLock<[Vec<(regex::Regex, &'static str)>; 2]> = LazyLock::new(|| {
    let japanese = [
        ("A社[のと、]?[ 　]?A社", "A社"),
        ("(?:弊社|当社)の?[ 　]?当社", "当社"),
        ("(?:弊社|当社)の?[ 　]?(担当者B|上司（相談者）)", "$1"),
        ("(?:貴社|御社|先方)の?[ 　]?A社", "A社"),
    ];
    let english = [
        (r"(?i)(?-u:\b)(?:company a's |your |their |the )+company a(?-u:\b)", "Company A"),
        (r"(?-u:\b)([Tt]he|[Oo]ur) (?:the|our) ", "$1 "),
        (r"(?-u:\b)[Oo]ur (rep B|colleague [P-W])", "$1"),
        (r"([0-9]) product X", "$1 units of product X"),
    ];
    let read = |pairs: [(&str, &'static str); 4]| pairs.map(|(from, to)| (fixed(from), to)).into();
    [read(japanese), read(english)]
});

fn tidy(text: &str, lang: Lang) -> String {
    let [japanese, english] = &*TWICE;
    let twice = lang.pick(japanese, english);
    twice.iter().fold(text.to_owned(), |text, (from, to)| from.replace_all(&text, *to).into_owned())
}

fn begins_sentence(before: &str) -> bool {
    let before = before.trim_end();
    before.ends_with(['.', '!', '?', '\n'])
}

fn capital(label: &str) -> String {
    let mut chars = label.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}
