//! The record of what happened: every event with its status, the disputed points side by side, what is not known yet.

use super::Sheet;
use super::timeline::capitalised;
use crate::facts::{Event, Key, Status};
use crate::kind::document::Block;
use crate::lang::Lang;

/// Every event: number, when, who to whom, what, source, status.
pub(super) fn log(sheet: Sheet<'_>) -> Vec<Block> {
    let lang = sheet.speech.lang();
    let mut events: Vec<&Event> = sheet.facts.timeline.iter().collect();
    events.sort_by_key(|event| (event.date, event.time));
    if events.is_empty() {
        return Vec::new();
    }
    let head = lang.pick(
        ["番号", "日時", "だれ→だれ", "内容", "出典", "状態"],
        ["No.", "When", "Who to whom", "What", "Source", "Status"],
    );
    let rows = events.into_iter().map(|event| row(sheet, event)).collect();
    vec![Block::Table { head: head.map(str::to_owned).to_vec(), rows }]
}

fn row(sheet: Sheet<'_>, event: &Event) -> Vec<String> {
    let lang = sheet.speech.lang();
    let source = event.evidence.as_ref().map(|evidence| capitalised(evidence.shown()));
    vec![
        event.id.to_string(),
        sheet.moment(event),
        parties(sheet, event),
        capitalised(event.content.shown()),
        source.unwrap_or_else(|| lang.pick("記録なし", "No record").to_owned()),
        standing(event.status, lang).to_owned(),
    ]
}

fn parties(sheet: Sheet<'_>, event: &Event) -> String {
    let name = |key: &Key| sheet.speech.client_person(key).or_else(|| sheet.speech.own_person(key));
    match (event.from.as_ref().and_then(name), event.to.as_ref().and_then(name)) {
        (Some(from), Some(to)) => format!("{from}→{to}"),
        (Some(from), None) => from,
        (None, Some(to)) => format!("→{to}"),
        (None, None) => sheet.speech.lang().pick("－", "—").to_owned(),
    }
}

/// The word for a status: none of them judges.
pub(super) fn standing(status: Status, lang: Lang) -> &'static str {
    let (ja, en) = match status {
        Status::Confirmed => ("確認済み", "confirmed"),
        Status::Disputed => ("認識相違", "disputed"),
        Status::Unverified => ("未確認", "not verified"),
        Status::Opinion => ("見方", "opinion"),
    };
    lang.pick(ja, en)
}

/// The disputed points: both sides in the same grammar, what there is to go by, who settles it until when.
pub(super) fn disputes(sheet: Sheet<'_>) -> Vec<Block> {
    let lang = sheet.speech.lang();
    let disputed = sheet.facts.timeline.iter().filter(|event| event.status == Status::Disputed);
    let rows: Vec<Vec<String>> = disputed.map(|event| dispute(sheet, event)).collect();
    if rows.is_empty() {
        return Vec::new();
    }
    let head = lang.pick(
        ["論点", "先方の認識", "当社の認識", "記録", "確認の進め方"],
        ["Point", "The client", "Our side", "Record", "How it is settled"],
    );
    vec![Block::Table { head: head.map(str::to_owned).to_vec(), rows }]
}

fn dispute(sheet: Sheet<'_>, event: &Event) -> Vec<String> {
    let lang = sheet.speech.lang();
    let shown =
        |text: &Option<crate::facts::Text>| text.as_ref().map(|text| capitalised(text.shown())).unwrap_or_default();
    let checks = sheet.facts.incident.iter().flat_map(|incident| &incident.checks);
    let check = checks.into_iter().find(|check| check.about.as_ref() == Some(&event.id));
    let how = check.map(|check| {
        let owner = sheet.speech.own_person(&check.owner).unwrap_or_default();
        let due = sheet.speech.day(check.due);
        lang.pick(format!("{owner}が{due}までに確認"), format!("{owner}, by {due}"))
    });
    let channel = event.channel.as_ref().map_or("", |channel| channel.shown());
    let day = sheet.speech.day(event.date);
    vec![
        format!("{} {}", event.id, lang.pick(format!("{day}の{channel}"), format!("{channel}, {day}"))),
        recalled(event.client_version.as_ref(), "the client recalls", lang),
        recalled(event.our_version.as_ref(), "we recall", lang),
        shown(&event.evidence),
        how.unwrap_or_else(|| lang.pick("受け持ち未定", "Nobody assigned yet").to_owned()),
    ]
}

/// A version as one side's account.
fn recalled(version: Option<&crate::facts::Text>, who: &str, lang: Lang) -> String {
    let version = version.map(|version| version.shown()).unwrap_or_default();
    lang.pick(format!("{version}との認識"), format!("As {who}: {version}"))
}

/// What is not known yet: who finds out, and until when.
pub(super) fn gaps(sheet: Sheet<'_>) -> Vec<Block> {
    let lang = sheet.speech.lang();
    let mut rows: Vec<Vec<String>> = Vec::new();
    for check in sheet.facts.incident.iter().flat_map(|incident| &incident.checks) {
        rows.push(vec![
            capitalised(check.what.shown()),
            sheet.speech.own_person(&check.owner).unwrap_or_default(),
            sheet.speech.weekday_day(check.due),
        ]);
    }
    let checked = |event: &Event| {
        let mut checks = sheet.facts.incident.iter().flat_map(|incident| &incident.checks);
        checks.any(|check| check.about.as_ref() == Some(&event.id))
    };
    let manager = sheet.speech.own_person(&sheet.facts.sender.person).unwrap_or_default();
    let next = sheet.facts.next_report().map(|report| sheet.speech.weekday_day(report.date));
    let unverified = sheet.facts.timeline.iter().filter(|event| event.status == Status::Unverified);
    for event in unverified.filter(|event| !checked(event)) {
        let (id, what) = (&event.id, event.content.shown());
        let what = lang.pick(format!("{id}：{what}"), format!("{id}: {}", capitalised(what)));
        let until = next.clone().unwrap_or_else(|| lang.pick("期日未定", "no date yet").to_owned());
        rows.push(vec![what, manager.clone(), until]);
    }
    if rows.is_empty() {
        return Vec::new();
    }
    let head = lang.pick(["確認すること", "受け持ち", "期日"], ["To be found out", "Who", "Until"]);
    vec![Block::Table { head: head.map(str::to_owned).to_vec(), rows }]
}
