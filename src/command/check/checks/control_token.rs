//! Marks by which chat templates tell turns apart.

use std::sync::LazyLock;

use super::prelude::*;

pub(in crate::command::check) const CHECK: Check =
    Check { name: "control-token", group: Group::Risk, severity: Severity::Error, find };

static TOKEN: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::fixed(concat!(
        r"(?i)<\|[^|<>\n]{1,40}\|>|<｜[^｜<>\n]{1,40}｜>|\[/?INST\]|<</?SYS>>|</?(?:start_of_turn|end_of_turn|think|thinking|tool_call|tool_response|system|assistant|user|bos|eos|s|pad|unk)>",
        r"|(?m:^#{2,} ?(?:Instruction|Response|System|Assistant)\s*:)|(?m:^(?:System|Assistant) ?: )",
    ))
});

/// Whether a text holds such a mark.
pub(super) fn has_token(text: &str) -> bool {
    TOKEN.is_match(text)
}

fn find(survey: &Survey<'_>) -> Vec<Found> {
    let mut found = Vec::new();
    for told in &survey.texts {
        if let Some(token) = TOKEN.find(&told.text) {
            let (token, (ja, en)) = (token.as_str().trim(), told.place());
            let what = say(
                format!("{ja}に、モデルへの制御記号「{token}」があります"),
                format!("{en} holds a control mark for language models, `{token}`"),
            );
            let todo = say(
                "消してください。先方のメールにあったなら、書いた経緯を情報システム部門と確かめてください",
                "delete it; if it came with a client's mail, have your IT people look at how it got there",
            );
            found.push(Found::at(told.at, what, todo).within(told.id.as_ref()));
        }
    }
    found
}
