//! The written forms of `forms/`: each is read as what it means, with its exact place, and what is no value as none.

use jiff::civil::Date;

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

pub(super) fn shown(value: &Value, on: Option<Date>) -> String {
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
            let (text, expected) = line.rsplit_once(" | ").expect("text | values");
            let (on, text) = match text.strip_prefix('@').and_then(|rest| rest.split_once(' ')) {
                Some((day, text)) => (Some(day.parse().expect("a day")), text),
                None => (None, text),
            };
            let place = |found: Mention| format!("{}={}", &text[found.span], shown(&found.value, on));
            let found: Vec<String> = mentions(text, lang).into_iter().map(place).collect();
            let found = if found.is_empty() { "-".to_owned() } else { found.join(" ; ") };
            count += 1;
            if found != expected {
                wrong.push(format!("{text}\n  is read    {found}\n  must be    {expected}"));
            }
        }
    }
    assert!(count >= 400, "{count} forms");
    assert!(wrong.is_empty(), "{} of {count} forms:\n{}", wrong.len(), wrong.join("\n"));
}
