//! What is no promise by its form and yet names a day, a frequency or a thing that nothing has on record.

use std::ops::{Range, RangeInclusive};

use jiff::civil::Date;

use super::Finding;
use super::backing::is_narrow;
use super::novel::brings_new;
use super::promise::{Act, is_on_request, often, polite_act, soft_promise};
use super::records::Record;
use super::rules::commitment_without_record::{Judge, PLANS, no_record, whole};
use super::slots::other_slot;
use super::told_days::{days_to_come, weekdays};
use super::topic::Topic;
use crate::lang::Lang;

impl Judge<'_> {
    /// What is no promise by its form: a polite word with a day or a frequency that nothing has on record, and an item
    /// of a plan that differs from its record.
    pub(super) fn beyond(&self, text: &str, topic: &Topic, item: bool) -> Option<Finding> {
        let days = days_to_come(text, self.context);
        let often = often(text);
        let known = |days: &RangeInclusive<Date>| {
            self.records.iter().any(|record| record.days.iter().any(|day| days.contains(day)))
        };
        // 全310名の突き合わせを、今後は毎月末に実施: an item that ends in the noun of an act.
        let plan = item && PLANS.contains(&self.context.kind.id.as_str());
        let acts = ["実施", "開催", "送付", "訪問", "点検", "照合", "報告", "巡回", "確認", "連絡"];
        if plan && often.contains(&true) && acts.iter().any(|act| text.trim_end_matches('。').ends_with(act)) {
            let as_often = |record: &Record| often.iter().zip(record.often).all(|(said, known)| !said || known);
            let backed = |record: &Record| topic.shared(&record.topic) > 0 && as_often(record);
            if !self.records.iter().any(backed) {
                return Some(no_record(0..text.len()));
            }
        }
        if let Some(promise) = soft_promise(text) {
            if !is_on_request(text) && brings_new(text, self.records) {
                return Some(no_record(whole(text, &promise)));
            }
            let new_day = days.iter().any(|(_, day)| !known(day));
            return new_day.then(|| no_record(whole(text, &promise)));
        }
        // 次回のご報告：12月11日, 毎週月曜のご報告: the day of a report that none has.
        if let Some(span) = self.other_report(text, topic, &days, &often) {
            return Some(no_record(span));
        }
        // ご挨拶に伺います promises nothing new, 5月末にご挨拶に伺います does.
        if let Some(promise) = polite_act(text, self.context.lang) {
            let has = |days: &RangeInclusive<Date>| {
                known(days) || self.context.grounds().days().any(|known| days.contains(&known))
            };
            if !days.is_empty() && !days.iter().any(|(_, day)| has(day)) {
                return Some(no_record(whole(text, &promise)));
            }
        }
        let best = self.records.iter().map(|record| topic.shared(&record.topic)).max().unwrap_or(0);
        let meant: Vec<&Record> = self
            .records
            .iter()
            .filter(|record| topic.shared(&record.topic) == best && topic.speaks_of(&record.topic) && best >= 2)
            .collect();
        let record = meant.first()?;
        if !item {
            // The plan goes out by 10:00: what is done again and again, told in the present.
            let past = self
                .context
                .lang
                .pick(&["ました", "でした"][..], &[" was ", " were ", "came", "arrived", " had ", "ed "][..]);
            let told = past.iter().any(|word| text.contains(word));
            let other = other_slot(text, &meant, self.context.grounds(), self.context.lang).filter(|_| !told);
            return other.map(|span| no_record(span).about(&record.id));
        }
        if !meant.iter().any(|record| often.iter().zip(record.often).all(|(said, known)| !said || known)) {
            return Some(no_record(0..text.len()).about(&record.id));
        }
        let other = other_slot(text, &meant, self.context.grounds(), self.context.lang);
        let weekdays = weekdays(text, self.context.lang);
        let weekday = often.get(1) == Some(&true)
            && !weekdays.is_empty()
            && !meant.iter().any(|record| weekdays.iter().all(|day| record.weekdays.contains(day)));
        let wrong = days.iter().find(|(_, day)| {
            !known(day)
                || !meant
                    .iter()
                    .any(|record| record.days.is_empty() || record.days.iter().any(|known| day.contains(known)))
        });
        let span =
            other.or_else(|| weekday.then_some(0..text.len())).or_else(|| wrong.map(|(span, _)| span.clone()))?;
        Some(no_record(span).about(&record.id))
    }

    /// A day on which a report is said to follow, by its name alone, and none does.
    fn other_report(
        &self,
        text: &str,
        topic: &Topic,
        days: &[(Range<usize>, RangeInclusive<Date>)],
        often: &[bool; 6],
    ) -> Option<Range<usize>> {
        let lang = self.context.lang;
        let told = ["ました", "でした", "おりました", "では", "なら", "ため"].iter().any(|word| text.contains(word));
        if lang != Lang::Ja || told || !["報告", "次回"].iter().any(|word| text.contains(word)) {
            return None;
        }
        let reports = || self.records.iter().filter(|record| record.act == Act::Report);
        let on_day = |record: &Record, day: &RangeInclusive<Date>| {
            let weekly = record.often.get(1) == Some(&true) && record.weekdays.contains(&day.start().weekday());
            let same = topic.shared(&record.topic) > 0 || record.text.contains("報告");
            record.days.iter().any(|known| day.contains(known)) || (weekly && same)
        };
        let named = ["報告：", "報告:", "報告　", "次回："].iter().any(|label| text.contains(label));
        let line = text.trim_end_matches(['。', '）', ')', ' ']);
        let nominal = named || ["です", "でございます", "日"].iter().any(|end| line.ends_with(end));
        let stray = days.iter().find(|(_, day)| is_narrow(day) && !reports().any(|record| on_day(record, day)));
        let weekdays = weekdays(text, lang);
        let weekly = often.get(1) == Some(&true)
            && !weekdays.is_empty()
            && !self.records.iter().any(|record| weekdays.iter().all(|day| record.weekdays.contains(day)));
        let stray = stray.filter(|_| nominal).map(|(span, _)| span.clone());
        stray.or_else(|| weekly.then_some(0..text.len()))
    }
}
