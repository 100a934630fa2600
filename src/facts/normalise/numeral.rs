//! Japanese numerals: 48万, 3千, 四十八万, 二〇二六, 1億2,000万.

use super::Number;

/// Reads a whole text as a number: digits with commas, kanji, both with 万・千・億, or 〇・六. `None` where it is none.
#[must_use]
pub(super) fn numeral(text: &str) -> Option<Number> {
    if text.is_empty() {
        return None;
    }
    if text.chars().all(|c| c.is_ascii_digit() || c == ',' || c == '.') {
        return Number::parse(text);
    }
    if text.chars().all(|c| kanji_digit(c).is_some()) {
        // 二〇二六: digits side by side. A single one is read the same way.
        let digits: String = text.chars().filter_map(kanji_digit).map(|digit| digit.to_string()).collect();
        return Number::parse(&digits);
    }
    if let Some((whole, part)) = text.split_once('・') {
        let part: Option<String> = part.chars().map(|c| kanji_digit(c).map(|digit| digit.to_string())).collect();
        return Number::parse(&format!("{}.{}", numeral(whole)?, part?));
    }
    scaled(text)
}

/// Sum of groups before 億 and 万, each the sum of groups before 千, 百, 十.
fn scaled(text: &str) -> Option<Number> {
    let mut total = Number::ZERO;
    let mut group = Number::ZERO;
    let mut digits: Option<Number> = None;
    let mut run = String::new();
    let mut last_large = i64::MAX;
    for c in text.chars() {
        if c.is_ascii_digit() || c == ',' || c == '.' {
            if digits.is_some() {
                return None;
            }
            run.push(c);
            continue;
        }
        if let Some(digit) = kanji_digit(c) {
            if !run.is_empty() || digits.is_some() {
                return None;
            }
            digits = Some(Number::whole(i64::from(digit)));
            continue;
        }
        if !run.is_empty() {
            digits = Some(Number::parse(&run)?);
            run.clear();
        }
        if let Some(small) = small_scale(c) {
            group = group.checked_add(digits.take().unwrap_or(Number::whole(1)).checked_mul(small)?)?;
        } else {
            let large = large_scale(c)?;
            if large >= last_large {
                return None;
            }
            last_large = large;
            group = group.checked_add(digits.take().unwrap_or(Number::ZERO))?;
            if group == Number::ZERO {
                return None;
            }
            total = total.checked_add(group.checked_mul(large)?)?;
            group = Number::ZERO;
        }
    }
    if !run.is_empty() {
        digits = Some(Number::parse(&run)?);
    }
    total.checked_add(group)?.checked_add(digits.unwrap_or(Number::ZERO))
}

fn kanji_digit(c: char) -> Option<u8> {
    Some(match c {
        '〇' | '零' => 0,
        '一' | '壱' | '壹' => 1,
        '二' | '弐' | '貳' => 2,
        '三' | '参' | '參' => 3,
        '四' | '肆' => 4,
        '五' | '伍' => 5,
        '六' | '陸' => 6,
        '七' | '漆' => 7,
        '八' | '捌' => 8,
        '九' | '玖' => 9,
        _ => return None,
    })
}

fn small_scale(c: char) -> Option<i64> {
    Some(match c {
        '十' | '拾' => 10,
        '百' | '佰' => 100,
        '千' | '仟' | '阡' => 1_000,
        _ => return None,
    })
}

fn large_scale(c: char) -> Option<i64> {
    Some(match c {
        '万' | '萬' => 10_000,
        '億' => 100_000_000,
        '兆' => 1_000_000_000_000,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::numeral;
    use crate::facts::normalise::Number;

    #[test]
    fn numerals_of_every_style() {
        for (written, value) in [
            ("12,000", 12_000),
            ("48万", 480_000),
            ("四十八万", 480_000),
            ("1億2,000万", 120_000_000),
            ("3千", 3_000),
            ("三千五百", 3_500),
            ("二〇二六", 2026),
            ("十一", 11),
            ("二十四", 24),
            ("百", 100),
            ("1万2千", 12_000),
            ("十万", 100_000),
            ("一万二千三百四十五", 12_345),
            ("壱拾弐萬参阡", 123_000),
            ("伍萬", 50_000),
        ] {
            assert_eq!(numeral(written), Some(Number::whole(value)), "{written}");
        }
        assert_eq!(numeral("〇・六").map(|n| n.to_string()).as_deref(), Some("0.6"));
        assert_eq!(numeral("1.5万").map(|n| n.to_string()).as_deref(), Some("15000"));
        for bad in ["", "万", "1億2億", "一箱", "五3", "億万"] {
            assert_eq!(numeral(bad), None, "{bad}");
        }
    }
}
