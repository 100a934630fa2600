//! What names the people, companies and goods of a case: it ranks nothing and is shown to nobody.

use std::collections::HashSet;
use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::finder::Finder;
use super::words::{Word, comparable, words, words_of};
use crate::facts::normalise::Searchable;
use crate::facts::{Groups, Text, name_parts};
use crate::lang::{Lang, fixed};

/// The names of a case.
#[derive(Clone, Debug)]
pub(super) struct Names {
    /// As written, the longest first.
    written: Vec<String>,
    finder: Finder<()>,
    words: HashSet<Word>,
}

/// What a legal name is apart from the name.
const FORMS: &[&str] = &[
    "株式会社",
    "有限会社",
    "合同会社",
    "合資会社",
    "医療法人社団",
    "医療法人",
    "学校法人",
    "社会福祉法人",
    "一般社団法人",
    "社団法人",
    "財団法人",
    "（株）",
    "(株)",
    "㈱",
    " Co., Ltd.",
    " Co. Ltd.",
    " K.K.",
    " Ltd.",
    " Ltd",
    " Inc.",
    " Inc",
    " LLC",
    " GmbH",
    " plc",
    " Corporation",
    " Corp.",
];

/// Keys that say what somebody is: as words they are no names.
const ROLES: &[&str] = &[
    "manager",
    "boss",
    "superior",
    "rep",
    "sales",
    "buyer",
    "client",
    "head",
    "legal",
    "personnel",
    "successor",
    "contact",
    "director",
    "president",
    "colleague",
    "chief",
    "owner",
    "decider",
    "lead",
    "support",
    "deputy",
    "production",
    "quality",
    "purchasing",
    "admin",
    "staff",
    "agent",
    "engineer",
    "account",
    "supplier",
    "team",
    "project",
    "driver",
    "assistant",
    "technician",
    "operator",
    "nurse",
    "doctor",
    "teacher",
    "partner",
    "member",
    "first",
    "second",
    "main",
    "other",
    "person",
    "daily",
    "user",
];

/// Addresses of mail and web, and telephone numbers.
static CONTACTS: LazyLock<Regex> = LazyLock::new(|| {
    fixed(r"(?i)[a-z0-9._%+-]+@[a-z0-9.-]+|https?://[^\s、。）)]+|\+?[0-9]{2,4}-[0-9]{2,4}-[0-9]{3,4}")
});

/// People as they are addressed, in the copy that is cut into words.
static ADDRESSED: LazyLock<Regex> = LazyLock::new(|| {
    fixed(r"[\p{Han}々]{1,4}(?:様|氏|殿|さん)|[ァ-ヺー]{2,}(?:様|氏|殿|さん)|(?-u:\b)(?:mr|mrs|ms|dr)\.? [a-z'-]+")
});

/// Words that look like an address and are none.
const ORDINARY: &[&str] = &["仕様", "同様", "多様", "模様", "異様"];

impl Names {
    /// The names of a whole case, in both languages.
    pub(super) fn of(groups: &Groups) -> Self {
        let mut all = Vec::new();
        organisations(groups, &mut all);
        people(groups, &mut all);
        things(groups, &mut all);
        all.retain(|name| name.chars().count() > 1);
        all.sort_by_key(|name| std::cmp::Reverse(name.chars().count()));
        all.dedup();
        let finder = Finder::of(all.iter().map(|name| (comparable(name), ())));
        let words = all.iter().flat_map(|name| words(name)).collect();
        Self { written: all, finder, words }
    }

    /// The words of a copy made by [`Self::without`], less those that names are made of.
    pub(super) fn words_of(&self, nameless: &str) -> Vec<Word> {
        let mut words = words_of(nameless);
        words.retain(|word| !self.words.contains(word));
        words
    }

