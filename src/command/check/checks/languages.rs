//! A text whose two languages say different dates, amounts or counts.

use super::prelude::*;

pub(in crate::command::check) const CHECK: Check =
    Check { name: "languages-differ", group: Group::Contradiction, severity: Severity::Error, find };

fn find(survey: &Survey<'_>) -> Vec<Found> {
    let mut found = Vec::new();
    for pair in survey.texts.windows(2) {
        let [ja, en] = pair else { continue };
        if ja.path != en.path || ja.lang == en.lang || ja.at != en.at {
            continue;
        }
        let (said_ja, said_en) = (values(ja), values(en));
        for (sort, word, value) in &said_ja {
            let missing = |(_, word, other): &&(u8, String, String)| {
                !said_ja.iter().any(|(.., one)| one == other) && !says_part(ja, en, word)
            };
            // A translation may leave something out; it may not say something else.
            let other = said_en.iter().filter(|(other, ..)| other == sort).find(missing);
            let said = said_en.iter().any(|(.., same)| same == value) || says_part(en, ja, word);
            let (false, Some((_, other, _))) = (said, other) else { continue };
            let (place_ja, place_en) = ja.place();
            let what = say(
                format!("{place_ja}の日本語の「{word}」と英語の「{other}」が合いません"),
                format!("{place_en}: the Japanese says `{word}`, the English `{other}`"),
            );
            let todo =
                say("どちらが正しいかを確かめ、違うほうを直してください", "find out which is right and mend the other");
            found.push(Found::at(ja.at, what, todo).within(ja.id.as_ref()));
        }
    }
    found
}

/// Whether a text says the day of a date of the other without its month: 2月22日と25日, 22 and 25 February.
fn says_part(told: &Told, other: &Told, word: &str) -> bool {
    let dated = other.mentions.iter().find(|mention| other.words(&mention.span) == word);
    let Some(Value::Date(date)) = dated.map(|mention| &mention.value) else { return false };
    told.mentions.iter().any(|mention| match &mention.value {
        Value::Date(part) => part.month.is_none() && part.day == date.day,
        Value::Number(number) => number.as_whole() == date.day.map(i64::from),
        _ => false,
    })
}

/// What can be compared across languages: sort, words, value.
fn values(told: &Told) -> Vec<(u8, String, String)> {
    let read = |mention: &crate::facts::normalise::Mention| {
        let word = told.words(&mention.span).to_owned();
        let (sort, value) = match &mention.value {
            Value::Date(date) if date.day.is_some() && date.month.is_some() => {
                (0, format!("{:?}-{:?}", date.month, date.day))
            }
            Value::Money(amount, _) => (1, format!("{amount} money")),
            Value::Percent(amount) => (2, format!("{amount}%")),
            Value::Time(hour, minute) => (3, format!("{}:{minute}", hour % 12)),
            Value::Quantity(amount, _) | Value::Number(amount) if amount.as_whole().is_some_and(|one| one >= 13) => {
                (4, amount.to_string())
            }
            _ => return None,
        };
        Some((sort, word, value))
    };
    told.mentions.iter().filter_map(read).collect()
}
