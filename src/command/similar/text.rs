//! The answer for a person.

use super::{Found, shown};
use crate::facts::OutcomeResult;
use crate::lang::Lang;
use crate::precedent::{Aspect, Learnt, Match, Origin};

/// The answer as text.
pub(super) fn text(found: &Found<'_>, lang: Lang) -> String {
    if found.matches.is_empty() {
        let none = lang.pick(
            "似た事案は見つかりませんでした。出来事（timeline）と原因（causes）を書き足すと、探しやすくなります。\n",
            "No similar case was found. More events (timeline) and causes in the case file make it easier.\n",
        );
        return none.to_owned();
    }
    let count = found.read;
    let cases = if count == 1 { "1 past case".to_owned() } else { format!("{count} past cases") };
    let mut text = match count {
        0 => lang.pick("似た事案の型（組み込み）\n", "Patterns of similar cases (built in)\n").to_owned(),
        _ => lang.pick(
            format!("似た事案（過去の事案 {count} 件と組み込みの型から。名前は伏せています）\n"),
            format!("Similar cases (from {cases} and the built-in patterns, without names)\n"),
        ),
    };
    for (at, found) in found.matches.iter().enumerate() {
        text.push_str(&entry(at + 1, found, lang));
    }
    text.push_str(lang.pick(
        "\n--paste を付けると、事案ファイルに貼り付けられる教訓（[[lessons]]）を出します。再発防止策検討書（D15）と原因分析メモ（D13）に使われます。\n",
        "\nWith --paste the lessons come as [[lessons]] entries for the case file, which the documents on recurrence (D15) and causes (D13) use.\n",
    ));
    text
}

fn entry(rank: usize, found: &Match<'_>, lang: Lang) -> String {
    let learnt = Learnt::of(found.precedent, lang);
    let from = match &found.precedent.origin {
        Origin::File { path, .. } => shown(path),
        Origin::BuiltIn(pattern) => {
            lang.pick(format!("組み込みの型 {}", pattern.name), format!("built-in pattern {}", pattern.name))
        }
    };
    let percent = (found.closeness * 100.0).round();
    let title = if learnt.title.is_empty() { lang.pick("（件名なし）", "(no title)") } else { &learnt.title };
    let mut text = lang.pick(
        format!("\n{rank}. {title}（近さの目安 {percent}%）\n   出典: {from}\n"),
        format!("\n{rank}. {title} (closeness {percent}%)\n   from: {from}\n"),
    );
    for aspect in Aspect::ALL {
        let shared = found.shared.told(aspect, lang);
        if !shared.is_empty() {
            line(&mut text, shared_label(aspect, lang), &shared.join(lang.pick("、", ", ")));
        }
    }
    if let Some(result) = learnt.result {
        line(&mut text, lang.pick("結果", "result"), result_name(result, lang));
    }
    list(&mut text, lang.pick("役立ったこと", "what helped"), &learnt.helped);
    let done = lang
        .pick("実施した対策（役立ったかどうかの記載なし）", "measures carried out (whether they helped is not said)");
    list(&mut text, done, &learnt.measures);
    if let Some(lesson) = &learnt.lesson {
        line(&mut text, lang.pick("教訓", "lesson"), lesson);
    }
    text
}

fn list(text: &mut String, label: &str, items: &[String]) {
    if !items.is_empty() {
        text.push_str(&format!("   {label}:\n"));
        items.iter().for_each(|item| text.push_str(&format!("     - {item}\n")));
    }
}

fn line(text: &mut String, label: &str, said: &str) {
    text.push_str(&format!("   {label}: {said}\n"));
}

fn shared_label(aspect: Aspect, lang: Lang) -> &'static str {
    match aspect {
        Aspect::Happened => lang.pick("似ている点（出来事）", "alike in what happened"),
        Aspect::Why => lang.pick("似ている点（原因）", "alike in why"),
        Aspect::Helped => lang.pick("似ている点（対応）", "alike in what was done"),
    }
}

fn result_name(result: OutcomeResult, lang: Lang) -> &'static str {
    match result {
        OutcomeResult::Repaired => lang.pick("関係を修復した", "the relation was repaired"),
        OutcomeResult::Changed => lang.pick("担当者を変更した", "the rep was changed"),
        OutcomeResult::Ended => lang.pick("取引を終えた", "the business ended"),
    }
}
