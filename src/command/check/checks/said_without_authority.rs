//! Remedies told to the client by somebody who may not decide them.

use super::prelude::*;

pub(in crate::command::check) const CHECK: Check =
    Check { name: "said-without-authority", group: Group::Risk, severity: Severity::Warn, find };

fn find(survey: &Survey<'_>) -> Vec<Found> {
    let entries =
        survey.groups().compensation.iter().filter(|entry| entry.status == RemedyStatus::SaidWithoutAuthority);
    let found = entries.map(|entry| {
        let (id, (ja, en)) = (&entry.id, both(&entry.what));
        let what = say(
            format!("{id}「{ja}」は、権限のない者が先方に伝えています"),
            format!("{id} ({en}) was said to the client without authority"),
        );
        let todo = say(
            "文書では肯定も否定もしません。上長の判断を早く得てください",
            "documents neither confirm nor deny it; have it decided soon",
        );
        Found::at(entry.span.start, what, todo).of(id)
    });
    found.collect()
}
