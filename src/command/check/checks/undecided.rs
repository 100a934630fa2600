//! Measures that nobody has decided.

use super::prelude::*;

pub(in crate::command::check) const CHECK: Check =
    Check { name: "undecided-action", group: Group::Risk, severity: Severity::Hint, find };

fn find(survey: &Survey<'_>) -> Vec<Found> {
    let groups = survey.groups();
    let proposed = groups.actions.iter().filter(|action| action.status == Progress::Proposed);
    let found = proposed.map(|action| {
        let (id, (ja, en)) = (&action.id, both(&action.what));
        let what = say(format!("{id}「{ja}」は案のままです"), format!("{id} ({en}) is only proposed"));
        let todo = say(
            "先方への文書には書きません。行うと決めたら担当と期日を書き、status を planned にしてください",
            "no client document speaks of it; once decided, write its date and make it `planned`",
        );
        Found::at(action.span.start, what, todo).of(id)
    });
    found.collect()
}
