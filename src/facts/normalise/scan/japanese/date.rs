//! Dates, months, weekdays.

use jiff::civil::{Date, Weekday};

use super::{Form, Found, SMALL, YEAR, number, optional, small};
use crate::facts::normalise::scan::{group, range, whole};
use crate::facts::normalise::{PartialDate, Third, Unit, Value, western_year};
use crate::lang::Captures;

/// Dates with a month or a year, and weekdays.
pub(super) fn whole_dates() -> Vec<Form> {
    const ERA: &str = r"(?P<era>令和|平成|昭和|(?-u:\b)[RHS])";
    vec![
        Form::new(&format!(r"{ERA}(?P<y>元|{SMALL}) ?年(?: ?(?P<m>{SMALL}) ?月(?: ?(?P<d>{SMALL}) ?日)?)?"), era_date),
        Form::new(
            &format!(r"{ERA}(?P<y>[0-9]{{1,2}})(?:/|-)(?P<m>[0-9]{{1,2}})(?:/|-)(?P<d>[0-9]{{1,2}})(?-u:\b)"),
            era_date,
        ),
        Form::new(&format!(r"{ERA}(?P<y>[0-9]{{1,2}})\.(?P<m>[0-9]{{1,2}})\.(?P<d>[0-9]{{1,2}})(?-u:\b)"), era_date),
        Form::new(
            &format!(r"(?:(?P<y>{YEAR})年)?(?P<m>{SMALL})月の?(?P<t>上旬|中旬|下旬|初旬|初め|半ば|末)(?P<day>日)?"),
            third,
        ),
        Form::new(&format!(r"(?P<y>{YEAR}) ?年(?:度| ?(?P<m>{SMALL}) ?月(?: ?(?P<d>{SMALL}) ?日)?)?"), date),
        // '26/10/12; without the mark the year comes first in Japanese all the same.
        Form::new(
            r"(?:['’‘](?P<short>[0-9]{2})|(?-u:\b)(?P<bare>[23][0-9]))/(?P<m>1[0-2]|0?[1-9])/(?P<d>3[01]|[12][0-9]|0?[1-9])(?-u:\b)",
            short_year,
        ),
        Form::new(r"(?-u:\b)(?P<y>(?:19|20)[0-9]{2})/(?P<m>1[0-2]|0?[1-9])(?P<more>[/0-9])?", |found| {
            if found.name("more").is_some() { None } else { date(found) }
        }),
        Form::new(r"(?-u:\b)(?P<m>1[0-2]|[1-9])/(?P<from>[0-9]{1,2})[~〜～・-](?P<d>[0-9]{1,2})(?P<more>/)?", days),
        Form::new(&format!(r"(?P<m>{SMALL}) ?月 ?(?P<d>{SMALL}) ?日(?P<length>間)?"), |found| {
            if found.name("length").is_some() { None } else { date(found) }
        }),
        Form::new(r"(?-u:\b)(?P<m>1[0-2]|[1-9])/(?P<d>3[01]|[12][0-9]|[1-9])(?-u:\b)", date),
        Form::new("毎週(?P<list>[月火水木金土日](?:[・、,/][月火水木金土日])+)(?:曜日?)?", weekdays),
        Form::new("[(](?P<w>[月火水木金土日](?:曜日?)?)(?:[・･]?祝)?[)]|(?P<v>[月火水木金土日]曜日?)", weekday),
    ]
}

/// Months and days by themselves, and years by their number.
pub(super) fn parts() -> Vec<Form> {
    use super::{DIGITS, KANJI};
    vec![
        Form::new(
            &format!(
                "(?P<m>{SMALL})月(?P<after>に(?P<often>[一二三四五六七八九何数0-9])?|の|は|まで|から|以降|中|分|度)?"
            ),
            month,
        ),
        Form::new(r"(?P<n>[0-9]+\.[0-9]+|[0-9]{3,})日", |found| {
            whole(found, Value::Quantity(number(found, "n")?, Unit::Day))
        }),
        Form::new("(?P<d>[0-9]{1,2})日", |found| {
            let days = number(found, "d")?;
            let value = PartialDate::new(None, None, Some(small(found, "d")?)).map(Value::Date);
            whole(found, value.unwrap_or(Value::Quantity(days, Unit::Day)))
        }),
        Form::new("(?:翌|同|去る|来る)(?P<d>[一二三四五六七八九十]{1,3})日", bare_day),
        Form::new(&format!("(?P<y>{KANJI})年(?P<more>間|にわた|来|以上|余|目|越し|もの)"), years),
        Form::new("(?P<y>[一二三四五六七八九]?十[一二三四五六七八九]?)年", years),
        Form::new(&format!("(?P<y>{DIGITS})年"), years),
    ]
}

fn era_date(found: &Captures<'_>) -> Found {
    let year = if group(found, "y") == "元" { 1 } else { i16::from(small(found, "y")?) };
    dated(found, Some(western_year(group(found, "era"), year)?))
}

