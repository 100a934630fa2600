//! A change of rep whose steps come in an order that cannot be.

use super::prelude::*;

pub(in crate::command::check) const CHECK: Check =
    Check { name: "change-order", group: Group::Contradiction, severity: Severity::Error, find };

/// Two steps of which the first must not be later: names, day, names, day, how grave it is.
type Step = (&'static str, &'static str, Option<Day>, &'static str, &'static str, Option<Day>, Severity);

fn find(survey: &Survey<'_>) -> Vec<Found> {
    let Some(option) = &survey.groups().change_option else { return Vec::new() };
    let mut steps: Vec<Step> = vec![
        ("承認", "the approval", option.approved_on, "変更の開始", "the start", option.start, Severity::Error),
        (
            "本人の聞き取り",
            "hearing the rep",
            option.rep_heard,
            "承認",
            "the approval",
            option.approved_on,
            Severity::Error,
        ),
        (
            "後任の承知",
            "the successor's consent",
            option.willing,
            "承認",
            "the approval",
            option.approved_on,
            Severity::Warn,
        ),
        (
            "前例の了承",
            "accepting the precedent",
            option.precedent_on,
            "承認",
            "the approval",
            option.approved_on,
            Severity::Warn,
        ),
        (
            "変更の開始",
            "the start",
            option.start.filter(|_| option.approved_on.is_some()),
            "見直し",
            "the review",
            option.review,
            Severity::Warn,
        ),
    ];
    let visits = option.joint_visits.iter();
    steps.extend(visits.map(|visit| {
        ("合同訪問", "a joint visit", Some(*visit), "変更の開始", "the start", option.start, Severity::Warn)
    }));
    let mut found = Vec::new();
    for (first_ja, first_en, first, then_ja, then_en, then, severity) in steps {
        let (Some(first), Some(then)) = (first, then) else { continue };
        if first <= then {
            continue;
        }
        let id = &option.id;
        let what = say(
            format!("{id}: {first_ja}（{first}）が{then_ja}（{then}）より後になっています"),
            format!("{id}: {first_en} ({first}) comes after {then_en} ({then})"),
        );
        let todo = say("日付の順を確かめ、直してください", "check the order of the dates and mend it");
        found.push(Found::at(option.span.start, what, todo).of(id).with(severity));
    }
    found
}
