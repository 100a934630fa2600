//! HTML in a text, which a mail or a page could obey.

use std::sync::LazyLock;

use super::prelude::*;

pub(in crate::command::check) const CHECK: Check =
    Check { name: "html", group: Group::Risk, severity: Severity::Warn, find };

static TAG: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::fixed(concat!(
        r"(?i)</?(?:a|b|i|u|p|br|hr|div|span|img|table|tr|td|th|ul|ol|li|h[1-6]|font|style|script|iframe|object|embed|form|input|meta|link|html|body|head|svg|strong|em)(?:\s[^<>]*)?/?>",
        r"|<!--|(?i:javascript:)|&(?:nbsp|lt|gt|amp|quot|#[0-9]{1,6});",
    ))
});

fn find(survey: &Survey<'_>) -> Vec<Found> {
    let mut found = Vec::new();
    for told in &survey.texts {
        if let Some(tag) = TAG.find(&told.text) {
            let (tag, (ja, en)) = (tag.as_str(), told.place());
            let what = say(format!("{ja}に HTML「{tag}」があります"), format!("{en} holds HTML, `{tag}`"));
            let todo = say("文字だけを残して消してください", "delete it and keep the words");
            found.push(Found::at(told.at, what, todo).within(told.id.as_ref()));
        }
    }
    found
}
