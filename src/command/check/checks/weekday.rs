//! A weekday that is not the one of the date beside it.

use super::prelude::*;
use crate::facts::normalise::dated_weekdays;

pub(in crate::command::check) const CHECK: Check =
    Check { name: "weekday-mismatch", group: Group::Contradiction, severity: Severity::Error, find };

fn find(survey: &Survey<'_>) -> Vec<Found> {
    let mut found = Vec::new();
    for told in survey.texts.iter().filter(|told| !told.code) {
        for (span, date, weekday) in dated_weekdays(&told.text, told.lang) {
            let Some(whole) = survey.whole(date).filter(|whole| whole.weekday() != weekday) else { continue };
            let (words, (ja, en), (day_ja, day_en)) = (told.words(&span), told.place(), with_weekday(whole));
            let what = say(
                format!("{ja}の「{words}」は、曜日が日付と合いません（暦では {day_ja}）"),
                format!("`{words}` in {en}: the weekday is not that of the date (the calendar says {day_en})"),
            );
            let todo = if told.is_quote() {
                say(
                    "引用はそのままにし、日付と曜日のどちらが正しいかを先方に確かめてください",
                    "leave the quote as it is and ask the client which of the two is meant",
                )
            } else {
                say("日付か曜日のどちらかを直してください", "mend the date or the weekday")
            };
            // What the client wrote is theirs; only what we write is ours to mend.
            let severity = if told.is_quote() { Severity::Warn } else { Severity::Error };
            found.push(Found::at(told.at, what, todo).within(told.id.as_ref()).with(severity));
        }
    }
    found
}
