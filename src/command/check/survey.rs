//! A case laid out for the checks: its texts, dates and what the client sees, each found once.

use std::collections::HashSet;

use jiff::civil::Date;

use crate::facts::normalise::{Mention, PartialDate, mentions};
use crate::facts::read::{Field, Path, Span, Visitor};
use crate::facts::{Audience, Case, Day, Facts, Groups, Id, Key, Text};
use crate::lang::{Lang, expect};

/// A case and all that checks ask of it.
pub(super) struct Survey<'a> {
    /// The case.
    pub(super) case: &'a Case,
    /// Names of the document kinds there are.
    pub(super) kinds: Vec<&'a str>,
    /// Every text of the case in each language it is given in.
    pub(super) texts: Vec<Told>,
    /// Every date written as one.
    pub(super) days: Vec<(Option<Id>, Date)>,
}

/// A text of the case in one language.
#[derive(Clone, Debug)]
pub(super) struct Told {
    /// The way to it: `timeline`, `E2`, `content`.
    pub(super) path: Vec<String>,
    /// The entry it stands in.
    pub(super) id: Option<Id>,
    /// Its language.
    pub(super) lang: Lang,
    /// What it says.
    pub(super) text: String,
    /// Its byte in the case file.
    pub(super) at: usize,
    /// What it mentions; nothing for codes.
    pub(super) mentions: Vec<Mention>,
    /// Whether a document to the client may use it.
    pub(super) client: bool,
    /// Whether it is the same in both languages: an order number, a listed word.
    pub(super) code: bool,
}

impl Told {
    /// Its last step: `content`.
    pub(super) fn field(&self) -> &str {
        self.path.last().map_or("", String::as_str)
    }

    /// Its group: `timeline`.
    pub(super) fn group(&self) -> &str {
        self.path.first().map_or("", String::as_str)
    }

    /// Whether these are somebody's own words.
    pub(super) fn is_quote(&self) -> bool {
        self.field() == "quote"
    }

    /// Where it stands, for a message: `E2 の content`.
    pub(super) fn place(&self) -> (String, String) {
        if let (true, Some(id)) = (self.is_quote(), &self.id) {
            return (format!("{id} の引用"), format!("the quote of {id}"));
        }
        let field = self.path.iter().skip(1).filter(|step| Id::parse(step).is_none()).cloned().collect::<Vec<_>>();
        let field = if field.is_empty() { self.group().to_owned() } else { field.join(".") };
        match &self.id {
            Some(id) => (format!("{id} の {field} "), format!("`{field}` of {id}")),
            None => (format!("{} ", self.path.join(".")), format!("`{}`", self.path.join("."))),
        }
    }

    /// A stretch of it.
    pub(super) fn words(&self, span: &std::ops::Range<usize>) -> &str {
        self.text.get(span.clone()).unwrap_or_default()
    }
}

impl<'a> Survey<'a> {
    /// Lays a case out.
    pub(super) fn of(case: &'a Case, kinds: Vec<&'a str>) -> Self {
        let mut walk = Walk { entries: Vec::new(), texts: Vec::new(), days: Vec::new(), lang: case.groups.case.lang };
        case.groups.walk(&Path::ROOT, &mut walk);
        expect(walk.texts.iter().map(|told| told.text.as_str()));
        let seen = std::thread::scope(|threads| {
            // Both compile their own patterns and read half of the texts each.
            let reader = threads.spawn(|| seen_by_client(case));
            read(&mut walk.texts);
            reader.join()
        });
        let seen = seen.unwrap_or_else(|panic| std::panic::resume_unwind(panic));
        for told in &mut walk.texts {
            told.client = seen.contains(&(told.at, told.lang));
        }
        Self { case, kinds, texts: walk.texts, days: walk.days }
    }

