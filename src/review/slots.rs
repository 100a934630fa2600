//! What a promise says beside its act: by when, how long before, how many people, who; compared with its record.

use std::ops::{Range, RangeInclusive};
use std::sync::LazyLock;

use super::agreement::{agrees, same_sort};
use super::grounds::Grounds;
use super::records::Record;
use crate::facts::Facts;
use crate::facts::normalise::{Mention, Relative, Unit, Value, mentions};
use crate::lang::{Lang, Pattern};
use jiff::ToSpan;
use jiff::civil::{Date, date};

/// A length of time before or within which something is done, or a number of people, that differs from the record.
pub(super) fn other_slot(text: &str, records: &[&Record], grounds: &Grounds, lang: Lang) -> Option<Range<usize>> {
    let known = |said: &Mention| {
        let written = text.get(said.span.clone()).unwrap_or_default();
        records.iter().any(|record| record.values.iter().any(|value| agrees(&said.value, written, value)))
    };
    let sort =
        |said: &Mention| records.iter().any(|record| record.values.iter().any(|value| same_sort(&said.value, value)));
    let written = |said: &Mention| text.get(said.span.clone()).unwrap_or_default();
    let slot = mentions(text, lang).into_iter().find(|said| {
        let (before, after) = (text.get(..said.span.start), text.get(said.span.end..));
        let (before, after) = (before.unwrap_or_default(), after.unwrap_or_default());
        match said.value {
            Value::Quantity(_, unit) if is_length(unit) && written(said).ends_with('前') => {
                !known(said) && !leads_back(said, text, grounds, lang)
            }
            // 一営業日前 is 前営業日.
            Value::Quantity(count, Unit::BusinessDay)
                if count.as_whole() == Some(1)
                    && after.starts_with('前')
                    && records.iter().any(|record| record.text.contains("前営業日")) =>
            {
                false
            }
            Value::Quantity(_, unit) if is_length(unit) => {
                is_deadline(before, after)
                    && !known(said)
                    && !grounds.says_value(&said.value, "")
                    && !leads_back(said, text, grounds, lang)
            }
            // 納期の3日前に: a length before something, not a day past.
            Value::Relative(Relative::Day(days)) => {
                let length = Value::Quantity((-i64::from(days)).into(), Unit::Day);
                let on_record = records.iter().any(|record| record.values.contains(&length));
                days < -1 && after.starts_with(['に', 'ま']) && !known(said) && !on_record
            }
            // A few hands are those of the record; many, and those of the client, are people the case knows.
            Value::Quantity(count, Unit::Person) => {
                let theirs = ["の方", "様", "の皆", "の従業員", "の社員", " employees", " of you"];
                let many = count.as_whole().is_some_and(|count| count > 9)
                    || theirs.iter().any(|word| after.starts_with(word));
                let theirs = || {
                    grounds.says_value(&said.value, written(said))
                        || grounds.derives(&said.value)
                        || grounds.is_rest(&said.value)
                };
                sort(said) && !known(said) && !(many && theirs())
            }
            Value::Time(..) => {
                (is_deadline(before, after) || after.starts_with("まで"))
                    && !known(said)
                    && !grounds.says_value(&said.value, "")
            }
            _ => false,
        }
    });
    // 三人で is no count to the reader of numbers.
    let hands = || {
        static HANDS: LazyLock<Pattern> = LazyLock::new(|| Pattern::fixed("[一二三四五六七八九十両]人(?:で|が|の)"));
        let found = HANDS.find(text)?;
        let number = found.as_str().chars().next()?;
        let said = records.iter().filter_map(|record| HANDS.find(&record.text));
        let said: Vec<char> = said.filter_map(|other| other.as_str().chars().next()).collect();
        (!said.is_empty() && !said.contains(&number)).then(|| found.range())
    };
    slot.map(|said| said.span).or_else(hands)
}

/// Whether two days of the facts are so far apart: 期限は1月29日で、その二週間前に見直します, "until 29 January, and a
/// fortnight before that date", "on 15 January, two weeks before this period ends".
fn leads_back(said: &Mention, text: &str, grounds: &Grounds, lang: Lang) -> bool {
    let before = text.get(..said.span.start).unwrap_or_default();
    let after = text.get(said.span.end..).unwrap_or_default();
    let days = match said.value {
        Value::Quantity(amount, Unit::Day) => amount.as_whole(),
        Value::Quantity(amount, Unit::Week) => amount.as_whole().map(|weeks| weeks * 7),
        _ => None,
    };
    let back = before.ends_with("その") || after.trim_start().starts_with("before that");
    let Some(days) = days else { return false };
    let apart = |one: &Date, other: &Date| other.since(*one).is_ok_and(|span| i64::from(span.get_days()).abs() == days);
    let named = mentions(text, lang).into_iter().filter_map(|mention| match mention.value {
        Value::Date(date) if date.day.is_some() => Some(date),
        _ => None,
    });
    let from_named = || {
        let mut named = named.flat_map(|date| grounds.days().filter(move |day| date.agrees(*day)));
        named.any(|day| grounds.days().any(|other| apart(&day, &other)))
    };
    (back && grounds.lie_apart(days)) || from_named()
}

fn is_length(unit: Unit) -> bool {
    matches!(unit, Unit::Day | Unit::BusinessDay | Unit::Hour | Unit::Minute | Unit::Week)
}

