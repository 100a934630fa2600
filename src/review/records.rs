//! What the own side has decided to do: the records that a promise to the client can rest on.

use std::collections::BTreeSet;

use jiff::civil::Weekday;

use crate::facts::normalise::{Value, mentions};
use crate::facts::{Action, Facts, Id, Key, Progress, RemedyStatus, Text};
use crate::lang::Lang;

use super::promise::{Act, is_report, often};
use super::topic::{Topic, scene_words};

/// Something decided.
#[derive(Debug)]
pub(super) struct Record {
    /// The entry.
    pub(super) id: Id,
    /// What it is about.
    pub(super) topic: Topic,
    /// Days it names: done, due, from, until.
    pub(super) days: Vec<jiff::civil::Date>,
    /// The words of its texts, verbs among them.
    pub(super) scene: BTreeSet<String>,
    /// Its texts.
    pub(super) text: String,
    /// The values of its texts.
    pub(super) values: Vec<Value>,
    /// What sort of act it is.
    pub(super) act: Act,
    /// How often its texts say that it is done.
    pub(super) often: [bool; 6],
    /// Days of the week on which its texts say that it is done.
    pub(super) weekdays: Vec<Weekday>,
    /// Who answers for it.
    pub(super) owner: Option<Key>,
    /// Whether somebody else takes the client over.
    pub(super) change: bool,
}

impl Record {
    fn of(id: &Id, act: Act, lang: Lang, texts: &[Option<&Text>], days: &[Option<crate::facts::Day>]) -> Self {
        let text: String = texts.iter().flatten().map(|text| text.shown()).collect::<Vec<_>>().join("\n");
        let days = days.iter().flatten().map(|day| day.0).collect();
        Self::said(id, act, lang, &text, days)
    }

    fn said(id: &Id, act: Act, lang: Lang, text: &str, days: Vec<jiff::civil::Date>) -> Self {
        let weekdays = mentions(text, lang).into_iter().filter_map(|mention| match mention.value {
            Value::Weekday(weekday) => Some(weekday),
            _ => None,
        });
        let weekdays = weekdays.collect();
        let (topic, often) = (Topic::of(text, lang), often(text));
        let values = mentions(text, lang).into_iter().map(|mention| mention.value).collect();
        Self {
            id: id.clone(),
            topic,
            scene: scene_words(text, lang),
            text: text.to_owned(),
            values,
            days,
            act,
            often,
            weekdays,
            owner: None,
            change: false,
        }
    }
}

