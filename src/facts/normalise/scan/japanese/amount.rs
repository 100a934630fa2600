//! Amounts of money, shares, counts.

use super::{DIGITS, Form, Found, KANJI, number, units};
use crate::facts::normalise::scan::{group, range, whole};
use crate::facts::normalise::{MoneyUnit, Number, Unit, Value, unit};
use crate::lang::Captures;

/// Kanji of amounts of money, the forms that cannot be altered among them.
const FORMAL: &str = "[〇零一二三四五六七八九十百千万億兆壱壹弐貳参參肆伍陸漆捌玖拾佰仟阡萬]+";

pub(super) fn forms() -> Vec<Form> {
    let (units, counted) = units();
    vec![
        Form::new(
            &format!(
                r"(?:¥|JPY ?|金)?(?P<n>{DIGITS}|{FORMAL})(?P<u>円|米?ドル|ユーロ|ポンド|ウォン|元(?P<word>[化号年論])?)|(?P<c>[¥$€£₩]|JPY|USD|EUR|GBP|CNY|KRW) ?(?P<k>{DIGITS})(?P<s>[kKmM](?-u:\b))?"
            ),
            money,
        ),
        Form::new(
            &format!("(?P<n>{DIGITS}|{KANJI}(?:・[〇零一二三四五六七八九]+)?)(?:%|パーセント)"),
            |found| whole(found, Value::Percent(number(found, "n")?)),
        ),
        Form::new(
            &format!(
                "(?P<n>{DIGITS}|[一二三四五六七八九])割(?:(?P<bu>[0-9一二三四五六七八九])分)?(?:(?P<rin>[0-9一二三四五六七八九])厘)?(?P<not>合)?"
            ),
            tenths,
        ),
        // 第1回, 第二課: a name, not a count.
        Form::new(&format!("第(?:{DIGITS}|{KANJI})[回号章条課部期弾版次]?"), |_| Some(Vec::new())),
        Form::new(&format!("(?:(?P<n>{DIGITS}|{KANJI})|半)ダース"), |found| {
            let dozens = if found.name("n").is_some() { number(found, "n")? } else { Number::HALF };
            whole(found, Value::Quantity(dozens.checked_mul(12)?, Unit::Piece))
        }),
        Form::new(&format!("(?P<n>{DIGITS})(?P<u>{units})"), quantity),
        // 一社, 三日間; but 一つ, 十分 and 一度 are words.
        Form::new(&format!("(?P<n>{KANJI})(?P<u>{counted})"), quantity),
    ]
}

/// 3割5分, 三割, 1割2分5厘.
fn tenths(found: &Captures<'_>) -> Found {
    found.name("not").is_none().then_some(())?;
    let part = |name: &str| if found.name(name).is_some() { number(found, name) } else { Some(Number::ZERO) };
    let hundredths = number(found, "n")?.checked_mul(10)?.checked_add(part("bu")?)?;
    whole(found, Value::Percent(hundredths.checked_add(part("rin")?.tenth())?))
}

fn money(found: &Captures<'_>) -> Found {
    let (written, currency) = if found.name("k").is_some() { ("k", "c") } else { ("n", "u") };
    let digits = group(found, written).starts_with(|c: char| c.is_ascii_digit());
    let unit = match group(found, currency) {
        "円" | "¥" | "JPY" => MoneyUnit::Yen,
        "ユーロ" | "€" | "EUR" => MoneyUnit::Euro,
        "ポンド" | "£" | "GBP" => MoneyUnit::Pound,
        "ウォン" | "₩" | "KRW" => MoneyUnit::Won,
        // 一元化, 2元論.
        "元" if digits => MoneyUnit::Yuan,
        currency if currency.starts_with('元') => return None,
        "CNY" => MoneyUnit::Yuan,
        _ => MoneyUnit::Dollar,
    };
    let times = match group(found, "s") {
        "" => 1,
        "k" | "K" => 1_000,
        _ => 1_000_000,
    };
    whole(found, Value::Money(number(found, written)?.checked_mul(times)?, unit))
}

/// Words of days that belong to the number as a whole.
const COUNTED_DAYS: [&str; 6] = ["日間", "日以内", "日後", "日前", "日分", "日目"];

fn quantity(found: &Captures<'_>) -> Found {
    let word = group(found, "u");
    let (_, unit, _) = unit::JAPANESE.iter().find(|(name, ..)| *name == word)?;
    let at = range(found, "u")?;
    // What makes 1日遅れ a length and no date is not part of it.
    let shown = if *unit == Unit::Day && !COUNTED_DAYS.contains(&word) { '日'.len_utf8() } else { word.len() };
    Some(vec![(found.get(0)?.start()..at.start + shown, Value::Quantity(number(found, "n")?, *unit))])
}