/// Whether the words around a value make it a time by which something is done: 3日前に, within two hours.
fn is_deadline(before: &str, after: &str) -> bool {
    let after = after.trim_start();
    let behind = ["前", "以内", "までに", "後まで", "のうち", "うちに", "ahead", "before", "in advance", "prior"];
    behind.iter().any(|word| after.starts_with(word))
        || before.trim_end().ends_with("within")
        || before.trim_end().ends_with("by")
}

/// The end of a period that is told by its name: 年度末まで, until the summer. As the first and the last day it may be.
pub(super) fn further_ends(text: &str, on: Date) -> Option<(Range<usize>, RangeInclusive<Date>)> {
    static ENDS: LazyLock<Pattern> = LazyLock::new(|| {
        Pattern::fixed(
            r"(?P<fiscal>年度末)まで|(?P<inyear>年内)(?:に|には)|(?P<year>本?年末|年内|今年いっぱい)(?:まで)|(?P<spring>来?春)まで|(?P<summer>夏)まで|(?i:(?-u:\b)(?P<emonth>before (?:the|this) month is out|(?:by|before) the end of (?:the|this) month)(?-u:\b)|(?-u:\b)(?P<before>before (?:Christmas|(?:the|this) year is out|the year ends))(?-u:\b)|(?-u:\b)(?:until|till|by|through) (?:the )?(?:(?P<eyear>end of (?:the|this) year|year-end)|(?P<esummer>summer)|(?P<espring>spring))(?-u:\b)|(?-u:\b)(?:until|till|through) (?P<month>January|February|March|April|May|June|July|August|September|October|November|December)(?:[^0-9 ]|$| [^0-9]))",
        )
    });
    let found = ENDS.captures(text)?;
    let span = found.get(0)?.range();
    let is = |name: &str| found.name(name).is_some();
    let days =
        |from: Date, months: i8| Some(from..=from.checked_add(i32::from(months).months()).ok()?.yesterday().ok()?);
    let next = |month: i8| {
        let this = date(on.year(), month, 1);
        if this.last_of_month() > on { this } else { date(on.year() + 1, month, 1) }
    };
    const MONTHS: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    let named =
        found.name("month").and_then(|name| MONTHS.iter().position(|month| name.as_str().eq_ignore_ascii_case(month)));
    let range = if let Some(month) = named {
        days(next(i8::try_from(month + 1).ok()?), 1)
    } else if is("fiscal") {
        days(next(3), 1)
    } else if is("inyear") {
        days(date(on.year(), 12, 1), 1)
    } else if is("emonth") {
        Some(on.tomorrow().ok()?..=on.last_of_month())
    } else if is("before") {
        Some(on.tomorrow().ok()?..=date(on.year(), 12, 31))
    } else if is("year") || is("eyear") {
        let end = date(on.year(), 12, 31);
        Some(end..=end)
    } else if is("summer") || is("esummer") {
        days(next(6), 3)
    } else {
        days(next(3), 3)
    };
    Some((span, range?))
}

/// A time to come that is told by a season or a turn of the year: 来年の春, 年度の終わりに, 年明けに.
pub(super) fn seasons(text: &str, on: Date) -> Vec<(Range<usize>, RangeInclusive<Date>)> {
    static SEASONS: LazyLock<Pattern> = LazyLock::new(|| {
        Pattern::fixed(
            "(?P<fiscal>年度の終わり|年度末に)|(?P<spring>(?:来年|翌年|今年)の春|来春|春先|新年度|来年度)|(?P<summer>(?:来年|翌年|今年)の夏|来夏)|(?P<autumn>(?:来年|翌年|今年)の秋|来秋)|(?P<new>年明け|年が明け|年始)",
        )
    });
    let next = |month: i8| {
        let this = date(on.year(), month, 1);
        if this.last_of_month() > on { this } else { date(on.year() + 1, month, 1) }
    };
    let found = SEASONS.captures_iter(text).filter_map(|found| {
        let is = |name: &str| found.name(name).is_some();
        let (from, months) = match () {
            () if is("fiscal") => (next(3), 1),
            () if is("spring") => (next(3), 3),
            () if is("summer") => (next(6), 3),
            () if is("autumn") => (next(9), 3),
            () => (next(1), 1),
        };
        Some((found.get(0)?.range(), from..=from.checked_add(months.months()).ok()?.yesterday().ok()?))
    });
    found.collect()
}

/// Somebody by rank who is to act and whom the case does not have: 社長が訪問いたします.
pub(super) fn strange_role(text: &str, facts: &Facts, lang: Lang) -> Option<Range<usize>> {
    static ROLE: LazyLock<[Pattern; 2]> = LazyLock::new(|| {
        [
            Pattern::fixed(
                "(?P<role>社長|会長|役員|専務|常務|取締役|本部長|工場長|副社長|支社長)(?:自ら)?(?:が|も|と)",
            ),
            Pattern::fixed(
                r"(?i)(?-u:\b)(?:our|the) (?P<role>president|ceo|chief executive|managing director|director|chairman|chairwoman|board|plant manager|vice president) (?:will|is|and|comes?|visits?|attends?)(?-u:\b)",
            ),
        ]
    });
    let found = lang.pick(&ROLE[0], &ROLE[1]).captures(text)?;
    let role = found.name("role")?;
    let people = facts.own_people.iter().filter_map(|person| person.title.as_ref());
    let known =
        people.map(|title| title.shown().to_lowercase()).any(|title| title.contains(&role.as_str().to_lowercase()));
    (!known).then(|| found.get(0).map(|all| all.range()))?
}
