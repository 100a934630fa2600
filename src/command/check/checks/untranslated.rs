//! Texts for the inside alone that are given in one language only.

use super::prelude::*;

pub(in crate::command::check) const CHECK: Check =
    Check { name: "one-language", group: Group::Gap, severity: Severity::Hint, find };

/// Most places named.
const MOST: usize = 8;

fn find(survey: &Survey<'_>) -> Vec<Found> {
    let mut found = Vec::new();
    for lang in Lang::ALL {
        let other = |told: &&Told| told.lang == lang.other() && !told.code && !told.client;
        let given =
            |told: &Told| survey.texts.iter().any(|one| one.lang == lang && one.at == told.at && one.path == told.path);
        // Pasted words and remarks stand as they were said.
        let lacking: Vec<&Told> = survey
            .texts
            .iter()
            .filter(other)
            .filter(|told| !matches!(told.field(), "quote" | "note") && !given(told))
            .collect();
        let Some(first) = lacking.iter().map(|told| told.at).min() else { continue };
        let mut paths: Vec<String> = lacking.iter().map(|told| told.path.join(".")).collect();
        let (count, code) = (paths.len(), lang.code());
        let more = if count > MOST { " …" } else { "" };
        paths.truncate(MOST);
        let list = paths.join(", ");
        let what = say(
            format!("社内向けの文 {count} 件に {code} の文がありません: {list}{more}"),
            format!("internal texts without `{code}`: {count} ({list}{more})"),
        );
        let todo = say(
            format!("{code} の社内文書を作るなら、{{ ja = \"…\", en = \"…\" }} の形で書き足してください"),
            format!("add them as {{ ja = \"…\", en = \"…\" }} if internal documents in `{code}` are wanted"),
        );
        found.push(Found::at(first, what, todo));
    }
    found
}
