//! Values as Japanese writes them.

use std::ops::Range;
use std::sync::LazyLock;

use super::{Form, group, range, whole};
use crate::facts::normalise::numeral::numeral;
use crate::facts::normalise::{MoneyUnit, Number, PartialDate, Third, Unit, Value, relative, unit, western_year};
use crate::lang::Captures;
use jiff::civil::Weekday;

type Found = Option<Vec<(Range<usize>, Value)>>;

/// Digits with 万・千 and the like.
const DIGITS: &str = r"[0-9][0-9,]*(?:\.[0-9]+)?(?:[十百千]?[万億兆](?:[0-9][0-9,]*)?)*(?:[千百](?:[0-9][0-9,]*百?)?)?";
/// Kanji alone.
const KANJI: &str = "[〇零一二三四五六七八九十百千万億兆壱弐参]+";
/// A small whole number of a date, either way.
const SMALL: &str = "[0-9]{1,2}|[一二三四五六七八九十]{1,3}";
/// A year, either way.
const YEAR: &str = "[0-9]{4}|[一二三四五六七八九〇]{4}";

pub(super) static PATTERNS: LazyLock<Vec<Form>> = LazyLock::new(|| {
    let units: Vec<&str> = unit::JAPANESE.iter().map(|(word, ..)| *word).collect();
    let counted: Vec<&str> = unit::JAPANESE.iter().filter(|(.., kanji)| *kanji).map(|(word, ..)| *word).collect();
    let relatives: Vec<&str> = relative::JAPANESE.iter().map(|(word, _)| *word).collect();
    let (units, counted, relatives) = (units.join("|"), counted.join("|"), relatives.join("|"));
    vec![
        Form::new(
            &format!(
                r"(?P<era>令和|平成|昭和|(?-u:\b)[RHS])(?P<y>元|{SMALL})年(?:(?P<m>{SMALL})月(?:(?P<d>{SMALL})日)?)?"
            ),
            era_date,
        ),
        Form::new(
            r"(?P<era>令和|平成|昭和|(?-u:\b)[RHS])(?P<y>[0-9]{1,2})(?:/|-)(?P<m>[0-9]{1,2})(?:/|-)(?P<d>[0-9]{1,2})(?-u:\b)",
            era_date,
        ),
        Form::new(
            r"(?P<era>令和|平成|昭和|(?-u:\b)[RHS])(?P<y>[0-9]{1,2})\.(?P<m>[0-9]{1,2})\.(?P<d>[0-9]{1,2})(?-u:\b)",
            era_date,
        ),
        Form::new(
            &format!(r"(?:(?P<y>{YEAR})年)?(?P<m>{SMALL})月の?(?P<t>上旬|中旬|下旬|初旬|初め|半ば|末)(?P<day>日)?"),
            third,
        ),
        Form::new(&format!(r"(?P<y>{YEAR})年(?:度|(?P<m>{SMALL})月(?:(?P<d>{SMALL})日)?)?"), date),
        Form::new(
            &format!(r"(?P<m>{SMALL})月(?P<from>{SMALL})日?[~〜～・、,及びとから-]{{1,2}}(?P<d>{SMALL})日"),
            days,
        ),
        Form::new(r"(?-u:\b)(?P<m>1[0-2]|[1-9])/(?P<from>[0-9]{1,2})[~〜～・-](?P<d>[0-9]{1,2})(?P<more>/)?", days),
        Form::new(&format!(r"(?P<m>{SMALL})月(?P<d>{SMALL})日"), date),
        Form::new(r"(?-u:\b)(?P<m>1[0-2]|[1-9])/(?P<d>3[01]|[12][0-9]|[1-9])(?-u:\b)", date),
        Form::new(r"[(](?P<w>[月火水木金土日])(?:曜日?)?(?:[・･]?祝)?[)]|(?P<v>[月火水木金土日]曜日?)", weekday),
        Form::new(
            &format!(
                r"(?P<h>{DIGITS}|[一二三四五六七八九十]{{1,3}})時間(?:(?P<m>[0-9]{{1,2}}|[一二三四五六七八九十]{{1,3}})分|(?P<thirty>半))"
            ),
            hours,
        ),
        Form::new(
            r"(?P<half>午前|午後|朝の?|夕方の?|夜の?|[aA][mM] ?|[pP][mM] ?)?(?P<h>[0-9]{1,2}|[一二三四五六七八九十]{1,3})時(?:(?P<min>[0-9]{1,2}|[一二三四五六七八九十]{1,3})分|(?P<thirty>半))?(?P<span>間)?",
            time,
        ),
        Form::new(
            r"(?P<half>午前|午後|[aA][mM] ?|[pP][mM] ?)?(?P<h>[0-9]{1,2}):(?P<min>[0-5][0-9])(?::[0-5][0-9])?(?: ?(?P<after>[aApP])\.?[mM])?(?-u:\b)",
            time,
        ),
        Form::new("正午", |found| whole(found, Value::Time(12, 0))),
        Form::new(
            &format!(
                r"(?:¥|JPY ?|金)?(?P<n>{DIGITS}|{KANJI})(?P<u>円|米?ドル|ユーロ)|(?P<c>¥|\$|€|JPY|USD|EUR) ?(?P<k>{DIGITS})"
            ),
            money,
        ),
        Form::new(&format!(r"(?P<n>{DIGITS})(?:%|パーセント|割(?P<ten>))"), |found| {
            let amount = numeral(group(found, "n"))?;
            let amount = if found.name("ten").is_some() { amount.checked_mul(10)? } else { amount };
            whole(found, Value::Percent(amount))
        }),
        Form::new("(?P<n>[一二三四五六七八九])割(?:(?P<bu>[一二三四五六七八九])分)?(?P<not>合)?", tenths),
        // 数百箱, 十数名: no number that could be checked.
        Form::new(&format!("(?:(?:数|何|幾)[十百千万億]*|[十百千万]数)(?:{units}|日|円)"), |_| {
            Some(Vec::new())
        }),
        // 第1回, 第二課: a name, not a count.
        Form::new(&format!("第(?:{DIGITS}|{KANJI})[回号章条課部期弾版次]?"), |_| Some(Vec::new())),
        Form::new(&format!("(?P<n>{DIGITS})(?P<u>{units})"), quantity),
        Form::new(&format!("(?P<n>{KANJI})(?P<u>{counted})"), kanji_quantity),
        Form::new(&format!("(?P<m>{SMALL})月"), month),
        Form::new(r"(?P<n>[0-9]+\.[0-9]+)日", |found| {
            whole(found, Value::Quantity(numeral(group(found, "n"))?, Unit::Day))
        }),
        Form::new("(?P<d>[0-9]{1,2})日", date),
        Form::new("(?:翌|同|去る|来る)(?P<d>[一二三四五六七八九十]{1,3})日", bare_day),
        Form::new(&format!("(?P<y>{KANJI})年(?P<more>間|にわた|来|以上|余|目|越し|もの)"), years),
        Form::new("(?P<y>[一二三四五六七八九]?十[一二三四五六七八九]?)年", years),
        Form::new(&format!("(?P<r>{relatives})"), |found| {
            let word = group(found, "r");
            let (_, relative) = relative::JAPANESE.iter().find(|(name, _)| *name == word)?;
            whole(found, Value::Relative(*relative))
        }),
        Form::new(r"(?P<y>[0-9]{1,3})年(?P<more>)", |found| {
            whole(found, Value::Quantity(numeral(group(found, "y"))?, Unit::Year))
        }),
        // A measure: 500kg. Its unit is not told apart.
        Form::new(&format!("(?P<n>{DIGITS})(?:kg|km|cm|mm|ml|[gtmL])(?-u:\\b)"), |found| {
            whole(found, Value::Number(numeral(group(found, "n"))?))
        }),
        // A number that is part of a word in Latin letters (A4, MP3) is part of a name.
        Form::new(r"[A-Za-z_]+[0-9]+[A-Za-z0-9]*|[0-9]+[A-Za-z]+", |_| Some(Vec::new())),
        Form::new(&format!("(?P<n>{DIGITS})"), |found| whole(found, Value::Number(numeral(group(found, "n"))?))),
    ]
});

