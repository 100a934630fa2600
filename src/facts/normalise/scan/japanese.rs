//! Values as Japanese writes them.

use std::ops::Range;
use std::sync::LazyLock;

use jiff::civil::Weekday;
use regex::Captures;

use super::{Pattern, group, range, whole};
use crate::facts::normalise::numeral::numeral;
use crate::facts::normalise::{MoneyUnit, PartialDate, Unit, Value, relative, unit, western_year};

type Found = Option<Vec<(Range<usize>, Value)>>;

/// Digits with 万・千 and the like.
const DIGITS: &str = r"[0-9][0-9,]*(?:\.[0-9]+)?(?:[十百千]?[万億兆](?:[0-9][0-9,]*)?)*[千百]?";
/// Kanji alone.
const KANJI: &str = "[〇零一二三四五六七八九十百千万億兆壱弐参]+";
/// A small whole number of a date, either way.
const SMALL: &str = "[0-9]{1,2}|[一二三四五六七八九十]{1,3}";
/// A year, either way.
const YEAR: &str = "[0-9]{4}|[一二三四五六七八九〇]{4}";

pub(super) static PATTERNS: LazyLock<Vec<Pattern>> = LazyLock::new(|| {
    let units: Vec<&str> = unit::JAPANESE.iter().map(|(word, ..)| *word).collect();
    let counted: Vec<&str> = unit::JAPANESE.iter().filter(|(.., kanji)| *kanji).map(|(word, ..)| *word).collect();
    let relatives: Vec<&str> = relative::JAPANESE.iter().map(|(word, _)| *word).collect();
    let (units, counted, relatives) = (units.join("|"), counted.join("|"), relatives.join("|"));
    vec![
        Pattern::new(
            &format!(r"(?P<era>令和|平成|昭和)(?P<y>元|{SMALL})年(?:(?P<m>{SMALL})月(?:(?P<d>{SMALL})日)?)?"),
            era_date,
        ),
        Pattern::new(
            r"(?-u:\b)(?P<era>[RHS])(?P<y>[0-9]{1,2})\.(?P<m>[0-9]{1,2})\.(?P<d>[0-9]{1,2})(?-u:\b)",
            era_date,
        ),
        Pattern::new(&format!(r"(?P<y>{YEAR})年(?:度|(?P<m>{SMALL})月(?:(?P<d>{SMALL})日)?)?"), date),
        Pattern::new(&format!(r"(?P<m>{SMALL})月(?P<from>[0-9]{{1,2}})[~〜～・-](?P<d>[0-9]{{1,2}})日"), days),
        Pattern::new(&format!(r"(?P<m>{SMALL})月(?P<d>{SMALL})日"), date),
        Pattern::new(r"(?-u:\b)(?P<m>1[0-2]|[1-9])/(?P<d>3[01]|[12][0-9]|[1-9])(?-u:\b)", date),
        Pattern::new(r"[(](?P<w>[月火水木金土日])(?:曜日?)?(?:[・･]?祝)?[)]|(?P<v>[月火水木金土日]曜日?)", weekday),
        Pattern::new(
            r"(?P<half>午前|午後)?(?P<h>[0-9]{1,2}|[一二三四五六七八九十]{1,2})時(?:(?P<min>[0-9]{1,2})分|(?P<thirty>半))?(?P<span>間)?",
            time,
        ),
        Pattern::new(
            r"(?P<half>午前|午後)?(?-u:\b)(?P<h>[0-9]{1,2}):(?P<min>[0-5][0-9])(?::[0-5][0-9])?(?-u:\b)",
            time,
        ),
        Pattern::new("正午", |found| whole(found, Value::Time(12, 0))),
        Pattern::new(
            &format!(
                r"(?:¥|JPY ?|金)?(?P<n>{DIGITS}|{KANJI})(?P<u>円|米?ドル|ユーロ)|(?P<c>¥|\$|€|JPY|USD|EUR) ?(?P<k>{DIGITS})"
            ),
            money,
        ),
        Pattern::new(&format!(r"(?P<n>{DIGITS})(?:%|パーセント|割(?P<ten>))"), |found| {
            let amount = numeral(group(found, "n"))?;
            let amount = if found.name("ten").is_some() { amount.checked_mul(10)? } else { amount };
            whole(found, Value::Percent(amount))
        }),
        // 第1回, 第二課: a name, not a count.
        Pattern::new(&format!("第(?:{DIGITS}|{KANJI})[回号章条課部期弾版次]?"), |_| Some(Vec::new())),
        Pattern::new(&format!("(?P<n>{DIGITS})(?P<u>{units})"), quantity),
        Pattern::new(&format!("(?P<n>{KANJI})(?P<u>{counted})"), kanji_quantity),
        Pattern::new(&format!("(?P<m>{SMALL})月"), month),
        Pattern::new(r"(?P<n>[0-9]+\.[0-9]+)日", |found| {
            whole(found, Value::Quantity(numeral(group(found, "n"))?, Unit::Day))
        }),
        Pattern::new("(?P<d>[0-9]{1,2})日", date),
        Pattern::new(&format!("(?P<r>{relatives})"), |found| {
            let word = group(found, "r");
            let (_, relative) = relative::JAPANESE.iter().find(|(name, _)| *name == word)?;
            whole(found, Value::Relative(*relative))
        }),
        Pattern::new(r"(?P<y>[0-9]{1,3})年(?P<more>)", |found| {
            whole(found, Value::Quantity(numeral(group(found, "y"))?, Unit::Year))
        }),
        // A number that is part of a word in Latin letters (A4, MP3) is part of a name.
        Pattern::new(r"[A-Za-z_]+[0-9]+[A-Za-z0-9]*|[0-9]+[A-Za-z]+", |_| Some(Vec::new())),
        Pattern::new(&format!("(?P<n>{DIGITS})"), |found| whole(found, Value::Number(numeral(group(found, "n"))?))),
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

/// 11月10〜13日.
fn days(found: &Captures<'_>) -> Found {
    let month = small(found, "m")?;
    let first = PartialDate::new(None, Some(month), Some(small(found, "from")?))?;
    let last = PartialDate::new(None, Some(month), Some(small(found, "d")?))?;
    let start = found.get(0)?.start();
    let first_ends = range(found, "from")?.end;
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
    if group(found, "half") == "午後" && hour < 12 {
        hour += 12;
    }
    let minute = match (found.name("min"), found.name("thirty")) {
        (Some(minute), _) => minute.as_str().parse().ok()?,
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
    whole(found, Value::Quantity(numeral(group(found, "n"))?, *unit))
}

/// 一社, 三日間; but 一つ, 十分 and 一度 are words.
fn kanji_quantity(found: &Captures<'_>) -> Found {
    quantity(found)
}
