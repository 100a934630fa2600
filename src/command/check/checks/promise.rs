//! Promises on the timeline that nothing in the case keeps.

use std::sync::LazyLock;

use super::prelude::*;

pub(in crate::command::check) const CHECK: Check =
    Check { name: "promise-unrecorded", group: Group::Gap, severity: Severity::Error, find };

/// A Japanese date by which something is promised, and the promise.
static BY_JA: LazyLock<Pattern> =
    LazyLock::new(|| Pattern::fixed(r"^(?:[（(][月火水木金土日][）)])?(?:[^。、]{0,6})?(?:まで|に)"));
static PROMISE_JA: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::fixed(
        r"お約束(?:し|いた|申)|約束しました|(?:ご報告|ご連絡|お返事|ご返事|ご回答|お送り|ご提出|ご説明|お届け|お伺い|ご訪問)(?:する|いたします|します|する旨|するとお)",
    )
});

/// The same in English.
static BY_EN: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::fixed(r"(?i)(?-u:\b)(?:by|on|until|before)(?: (?:mon|tues|wednes|thurs|fri)day,?)? ?(?:the )?$")
});
static PROMISE_EN: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::fixed(
        r"(?i)(?-u:\b)(?:promised|(?:we|I) (?:will|would|shall)|we'll|undertook|assured you|committed to|agreed to (?:send|report|answer|call|deliver|reply))(?-u:\b)",
    )
});

fn find(survey: &Survey<'_>) -> Vec<Found> {
    let groups = survey.groups();
    let mut found = Vec::new();
    for event in &groups.timeline {
        // What the client promises is for the client to keep.
        let ours = event.from.as_ref().is_none_or(|key| groups.own_person(key).is_some());
        if !ours || !matches!(event.status, Status::Confirmed) {
            continue;
        }
        let own = |told: &&Told| told.id.as_ref() == Some(&event.id) && told.field() == "content";
        for told in survey.texts.iter().filter(own) {
            for day in promised(survey, told) {
                if day <= event.date.0 || is_kept(survey, event, day) {
                    continue;
                }
                let (id, (ja, en)) = (&event.id, with_weekday(day));
                let what = say(
                    format!("{id} で {ja} までの約束をしていますが、その日までの報告・取り組み・面談がありません"),
                    format!(
                        "{id} promises something by {en}, yet no report, action or visit of the case is due by then"
                    ),
                );
                let todo = say(
                    "cadence.reports か actions に、担当と日付のあるものとして加えてください",
                    "add it to `cadence.reports` or `actions`, with its date",
                );
                found.push(Found::at(told.at, what, todo).of(id));
            }
        }
    }
    found
}

/// The days by which a text promises something.
fn promised(survey: &Survey<'_>, told: &Told) -> Vec<jiff::civil::Date> {
    let mut days = Vec::new();
    for span in crate::review::sentences(&told.text) {
        let sentence = told.words(&span);
        let promises = match told.lang {
            Lang::Ja => PROMISE_JA.is_match(sentence),
            Lang::En => PROMISE_EN.is_match(sentence),
        };
        for mention in told.mentions.iter().filter(|one| one.span.start >= span.start && one.span.end <= span.end) {
            let Value::Date(date) = &mention.value else { continue };
            let by = match told.lang {
                Lang::Ja => BY_JA.is_match(told.words(&(mention.span.end..span.end))),
                Lang::En => BY_EN.is_match(told.words(&(span.start..mention.span.start))),
            };
            days.extend(survey.whole(*date).filter(|_| promises && by));
        }
    }
    days
}

/// Whether something of ours stands between the promise and its day.
fn is_kept(survey: &Survey<'_>, event: &Event, day: jiff::civil::Date) -> bool {
    let groups = survey.groups();
    let within = |one: Day| one >= event.date && one.0 <= day;
    let reports = groups.cadence.iter().flat_map(|cadence| &cadence.reports).map(|report| report.date);
    let actions = groups.actions.iter().flat_map(|action| [action.due, action.done, action.from]).flatten();
    let visits = groups.meeting.iter().flat_map(|meeting| &meeting.candidates).map(|slot| slot.date);
    let checks = groups.incident.iter().flat_map(|incident| &incident.checks).map(|check| check.due);
    let remedies = groups.compensation.iter().flat_map(|entry| [entry.due, entry.answer_by]).flatten();
    let documents = groups.documents.iter().map(|made| made.date);
    let events = groups.timeline.iter().filter(|other| other.id != event.id && other.date > event.date);
    let mut all = reports.chain(actions).chain(visits).chain(checks).chain(remedies).chain(documents);
    all.any(within) || events.map(|other| other.date).any(|one| one.0 == day)
}
