//! Which documents the example cases give: every kind, but for what a case has no facts for.

use tsukuroi::facts::Case;

use crate::support::example;

/// The example cases.
pub(crate) const CASES: [&str; 3] = ["cartons", "onboarding", "hotel"];

/// Kinds a case has no facts for: no change of rep has been decided in the first two.
const NOT_GIVEN: [(&str, &str); 6] = [
    ("cartons", "client-rep-change-notice"),
    ("cartons", "internal-rep-change-decision"),
    ("cartons", "internal-handover-brief"),
    ("onboarding", "client-rep-change-notice"),
    ("onboarding", "internal-handover-brief"),
    // Where a change is decided, a reply to the demand would contradict it.
    ("hotel", "client-reply-rep-change-demand"),
];

/// Whether a case gives a document.
pub(crate) fn gives(case: &str, kind: &str) -> bool {
    !NOT_GIVEN.contains(&(case, kind))
}

/// The examples that give a kind.
pub(crate) fn cases(kind: &str) -> Vec<(&'static str, Case)> {
    CASES.into_iter().filter(|case| gives(case, kind)).map(|case| (case, example(case))).collect()
}
