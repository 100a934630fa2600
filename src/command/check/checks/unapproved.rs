//! A set-up or a change of rep that nobody has approved.

use super::prelude::*;

pub(in crate::command::check) const CHECK: Check =
    Check { name: "unapproved-setup", group: Group::Risk, severity: Severity::Warn, find };

fn find(survey: &Survey<'_>) -> Vec<Found> {
    let groups = survey.groups();
    let todo = || {
        say(
            "approved_by と approved_on があるまで、先方への文書には書きません",
            "without `approved_by` and `approved_on` no client document speaks of it",
        )
    };
    let mut found = Vec::new();
    if let Some(setup) = &groups.contact_setup
        && (setup.approved_by.is_none() || setup.approved_on.is_none())
    {
        let id = &setup.id;
        let what =
            say(format!("{id} の窓口の体制は承認されていません"), format!("the contact set-up {id} is not approved"));
        found.push(Found::at(setup.span.start, what, todo()).of(id));
    }
    if let Some(option) = &groups.change_option
        && (option.approved_by.is_none() || option.approved_on.is_none())
    {
        let id = &option.id;
        let what = say(
            format!("{id} の担当の変更は承認されていません"),
            format!("the change of representative {id} is not approved"),
        );
        // Most cases weigh a change that never comes.
        found.push(Found::at(option.span.start, what, todo()).of(id).with(Severity::Hint));
    }
    found
}
