//! Words of the do-not-tell list in texts of the case that the client may read.

use super::prelude::*;
use crate::facts::normalise::{Searchable, compare_key};

pub(in crate::command::check) const CHECK: Check =
    Check { name: "do-not-tell-leak", group: Group::Risk, severity: Severity::Error, find };

fn find(survey: &Survey<'_>) -> Vec<Found> {
    let bound: Vec<&DoNotTell> =
        survey.groups().do_not_tell.iter().filter(|entry| entry.visibility != Visibility::Client).collect();
    let mut found = Vec::new();
    for told in survey.texts.iter().filter(|told| told.client) {
        let key = compare_key(&told.text);
        for entry in &bound {
            // Most words are nowhere in the text; the place is looked for only where one is.
            let words = entry.words.iter().chain(&entry.also).filter(|word| key.contains(&compare_key(word)));
            let hit = words.into_iter().find(|word| !Searchable::of(&told.text).find(word).is_empty());
            let Some(word) = hit else { continue };
            let (id, (ja, en)) = (&entry.id, told.place());
            let what = say(
                format!("{ja}は先方に示す文ですが、伝えてはならない {id} の「{word}」を含んでいます"),
                format!("{en} may go to the client, yet holds `{word}` of {id}, which may not be told"),
            );
            let todo = say(
                "この文を書き改めるか、visibility を internal にしてください。示してよいなら、語を一覧から外してください",
                "write it otherwise, or make it `internal`; if it may be told, take the word off the list",
            );
            found.push(Found::at(told.at, what, todo).within(told.id.as_ref()));
        }
    }
    found
}
