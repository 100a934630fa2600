//! When something is said to have been, in words of time: 先週, in August, 昨年の秋. The case has something of that time that
//! is like it, or it is nobody's to tell.

use std::sync::LazyLock;

use jiff::ToSpan;
use jiff::civil::Date;

use super::Finding;
use super::agreement::nearest_year;
use super::judge::{Judge, unknown, with_fact};
use super::misplaced::Told;
use super::open_time::is_past;
use super::rules::ungrounded_fact::RULE;
use super::topic::Topic;
use crate::facts::Audience;
use crate::facts::normalise::{PartialDate, Value, mentions};
use crate::lang::{Lang, Pattern};

/// Words of a time past, Japanese and English.
static PAST: LazyLock<[Pattern; 2]> = LazyLock::new(|| {
    [
        Pattern::fixed(
            r"先週|先月|昨年(?:度|末|の(?:春|夏|秋|冬|暮れ|[\p{Han}]{0,4}監査))|一昨年|この春|今年の春|春先|この夏|昨夏|昨秋|昨冬|(?:1[0-2]|[1-9]|[一二三四五六七八九]|十[一二]?)月(?:に(?:も|は)?、?|の(?:うち|初め|末|終わり)に)",
        ),
        Pattern::fixed(
            r"(?-u:\b)(?:last (?:week|month|year|spring|summer|autumn|winter)|(?:in|since) the (?:spring|summer|autumn|winter)|this (?:spring|summer)|in (?:January|February|March|April|May|June|July|August|September|October|November|December)(?-u:\b))",
        ),
    ]
});

/// That something was so, in English.
static HAPPENED: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::fixed(
        r"(?-u:\b)(?:had|was|were|has been|have been|met|rang|told|[a-z]{2,}ed|did|gave|came|went|held|sent|wrote|took)(?-u:\b)",
    )
});

impl Judge<'_> {
    /// Words of a time past in which the case has nothing like what is told.
    pub(super) fn other_past(&self, told: &Told<'_>) -> Option<Finding> {
        let (lang, on) = (self.context.lang, self.context.facts.case.as_of.0);
        let sentence = self.text.get(told.span.clone())?;
        let found = lang.of(&PAST).find(sentence)?;
        let rest = sentence.get(found.end()..)?;
        // What a year ago is compared with, and what is asked or quoted, tells no event.
        let other = ["？", "?", "「", "“", "比べ", "同月", "compared"].iter().any(|word| sentence.contains(word));
        let past = match lang {
            Lang::Ja => is_past(rest, lang),
            Lang::En => {
                HAPPENED.is_match(sentence)
                    && ![" will ", " shall ", " by ", "'ll ", " if "].iter().any(|word| sentence.contains(word))
            }
        };
        if other || !past || (found.as_str().ends_with('に') && rest.starts_with(|c: char| c.is_ascii_digit())) {
            return None;
        }
        // The day itself may follow: 先週の2月12日.
        let start = told.span.start + found.start();
        let end = told.span.start + found.end();
        let dated = told.mentions.iter().any(|mention| {
            matches!(mention.value, Value::Date(date) if date.day.is_some()) && mention.span.start < end + 12
        });
        if dated {
            return None;
        }
        let month = self.month_of(found.as_str());
        // What was praised of the representative is told in short.
        let rep = self.context.facts.audience() == Audience::Rep;
        let days = self.time_of(found.as_str(), on)?;
        let whole = self.context.whole();
        let topic = Topic::of(sentence, lang).with(&Topic::of(self.before_on_line(told), lang));
        let inside = |value: &Value| match value {
            // In July: of any year.
            Value::Date(date) if month.is_some() => date.month == month,
            Value::Date(date) => {
                nearest_year(PartialDate { day: date.day.or(Some(15)), month: date.month.or(Some(6)), ..*date }, on)
                    .is_some_and(|day| days.0 <= day && day <= days.1)
            }
            _ => false,
        };
        let like = whole.entries().iter().any(|entry| {
            (rep || entry.topic.shared(&topic) > 0) && whole.entry_values(&entry.id).any(|fact| inside(&fact.value))
        });
        let said = whole.seen().says(found.as_str().trim_end_matches(['、', 'に', 'も', 'は']));
        (!like && !said).then(|| {
            let written = self.text.get(start..end).unwrap_or_default();
            with_fact(Finding::error(RULE.id, start..end, unknown(written)), None)
        })
    }

    /// The first and the last day that words of a time past may mean.
    fn time_of(&self, words: &str, on: Date) -> Option<(Date, Date)> {
        let lower = words.to_lowercase();
        let has = |list: &[&str]| list.iter().any(|word| lower.contains(word));
        let back = |days: i32| on.checked_sub(days.days()).ok();
        if has(&["先週", "last week"]) {
            return Some((back(14)?, on));
        }
        if has(&["先月", "last month"]) {
            return Some((back(62)?, on));
        }
        if let Some(month) = self.month_of(words) {
            let first = nearest_year(PartialDate { year: None, month: Some(month), day: Some(1) }, on)?;
            return Some((first, first.last_of_month()));
        }
        if has(&["昨", "last "]) {
            return Some((Date::new(on.year() - 2, 1, 1).ok()?, Date::new(on.year() - 1, 12, 31).ok()?));
        }
        // A season of this year, or of the last one.
        Some((back(420)?, back(20)?))
    }

    /// The month that words of a time past name.
    fn month_of(&self, words: &str) -> Option<i8> {
        let lang = self.context.lang;
        mentions(words, lang).into_iter().find_map(|mention| match mention.value {
            Value::Date(date) => date.month,
            _ => None,
        })
    }
}
