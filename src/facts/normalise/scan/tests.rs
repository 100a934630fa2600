use proptest::prelude::*;

use super::{dated_weekdays, mentions};
use crate::facts::normalise::Value;
use crate::lang::Lang;

/// What is mentioned, as `text=value`.
fn read(text: &str, lang: Lang) -> Vec<String> {
    let shown = |mention: super::Mention| {
        let kind = match &mention.value {
            Value::Date(_) => "d",
            Value::AmbiguousDate(..) => "a",
            Value::Third(..) => "d3",
            Value::Weekday(_) => "w",
            Value::Time(..) => "t",
            Value::Money(..) => "m",
            Value::Quantity(..) => "q",
            Value::Percent(_) => "p",
            Value::Number(_) => "n",
            Value::Relative(_) => "r",
            Value::Code(_) => "c",
            Value::Phone(_) => "tel",
            Value::Email(_) => "mail",
            Value::Url(_) => "url",
            Value::PostalCode(_) => "zip",
        };
        format!("{}={kind}:{}", &text[mention.span], mention.value)
    };
    mentions(text, lang).into_iter().map(shown).collect()
}

#[test]
fn japanese_values() {
    let table: &[(&str, &[&str])] = &[
        ("2026年11月24日", &["2026年11月24日=d:2026-11-24"]),
        ("令和8年11月24日", &["令和8年11月24日=d:2026-11-24"]),
        ("令和八年十一月二十四日", &["令和八年十一月二十四日=d:2026-11-24"]),
        ("R8.11.24", &["R8.11.24=d:2026-11-24"]),
        ("平成31年4月", &["平成31年4月=d:2019-04"]),
        ("令和元年5月1日", &["令和元年5月1日=d:2019-05-01"]),
        ("二〇二六年十一月", &["二〇二六年十一月=d:2026-11"]),
        ("１１月１０日", &["１１月１０日=d:-----11-10"]),
        ("11/24に", &["11/24=d:-----11-24"]),
        ("2026/11/24", &["2026/11/24=d:2026-11-24"]),
        ("2026-11-24", &["2026-11-24=d:2026-11-24"]),
        ("11月30日（月）14時", &["11月30日=d:-----11-30", "月=w:Monday", "14時=t:14:00"]),
        ("毎週金曜日に", &["金曜日=w:Friday"]),
        ("11月10日9時10分、", &["11月10日=d:-----11-10", "9時10分=t:9:10"]),
        ("午後2時30分", &["午後2時30分=t:14:30"]),
        ("午前9時半", &["午前9時半=t:9:30"]),
        ("10:00〜11:30", &["10:00=t:10:00", "11:30=t:11:30"]),
        ("正午", &["正午=t:12:00"]),
        ("11月10日～13日", &["11月10日=d:-----11-10", "13日=d:-----11-13"]),
        ("11月10〜13日", &["11月10=d:-----11-10", "13日=d:-----11-13"]),
        ("480,000円", &["480,000円=m:480000 JPY"]),
        ("４８万円", &["４８万円=m:480000 JPY"]),
        ("四十八万円", &["四十八万円=m:480000 JPY"]),
        ("1億2,000万円", &["1億2,000万円=m:120000000 JPY"]),
        ("¥480,000", &["¥480,000=m:480000 JPY"]),
        ("3千円", &["3千円=m:3000 JPY"]),
        ("1.5万円", &["1.5万円=m:15000 JPY"]),
        ("12,000箱のうち2,000箱", &["12,000箱=q:12000 box", "2,000箱=q:2000 box"]),
        ("一万二千箱", &["一万二千箱=q:12000 box"]),
        ("310名のうち42名", &["310名=q:310 person", "42名=q:42 person"]),
        ("0.5日から3.0日の誤り", &["0.5日=q:0.5 day", "3.0日=q:3 day"]),
        ("3営業日以内", &["3営業日=q:3 business day"]),
        ("2日間", &["2日間=q:2 day"]),
        ("三日間", &["三日間=q:3 day"]),
        ("1か月分", &["1か月=q:1 month"]),
        ("3ヶ月", &["3ヶ月=q:3 month"]),
        ("2年後", &["2年=q:2 year"]),
        ("24時間", &["24時間=q:24 hour"]),
        ("破損率が1.8%から0.6％に", &["1.8%=p:1.8%", "0.6％=p:0.6%"]),
        ("2割", &["2割=p:20%"]),
        ("化粧箱KB-240を", &["KB-240=c:KB-240"]),
        ("電話 022-555-0142", &["022-555-0142=tel:0225550142"]),
        ("aizawa@toto-minamo.example", &["aizawa@toto-minamo.example=mail:aizawa@toto-minamo.example"]),
        ("〒983-0001", &["〒983-0001=zip:9830001"]),
        ("榴ケ岡2-4-8", &["2-4-8=c:2-4-8"]),
        ("榴ケ岡2丁目4番8号", &["2丁目4番8号=c:2-4-8"]),
        ("本日と翌営業日", &["本日=r:Day(0)", "翌営業日=r:NextBusinessDay"]),
        ("後日ご連絡", &["後日=r:Vague"]),
        ("5点満点中4.7の評価", &["5点=q:5 point", "4.7=n:4.7"]),
    ];
    for (text, expected) in table {
        assert_eq!(read(text, Lang::Ja), *expected, "{text}");
    }
}

