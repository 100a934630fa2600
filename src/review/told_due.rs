//! By when something is said to be done, or since when, against the record of it.

use std::ops::Range;

use jiff::civil::Date;

use super::Finding;
use super::agreement::nearest_year;
use super::grounds::Entry;
use super::judge::{Judge, of_other, with_fact};
use super::misplaced::Told;
use super::promise::promise;
use super::records::Record;
use super::rules::ungrounded_fact::RULE;
use super::topic::Topic;
use crate::facts::normalise::{Value, mentions};
use crate::facts::{Audience, Day, Id, Text};
use crate::kind::Speech;
use crate::lang::{Lang, Message};

/// What heads the column of days due in a table.
const DUE_HEADS: [&str; 12] =
    ["期限", "期日", "いつまで", "締切", "締め切り", "完了予定", "納期", "when", "due", "by when", "deadline", "by"];
/// What says that something has begun or is over.
const DONE: [&str; 22] = [
    "完了",
    "済み",
    "終えました",
    "終えています",
    "終えております",
    "使い始め",
    "始めました",
    "始めています",
    "始めております",
    "第1回は",
    "初回は",
    "導入しました",
    "開始しました",
    "お送りしました",
    "done",
    "completed",
    "finished",
    "in place since",
    "in use since",
    "has been running since",
    "went live",
    "started on",
];
/// The same, where it is no column of days on which things happened.
const DAY_HEADS: [&str; 8] = ["date", "new date", "日程", "時期", "実施時期", "予定日", "実施日", "予定"];
/// What has been.
const PAST: [&str; 7] = ["ました", "でした", "なかった", "did not", " was ", " were ", " had "];

/// A day that a text names, and what it says of it.
struct Dated {
    span: Range<usize>,
    day: Date,
}