    /// The groups of the case.
    pub(super) fn groups(&self) -> &'a Groups {
        &self.case.groups
    }

    /// The day of the case.
    pub(super) fn as_of(&self) -> Day {
        self.case.groups.case.as_of
    }

    /// The whole date a text means by a date that may lack its year: one the case gives, else the nearest.
    pub(super) fn whole(&self, date: PartialDate) -> Option<Date> {
        date.day?;
        date.month?;
        let given = self.days.iter().map(|(_, day)| *day).find(|day| date.agrees(*day));
        given.or_else(|| date.near(self.as_of().0))
    }

    /// The name of a person, by key, in a language.
    pub(super) fn name_of(&self, key: &Key, lang: Lang) -> String {
        let own = self.groups().own_person(key).map(|person| &person.name);
        let name = own.or_else(|| self.groups().client_person(key).map(|person| &person.name));
        name.and_then(|name| name.get(lang)).unwrap_or(key.as_str()).to_owned()
    }
}

/// Finds what the texts mention, each language in a thread of its own: its patterns are compiled there.
fn read(texts: &mut [Told]) {
    let (mut first, mut second): (Vec<_>, Vec<_>) =
        texts.iter_mut().filter(|told| !told.code).partition(|told| told.lang == Lang::Ja);
    let each = |texts: &mut [&mut Told]| {
        for told in texts {
            told.mentions = mentions(&told.text, told.lang);
        }
    };
    std::thread::scope(|threads| {
        threads.spawn(|| each(&mut first));
        each(&mut second);
    });
}

/// Places of the texts that a document to the client may use, by language.
fn seen_by_client(case: &Case) -> HashSet<(usize, Lang)> {
    struct Seen(Lang, HashSet<(usize, Lang)>);
    impl Visitor for Seen {
        fn text(&mut self, _: &Path<'_>, text: &Text) {
            self.1.insert((text.span().start, self.0));
        }
    }
    let mut seen = HashSet::new();
    for lang in Lang::ALL {
        let mut found = Seen(lang, HashSet::new());
        Facts::of(case, Audience::Client, lang).walk(&mut found);
        seen.extend(found.1);
    }
    seen
}

struct Walk {
    entries: Vec<(Vec<String>, Id, usize)>,
    texts: Vec<Told>,
    days: Vec<(Option<Id>, Date)>,
    lang: Lang,
}

impl Walk {
    /// The innermost entry on a way.
    fn entry_of(&self, path: &[String]) -> Option<&(Vec<String>, Id, usize)> {
        self.entries.iter().rev().find(|(entry, ..)| path.starts_with(entry))
    }
}

fn owned(path: &Path<'_>) -> Vec<String> {
    path.steps().into_iter().map(str::to_owned).collect()
}

impl Visitor for Walk {
    fn entry(&mut self, path: &Path<'_>, id: &Id, span: &Span) {
        self.entries.push((owned(path), id.clone(), span.start));
    }

    fn text(&mut self, path: &Path<'_>, text: &Text) {
        let path = owned(path);
        let id = self.entry_of(&path).map(|(_, id, _)| id.clone());
        for (lang, said) in text.each() {
            self.texts.push(Told {
                path: path.clone(),
                id: id.clone(),
                lang,
                text: said.to_owned(),
                at: text.span().start,
                mentions: Vec::new(),
                client: false,
                code: false,
            });
        }
    }

    fn code(&mut self, path: &Path<'_>, code: &str) {
        let path = owned(path);
        let entry = self.entry_of(&path).map(|(_, id, at)| (id.clone(), *at));
        let (id, at) = entry.map_or((None, 0), |(id, at)| (Some(id), at));
        let text = code.to_owned();
        let lang = self.lang;
        self.texts.push(Told { path, id, lang, text, at, mentions: Vec::new(), client: false, code: true });
    }

    fn day(&mut self, path: &Path<'_>, day: Day) {
        let id = self.entry_of(&owned(path)).map(|(_, id, _)| id.clone());
        self.days.push((id, day.0));
    }
}
