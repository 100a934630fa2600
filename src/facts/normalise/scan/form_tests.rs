//! The written forms of `forms/`: each is read as what it means, with its exact place, and what is no value as none.

use jiff::civil::Date;
use proptest::prelude::*;

use super::{Mention, mentions};
use crate::facts::normalise::{PartialDate, Value};
use crate::lang::Lang;

const FORMS: [(Lang, &str); 2] = [(Lang::Ja, include_str!("forms/ja.txt")), (Lang::En, include_str!("forms/en.txt"))];

fn day(date: PartialDate) -> String {
    match (date.year, date.month, date.day) {
        (Some(year), None, None) => format!("{year}"),
        (Some(year), Some(month), None) => format!("{year}-{month:02}"),
        (None, Some(month), None) => format!("*-{month:02}"),
        (None, None, Some(day)) => format!("*-*-{day:02}"),
        (None, Some(month), Some(day)) => format!("*-{month:02}-{day:02}"),
        _ => date.to_string(),
    }
}

fn shown(value: &Value, on: Option<Date>) -> String {
    match value {
        Value::Date(date) => format!("d:{}", day(*date)),
        Value::AmbiguousDate(one, other) => format!("a:{} / {}", day(*one), day(*other)),
        Value::Third(month, third) => format!("d3:{} {third:?}", day(*month)),
        Value::Weekday(weekday) => format!("w:{weekday:?}"),
        Value::Relative(relative) => match on.map(|on| relative.resolve(on)) {
            None => format!("r:{relative:?}"),
            Some(None) => "r:?".to_owned(),
            Some(Some((first, last))) if first == last => format!("r:{first}"),
            Some(Some((first, last))) => format!("r:{first}..{last}"),
        },
        Value::Time(..) => format!("t:{value}"),
        Value::Money(..) => format!("m:{value}"),
        Value::Quantity(..) => format!("q:{value}"),
        Value::Percent(_) => format!("p:{value}"),
        Value::Number(_) => format!("n:{value}"),
        Value::Code(_) => format!("c:{value}"),
        Value::Phone(_) => format!("tel:{value}"),
        Value::Email(_) => format!("mail:{value}"),
        Value::Url(_) => format!("url:{value}"),
        Value::PostalCode(_) => format!("zip:{value}"),
    }
}

#[test]
fn every_written_form_is_read_as_what_it_means() {
    let (mut wrong, mut count) = (Vec::new(), 0);
    for (lang, table) in FORMS {
        for line in table.lines().filter(|line| !line.starts_with('#')) {
            // A form that is known to be misread must go on to be: where it no longer is, its mark goes.
            let (open, line) = line.strip_prefix("! ").map_or((false, line), |line| (true, line));
            let (text, expected) = line.rsplit_once(" | ").expect("text | values");
            let (on, text) = match text.strip_prefix('@').and_then(|rest| rest.split_once(' ')) {
                Some((day, text)) => (Some(day.parse().expect("a day")), text),
                None => (None, text),
            };
            let place = |found: Mention| format!("{}={}", &text[found.span], shown(&found.value, on));
            let found: Vec<String> = mentions(text, lang).into_iter().map(place).collect();
            let found = if found.is_empty() { "-".to_owned() } else { found.join(" ; ") };
            count += usize::from(!open);
            if open && found == expected {
                wrong.push(format!("{text}\n  is read as it must be now: take its mark away"));
            }
            if !open && found != expected {
                wrong.push(format!("{text}\n  is read    {found}\n  must be    {expected}"));
            }
        }
    }
    assert!(count >= 250, "{count} forms");
    assert!(wrong.is_empty(), "{} of {count} forms:\n{}", wrong.len(), wrong.join("\n"));
}

/// Every value alone, as the table shows it.
fn only(text: &str, lang: Lang) -> Vec<String> {
    mentions(text, lang).into_iter().map(|found| shown(&found.value, None)).collect()
}

