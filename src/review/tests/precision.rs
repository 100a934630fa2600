//! What a single rule finds in single sentences.

use super::fixture::Bench;
use crate::facts::Audience;
use crate::kind::Laid;
use crate::lang::Lang;
use crate::review::{Rule, Severity};

/// A text, and the stretches in which the rule finds something; none for a near miss.
pub(in crate::review) type Verdict = (&'static str, &'static [&'static str]);

/// Asserts what a rule finds in each text of a table; hints do not count.
pub(in crate::review) fn assert_verdicts(rule: &Rule, audience: Audience, lang: Lang, table: &[Verdict]) {
    assert_verdicts_in("cartons", rule, audience, lang, table);
}

/// The same for an example case by its name.
pub(in crate::review) fn assert_verdicts_in(
    case: &str,
    rule: &Rule,
    audience: Audience,
    lang: Lang,
    table: &[Verdict],
) {
    let kind = rule.kinds.first().copied().unwrap_or("client-apology-letter");
    let bench = Bench::of(case, audience, lang, kind);
    let mut wrong = Vec::new();
    for (text, expected) in table {
        let laid = Laid::section("section", text);
        let findings = (rule.check)(&bench.context(), &laid).unwrap_or_else(|error| panic!("{error}"));
        let grave = findings.iter().filter(|finding| finding.severity > Severity::Hint);
        let found: Vec<&str> = grave.map(|finding| &laid.text[finding.span.clone()]).collect();
        if found != *expected {
            wrong.push(format!("{text}\n    expected {expected:?}\n    found    {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