#[test]
fn japanese_words_that_are_no_values() {
    for text in [
        "一方、万一に備え、十分に確認し、一層努めます。",
        "一日も早く、一度お話を伺い、一部を改めます。",
        "三宅様、五十嵐様、千葉様、八木様、六本木、九州、四国",
        "営業第二課の課長が一人で対応",
        "弊社の仕組みの問題であり、一つずつ改めます。",
        "万全を期す、百貨店、一切、一同、一丸、二重、十数",
        "第3会議室で第1回のご報告",
        "月次のお打ち合わせ、今後とも、日時、時点、分かる",
        "1. 概要",
        "二人での確認",
        "一因、三か所ほど",
    ] {
        let found = read(text, Lang::Ja);
        assert!(found.is_empty(), "{text}: {found:?}");
    }
}

#[test]
fn english_values() {
    let table: &[(&str, &[&str])] = &[
        ("24 November 2026", &["24 November 2026=d:2026-11-24"]),
        ("24 Nov", &["24 Nov=d:-----11-24"]),
        ("November 24th, 2026", &["November 24th, 2026=d:2026-11-24"]),
        ("on Nov. 24", &["Nov. 24=d:-----11-24"]),
        ("the 24th of November", &["24th of November=d:-----11-24"]),
        ("July 2025", &["July 2025=d:2025-07"]),
        ("in October", &["October=d:-----10"]),
        ("2 May and 3 March", &["2 May=d:-----05-02", "3 March=d:-----03-03"]),
        ("by the 30th", &["30th=d:--------30"]),
        ("Monday 30 November at 14:00", &["Monday=w:Monday", "30 November=d:-----11-30", "14:00=t:14:00"]),
        ("9:10 a.m.", &["9:10 a.m.=t:9:10"]),
        ("3:20 pm", &["3:20 pm=t:15:20"]),
        ("at 3 pm", &["3 pm=t:15:00"]),
        ("10/11", &["10/11=a:-----11-10 / -----10-11"]),
        ("30/10", &["30/10=d:-----10-30"]),
        ("480,000 yen", &["480,000 yen=m:480000 JPY"]),
        ("JPY 480,000", &["JPY 480,000=m:480000 JPY"]),
        ("480 thousand yen", &["480 thousand yen=m:480000 JPY"]),
        ("0.48 million yen", &["0.48 million yen=m:480000 JPY"]),
        ("$1,200", &["$1,200=m:1200 USD"]),
        ("12,000 KB-240 gift cartons", &["12,000=q:12000 box", "KB-240=c:KB-240"]),
        ("2,000 cartons", &["2,000 cartons=q:2000 box"]),
        ("42 of your 310 employees", &["42=q:42 person", "310 employees=q:310 person"]),
        ("three employees", &["three employees=q:3 person"]),
        ("10 sample rows", &["10=q:10 row"]),
        ("two similar columns", &["two=q:2 column"]),
        ("one month's fee", &["one month's=q:1 month"]),
        ("0.5 to 3.0 days", &["0.5=q:0.5 day", "3.0 days=q:3 day"]),
        ("within 3 business days", &["3 business days=q:3 business day"]),
        ("from 1.8% to 0.6 per cent", &["1.8%=p:1.8%", "0.6 per cent=p:0.6%"]),
        ("KI-118", &["KI-118=c:KI-118"]),
        ("the FY2025 survey", &["FY2025=d:2025---"]),
        ("14 launches", &["14 launches=q:14 project"]),
        ("rated 4.7 out of 5", &["4.7=n:4.7", "5=n:5"]),
        ("shortly, by next week", &["shortly=r:Vague", "next week=r:Week(1)"]),
        ("Tel. 03-5555-0188", &["03-5555-0188=tel:0355550188"]),
    ];
    for (text, expected) in table {
        assert_eq!(read(text, Lang::En), *expected, "{text}");
    }
}