fn date(found: &Captures<'_>) -> Found {
    let year = match found.name("y") {
        Some(_) => Some(i16::try_from(number(found, "y")?.as_whole()?).ok()?),
        None => None,
    };
    dated(found, year)
}

fn short_year(found: &Captures<'_>) -> Found {
    let written = if found.name("short").is_some() { "short" } else { "bare" };
    dated(found, Some(2000 + i16::from(small(found, written)?)))
}

/// A day that no month has (13月1日, 2月30日) is no other value either.
fn dated(found: &Captures<'_>, year: Option<i16>) -> Found {
    let (month, day) = (optional(found, "m")?, optional(found, "d")?);
    match PartialDate::new(year, month, day) {
        Some(date) => whole(found, Value::Date(date)),
        None if month.is_some() => Some(Vec::new()),
        None => None,
    }
}

/// 十日 after a word that makes it a day: 翌十一日.
fn bare_day(found: &Captures<'_>) -> Found {
    let date = PartialDate::new(None, None, Some(small(found, "d")?))?;
    Some(vec![(range(found, "d")?.start..found.get(0)?.end(), Value::Date(date))])
}

/// 11月下旬; 11月末日 is a day.
fn third(found: &Captures<'_>) -> Found {
    let year = match found.name("y") {
        Some(_) => Some(i16::try_from(number(found, "y")?.as_whole()?).ok()?),
        None => None,
    };
    let month = PartialDate::new(year, Some(small(found, "m")?), None)?;
    if found.name("day").is_some() {
        let first = Date::new(year.unwrap_or(2026), month.month?, 1).ok()?;
        return whole(found, Value::Date(PartialDate::new(year, month.month, Some(first.days_in_month()))?));
    }
    let third = match group(found, "t") {
        "上旬" | "初旬" | "初め" => Third::Early,
        "中旬" | "半ば" => Third::Mid,
        _ => Third::Late,
    };
    whole(found, Value::Third(month, third))
}

/// 11/10〜13: two days of a month; 11/10-12/3 is two dates.
fn days(found: &Captures<'_>) -> Found {
    found.name("more").is_none().then_some(())?;
    let month = small(found, "m")?;
    let first = PartialDate::new(None, Some(month), Some(small(found, "from")?))?;
    let last = PartialDate::new(None, Some(month), Some(small(found, "d")?))?;
    let start = found.get(0)?.start();
    Some(vec![(start..range(found, "from")?.end, Value::Date(first)), (range(found, "d")?, Value::Date(last))])
}

/// A month by itself; with a kanji numeral below ten only before a word that makes it one, and never the first, as
/// 一月 and the like also stand in other words.
fn month(found: &Captures<'_>) -> Found {
    let written = group(found, "m");
    let plain = written.starts_with(|c: char| c.is_ascii_digit()) || written.starts_with('十');
    // 三月に一度 is every three months.
    let named = found.name("after").is_some()
        && found.name("often").is_none()
        && written.starts_with(|c| "二三四五六七八九".contains(c));
    (plain || named).then_some(())?;
    let at = range(found, "m")?;
    // 13月 is no March either.
    let Some(date) = PartialDate::new(None, Some(small(found, "m")?), None) else { return Some(Vec::new()) };
    Some(vec![(at.start..at.end + '月'.len_utf8(), Value::Date(date))])
}

/// 十五年, 七年間, 5年.
fn years(found: &Captures<'_>) -> Found {
    let at = range(found, "y")?;
    let years = number(found, "y")?;
    Some(vec![(at.start..at.end + '年'.len_utf8(), Value::Quantity(years, Unit::Year))])
}

/// The day of the week a character names.
pub(in crate::facts::normalise::scan) fn weekday_of(c: char) -> Option<Weekday> {
    Some(match c {
        '月' => Weekday::Monday,
        '火' => Weekday::Tuesday,
        '水' => Weekday::Wednesday,
        '木' => Weekday::Thursday,
        '金' => Weekday::Friday,
        '土' => Weekday::Saturday,
        '日' => Weekday::Sunday,
        _ => return None,
    })
}

fn weekday(found: &Captures<'_>) -> Found {
    let named = if found.name("w").is_some() { "w" } else { "v" };
    let weekday = weekday_of(group(found, named).chars().next()?)?;
    Some(vec![(range(found, named)?, Value::Weekday(weekday))])
}

/// 毎週月・水・金に.
fn weekdays(found: &Captures<'_>) -> Found {
    let list = range(found, "list")?;
    let end = found.get(0)?.end();
    let named = group(found, "list").char_indices().filter_map(|(at, c)| Some((list.start + at, weekday_of(c)?)));
    let mut days: Vec<(std::ops::Range<usize>, Weekday)> =
        named.map(|(at, day)| (at..at + '月'.len_utf8(), day)).collect();
    if let Some((last, _)) = days.last_mut() {
        last.end = end;
    }
    Some(days.into_iter().map(|(at, day)| (at, Value::Weekday(day))).collect())
}
