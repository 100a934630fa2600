//! Slashed dates that can be read as day/month and as month/day.

use std::sync::LazyLock;

use super::prelude::*;
use crate::facts::normalise::PartialDate;

pub(in crate::command::check) const CHECK: Check =
    Check { name: "ambiguous-date", group: Group::Risk, severity: Severity::Warn, find };

/// `10/11` with both numbers possible as a month, not part of a longer date, a code or a fraction.
static SLASHED: LazyLock<Pattern> =
    LazyLock::new(|| Pattern::fixed(r"(?:^|[^0-9A-Za-z/.\-])((0?[1-9]|1[0-2])/(0?[1-9]|1[0-2]))(?:$|[^0-9A-Za-z/]| )"));

/// What makes of two numbers a fraction or a score.
static FRACTION: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::fixed(r"(?i)^\s?(?:of(?-u:\b)|以上|以下|程度|の人|の方|を占|倍|pages?|ページ|回目|名|件|個|箱)")
});

fn find(survey: &Survey<'_>) -> Vec<Found> {
    let mut found = Vec::new();
    for told in survey.texts.iter().filter(|told| !told.code) {
        for captures in SLASHED.captures_iter(&told.text) {
            let (Some(date), Some(one), Some(two)) = (captures.get(1), captures.get(2), captures.get(3)) else {
                continue;
            };
            let read = |text: &str| text.parse::<i8>().ok();
            let (Some(one), Some(two)) = (read(one.as_str()), read(two.as_str())) else { continue };
            let after = told.text.get(date.end()..).unwrap_or_default();
            // The same number twice is one day however it is read.
            if one == two || FRACTION.is_match(after) {
                continue;
            }
            let day = |month, day| {
                let date = PartialDate::new(None, Some(month), Some(day))?;
                Some(with_weekday(date.near(survey.as_of().0)?))
            };
            let (Some((ja, en)), Some((other_ja, other_en))) = (day(one, two), day(two, one)) else { continue };
            let (date, (place_ja, place_en)) = (date.as_str(), told.place());
            let what = say(
                format!("{place_ja}の「{date}」は、{ja}とも {other_ja}とも読めます"),
                format!("`{date}` in {place_en} can be read as {en} and as {other_en}"),
            );
            let todo = if told.is_quote() {
                say("どちらの日かを先方に確かめてください", "ask the client which day is meant")
            } else {
                say(
                    "月の名が分かる形（11月10日、10 November）で書いてください",
                    "write it so that the month has its name (11月10日, 10 November)",
                )
            };
            found.push(Found::at(told.at, what, todo).within(told.id.as_ref()));
        }
    }
    found
}