/// Everything decided that a view holds.
pub(super) fn records(facts: &Facts) -> Vec<Record> {
    let lang = facts.lang();
    let mut records: Vec<Record> = Vec::new();
    let decided = facts.actions.iter().filter(|action| action.status != Progress::Proposed);
    for action in decided {
        let record = of_action(action, lang);
        // A report that recurs is an action; it is word to the client all the same.
        if is_report(action.what.shown()) {
            records.push(Record { act: Act::Report, topic: record.topic.clone(), ..of_action(action, lang) });
        }
        records.push(record);
    }
    for report in facts.cadence.iter().flat_map(|cadence| &cadence.reports) {
        records.push(Record::of(
            &report.id,
            Act::Report,
            lang,
            &[Some(&report.what), Some(&report.means)],
            &[Some(report.date)],
        ));
    }
    for check in facts.incident.iter().flat_map(|incident| &incident.checks) {
        records.push(Record::of(&check.id, Act::Work, lang, &[Some(&check.what)], &[Some(check.due)]));
        // A check ends in word to the client.
        records.push(Record::of(&check.id, Act::Report, lang, &[Some(&check.what)], &[Some(check.due)]));
    }
    for entry in &facts.compensation {
        let act = if entry.status == RemedyStatus::Authorised { Act::Work } else { Act::Report };
        records.push(Record::of(&entry.id, act, lang, &[Some(&entry.what)], &[entry.due, entry.answer_by]));
    }
    if let Some(meeting) = &facts.meeting {
        for slot in &meeting.candidates {
            records.push(Record::of(
                &slot.id,
                Act::Visit,
                lang,
                &[Some(&slot.place), Some(&meeting.purpose)],
                &[Some(slot.date)],
            ));
        }
    }
    if let Some((meeting, slot)) =
        facts.meeting.as_ref().and_then(|meeting| Some((meeting, meeting.candidates.first()?)))
        && let Some(otherwise) = &meeting.otherwise
    {
        records.push(Record::said(&slot.id, Act::Visit, lang, otherwise.shown(), Vec::new()));
    }
    if let Some(setup) = &facts.contact_setup {
        records.push(Record::of(
            &setup.id,
            Act::Contact,
            lang,
            &[setup.what.as_ref()],
            &[setup.from, setup.until, setup.review],
        ));
        // The review of the set-up goes by these words; the case file gives its day alone.
        let review = lang.pick("体制の見直しの機会", "review of the arrangement and set-up, look at it again");
        let days = setup.review.iter().map(|day| day.0).collect();
        records.push(Record::said(&setup.id, Act::Work, lang, review, days));
    }
    if let Some(option) = &facts.change_option {
        let visits: Vec<jiff::civil::Date> = option.joint_visits.iter().map(|day| day.0).collect();
        let days: Vec<jiff::civil::Date> = visits.iter().copied().chain(option.start.map(|day| day.0)).collect();
        let what: Vec<&str> = option.handover.iter().map(|text| text.shown()).collect();
        let change = lang.pick("担当の変更、後任、着任", "change of representative, new representative, successor");
        let successor = facts.own_people.iter().find(|person| Some(&person.key) == option.successor.as_ref());
        let name = successor.map(|person| person.name.shown()).unwrap_or_default();
        let change = format!("{change} {name}");
        records.push(Record { change: true, ..Record::said(&option.id, Act::Contact, lang, &change, days.clone()) });
        let handover = lang.pick("書面での引き継ぎ", "handover in writing, handed over").to_owned() + &what.join("\n");
        records.push(Record::said(&option.id, Act::Work, lang, &handover, days));
        let call = lang.pick("後任とのご挨拶", "call on you together with the successor");
        records.push(Record::said(&option.id, Act::Visit, lang, call, visits));
        // Somebody stays beside the successor until there is a report on how it goes.
        let reports = facts.cadence.iter().flat_map(|cadence| &cadence.reports).map(|report| report.date.0);
        let after = reports.filter(|day| option.start.is_some_and(|start| start.0 <= *day)).collect();
        let review = lang.pick("新しい体制の見直しとご報告", "review of the new set-up, report on it");
        let on = option.review.iter().map(|day| day.0).collect();
        records.push(Record::said(&option.id, Act::Report, lang, review, on));
        // 3月31日までの課長の同席: what the change rests on is decided with it.
        for condition in &option.conditions {
            let days = days_of(condition.shown(), lang, facts.case.as_of.0);
            if !days.is_empty() {
                records.push(Record::said(&option.id, Act::Visit, lang, condition.shown(), days));
            }
        }
        let beside = lang.pick("着任後のお打ち合わせへの同席", "attend alongside the successor, at their side");
        records.push(Record::said(&option.id, Act::Visit, lang, beside, after));
    }
    // What was promised before stands: the day of an event's promise may be named again.
    for event in &facts.timeline {
        let mut days = days_of(event.content.shown(), lang, facts.case.as_of.0);
        days.retain(|day| *day > facts.case.as_of.0);
        if !days.is_empty() {
            records.push(Record::said(&event.id, Act::Report, lang, event.content.shown(), days));
        }
    }
    records
}

/// The days that a text names.
fn days_of(text: &str, lang: Lang, on: jiff::civil::Date) -> Vec<jiff::civil::Date> {
    let dates = mentions(text, lang).into_iter().filter_map(|mention| match mention.value {
        Value::Date(date) if date.day.is_some() => super::agreement::nearest_year(date, on),
        _ => None,
    });
    dates.collect()
}

fn of_action(action: &Action, lang: Lang) -> Record {
    let texts = [Some(&action.what), action.every.as_ref(), action.verification.as_ref()];
    let days = [action.done, action.due, action.revised, action.from, action.until];
    Record { owner: Some(action.owner.clone()), ..Record::of(&action.id, Act::Work, lang, &texts, &days) }
}
