//! Which record stands behind a promise.

use std::collections::BTreeSet;
use std::ops::{Range, RangeInclusive};

use jiff::civil::{Date, Weekday};

use super::promise::{Act, Promise};
use super::records::Record;
use super::topic::{Topic, in_common};
use crate::facts::Id;

/// Whether a record stands behind a promise: it is of that sort or cited, and the sentence speaks of it.
pub(super) fn rests_on(promise: &Promise, told: &Told<'_>, record: &Record, cited: &[Id]) -> bool {
    let topic = told.topic;
    // A weekly report is no record of a daily one.
    if told.often.iter().zip(record.often).any(|(said, known)| *said && !known) {
        return false;
    }
    if told.often.get(1) == Some(&true) {
        let said = &told.weekdays;
        if !said.is_empty() && !said.iter().all(|day| record.weekdays.contains(day)) {
            return false;
        }
    }
    if told.successor && !record.change {
        return false;
    }
    // The change on record is what is granted; its day and its person are compared.
    if told.change && record.change {
        return true;
    }
    if told.change && matches!(promise.act, Act::Contact | Act::Work) && !record.change {
        // Whatever is looked at again is no review of the set-up.
        let set_up = || ["体制", "窓口", "担当", "分担"].iter().any(|word| told.text.contains(word));
        if record.text.contains("見直しの機会") && told.days.is_empty() && !set_up() {
            return false;
        }
        let speaks = topic.speaks_of(&record.topic);
        return speaks && cited.contains(&record.id);
    }
    let speaks = topic.speaks_of(&record.topic)
        || topic.shared(&record.topic) >= 2
        || (topic.shared(&record.topic) == 1 && in_common(told.kept, &record.text) >= 3)
        || topic.is_all_of(&record.topic, told.text, &record.text)
        || told.scene.iter().filter(|word| is_told(word, &record.scene)).count()
            >= if topic.len() <= 2 { 2 } else { 3 };
    // Who stays beside whom until when.
    if record.act == Act::Visit && is_presence(&record.text) && is_presence(told.text) {
        return true;
    }
    match (promise.act, record.act) {
        // Word to the client, a visit and the contact go by what they are: letters name them in passing.
        (Act::Report, Act::Report) | (Act::Visit, Act::Visit) | (Act::Contact, Act::Contact) => true,
        _ if cited.contains(&record.id) => topic.shared(&record.topic) > 0,
        // The day of a record, with a word of it, says which is meant.
        _ if told.days.iter().any(|(_, day)| is_narrow(day) && record.days.iter().any(|known| day.contains(known))) => {
            let word = record.act == Act::Report && (checks(told.text) || delivers(told.text));
            let recurs = topic.len() <= 2 && told.often.contains(&true);
            topic.shared(&record.topic) > 0 || word || recurs
        }
        _ => speaks,
    }
}

/// Whether a span of days says which day is meant: that some record has a day before the year is out is chance.
pub(super) fn is_narrow(days: &RangeInclusive<Date>) -> bool {
    days.end().since(*days.start()).is_ok_and(|span| span.get_days() <= 10)
}

/// Whether a word is among others; a verb by its kanji: 写しを送ります is 写しの送付.
fn is_told(word: &str, scene: &BTreeSet<String>) -> bool {
    scene.contains(word) || (word.chars().count() == 1 && scene.iter().any(|known| known.contains(word)))
}

/// A sentence that promises, read once.
pub(super) struct Told<'a> {
    /// The sentence.
    pub(super) text: &'a str,
    /// The same in the words in which records are kept.
    pub(super) kept: &'a str,
    /// What it is about.
    pub(super) topic: &'a Topic,
    /// Its words, verbs among them; none in English.
    pub(super) scene: BTreeSet<String>,
    /// How often it says that something is done.
    pub(super) often: [bool; 6],
    /// The days it names, with their places.
    pub(super) days: Vec<(Range<usize>, RangeInclusive<Date>)>,
    /// The days of the week it names.
    pub(super) weekdays: Vec<Weekday>,
    /// Whether somebody else is to take the client over.
    pub(super) change: bool,
    /// Whether it speaks of a successor.
    pub(super) successor: bool,
}

/// Whether a text speaks of somebody being there beside others.
pub(super) fn is_presence(text: &str) -> bool {
    let words =
        ["同席", "出席", "打ち合わせに出", "付き添", "ともに", "attend", "alongside", "side until", "side to the"];
    words.iter().any(|word| text.contains(word))
}

/// Whether a sentence says that something comes into the client's hands.
fn delivers(text: &str) -> bool {
    ["お届け", "お送り", "差し上げ", "お渡し", "reach you", "reaches you", "with you", "send you", "follow"]
        .iter()
        .any(|word| text.contains(word))
}

/// Whether a sentence says that something will be checked.
pub(super) fn checks(text: &str) -> bool {
    ["確認", "確かめ", "調べ", "点検", "照合", "check", "confirm", "find out", "look into"]
        .iter()
        .any(|word| text.contains(word))
}
