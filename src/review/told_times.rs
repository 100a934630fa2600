//! Times, hours and days due that the case holds for something else than the sentence tells of.

use super::Finding;
use super::agreement::{agrees, nearest_year};
use super::finding::Confidence;
use super::judge::{Judge, of_other, unknown, with_fact};
use super::misplaced::{Misplaced, Told};
use super::rules::ungrounded_fact::RULE;
use super::rules::unsupported_claim::unsupported;
use super::topic::Topic;
use crate::facts::normalise::{Mention, PartialDate, Value};
use crate::facts::{Audience, Event, family_name};

/// Words of a visit or a talk that is proposed.
const VISITS: [&str; 10] = ["伺", "訪問", "参り", "面談", "候補", "visit", "meet", "call on", "come to", "see you"];

/// When somebody is best called.
const REACHED: [&[&str]; 2] = [
    &[
        "つながりやす",
        "繋がりやす",
        "つかまりやす",
        "捕まりやす",
        "お出になりやす",
        "出やすい",
        "電話に出られ",
        "ご在席",
    ],
    &[
        "best reached",
        "picks up",
        "easiest to reach",
        "best time to call",
        "best called",
        "try him",
        "try her",
        "get hold of",
    ],
];
/// What may stand before the first word of a line.
const BULLETS: [char; 7] = ['・', '-', '*', ' ', '\u{3000}', '\t', '■'];
/// The later part of a day, in words.
const LATER: [&[&str]; 2] = [&["午後", "夕方", "昼過ぎ", "お昼", "夜"], &["afternoon", "evening", "after lunch"]];
/// What stands between a date and its time.
const BETWEEN: [char; 18] =
    ['（', '）', '(', ')', '月', '火', '水', '木', '金', '土', '日', '曜', 'の', '、', ' ', '　', ',', '\t'];