fn small(found: &Captures<'_>, name: &str) -> Option<i8> {
    i8::try_from(numeral(group(found, name))?.as_whole()?).ok()
}

/// A group that may be absent: absent is fine, wrong is not.
fn optional(found: &Captures<'_>, name: &str) -> Option<Option<i8>> {
    if found.name(name).is_some() { small(found, name).map(Some) } else { Some(None) }
}

fn era_date(found: &Captures<'_>) -> Found {
    let year = if group(found, "y") == "元" { 1 } else { i16::from(small(found, "y")?) };
    let year = western_year(group(found, "era"), year)?;
    whole(found, Value::Date(PartialDate::new(Some(year), optional(found, "m")?, optional(found, "d")?)?))
}

fn date(found: &Captures<'_>) -> Found {
    let year = match found.name("y") {
        Some(year) => Some(i16::try_from(numeral(year.as_str())?.as_whole()?).ok()?),
        None => None,
    };
    whole(found, Value::Date(PartialDate::new(year, optional(found, "m")?, optional(found, "d")?)?))
}

/// 十日 after a word that makes it a day: 翌十一日.
fn bare_day(found: &Captures<'_>) -> Found {
    let date = PartialDate::new(None, None, Some(small(found, "d")?))?;
    Some(vec![(range(found, "d")?.start..found.get(0)?.end(), Value::Date(date))])
}

