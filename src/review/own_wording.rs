//! What the program wrote by itself, out of the case and its own wording.

use super::finding::{Confidence, Finding, Severity};
use crate::kind::Laid;

/// Rules that hold a text against the facts by its words, and what breaks off. Where the text is made of nothing but the
/// facts they can only misread it, or the case is at odds with itself: the manager looks, and the draft is not withheld.
/// What may not be told stays an error whoever wrote it: an entry for the client may give it away.
const MISREAD: [&str; 6] = [
    "ungrounded-fact",
    "unsupported-claim",
    "disputed-as-fact",
    "unauthorised-remedy",
    "commitment-without-record",
    "unfinished",
];

/// Makes warnings of such errors in what the program wrote by itself.
pub(super) fn settle(laid: &Laid, findings: &mut [Finding]) {
    let own = |finding: &Finding| {
        laid.sections.iter().any(|section| {
            section.own && section.span.start <= finding.span.start && finding.span.end <= section.span.end
        })
    };
    for finding in findings.iter_mut().filter(|finding| finding.severity == Severity::Error) {
        // What only sounds like something withheld may be the wording of every letter.
        let sounds = finding.rule == "internal-leak" && finding.confidence != Confidence::High;
        if (sounds || MISREAD.contains(&finding.rule)) && own(finding) {
            finding.severity = Severity::Warn;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::settle;
    use crate::kind::{Body, Document, Part, Writer};
    use crate::lang::{Lang, Message};
    use crate::review::{Finding, Severity};

    #[test]
    fn only_what_no_model_wrote_and_only_what_is_held_against_the_facts() {
        let part = |name: &str, text: &str, writer| Part {
            name: name.to_owned(),
            heading: None,
            body: Body::Prose(text.to_owned()),
            writer,
        };
        let document = Document {
            kind: "client-progress-report".to_owned(),
            lang: Lang::Ja,
            parts: vec![part("own", "一つ目です。", Writer::Builtin), part("model", "二つ目です。", Writer::Model)],
        };
        let laid = document.lay();
        let at = |text: &str| laid.text.find(text).unwrap();
        let found = |rule, text: &str| Finding::error(rule, at(text)..at(text) + text.len(), Message::new("", ""));
        let mut findings = [
            found("ungrounded-fact", "一つ目"),
            found("ungrounded-fact", "二つ目"),
            found("internal-leak", "一つ目"),
            Finding::error("ungrounded-fact", 0..laid.text.len(), Message::new("", "")),
        ];
        settle(&laid, &mut findings);
        let severities = findings.map(|finding| finding.severity);
        assert_eq!(severities, [Severity::Warn, Severity::Error, Severity::Error, Severity::Error]);
    }
}
