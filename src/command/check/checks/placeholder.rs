//! Places left open to be filled in.

use std::sync::LazyLock;

use super::prelude::*;

pub(in crate::command::check) const CHECK: Check =
    Check { name: "placeholder", group: Group::Gap, severity: Severity::Warn, find };

static OPEN: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::fixed(concat!(
        r"[〇○◯●]{2,}|[〇○◯●][月日時年名様円社]|△△|□□|＊＊|\*\*\*+|_{3,}|＿{2,}|未定稿",
        r"|(?-u:\b)(?i:TBD|TBA|TODO|FIXME)(?-u:\b)|(?-u:\b)XX+(?-u:\b)|[\[［【](?i:date|name|company|amount|insert[^\]]*|日付|氏名|会社名|金額|要確認|記入)[\]］】]",
    ))
});

fn find(survey: &Survey<'_>) -> Vec<Found> {
    let mut found = Vec::new();
    for told in survey.texts.iter().filter(|told| !told.is_quote()) {
        if let Some(open) = OPEN.find(&told.text) {
            let (open, (ja, en)) = (open.as_str(), told.place());
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