impl Judge<'_> {
    /// A day on which an action is said to be due, in a document for the own side, that its record does not name. What
    /// a sentence promises the client is the business of `commitment-without-record`; a cell of a table promises nothing.
    pub(super) fn other_due(&self, told: &Told<'_>) -> Option<Finding> {
        let sentence = self.text.get(told.span.clone())?;
        let days = self.dated(told);
        if self.context.facts.audience() == Audience::Client {
            let [only] = days.as_slice() else { return None };
            let own = self.topic_of(sentence);
            if self.is_due_cell(only) {
                return self.not_due(only, &own, &own, 2);
            }
            // 2. 「変更依頼」欄の追加（12月4日まで）: a line of a list promises nothing by a verb.
            if !self.is_listed_due(told, only) || promise(sentence, self.context.lang).is_some() {
                return None;
            }
            let topic = own.with(&Topic::of(self.before_on_line(told), self.context.lang));
            return self.not_due(only, &topic, &own, 2);
        }
        let due = |dated: &Dated| {
            let after = self.text.get(dated.span.end..told.span.end).unwrap_or_default();
            let before = self.text.get(told.span.start..dated.span.start).unwrap_or_default();
            let behind = after.trim_start_matches(|c: char| c == '（' || c == '）' || "月火水木金土日()".contains(c));
            behind.starts_with("まで") || before.trim_end().ends_with("by") || before.trim_end().ends_with("due")
        };
        let past = PAST.iter().any(|word| sentence.contains(word));
        if let [only] = days.as_slice() {
            if (due(only) && !past) || self.is_due_cell(only) {
                // 名簿の変更がラベル機へ移るようにする。福本係長が7月16日までに入れる: what is done stands in the sentence
                // before.
                let own = self.topic_of(sentence);
                let before = Topic::of(self.before_on_line(told), self.context.lang);
                let topic = if own.len() < 3 { own.with(&before) } else { own.clone() };
                let least = if self.is_due_cell(only) { 2 } else { 3 };
                return self.not_due(only, &topic, &own, least);
            }
            return None;
        }
        // 訂正紙は6月4日まで、予定表は6月9日から: each with the words of its part.
        days.iter().filter(|dated| due(dated) && !past).find_map(|dated| {
            let part = self.part_around(told, &dated.span);
            let alone =
                days.iter().filter(|other| part.start <= other.span.start && other.span.end <= part.end).count();
            let topic = self.topic_of(self.text.get(part).unwrap_or_default());
            if alone == 1 { self.not_due(dated, &topic, &topic, 2) } else { None }
        })
    }

    /// A day past on which something is said to have been done or begun that by its record is still to come.
    pub(super) fn not_yet(&self, told: &Told<'_>) -> Option<Finding> {
        let lang = self.context.lang;
        let on = self.context.facts.case.as_of.0;
        let sentence = self.text.get(told.span.clone())?;
        if !DONE.iter().any(|word| sentence.contains(word)) {
            return None;
        }
        let days = self.dated(told);
        let [dated] = days.as_slice() else { return None };
        let own = self.topic_of(sentence);
        let before = Topic::of(self.before_on_line(told), lang);
        let topic = own.with(&before);
        let records = self.context.whole_records();
        let best = self.only_best(&topic, 2)?;
        let to_come = !best.days.is_empty() && best.days.iter().all(|day| *day > on);
        let near_others = records
            .iter()
            .any(|record| record.id != best.id && topic.shared(&record.topic) > 0 && record.days.contains(&dated.day));
        (dated.day <= on && to_come && !near_others && !self.tells_of(&topic, dated.day, 1))
            .then(|| self.wrong_day(dated, &best.id))
    }

    /// 1月29日の予定を3月5日に変更, where the case has another new day for what was due then.
    pub(super) fn moved_elsewhere(&self, told: &Told<'_>) -> Option<Finding> {
        let actions = &self.context.withheld.whole().actions;
        let days = self.dated(told);
        days.windows(2).find_map(|two| {
            let [from, to] = two else { return None };
            let between = self.text.get(from.span.end..to.span.start)?;
            let after = self.text.get(to.span.end..told.span.end)?;
            let before = self.text.get(told.span.start..from.span.start)?;
            let moved = ["変更", "延期", "改め", "繰り下げ", "延ばし", "見直し"]
                .iter()
                .any(|word| after.strip_prefix('に').is_some_and(|rest| rest.starts_with(word)))
                || (between.trim() == "to"
                    && ["moved", "postponed", "put back", "pushed back", "rescheduled", "changed", "delayed"]
                        .iter()
                        .any(|word| before.contains(word)));
            let mut then = actions.iter().filter(|action| action.due.is_some_and(|due| due.0 == from.day));
            let action = then.next().filter(|_| then.next().is_none())?;
            let revised = action.revised.filter(|revised| moved && revised.0 != to.day)?;
            let written = self.text.get(to.span.clone()).unwrap_or_default();
            let day = Speech::of(self.context.facts).day(revised);
            Some(Finding::error(RULE.id, to.span.clone(), of_other(written)).about(&action.id).suggest(Message::new(
                format!("記録（{}）では {day} です", action.id),
                format!("the record ({}) says {day}", action.id),
            )))
        })
    }

    /// 初回は6月25日です, where the record begins on the 23rd.
    pub(super) fn other_first(&self, told: &Told<'_>) -> Option<Finding> {
        let days = self.dated(told);
        let [dated] = days.as_slice() else { return None };
        let before = self.text.get(told.span.start..dated.span.start)?;
        let first = ["初回は", "第1回は", "第一回は", "The first is on ", "The first follows on ", "the first on "];
        if !first.iter().any(|word| before.ends_with(word)) {
            return None;
        }
        let own = self.topic_of(self.text.get(told.span.clone())?);
        let topic = own.with(&Topic::of(self.before_on_line(told), self.context.lang));
        let best = self.only_best(&topic, 2)?;
        let known = best.days.is_empty() || best.days.contains(&dated.day) || self.tells_of(&topic, dated.day, 2);
        (!known).then(|| self.wrong_day(dated, &best.id))
    }

    /// 星は7月5日から担当できる, where the successor is free from 2 August.
    pub(super) fn other_start(&self, told: &Told<'_>) -> Option<Finding> {
        let (lang, on) = (self.context.lang, self.context.facts.case.as_of.0);
        let option = self.context.withheld.whole().change_option.as_ref()?;
        let said = option.capacity.iter().chain(option.fit.as_ref()).filter_map(|text| text.get(lang));
        let mut known: Vec<Date> = said
            .flat_map(|text| mentions(text, lang))
            .filter_map(|mention| match mention.value {
                Value::Date(date) if date.day.is_some() => nearest_year(date, on),
                _ => None,
            })
            .collect();
        known.extend(option.start.map(|day| day.0));
        let able = [
            "から担当でき",
            "から担当可能",
            "から引き受けられ",
            "から受け持て",
            "から動け",
            "には引き継げる",
            "から入れる",
        ];
        let free = ["free from", "available from", "can start on", "can take over on", "free on"];
        let dated = self.dated(told).into_iter().find(|dated| {
            let after = self.text.get(dated.span.end..told.span.end).unwrap_or_default();
            let before = self.text.get(told.span.start..dated.span.start).unwrap_or_default();
            able.iter().any(|word| after.starts_with(word)) || free.iter().any(|word| before.trim_end().ends_with(word))
        })?;
        (!known.is_empty() && !known.contains(&dated.day)).then(|| self.wrong_day(&dated, &option.id))
    }

    /// The whole days of a sentence.
    fn dated(&self, told: &Told<'_>) -> Vec<Dated> {
        let on = self.context.facts.case.as_of.0;
        let days = told.mentions.iter().filter_map(|mention| match mention.value {
            Value::Date(date) if date.day.is_some() && date.month.is_some() => {
                Some(Dated { span: mention.span.clone(), day: nearest_year(date, on)? })
            }
            _ => None,
        });
        days.collect()
    }

    /// What a stretch of text is about. Who does it says little of what is done.
    fn topic_of(&self, text: &str) -> Topic {
        let whole = self.context.withheld.whole();
        let names = whole.own_people.iter().filter_map(|person| person.name.get(self.context.lang));
        let names = Topic::of(&names.collect::<Vec<_>>().join("\n"), self.context.lang);
        Topic::of(text, self.context.lang).without(&names)
    }

    /// The record that most is said of, if there is only one.
    fn only_best(&self, topic: &Topic, least: usize) -> Option<&Record> {
        let records = self.context.whole_records();
        let most = records.iter().map(|record| topic.shared(&record.topic)).max().filter(|most| *most >= least)?;
        let mut best = records.iter().filter(|record| topic.shared(&record.topic) == most);
        let first = best.next()?;
        best.all(|other| other.id == first.id).then_some(first)
    }

    fn not_due(&self, dated: &Dated, topic: &Topic, own: &Topic, least: usize) -> Option<Finding> {
        let whole = self.context.withheld.whole();
        let records = self.context.whole_records();
        let best = records.iter().map(|record| topic.shared(&record.topic)).max().filter(|best| *best >= least)?;
        let near: Vec<_> = records.iter().filter(|record| topic.shared(&record.topic) >= 2).collect();
        let meant = near.iter().find(|record| topic.shared(&record.topic) == best && !record.days.is_empty())?;
        let requests = &whole.requests;
        // 久保田が11月10日までに確かめる.
        let line = self.text.get(..dated.span.start).unwrap_or_default().rsplit('\n').next().unwrap_or_default();
        let rest = self.text.get(dated.span.start..).unwrap_or_default().lines().next().unwrap_or_default();
        let checks = ["確", "調べ", "check", "verif", "look", "clear"];
        let checks = checks.iter().any(|word| line.contains(word) || rest.contains(word));
        let of_check = |incident: &crate::facts::Incident| incident.checks.iter().any(|check| check.due.0 == dated.day);
        let deadline = whole.expert.as_ref().and_then(|expert| expert.deadline).map(|day| day.0);
        let cell = self.is_due_cell(dated);
        let lang = self.context.lang;
        let of_request = |what: &Text| !cell || topic.shared(&Topic::of(what.get(lang).unwrap_or_default(), lang)) > 0;
        let mut said = records.iter().filter(|record| topic.shared(&record.topic) >= if cell { 1 } else { 2 });
        let known = said.any(|record| record.days.contains(&dated.day))
            || (self.context.facts.audience() != Audience::Client
                && requests.iter().any(|request| request.due.0 == dated.day && of_request(&request.what)))
            || (checks && whole.incident.as_ref().is_some_and(of_check))
            || (deadline == Some(dated.day) && self.context.facts.audience() != Audience::Client)
            || self.tells_of(topic, dated.day, 2)
            || (!cell && self.tells_of(own, dated.day, 1));
        (!known).then(|| self.wrong_day(dated, &meant.id))
    }

    /// Whether an entry that so much is said of has a day.
    fn tells_of(&self, topic: &Topic, day: Date, least: usize) -> bool {
        let whole = self.context.whole();
        let has = |entry: &Entry| {
            whole.entry_values(&entry.id).any(|value| matches!(value.value, Value::Date(date) if date.agrees(day)))
        };
        whole.entries().iter().filter(|entry| entry.topic.shared(topic) >= least).any(has)
    }

    fn wrong_day(&self, dated: &Dated, id: &Id) -> Finding {
        let written = self.text.get(dated.span.clone()).unwrap_or_default();
        let finding = Finding::error(RULE.id, dated.span.clone(), of_other(written)).about(id);
        let mut days: Vec<Date> = Vec::new();
        for record in self.context.whole_records().iter().filter(|record| record.id == *id) {
            days.extend(record.days.iter().filter(|day| !days.contains(day)).collect::<Vec<_>>());
        }
        if days.is_empty() {
            return with_fact(finding, None).about(id);
        }
        let speech = Speech::of(self.context.facts);
        let days = days.into_iter().map(|day| speech.day(Day(day))).collect::<Vec<_>>().join(", ");
        finding.suggest(Message::new(format!("記録（{id}）では {days} です"), format!("the record ({id}) says {days}")))
    }

    /// The part of a sentence between marks that a value stands in.
    pub(super) fn part_around(&self, told: &Told<'_>, span: &Range<usize>) -> Range<usize> {
        let marks = ['、', '，', '；', ';', ',', '\n', '\t', '|', '。'];
        let before = self.text.get(told.span.start..span.start).unwrap_or_default();
        let from = before.char_indices().rev().find(|(_, c)| marks.contains(c));
        let from = from.map_or(told.span.start, |(at, c)| told.span.start + at + c.len_utf8());
        let after = self.text.get(span.end..told.span.end).unwrap_or_default();
        let to = after.find(marks).map_or(told.span.end, |at| span.end + at);
        from..to
    }

    /// Whether a day stands behind the words for what is due, or in front of them, in a line of a list.
    fn is_listed_due(&self, told: &Told<'_>, dated: &Dated) -> bool {
        let from = self.text.floor_char_boundary(told.span.start.saturating_sub(LINE));
        let before = self.text.get(from..told.span.start);
        let line_from = before.and_then(|before| before.rfind('\n')).map_or(from, |at| from + at + 1);
        let line = self.text.get(line_from..told.span.end).unwrap_or_default();
        // The item of a plan is a promise, and in English `commitment-without-record` judges it.
        let mark = |c: char| c.is_numeric() || c.is_whitespace() || ".．、)）(（・-*•●■◆".contains(c);
        let said = self.text.get(told.span.clone()).unwrap_or_default();
        let is_item = line.trim_start_matches(mark).len() <= said.trim_start_matches(mark).len();
        if is_item && self.context.lang == Lang::En {
            return false;
        }
        let item = line.trim_start().starts_with(|c: char| c.is_numeric() || "・-*•●■◆(（①②③④⑤⑥".contains(c));
        let before = self.text.get(told.span.start..dated.span.start).unwrap_or_default().trim_end();
        let after = self.text.get(dated.span.end..told.span.end).unwrap_or_default();
        let after = after.trim_start_matches(|c: char| "（）()月火水木金土日 ".contains(c));
        let lead = ["期日は", "期限は", "期日：", "期限：", "期日:", "期限:", "by", "due", "by:", "due:"];
        item && (after.starts_with("まで")
            || after.starts_with("期限")
            || lead.iter().any(|word| before.ends_with(word)))
    }

    /// Whether a day stands in a column of days due.
    fn is_due_cell(&self, dated: &Dated) -> bool {
        let from = self.text.floor_char_boundary(dated.span.start.saturating_sub(64));
        let before = self.text.get(from..dated.span.start).and_then(|before| before.rsplit('\n').next());
        let first = before.is_some_and(|row| row.trim_matches(['|', ' ']).is_empty());
        self.column_head(dated.span.start)
            .is_some_and(|head| DUE_HEADS.contains(&head.as_str()) || (!first && DAY_HEADS.contains(&head.as_str())))
    }

    /// The head of the column of a table that a place stands in, in small letters.
    pub(super) fn column_head(&self, at: usize) -> Option<String> {
        let lines = self.text.get(..at).unwrap_or_default();
        let row_from = lines.rfind('\n').map_or(0, |at| at + 1);
        let cells = |line: &str| line.matches(['\t', '|']).count();
        let row = lines.get(row_from..).unwrap_or_default();
        let column = cells(row);
        if column == 0 {
            return None;
        }
        let above = lines.get(..row_from).unwrap_or_default().trim_end_matches('\n').rsplit('\n');
        let head = above.take(MOST_ROWS).take_while(|line| cells(line) >= column).last();
        let cell = head?.split(['\t', '|']).nth(column)?;
        Some(cell.trim().to_lowercase())
    }
}

/// Bytes before a sentence in which its line begins.
const LINE: usize = 600;
/// Rows of a table that are looked up for its head.
const MOST_ROWS: usize = 40;
