//! Braces of templates: a form that was not filled in, or an attempt to run code.

use super::prelude::*;

pub(in crate::command::check) const CHECK: Check =
    Check { name: "template-braces", group: Group::Risk, severity: Severity::Warn, find };

/// Whether a text holds such braces.
pub(super) fn has_braces(text: &str) -> bool {
    ["{{", "}}", "{%", "%}", "{#", "${"].iter().any(|mark| text.contains(mark))
}

fn find(survey: &Survey<'_>) -> Vec<Found> {
    let holds = survey.texts.iter().filter(|told| has_braces(&told.text));
    let found = holds.map(|told| {
        let (ja, en) = told.place();
        let what = say(
            format!("{ja}に、ひな形の波かっこ（{{{{ など）があります"),
            format!("{en} holds the braces of a template (`{{{{`)"),
        );
        let todo = say(
            "差し込みの残りなら値を書いてください。引用の一部なら、そのまま文字として扱われます",
            "write the value if a form was left unfilled; as part of a quote it stays plain text",
        );
        Found::at(told.at, what, todo).within(told.id.as_ref())
    });
    found.collect()
}
