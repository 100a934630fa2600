//! Times of day, and lengths of hours.

use super::{DIGITS, Form, Found, KANJI, number};
use crate::facts::normalise::scan::{group, whole};
use crate::facts::normalise::{Number, Unit, Value};
use crate::lang::Captures;

/// A number of a clock, either way.
const CLOCK: &str = "[0-9]{1,2}|[〇零一二三四五六七八九十]{1,3}";

pub(super) fn forms() -> Vec<Form> {
    vec![
        Form::new(
            &format!(r"(?P<h>{DIGITS}|[一二三四五六七八九十]{{1,3}})時間(?:(?P<m>{CLOCK})分|(?P<thirty>半))"),
            hours,
        ),
        // Before the clock, which would read 5 hours in 1.5時間.
        Form::new(&format!("(?P<n>{DIGITS})時間"), |found| {
            whole(found, Value::Quantity(number(found, "n")?, Unit::Hour))
        }),
        Form::new(
            &format!(
                r"(?P<half>午前|午後|朝の?|夕方の?|夜の?|[aA][mM] ?|[pP][mM] ?)?(?P<h>{CLOCK})時(?:(?P<min>{CLOCK})分|(?P<thirty>半))?(?P<span>間)?"
            ),
            time,
        ),
        Form::new(
            r"(?P<half>午前|午後|[aA][mM] ?|[pP][mM] ?)?(?P<h>[0-9]{1,2}):(?P<min>[0-5][0-9])(?::[0-5][0-9])?(?: ?(?P<after>[aApP])\.?[mM])?(?-u:\b)(?P<things>[名箱枚])?",
            time,
        ),
        Form::new("正午", |found| whole(found, Value::Time(12, 0))),
        // 2日半, 1年半; 半年, but not 前半年.
        Form::new(&format!("(?P<n>{DIGITS}|{KANJI})(?P<u>日|週間|[かカケヶヵ箇]月|年)半(?P<not>ば)?"), halves),
        Form::new("(?P<not>[前後上下])?半年", |found| {
            let six = Value::Quantity(Number::whole(6), Unit::Month);
            if found.name("not").is_some() { Some(Vec::new()) } else { whole(found, six) }
        }),
    ]
}

/// 3時間20分, 1時間半: a length of time in minutes.
fn hours(found: &Captures<'_>) -> Found {
    let minutes = if found.name("m").is_some() { number(found, "m")? } else { Number::whole(30) };
    let all = number(found, "h")?.checked_mul(60)?.checked_add(minutes)?;
    whole(found, Value::Quantity(all, Unit::Minute))
}

fn halves(found: &Captures<'_>) -> Found {
    found.name("not").is_none().then_some(())?;
    let unit = match group(found, "u") {
        "日" => Unit::Day,
        "週間" => Unit::Week,
        "年" => Unit::Year,
        _ => Unit::Month,
    };
    whole(found, Value::Quantity(number(found, "n")?.checked_add(Number::HALF)?, unit))
}

fn time(found: &Captures<'_>) -> Found {
    // なぜ1：34名が: a numbered line that begins with a count.
    if found.name("things").is_some() {
        return None;
    }
    let hours = number(found, "h")?;
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
        (Some(_), _) => u8::try_from(number(found, "min")?.as_whole()?).ok()?,
        (None, Some(_)) => 30,
        (None, None) => 0,
    };
    // A time that no clock shows (25時70分) is no length of time either.
    if hour < 25 && minute < 60 { whole(found, Value::Time(hour, minute)) } else { Some(Vec::new()) }
}