    /// A copy made by [`comparable`] with a blank for every name, so that no word is made of a name and its neighbour; also for people
    /// whom the file does not list, but calls 様 or Mr.
    pub(super) fn without(&self, copy: &str) -> String {
        let mut spans: Vec<_> = self.finder.find(copy, true).into_iter().map(|name| name.start..name.end).collect();
        let addressed =
            ADDRESSED.find_iter(copy).filter(|found| !ORDINARY.iter().any(|word| found.as_str().ends_with(word)));
        spans.extend(addressed.map(|found| found.range()));
        replaced(copy, spans, " ")
    }

    /// A text to be shown, with a mark for every name that is still in it. The view for advisers has replaced
    /// nearly all by what people are; what it does not know, such as a name written in the other script, ends here.
    pub(super) fn hide(&self, text: &str, lang: Lang) -> String {
        let mark = lang.pick("（伏せ字）", "[withheld]");
        let searched = Searchable::of(text);
        let mut spans: Vec<_> = self.written.iter().flat_map(|name| searched.find(name)).collect();
        spans.extend(CONTACTS.find_iter(text).map(|found| found.range()));
        replaced(text, spans, mark)
    }
}

/// The text with a mark for each span; spans that overlap get one.
fn replaced(text: &str, mut spans: Vec<Range<usize>>, mark: &str) -> String {
    spans.sort_by_key(|span| (span.start, std::cmp::Reverse(span.end)));
    let mut out = String::with_capacity(text.len());
    let mut end = 0;
    for span in spans {
        if span.start >= end {
            out.push_str(text.get(end..span.start).unwrap_or_default());
            out.push_str(mark);
        }
        end = end.max(span.end);
    }
    out.push_str(text.get(end..).unwrap_or_default());
    out
}

fn organisations(groups: &Groups, all: &mut Vec<String>) {
    let names = groups.client.name.each().chain(groups.sender.company.each());
    for (_, name) in names {
        let mut bare = name.to_owned();
        FORMS.iter().for_each(|form| bare = bare.replace(form, ""));
        all.push(name.to_owned());
        all.push(bare.trim().to_owned());
        // Of an English name of several words the first one is what people say.
        all.extend(bare.split_whitespace().next().filter(|first| first.chars().count() > 3).map(str::to_owned));
    }
    all.extend(groups.client.also.iter().cloned());
    let mails = groups.own_people.iter().filter_map(|person| person.email.as_ref()).chain(&groups.sender.email);
    for mail in mails {
        all.extend(mail.split('@').map(str::to_owned));
    }
    let addresses = groups.client.address.iter().chain(&groups.sender.address);
    addresses.for_each(|address| each(address, all));
}

fn people(groups: &Groups, all: &mut Vec<String>) {
    let client = groups.client_people.iter().map(|person| (&person.key, &person.name, &person.reading));
    let own = groups.own_people.iter().map(|person| (&person.key, &person.name, &person.reading));
    for (key, name, reading) in client.chain(own) {
        let names = name.each().map(|(_, name)| name).chain(reading.as_deref());
        for name in names {
            all.push(name.to_owned());
            all.push(name_parts(name).collect());
            all.extend(name_parts(name).map(str::to_owned));
        }
        // A key is most often the name in Latin letters, which nothing else in the file may give.
        let key = key.as_str();
        if key.len() > 3 && !ROLES.iter().any(|role| key.starts_with(role)) {
            all.extend(key.split(['_', '-']).filter(|part| part.len() > 3).map(str::to_owned));
        }
    }
}

fn things(groups: &Groups, all: &mut Vec<String>) {
    all.push(groups.case.id.clone());
    all.extend(groups.case.contract.clone());
    if let Some(incident) = &groups.incident {
        if let Some(product) = &incident.product {
            each(product, all);
            // Of 化粧箱KB-240 the number alone names it as well.
            let codes =
                product.each().flat_map(|(_, name)| name.split(|c: char| !(c.is_ascii_alphanumeric() || c == '-')));
            all.extend(
                codes.filter(|code| code.len() > 2 && code.contains(|c: char| c.is_ascii_digit())).map(str::to_owned),
            );
        }
        all.extend(incident.order.clone());
    }
}

fn each(text: &Text, all: &mut Vec<String>) {
    all.extend(text.each().map(|(_, text)| text.to_owned()));
}
