//! Which record stands behind a promise.

use std::ops::{Range, RangeInclusive};

use jiff::civil::{Date, Weekday};

use super::promise::{Act, Promise};
use super::records::Record;
use super::topic::Topic;
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
    if told.change && matches!(promise.act, Act::Contact | Act::Work) && !record.change {
        let speaks = topic.speaks_of(&record.topic);
        return speaks && cited.contains(&record.id);
    }
    let speaks = topic.speaks_of(&record.topic)
        || topic.shared(&record.topic) >= 2
        || topic.is_all_of(&record.topic, told.text, &record.text);
    match (promise.act, record.act) {
        // Word to the client, a visit and the contact go by what they are: letters name them in passing.
        (Act::Report, Act::Report) | (Act::Visit, Act::Visit) | (Act::Contact, Act::Contact) => true,
        _ if cited.contains(&record.id) => topic.shared(&record.topic) > 0,
        // The day of a record, with a word of it, says which is meant.
        _ if told.days.iter().any(|(_, day)| record.days.iter().any(|known| day.contains(known))) => {
            topic.shared(&record.topic) > 0 || (record.act == Act::Report && checks(told.text))
        }
        _ => speaks,
    }
}

/// A sentence that promises, read once.
pub(super) struct Told<'a> {
    /// The sentence.
    pub(super) text: &'a str,
    /// What it is about.
    pub(super) topic: &'a Topic,
    /// How often it says that something is done.
    pub(super) often: [bool; 5],
    /// The days it names, with their places.
    pub(super) days: Vec<(Range<usize>, RangeInclusive<Date>)>,
    /// The days of the week it names.
    pub(super) weekdays: Vec<Weekday>,
    /// Whether somebody else is to take the client over.
    pub(super) change: bool,
    /// Whether it speaks of a successor.
    pub(super) successor: bool,
}

/// Whether a sentence says that something will be checked.
pub(super) fn checks(text: &str) -> bool {
    ["確認", "調べ", "点検", "check", "confirm", "find out", "look into"].iter().any(|word| text.contains(word))
}