/// 11月下旬; 11月末日 is a day.
fn third(found: &Captures<'_>) -> Found {
    let year = match found.name("y") {
        Some(year) => Some(i16::try_from(numeral(year.as_str())?.as_whole()?).ok()?),
        None => None,
    };
    let month = PartialDate::new(year, Some(small(found, "m")?), None)?;
    if found.name("day").is_some() {
        let first = jiff::civil::Date::new(year.unwrap_or(2026), month.month?, 1).ok()?;
        return whole(found, Value::Date(PartialDate::new(year, month.month, Some(first.days_in_month()))?));
    }
    let third = match group(found, "t") {
        "上旬" | "初旬" | "初め" => Third::Early,
        "中旬" | "半ば" => Third::Mid,
        _ => Third::Late,
    };
    whole(found, Value::Third(month, third))
}

/// 3時間20分, 1時間半: a length of time in minutes.
fn hours(found: &Captures<'_>) -> Found {
    let minutes = match found.name("m") {
        Some(minutes) => numeral(minutes.as_str())?,
        None => Number::whole(30),
    };
    let all = numeral(group(found, "h"))?.checked_mul(60)?.checked_add(minutes)?;
    whole(found, Value::Quantity(all, Unit::Minute))
}

/// 一割, 二割五分.
fn tenths(found: &Captures<'_>) -> Found {
    if found.name("not").is_some() {
        return None;
    }
    let tenths = numeral(group(found, "n"))?.checked_mul(10)?;
    let more = found.name("bu").map_or(Some(Number::ZERO), |bu| numeral(bu.as_str()))?;
    whole(found, Value::Percent(tenths.checked_add(more)?))
}

/// 十五年, 七年間.
fn years(found: &Captures<'_>) -> Found {
    let at = range(found, "y")?;
    let years = numeral(group(found, "y"))?;
    Some(vec![(at.start..at.end + '年'.len_utf8(), Value::Quantity(years, Unit::Year))])
}

