//! Texts that a spreadsheet would run.

use std::sync::LazyLock;

use super::prelude::*;

pub(in crate::command::check) const CHECK: Check =
    Check { name: "formula", group: Group::Risk, severity: Severity::Warn, find };

static FORMULA: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::fixed(
        r"^\s*(?:[=＝＠@]\s*[+\-]?[A-Za-z][A-Za-z0-9_.]*\s*[(|!]|[=+\-]\s*[A-Z]{1,3}[0-9]{1,5}\s*[-+*/(]|[=+\-]\s*[0-9]+\s*[+*]\s*[a-zA-Z]+\||[+\-]\s*(?:cmd|DDE|HYPERLINK|IMPORT[A-Z]*)\s*[(|])|(?i:=\s*(?:cmd\||HYPERLINK\(|IMPORTXML\(|WEBSERVICE\())",
    )
});

fn find(survey: &Survey<'_>) -> Vec<Found> {
    let holds = survey.texts.iter().filter(|told| FORMULA.is_match(&told.text));
    let found = holds.map(|told| {
        let (ja, en) = told.place();
        let what = say(
            format!("{ja}は、表計算ソフトで数式として働く文です"),
            format!("{en} would run as a formula in a spreadsheet"),
        );
        let todo = say(
            "先頭の = や + を消し、文として書いてください",
            "take the leading `=` or `+` away and write it as words",
        );
        Found::at(told.at, what, todo).within(told.id.as_ref())
    });
    found.collect()
}
