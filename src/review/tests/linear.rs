//! No text makes a review slower than its length: adversarial repeats take four times as long when they are four times
//! as long, give or take, and not sixteen times.

use std::time::{Duration, Instant};

use super::fixture::Bench;
use crate::facts::Audience;
use crate::kind::Laid;
use crate::lang::Lang;
use crate::review::{Context, Scope, review};

/// What is repeated.
const REPEATED: &[(Lang, &str)] = &[
    (Lang::Ja, "「"),
    (Lang::Ja, "（「『"),
    (Lang::Ja, "\"a"),
    (Lang::Ja, "11月10日、"),
    (Lang::Ja, "11月9日"),
    (Lang::Ja, "9"),
    (Lang::Ja, "一"),
    (Lang::Ja, "1,"),
    (Lang::Ja, "10〜"),
    (Lang::Ja, "3、"),
    (Lang::Ja, "資料3、"),
    (Lang::Ja, "1件1件"),
    (Lang::Ja, "3箱、"),
    (Lang::Ja, "人手"),
    (Lang::Ja, "育休"),
    (Lang::Ja, "体調が、"),
    (Lang::Ja, "いたしますが、"),
    (Lang::Ja, "「必ず」必ず"),
    (Lang::Ja, "補償いたします、"),
    (Lang::Ja, "お約束の前倒し"),
    (Lang::Ja, "包装ラインの停止による損失"),
    (Lang::Ja, "鈴木様"),
    (Lang::Ja, "株式会社"),
    (Lang::Ja, "担当担当者の"),
    (Lang::Ja, "　"),
    (Lang::Ja, "\n"),
    (Lang::Ja, "etc. "),
    (Lang::En, "agreed not "),
    (Lang::En, "We will and "),
    (Lang::En, "refund no "),
    (Lang::En, "10 November, "),
    (Lang::En, "one hundred "),
    (Lang::En, "three or "),
    (Lang::En, "2 to "),
    (Lang::En, "3 boxes, "),
    (Lang::En, "a hundred and a half "),
    (Lang::En, "Mr. A B "),
    (Lang::En, "a.b@"),
    (Lang::En, "Etc. "),
    (Lang::En, "our representative "),
];

/// The shortest of a few reviews.
fn shortest(context: &Context<'_>, text: &str) -> Duration {
    let laid = Laid::plain(text);
    let time = || {
        let start = Instant::now();
        review(context, &laid, Scope::Document).unwrap_or_else(|error| panic!("{error}"));
        start.elapsed()
    };
    (0..3).map(|_| time()).min().unwrap_or_default()
}

#[test]
#[ignore = "it measures time: run it alone, with optimisation"]
fn time_grows_with_the_length_and_no_faster() {
    let mut wrong = Vec::new();
    for lang in Lang::ALL {
        let bench = Bench::of("cartons", Audience::Client, lang, "client-apology-letter");
        let context = bench.context();
        // Patterns are compiled when a text first needs them.
        for (_, unit) in REPEATED.iter().filter(|(of, _)| *of == lang) {
            review(&context, &Laid::plain(&unit.repeat(40)), Scope::Document).unwrap_or_else(|error| panic!("{error}"));
        }
        for (_, unit) in REPEATED.iter().filter(|(of, _)| *of == lang) {
            let text = |bytes: usize| unit.repeat(bytes / unit.len());
            let (short, long) = (shortest(&context, &text(12_000)), shortest(&context, &text(48_000)));
            let ratio = long.as_secs_f64() / short.as_secs_f64();
            if ratio > 9.0 {
                wrong.push(format!("`{unit}`: {short:?} for 12,000 bytes, {long:?} for 48,000: {ratio:.1} times"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