/// 11月10〜13日, 11月10日、12日.
fn days(found: &Captures<'_>) -> Found {
    // 11/10-12/3 is two dates.
    found.name("more").is_none().then_some(())?;
    let month = small(found, "m")?;
    let first = PartialDate::new(None, Some(month), Some(small(found, "from")?))?;
    let last = PartialDate::new(None, Some(month), Some(small(found, "d")?))?;
    let start = found.get(0)?.start();
    let whole = found.get(0)?.as_str();
    let mut first_ends = range(found, "from")?.end;
    if whole.get(first_ends - start..).is_some_and(|rest| rest.starts_with('日')) {
        first_ends += '日'.len_utf8();
    }
    let last_at = range(found, "d")?;
    Some(vec![(start..first_ends, Value::Date(first)), (last_at.start..found.get(0)?.end(), Value::Date(last))])
}

/// A month by itself; with a kanji numeral only from ten on, as 一月 and the like also stand in other words.
fn month(found: &Captures<'_>) -> Found {
    let written = group(found, "m");
    if !written.starts_with(|c: char| c.is_ascii_digit()) && !written.starts_with('十') {
        return None;
    }
    whole(found, Value::Date(PartialDate::new(None, Some(small(found, "m")?), None)?))
}

fn weekday(found: &Captures<'_>) -> Found {
    let named =
        range(found, "w").map(|at| (at, group(found, "w"))).or(range(found, "v").map(|at| (at, group(found, "v"))));
    let (at, name) = named?;
    let weekday = match name.trim_end_matches(['曜', '日']) {
        "月" => Weekday::Monday,
        "火" => Weekday::Tuesday,
        "水" => Weekday::Wednesday,
        "木" => Weekday::Thursday,
        "金" => Weekday::Friday,
        "土" => Weekday::Saturday,
        _ => Weekday::Sunday,
    };
    Some(vec![(at, Value::Weekday(weekday))])
}

fn time(found: &Captures<'_>) -> Found {
    let hours = numeral(group(found, "h"))?;
    if found.name("span").is_some() {
        return whole(found, Value::Quantity(hours, Unit::Hour));
    }
    let mut hour = u8::try_from(hours.as_whole()?).ok()?;
    let half = group(found, "half").trim().to_lowercase();
    let after = group(found, "after").to_lowercase();
    let late = half.starts_with("午後") || half.starts_with(['夕', '夜', 'p']) || after == "p";
    if late && hour < 12 {
        hour += 12;
    }
    let minute = match (found.name("min"), found.name("thirty")) {
        (Some(minute), _) => u8::try_from(numeral(minute.as_str())?.as_whole()?).ok()?,
        (None, Some(_)) => 30,
        (None, None) => 0,
    };
    (hour < 25 && minute < 60).then_some(())?;
    whole(found, Value::Time(hour, minute))
}

fn money(found: &Captures<'_>) -> Found {
    let (written, currency) = match found.name("k") {
        Some(number) => (number.as_str(), group(found, "c")),
        None => (group(found, "n"), group(found, "u")),
    };
    let unit = match currency {
        "円" | "¥" | "JPY" => MoneyUnit::Yen,
        "ユーロ" | "€" | "EUR" => MoneyUnit::Euro,
        _ => MoneyUnit::Dollar,
    };
    whole(found, Value::Money(numeral(written)?, unit))
}

fn quantity(found: &Captures<'_>) -> Found {
    let word = group(found, "u");
    let (_, unit, _) = unit::JAPANESE.iter().find(|(name, ..)| *name == word)?;
    let amount = numeral(group(found, "n"))?;
    let at = range(found, "u")?;
    // What makes 1日遅れ a length and no date is not part of it.
    let shown = if *unit == Unit::Day && !COUNTED_DAYS.contains(&word) { '日'.len_utf8() } else { word.len() };
    Some(vec![(found.get(0)?.start()..at.start + shown, Value::Quantity(amount, *unit))])
}

/// Words of days that belong to the number as a whole.
const COUNTED_DAYS: [&str; 6] = ["日間", "日以内", "日後", "日前", "日分", "日目"];

/// 一社, 三日間; but 一つ, 十分 and 一度 are words.
fn kanji_quantity(found: &Captures<'_>) -> Found {
    quantity(found)
}
