//! Places left open to be filled in.

use super::prelude::*;
use crate::review::blanks_in;

pub(in crate::command::check) const CHECK: Check =
    Check { name: "placeholder", group: Group::Gap, severity: Severity::Warn, find };

fn find(survey: &Survey<'_>) -> Vec<Found> {
    let mut found = Vec::new();
    for told in survey.texts.iter().filter(|told| !told.is_quote()) {
        if let Some(open) = blanks_in(&told.text).first() {
            let (open, (ja, en)) = (told.words(open), told.place());
            let what = say(
                format!("{ja}に、埋めていない箇所「{open}」があります"),
                format!("{en} has a place left open, `{open}`"),
            );
            let todo = say(
                "値を書くか、分かるまでその項目を外してください",
                "write the value, or leave the entry out until it is known",
            );
            found.push(Found::at(told.at, what, todo).within(told.id.as_ref()));
        }
    }
    found
}