#[test]
fn english_words_that_are_no_values() {
    for text in [
        "We may march on and augment the second version; sun and sat.",
        "one another, no one, one of them",
        "1. Overview",
        "The first step, a second pair of eyes",
        "6F and A4",
    ] {
        let found = read(text, Lang::En);
        assert!(found.is_empty(), "{text}: {found:?}");
    }
}

#[test]
fn dates_with_their_weekdays() {
    let found = dated_weekdays("11月30日（火）または12月2日（水）", Lang::Ja);
    assert_eq!(found.len(), 2);
    assert_eq!(found[0].1.to_string(), "-----11-30");
    assert_eq!(dated_weekdays("Friday, 27 November", Lang::En).len(), 1);
    let series = "Tuesday 1 December, Monday 14 December and Friday 25 December";
    let found = dated_weekdays(series, Lang::En);
    let days: Vec<_> = found.iter().map(|(_, date, weekday)| (date.day, *weekday)).collect();
    use jiff::civil::Weekday;
    assert_eq!(days, [(Some(1), Weekday::Tuesday), (Some(14), Weekday::Monday), (Some(25), Weekday::Friday)]);
    assert!(dated_weekdays("金曜日の会議で12月2日を決める", Lang::Ja).is_empty());
}

proptest! {
    #[test]
    fn nothing_panics_and_spans_are_slices(text in "\\PC{0,80}") {
        for lang in Lang::ALL {
            let mut last = 0;
            for mention in mentions(&text, lang) {
                prop_assert!(text.get(mention.span.clone()).is_some());
                prop_assert!(mention.span.start >= last);
                last = mention.span.start;
            }
        }
    }

    #[test]
    fn dates_read_back(year in 2020_i16..2100, month in 1_i8..=12, day in 1_i8..=28) {
        let japanese = [format!("{year}年{month}月{day}日"), format!("令和{}年{month}月{day}日", year - 2018), format!("{year}/{month}/{day}")];
        for text in japanese {
            let found = read(&text, Lang::Ja);
            prop_assert_eq!(found, [format!("{}=d:{:04}-{:02}-{:02}", text, year, month, day)]);
        }
    }

    #[test]
    fn amounts_read_back(amount in 1_i64..100_000_000) {
        let plain = format!("{amount}円");
        let wide: String = plain.chars().map(|c| c.to_digit(10).map_or(c, |d| char::from_u32(0xFF10 + d).unwrap())).collect();
        let mut scaled = String::new();
        if amount >= 10_000 {
            scaled.push_str(&format!("{}万", amount / 10_000));
        }
        if amount % 10_000 > 0 {
            scaled.push_str(&format!("{}", amount % 10_000));
        }
        scaled.push('円');
        for text in [plain, wide, scaled] {
            prop_assert_eq!(read(&text, Lang::Ja), [format!("{text}=m:{amount} JPY")]);
        }
    }
}