impl Judge<'_> {
    /// 午前9時過ぎ for 9:10.
    pub(in crate::review) fn is_about(&self, told: &Told<'_>, wrong: &Misplaced<'_>) -> bool {
        let said = told.mentions.iter().find(|mention| mention.span == wrong.span).map(|mention| &mention.value);
        let (Some(Value::Time(hour, minute)), Value::Time(known, of_hour)) = (said, &wrong.fact.value) else {
            return false;
        };
        let minutes = |hour: u8, minute: u8| i32::from(hour) * 60 + i32::from(minute);
        let later = minutes(*known, *of_hour) - minutes(*hour, *minute);
        let after = self.text.get(wrong.span.end..told.span.end).unwrap_or_default();
        let starts = |words: &[&str]| words.iter().any(|word| after.starts_with(word));
        (starts(&["過ぎ", "すぎ", "台", "を過ぎ", "を回"]) && (0..60).contains(&later))
            || (starts(&["頃", "ごろ", "前後"]) && later.abs() <= 30)
            || (starts(&["前に", "前、", "前の"]) && (-30..0).contains(&later))
    }

    /// Whether a value that the entry lacks stands in the sentence for another reason than to tell of it.
    pub(in crate::review) fn is_of_another(&self, told: &Told<'_>, wrong: &Misplaced<'_>) -> bool {
        let sentence = self.text.get(told.span.clone()).unwrap_or_default();
        let (before, after) = (
            self.text.get(told.span.start..wrong.span.start).unwrap_or_default(),
            self.text.get(wrong.span.end..told.span.end).unwrap_or_default(),
        );
        let says = |words: &[&str]| words.iter().any(|word| sentence.contains(word));
        // "Later than the 29 January we first had": a day that is compared with the one told of. "No later than the 29th"
        // is a day due.
        let compared = ["later than the ", "earlier than the "].iter().find_map(|word| before.strip_suffix(word));
        if compared.is_some_and(|before| !before.ends_with("no ") && !before.ends_with("not "))
            || self.is_day_of_telling(told, &wrong.span)
            || self.is_about(told, wrong)
            || self.is_quoted_date(self.text.get(wrong.span.clone()).unwrap_or_default())
        {
            return true;
        }
        let Some(mention) = told.mentions.iter().find(|mention| mention.span == wrong.span) else { return false };
        if self.is_no_fact(told, mention, after) {
            return true;
        }
        match mention.value {
            Value::Time(hour, minute) => {
                let mut slots = self.context.facts.meeting.iter().flat_map(|meeting| &meeting.candidates);
                // 二十九日の午前十時半に伺います: the time of a visit that is proposed.
                let visit = says(&VISITS) && slots.any(|slot| (slot.time.hour, slot.time.minute) == (hour, minute));
                // When the meeting ends follows from its time and its length.
                visit || self.grounds.derives(&mention.value)
            }
            Value::Date(date) => {
                let on = self.context.facts.case.as_of.0;
                let Some(said) = nearest_year(date, on) else { return false };
                // A day to come is not that of an event that has been.
                let past = match wrong.fact.value {
                    Value::Date(fact) => nearest_year(fact, on).is_some_and(|fact| fact <= on),
                    _ => false,
                };
                // 11月4日に話を聞いた: when the representative was heard.
                let option = self.context.withheld.whole().change_option.as_ref();
                let heard = option.and_then(|option| option.rep_heard).is_some_and(|day| day.0 == said)
                    && says(&["聞", "話を", "heard", "spoke", "talked", "asked"]);
                heard || (past && said > on)
            }
            _ => false,
        }
    }

    /// 電話は午後3時ごろがつながりやすい, where the case has other hours for it.
    pub(super) fn other_hours(&self, told: &Told<'_>) -> Option<Finding> {
        let lang = self.context.lang;
        let sentence = self.text.get(told.span.clone())?;
        let says = |text: &str, words: &[&str]| words.iter().any(|word| text.contains(word));
        let reached = lang.pick(REACHED[0], REACHED[1]);
        if !says(sentence, reached) {
            return None;
        }
        let whole = self.context.whole();
        let texts = whole.seen().texts().iter().filter(|text| says(text, reached));
        let hours: Vec<(i32, i32)> = texts
            .filter_map(|text| {
                let times = crate::facts::normalise::mentions(text, lang).into_iter();
                let times: Vec<i32> = times.filter_map(|mention| minutes(&mention.value)).collect();
                Some((*times.iter().min()?, *times.iter().max()?))
            })
            .collect();
        let (first, last) = *hours.first()?;
        let other = told
            .mentions
            .iter()
            .find(|mention| minutes(&mention.value).is_some_and(|time| time < first || last < time));
        let span = match other {
            Some(mention) => mention.span.clone(),
            None => {
                let late = lang.pick(LATER[0], LATER[1]);
                let word = late.iter().find(|word| sentence.contains(**word)).filter(|_| last <= 12 * 60)?;
                let at = told.span.start + sentence.find(word)?;
                at..at + word.len()
            }
        };
        Some(unsupported(self.text, span))
    }

    /// 11月10日11時, where the case has nothing of that day at that time, or a talk on another day at it.
    pub(super) fn other_moment(&self, told: &Told<'_>) -> Option<Finding> {
        let on = self.context.facts.case.as_of.0;
        let whole = self.context.whole();
        let facts = self.context.withheld.whole();
        let facts_audience = self.context.facts.audience();
        // 7月8日（木）15時30分: the weekday stands between.
        let dated = told.mentions.iter().filter(|mention| !matches!(mention.value, Value::Weekday(_)));
        let dated: Vec<&Mention> = dated.collect();
        let visits = self.context.kind.id.contains("meeting-request")
            || self.text.get(told.span.clone()).is_some_and(|said| VISITS.iter().any(|word| said.contains(word)));
        dated.windows(2).find_map(|two| {
            let [date, time] = two else { return None };
            let Value::Date(day @ PartialDate { month: Some(_), day: Some(_), .. }) = date.value else { return None };
            let Value::Time(hour, minute) = time.value else { return None };
            let gap = self.text.get(date.span.end..time.span.start)?;
            let after = self.text.get(time.span.end..told.span.end)?;
            let apart = gap.contains('\n') || !gap.trim_matches(BETWEEN).trim_start_matches("at").trim().is_empty();
            let about =
                ["頃", "ごろ", "過ぎ", "すぎ", "台", "前", "まで", "以降"].iter().any(|word| after.starts_with(word));
            let day = nearest_year(day, on)?;
            if apart || about || !whole.has_day(day) {
                return None;
            }
            // 翌20日の8時50分: an entry may tell of a day without its month.
            let is_day = |value: &Value| match value {
                Value::Date(PartialDate { month: None, day: Some(known), .. }) => *known == day.day(),
                Value::Date(known) => nearest_year(*known, on) == Some(day),
                _ => false,
            };
            let written = self.text.get(time.span.clone())?;
            let together = whole.entries().iter().any(|entry| {
                whole.entry_values(&entry.id).any(|fact| is_day(&fact.value))
                    && whole.entry_values(&entry.id).any(|fact| agrees(&time.value, written, &fact.value))
            });
            let slots = || facts.meeting.iter().flat_map(|meeting| &meeting.candidates);
            let of_meeting = slots().any(|slot| slot.date.0 == day);
            let talk = facts.rep.as_ref().and_then(|rep| rep.follow_up.as_ref());
            // Half past three is either.
            let talks_then = talk.and_then(|talk| talk.time).is_some_and(|at| {
                at.minute == minute && (at.hour == hour || (at.hour == hour + 12 && written.contains("past")))
            });
            // No client reads of it.
            let of_talk = facts_audience != Audience::Client && talk.is_some_and(|talk| talk.date.0 == day);
            // A day to come is for the rule about promises, but for the talk with the representative, and for the days on
            // which a visit is proposed: 6月30日10時30分, where that is the time of the other day.
            let talk_moved = talks_then != of_talk && self.context.facts.audience() == Audience::Rep;
            // "Follow-up: 22 February, 14:00": a visit on that day has that time, and the talk another.
            let named = ["follow-up", "our next talk", "next talk", "次回", "次の面談", "面談は", "続きは"];
            let heading = self.text.get(told.span.start..date.span.start)?.to_lowercase();
            let talk_moved = talk_moved
                || (self.context.facts.audience() == Audience::Rep
                    && of_talk
                    && talk.is_some_and(|talk| talk.time.is_some())
                    && !talks_then
                    && named.iter().any(|word| heading.contains(word)));
            let slot_moved = of_meeting && day > on && !of_talk;
            // 2月26日10時30分に伺います, where that is the time of a visit on another day.
            let visit_moved = visits
                && day > on
                && !of_meeting
                && !of_talk
                && slots().any(|slot| (slot.time.hour, slot.time.minute) == (hour, minute));
            // 2月24日15時 among the days that are proposed.
            let no_slot =
                self.context.kind.id.contains("meeting-request") && day > on && !of_meeting && slots().next().is_some();
            let judged = day <= on || talk_moved || slot_moved || visit_moved || no_slot;
            let exchanged = day <= on && together && self.is_of_other_moment(told, day, (hour, minute));
            if exchanged {
                let written = self.text.get(time.span.clone()).unwrap_or_default();
                let finding = Finding::error(RULE.id, time.span.clone(), of_other(written));
                return Some(with_fact(finding, None).with_confidence(Confidence::Medium));
            }
            let known =
                (together && !talk_moved) || (of_meeting && !slot_moved && !talk_moved) || (of_talk && talks_then);
            (judged && !known).then(|| {
                let span = date.span.start..time.span.end;
                let written = self.text.get(span.clone()).unwrap_or_default();
                with_fact(Finding::error(RULE.id, span, unknown(written)), None).with_confidence(Confidence::Medium)
            })
        })
    }

    /// 5 December, 15:45: delivery of 80 cloths, where that is the time of another event of the day, of which nothing is
    /// told here.
    fn is_of_other_moment(&self, told: &Told<'_>, day: jiff::civil::Date, (hour, minute): (u8, u8)) -> bool {
        let lang = self.context.lang;
        // The line tells one moment only.
        let times = told.mentions.iter().filter(|mention| matches!(mention.value, Value::Time(..))).count();
        let rest = self.text.get(told.span.end..).unwrap_or_default();
        let rest: String = rest.chars().take(80).take_while(|c| *c != '\n').collect();
        let sentence = self.text.get(told.span.clone()).unwrap_or_default();
        if times != 1 {
            return false;
        }
        let topic = match sentence.chars().count() < 30 {
            true => Topic::of(&format!("{sentence}{rest}"), lang),
            false => Topic::of(sentence, lang),
        };
        let timeline = &self.context.withheld.whole().timeline;
        let of_day = || timeline.iter().filter(|event| event.date.0 == day && event.time.is_some());
        let whole = self.context.whole();
        let shared = |event: &Event| {
            let entry = whole.entries().iter().find(|entry| entry.id == event.id);
            entry.map_or(0, |entry| topic.shared(&entry.topic))
        };
        let at = |event: &&Event| event.time.is_some_and(|time| (time.hour, time.minute) == (hour, minute));
        let own = of_day().filter(at).map(shared).max();
        let others = of_day().filter(|event| !at(event)).map(shared).max();
        own == Some(0) && others.is_some_and(|others| others >= 2)
    }

    /// 桐谷へ引き継いでください。期日は2月26日です: the day due of another request to colleagues.
    pub(super) fn other_request(&self, told: &Told<'_>) -> Option<Finding> {
        let lang = self.context.lang;
        let on = self.context.facts.case.as_of.0;
        let sentence = self.text.get(told.span.clone())?;
        let due =
            lang.pick(&["期日", "期限", "締め切り", "締切", "までに", "まで"][..], &["due", "deadline", " by "][..]);
        if !self.context.kind.id.contains("coordination") || !due.iter().any(|word| sentence.contains(word)) {
            return None;
        }
        let requests = &self.context.withheld.whole().requests;
        let mut days = told.mentions.iter().filter_map(|mention| match mention.value {
            Value::Date(date) if date.day.is_some() && date.month.is_some() => {
                Some((mention.span.clone(), nearest_year(date, on)?))
            }
            _ => None,
        });
        let (span, day) = days.next().filter(|_| days.next().is_none())?;
        // 期日は2月26日です: what is asked for stands in the sentence before, on the same line.
        let led = due.iter().take(4).any(|word| sentence.trim_start_matches(BULLETS).starts_with(word));
        if led && let Some(finding) = self.not_asked_by(&span, day) {
            return Some(finding);
        }
        let asked = if led { self.before_on_line(told) } else { "" };
        let topic = Topic::of(&format!("{asked}\n{sentence}"), lang);
        let mut shared: Vec<(usize, jiff::civil::Date)> = requests
            .iter()
            .filter_map(|request| Some((topic.shared(&Topic::of(request.what.get(lang)?, lang)), request.due.0)))
            .collect();
        shared.sort_unstable_by_key(|(known, _)| std::cmp::Reverse(*known));
        let [(best, due), rest @ ..] = shared.as_slice() else { return None };
        // The day of something else that the sentence tells of.
        let whole = self.context.whole();
        let is_day = |value: &Value| matches!(value, Value::Date(known) if nearest_year(*known, on) == Some(day));
        let mut others = whole.entries().iter().filter(|entry| !requests.iter().any(|request| request.id == entry.id));
        let of_other = others.any(|entry| {
            entry.topic.shared(&topic) >= *best && whole.entry_values(&entry.id).any(|fact| is_day(&fact.value))
        });
        let clear = *best > 1 && !of_other && rest.iter().all(|(known, _)| known * 2 < *best);
        (clear && *due != day).then(|| {
            let written = self.text.get(span.clone()).unwrap_or_default();
            with_fact(Finding::error(RULE.id, span, unknown(written)), None).with_confidence(Confidence::Medium)
        })
    }
}

impl Judge<'_> {
    /// ・期限：12月11日, where whoever the paper is addressed to has been asked for nothing by that day.
    fn not_asked_by(&self, span: &std::ops::Range<usize>, day: jiff::civil::Date) -> Option<Finding> {
        let lang = self.context.lang;
        let whole = self.context.withheld.whole();
        let mut head = self.text.lines().map(str::trim).filter(|line| !line.is_empty());
        let head = head.next()?;
        let person = whole.own_people.iter().find(|person| {
            person.name.get(lang).is_some_and(|name| {
                let name = family_name(name, lang);
                head.chars().count() < 24 && head.contains(name)
            })
        })?;
        let mut asked = whole.requests.iter().filter(|request| request.to == person.key).peekable();
        let request = asked.peek().copied()?;
        (!asked.any(|request| request.due.0 == day)).then(|| {
            let written = self.text.get(span.clone()).unwrap_or_default();
            with_fact(Finding::error(RULE.id, span.clone(), of_other(written)), None).about(&request.id)
        })
    }
}

fn minutes(value: &Value) -> Option<i32> {
    match value {
        Value::Time(hour, minute) => Some(i32::from(*hour) * 60 + i32::from(*minute)),
        _ => None,
    }
}
