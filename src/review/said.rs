//! What a text says, value by value, with what the words around a value add to it.

use std::ops::Range;

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

use super::agreement::nearest_year;
use super::grounds::Grounds;
use crate::facts::normalise::{Mention, PartialDate, Relative, Unit, Value, mentions};
use crate::lang::Lang;

/// The values of a text in their order. A day of the month gets the month spoken of (11月10日…12日, 先月28日), a year
/// told by its distance becomes one (昨年), a day of a week told by its distance becomes a date (来週月曜日).
pub(super) fn said(text: &str, lang: Lang, grounds: &Grounds, on: Date) -> Vec<Mention> {
    let mut reader = Reader { text, grounds, on, spoken_of: None, done: Vec::new() };
    mentions(text, lang).into_iter().for_each(|mention| reader.read(mention));
    reader.done
}

/// Days around the day of writing in which a day without its month may lie.
const MONTHS: usize = 62;

struct Reader<'a> {
    text: &'a str,
    grounds: &'a Grounds,
    on: Date,
    /// The last date of which the month was clear.
    spoken_of: Option<(PartialDate, usize)>,
    done: Vec<Mention>,
}

impl Reader<'_> {
    fn read(&mut self, mut mention: Mention) {
        match mention.value.clone() {
            Value::Date(date) if date.month.is_none() && date.year.is_none() => {
                mention.value = self.day(&mut mention, date);
            }
            Value::Date(date) if date.year.is_none() => mention.value = Value::Date(self.with_year(&mention, date)),
            Value::Weekday(weekday) => {
                if let Some((span, day)) = self.weekday(&mention, weekday) {
                    mention = Mention { span, value: Value::Date(day.into()) };
                }
            }
            _ => {}
        }
        if let Value::Date(date) | Value::Third(date, _) = mention.value
            && date.month.is_some()
        {
            self.spoken_of = Some((date, mention.span.end));
        }
        self.done.push(mention);
    }

    fn before(&self, mention: &Mention) -> &str {
        // No word that matters here is longer.
        let mut from = mention.span.start.saturating_sub(24);
        while !self.text.is_char_boundary(from) {
            from += 1;
        }
        self.text.get(from..mention.span.start).unwrap_or_default()
    }

    fn after(&self, mention: &Mention) -> &str {
        self.text.get(mention.span.end..).unwrap_or_default()
    }

    /// A day without its month.
    fn day(&mut self, mention: &mut Mention, date: PartialDate) -> Value {
        let before = self.before(mention).trim_end_matches(['の', ' ', '、']).to_owned();
        if let Some(last) = self.done.last()
            && let Value::Quantity(_, unit @ (Unit::Day | Unit::BusinessDay)) = last.value
            && matches!(
                self.text.get(last.span.end..mention.span.start),
                Some("から" | "〜" | "～" | "~" | "ないし" | "、" | "・")
            )
            && let Some(day) = date.day
        {
            return Value::Quantity(i64::from(day).into(), unit);
        }
        if let Some(last) = self.done.last()
            && self
                .text
                .get(last.span.end..mention.span.start)
                .is_some_and(|gap| matches!(gap, "" | "の" | "、" | " the " | " on the "))
            && let Value::Relative(relative) = last.value
            && let Some((first, end)) = relative.resolve(self.on)
        {
            let days = first.series(1.day()).take_while(|day| *day <= end);
            let inside = days.into_iter().find(|day| Some(day.day()) == date.day);
            if matches!(relative, Relative::Day(_)) && inside.is_some() {
                // 昨日23日 is one day.
                let whole = self.done.pop().map_or(mention.span.start, |last| last.span.start);
                mention.span.start = whole;
            }
            return Value::Date(inside.map_or(PartialDate { month: Some(first.month()), ..date }, PartialDate::from));
        }
        let after = self.after(mention).trim_start();
        if after.starts_with("of last month") || after.starts_with("of this month") {
            let months: i8 = if after.starts_with("of last") { -1 } else { 0 };
            let first = Relative::Month(months).resolve(self.on).map_or(self.on, |(first, _)| first);
            return Value::Date(PartialDate { month: Some(first.month()), ..date });
        }
        if before.ends_with("当月") {
            return Value::Date(PartialDate { month: Some(self.on.month()), ..date });
        }
        let Some((spoken, at)) = self.spoken_of else { return Value::Date(date) };
        let here = PartialDate { year: spoken.year, month: spoken.month, day: date.day };
        let next = nearest_year(PartialDate { day: Some(1), ..spoken }, self.on)
            .and_then(|first| first.checked_add(1.month()).ok());
        let next = next.map(|next| PartialDate { year: None, month: Some(next.month()), day: date.day });
        let held = |date: &PartialDate| self.grounds.hold(&Value::Date(*date), "");
        // "What was said on 15 September is being looked into, and I will come back to you by the 10th": the last or the
        // next day of that number.
        let near = || {
            let of_number = |day: &Date| Some(day.day()) == date.day && held(&PartialDate::from(*day));
            let first = self.on.checked_sub(31.days()).ok()?;
            first.series(1.day()).take(MONTHS).find(of_number)
        };
        let exists = PartialDate::new(here.year, here.month, here.day).is_some();
        if held(&here) {
            return Value::Date(if exists { here } else { date });
        }
        if let Some(day) = next.filter(held).or_else(|| near().map(PartialDate::from)) {
            return Value::Date(day);
        }
        // Another sentence may speak of another month.
        let gap = self.text.get(at..mention.span.start);
        let another = gap.is_none_or(|gap| gap.contains(['。', '\n', '\t']) || gap.contains(". "));
        Value::Date(if another || !exists { date } else { here })
    }

    /// A date whose year is told by its distance.
    fn with_year(&self, mention: &Mention, date: PartialDate) -> PartialDate {
        let before = self.before(mention).trim_end_matches(['の', '、']);
        let after = self.after(mention).trim_start();
        let ends = |words: &[&str]| words.iter().any(|word| before.ends_with(word));
        let starts = |words: &[&str]| words.iter().any(|word| after.starts_with(word));
        let distance = if ends(&["昨年", "去年"]) || starts(&["last year", "of last year"]) {
            -1
        } else if ends(&["来年", "明年"]) || starts(&["next year", "of next year"]) {
            1
        } else if ends(&["本年", "今年"]) || starts(&["this year", "of this year"]) {
            0
        } else {
            return date;
        };
        PartialDate { year: Some(self.on.year() + distance), ..date }
    }

    /// 来週月曜日, next Monday: the place and the day.
    fn weekday(&mut self, mention: &Mention, weekday: Weekday) -> Option<(Range<usize>, Date)> {
        let last = self.done.last()?;
        let gap = self.text.get(last.span.end..mention.span.start).unwrap_or("-");
        if let Value::Relative(relative @ Relative::Week(_)) = last.value
            && matches!(gap, "" | "の" | "、" | " on ")
        {
            let (first, last_day) = relative.resolve(self.on)?;
            let day = first.series(1.day()).take_while(|day| *day <= last_day).find(|day| day.weekday() == weekday)?;
            let span = last.span.start..mention.span.end;
            self.done.pop();
            return Some((span, day));
        }
        None
    }
}

/// The day a weekday alone means for what is to come: the first after the day of writing.
pub(super) fn coming(weekday: Weekday, on: Date) -> Option<Date> {
    on.series(1.day()).skip(1).take(7).find(|day| day.weekday() == weekday)
}
