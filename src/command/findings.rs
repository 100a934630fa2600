//! Findings as a person reads them: place, words, rule, what is wrong, what to write instead.

use std::fmt::Write;

use crate::facts::read::line_column;
use crate::lang::Lang;
use crate::review::{Finding, Severity};

use super::marked::marked;

/// Most characters of the words shown.
const EXCERPT: usize = 40;

/// A list of findings in a text.
#[derive(Clone, Copy, Debug)]
pub(super) struct List<'a> {
    /// The file they lie in.
    pub(super) name: &'a str,
    /// The text.
    pub(super) text: &'a str,
    /// The language of the list.
    pub(super) said: Lang,
}

impl List<'_> {
    /// The findings one after the other; on a screen each with the line it lies in, its words marked.
    pub(super) fn findings(&self, findings: &[Finding], screen: bool) -> String {
        let mut list = String::new();
        for finding in findings {
            let severity = severity(finding.severity, self.said);
            let fact = finding.fact.as_ref().map(|id| format!(" {id}")).unwrap_or_default();
            // Writing into a String cannot fail.
            let _ =
                writeln!(list, "{}: {severity}[{}{fact}]{}", self.place(finding), finding.rule, self.words(finding));
            if screen {
                list.push_str(&marked(self.text, &finding.span).unwrap_or_default());
            }
            let _ = writeln!(list, "    {}", finding.message.text(self.said));
            if let Some(suggestion) = &finding.suggestion {
                let _ = writeln!(list, "    → {}", suggestion.text(self.said));
            }
        }
        list
    }

    /// A finding that was accepted, and why.
    pub(super) fn accepted(&self, finding: &Finding, reason: &str, on: &str) -> String {
        let accepted = self.said.pick("受け入れ済み", "accepted");
        let (place, rule, words) = (self.place(finding), finding.rule, self.words(finding));
        let (reason, on) = (crate::draft::clean::line(reason), crate::draft::clean::line(on));
        let reason = self.said.pick(format!("{reason}（{on}）"), format!("{reason} ({on})"));
        format!("{place}: {accepted}[{rule}]{words}\n    {reason}\n")
    }

    /// How many there are, and how many more were accepted.
    pub(super) fn sum(&self, findings: &[Finding], accepted: usize) -> String {
        let count = |wanted| findings.iter().filter(|finding| finding.severity == wanted).count();
        let (errors, warnings, hints) = (count(Severity::Error), count(Severity::Warn), count(Severity::Hint));
        let mut sum = match self.said {
            Lang::Ja if findings.is_empty() && accepted > 0 => "ほかに問題は見つかりませんでした".to_owned(),
            Lang::En if findings.is_empty() && accepted > 0 => "nothing else found".to_owned(),
            Lang::Ja if findings.is_empty() => "問題は見つかりませんでした".to_owned(),
            Lang::En if findings.is_empty() => "nothing found".to_owned(),
            Lang::Ja => format!("エラー {errors} 件、注意 {warnings} 件、参考 {hints} 件"),
            Lang::En => format!("errors: {errors}, warnings: {warnings}, hints: {hints}"),
        };
        if accepted > 0 {
            sum.push_str(&self.said.pick(format!("、受け入れ済み {accepted} 件"), format!(", accepted: {accepted}")));
        }
        sum.push('\n');
        sum
    }

    fn place(&self, finding: &Finding) -> String {
        let (line, column) = line_column(self.text, finding.span.start);
        format!("{}:{line}:{column}", self.name)
    }

    fn words(&self, finding: &Finding) -> String {
        let words = excerpt(self.text.get(finding.span.clone()).unwrap_or_default());
        match words.is_empty() {
            true => String::new(),
            false => self.said.pick(format!("「{words}」"), format!(" `{words}`")),
        }
    }
}

/// The word for how grave a finding is.
pub(super) fn severity(severity: Severity, said: Lang) -> &'static str {
    let (ja, en) = match severity {
        Severity::Error => ("エラー", "error"),
        Severity::Warn => ("注意", "warning"),
        Severity::Hint => ("参考", "hint"),
    };
    said.pick(ja, en)
}

/// The words on one line, not too many, without anything a terminal would obey.
fn excerpt(words: &str) -> String {
    let line = crate::draft::clean::line(words);
    if line.chars().count() <= EXCERPT {
        return line;
    }
    line.chars().take(EXCERPT - 1).chain(['…']).collect()
}
