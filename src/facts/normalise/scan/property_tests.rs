//! Whatever the value, each way of writing it is read as that value; whatever the text, nothing panics.

use proptest::prelude::*;

use super::form_tests::shown;
use super::mentions;
use crate::facts::normalise::Number;
use crate::lang::Lang;

/// Every value alone, as the table shows it.
fn only(text: &str, lang: Lang) -> Vec<String> {
    mentions(text, lang).into_iter().map(|found| shown(&found.value, None)).collect()
}

/// A number below 一億 in kanji of a set: digits, then ten, hundred, thousand and ten thousand.
fn japanese(number: i64, digits: [&str; 9], scales: [&str; 4]) -> String {
    let digit = |n: i64| usize::try_from(n - 1).ok().and_then(|at| digits.get(at)).copied().unwrap_or_default();
    let group = |n: i64| {
        let part = |n: i64, scale: &str| if n > 0 { format!("{}{scale}", digit(n)) } else { String::new() };
        let thousands = part(n / 1_000, scales[2]);
        format!("{thousands}{}{}{}", part(n / 100 % 10, scales[1]), part(n / 10 % 10, scales[0]), digit(n % 10))
    };
    let large = if number >= 10_000 { format!("{}{}", group(number / 10_000), scales[3]) } else { String::new() };
    format!("{large}{}", group(number % 10_000))
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
        let grouped = Number::whole(count).grouped();
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
    fn a_share_reads_back_in_each_form(share in 1_i64..1_000) {
        // In tenths of a per cent: 3割5分 is 350.
        let written = Number::whole(share).tenth();
        let wanted = [format!("p:{written}%")];
        for text in [format!("{written}%"), format!("{written}パーセント"), format!("約{written}％")] {
            prop_assert_eq!(only(&text, Lang::Ja), wanted.clone(), "{}", text);
        }
        for text in [format!("{written}%"), format!("{written} per cent"), format!("{written} percent")] {
            prop_assert_eq!(only(&text, Lang::En), wanted.clone(), "{}", text);
        }
        let (wari, bu, rin) = (share / 100, share / 10 % 10, share % 10);
        if wari > 0 {
            let part = |number: i64, name: &str| if number > 0 { format!("{number}{name}") } else { String::new() };
            let text = format!("{wari}割{}{}", part(bu, "分"), part(rin, "厘"));
            prop_assert_eq!(only(&text, Lang::Ja), wanted, "{}", text);
        }
    }

    #[test]
    fn an_amount_reads_back_in_each_form(amount in 1_i64..10_000_000) {
        let grouped = Number::whole(amount).grouped();
        let formal: String = japanese(amount, ["壱", "弐", "参", "四", "伍", "六", "七", "八", "九"], ["拾", "百", "阡", "萬"]);
        let kanji = japanese(amount, ["一", "二", "三", "四", "五", "六", "七", "八", "九"], ["十", "百", "千", "万"]);
        let wanted = [format!("m:{amount} JPY")];
        for text in [format!("{amount}円"), format!("¥{grouped}"), format!("{grouped}円"), format!("{kanji}円"), format!("金{formal}円也")] {
            prop_assert_eq!(only(&text, Lang::Ja), wanted.clone(), "{}", text);
        }
        for text in [format!("{grouped} yen"), format!("¥{grouped}"), format!("JPY {amount}")] {
            prop_assert_eq!(only(&text, Lang::En), wanted.clone(), "{}", text);
        }
        for (sign, code) in [("$", "USD"), ("£", "GBP"), ("€", "EUR"), ("₩", "KRW")] {
            prop_assert_eq!(only(&format!("{sign}{grouped}"), Lang::En), [format!("m:{amount} {code}")]);
        }
        let thousands = [format!("m:{} JPY", amount * 1_000)];
        for text in [format!("{grouped} thousand yen"), format!("¥{amount}k")] {
            prop_assert_eq!(only(&text, Lang::En), thousands.clone(), "{}", text);
        }
    }

    #[test]
    fn a_length_reads_back_in_each_form(length in 1_i64..1_000) {
        let cases = [
            (format!("{length}日間"), format!("{length} days"), format!("q:{length} day")),
            (format!("{length}営業日"), format!("{length} working days"), format!("q:{length} business day")),
            (format!("{length}週間"), format!("{length} weeks"), format!("q:{length} week")),
            (format!("{length}か月"), format!("{length} months"), format!("q:{length} month")),
            (format!("{length}時間"), format!("{length} hours"), format!("q:{length} hour")),
            (format!("{length}.5時間"), format!("{length}.5 hours"), format!("q:{length}.5 hour")),
            (format!("{length}時間半"), format!("{length} and a half hours"), format!("q:{} minute", length * 60 + 30)),
            (format!("{length}日半"), format!("{length} and a half days"), format!("q:{length}.5 day")),
            (format!("{length}年半"), format!("{length} and a half years"), format!("q:{length}.5 year")),
        ];
        for (japanese, english, wanted) in cases {
            prop_assert_eq!(only(&japanese, Lang::Ja), [wanted.clone()], "{}", japanese);
            prop_assert_eq!(only(&english, Lang::En), [wanted], "{}", english);
        }
    }

    #[test]
    fn both_ends_of_a_range_have_its_unit(from in 1_i64..5_000, more in 1_i64..5_000) {
        let to = from + more;
        let (first, last) = (Number::whole(from).grouped(), Number::whole(to).grouped());
        for joint in ["〜", "～", "–", "-", "から", "ないし", "または"] {
            for (unit, wanted) in [("箱", "q:{} box"), ("名", "q:{} person"), ("営業日", "q:{} business day"), ("円", "m:{} JPY"), ("%", "p:{}%")] {
                let wanted = [from, to].map(|number| wanted.replace("{}", &number.to_string()));
                let text = format!("{first}{joint}{last}{unit}");
                prop_assert_eq!(only(&text, Lang::Ja), wanted.clone(), "{}", text);
            }
        }
        for joint in ["-", "–", " to ", " or "] {
            for (unit, wanted) in [(" boxes", "q:{} box"), (" business days", "q:{} business day"), (" yen", "m:{} JPY"), ("%", "p:{}%")] {
                let wanted = [from, to].map(|number| wanted.replace("{}", &number.to_string()));
                let text = format!("{first}{joint}{last}{unit}");
                prop_assert_eq!(only(&text, Lang::En), wanted.clone(), "{}", text);
            }
        }
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