proptest! {
    #[test]
    fn a_date_reads_back_in_each_form(year in 2019_i16..2099, month in 1_i8..=12, day in 1_i8..=28) {
        let wanted = [format!("d:{year:04}-{month:02}-{day:02}")];
        let kanji = |n: i8| {
            let digit = |n: i8| ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"][usize::try_from(n).unwrap()];
            let ten = match n / 10 { 0 => String::new(), 1 => "十".to_owned(), tens => format!("{}十", digit(tens)) };
            format!("{ten}{}", digit(n % 10))
        };
        let names = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
        let name = names[usize::try_from(month - 1).unwrap()];
        let short = &name[..3];
        let (era, japanese) = (year - 2018, format!("{}月{}日", kanji(month), kanji(day)));
        for text in [
            format!("{year}年{month}月{day}日"), format!("{year}.{month}.{day}"), format!("{year}-{month:02}-{day:02}"),
            format!("{year}{month:02}{day:02}"), format!("R{era}.{month}.{day}"), format!("{year}年{japanese}"),
        ] {
            if year > 2019 || !text.starts_with('R') {
                prop_assert_eq!(only(&text, Lang::Ja), wanted.clone(), "{}", text);
            }
        }
        for text in [
            format!("{day} {name} {year}"), format!("{name} {day}, {year}"), format!("{day} {short} {year}"),
            format!("{day}-{short}-{year}"), format!("{year}-{month:02}-{day:02}"),
        ] {
            prop_assert_eq!(only(&text, Lang::En), wanted.clone(), "{}", text);
        }
    }

    #[test]
    fn a_time_reads_back_in_each_form(hour in 0_u8..24, minute in 0_u8..60) {
        let wanted = [format!("t:{hour}:{minute:02}")];
        let (half, early) = (if hour < 12 { "午前" } else { "午後" }, hour % 12);
        for text in [format!("{hour}時{minute}分"), format!("{hour:02}:{minute:02}"), format!("{half}{early}時{minute}分")] {
            prop_assert_eq!(only(&text, Lang::Ja), wanted.clone(), "{}", text);
        }
        let clock = if early == 0 { 12 } else { early };
        let half = if hour < 12 { "am" } else { "pm" };
        for text in [format!("{hour:02}:{minute:02}"), format!("{clock}:{minute:02} {half}"), format!("{clock}.{minute:02}{half}")] {
            prop_assert_eq!(only(&text, Lang::En), wanted.clone(), "{}", text);
        }
    }

    #[test]
    fn a_count_reads_back_in_each_form(count in 1_i64..100_000_000) {
        let wanted = [format!("q:{count} box")];
        let grouped = crate::facts::normalise::Number::whole(count).grouped();
        for text in [format!("{count}箱"), format!("{grouped}箱"), format!("約{grouped}箱以上")] {
            prop_assert_eq!(only(&text, Lang::Ja), wanted.clone(), "{}", text);
        }
        for text in [format!("{count} cartons"), format!("{grouped} cartons")] {
            prop_assert_eq!(only(&text, Lang::En), wanted.clone(), "{}", text);
        }
        let thousands = [format!("q:{} box", i128::from(count) * 1_000)];
        prop_assert_eq!(only(&format!("{count}千箱"), Lang::Ja), thousands);
    }

    #[test]
    fn pieces_of_values_in_any_order_are_read_without_a_panic(pieces in proptest::collection::vec(0_usize..40, 0..24)) {
        const PIECES: [&str; 40] = [
            "10", "3", ",", "、", "〜", "から", "月", "日", "年", "時", "分", "半", "割", "%", "万", "千", "円", "¥", "箱", "令和",
            "十", "一", "午後", "末", "-", "/", ".", ":", " ", "and", " a half", "dozen", "million", "Oct", "pm", "$", "two", "hundred", "days", "o'clock",
        ];
        let text: String = pieces.iter().map(|piece| PIECES[*piece]).collect();
        for lang in Lang::ALL {
            let mut last = 0;
            for found in mentions(&text, lang) {
                prop_assert!(text.get(found.span.clone()).is_some_and(|written| !written.is_empty()));
                prop_assert!(found.span.start >= last, "none overlaps another: {}", text);
                last = found.span.end;
            }
        }
    }
}
