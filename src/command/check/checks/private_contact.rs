//! Telephone numbers and mail addresses of people's own.

use std::sync::LazyLock;

use super::prelude::*;
use crate::facts::normalise::Normal;

pub(in crate::command::check) const CHECK: Check =
    Check { name: "private-contact", group: Group::Risk, severity: Severity::Warn, find };

/// Mobile numbers of Japan.
static MOBILE: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::fixed(r"(?:^|[^0-9\-])((?:\+81[ \-]?|0)[789]0[ \-]?[0-9]{4}[ \-]?[0-9]{4})(?:$|[^0-9\-])")
});

/// Mail services that people use at home.
static HOME: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::fixed(
        r"(?i)[a-z0-9._+\-]+@(?:gmail\.com|yahoo\.co\.jp|yahoo\.com|icloud\.com|me\.com|hotmail\.com|outlook\.com|outlook\.jp|docomo\.ne\.jp|ezweb\.ne\.jp|au\.com|softbank\.ne\.jp|i\.softbank\.jp)(?-u:\b)",
    )
});

fn find(survey: &Survey<'_>) -> Vec<Found> {
    let groups = survey.groups();
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    let given = groups.own_people.iter().filter_map(|person| person.tel.as_deref()).chain(groups.sender.tel.as_deref());
    let given: Vec<String> = given.map(digits).collect();
    let mut found = Vec::new();
    // Numbers in their own fields are there to be called.
    for told in survey.texts.iter().filter(|told| !matches!(told.field(), "tel" | "email")) {
        let text = Normal::of(&told.text).text;
        let mobile = MOBILE.captures_iter(&text).filter_map(|captures| captures.get(1));
        let mobile = mobile.map(|number| digits(number.as_str())).any(|number| !given.contains(&number));
        if !mobile && !HOME.is_match(&text) {
            continue;
        }
        let (ja, en) = told.place();
        let what = say(
            format!("{ja}に、個人の携帯電話の番号かメールアドレスがあります"),
            format!("{en} holds a mobile number or a private mail address"),
        );
        let todo = say(
            "要らなければ消してください。会社の番号なら own_people の tel に書いてください",
            "delete it unless it is needed; a company number belongs into `tel` of `own_people`",
        );
        found.push(Found::at(told.at, what, todo).within(told.id.as_ref()));
    }
    found
}
