//! Findings as a person reads them: place, words, rule, what is wrong, what to write instead.

use std::fmt::Write;

use crate::facts::read::line_column;
use crate::lang::Lang;
use crate::review::{Finding, Severity};

/// Most characters of the words shown.
const EXCERPT: usize = 40;

/// The findings in a text, one after the other, and how many there are; `name` is the file they lie in.
pub(super) fn listed(findings: &[Finding], name: &str, text: &str, said: Lang) -> String {
    let mut list = String::new();
    for finding in findings {
        let (line, column) = line_column(text, finding.span.start);
        let severity = severity(finding.severity, said);
        let words = excerpt(text.get(finding.span.clone()).unwrap_or_default());
        let words =
            if words.is_empty() { String::new() } else { said.pick(format!("「{words}」"), format!(" `{words}`")) };
        let rule = finding.rule;
        let fact = finding.fact.as_ref().map(|id| format!(" {id}")).unwrap_or_default();
        // Writing into a String cannot fail.
        let _ = writeln!(list, "{name}:{line}:{column}: {severity}[{rule}{fact}]{words}");
        let _ = writeln!(list, "    {}", finding.message.text(said));
        if let Some(suggestion) = &finding.suggestion {
            let _ = writeln!(list, "    → {}", suggestion.text(said));
        }
    }
    let count = |wanted| findings.iter().filter(|finding| finding.severity == wanted).count();
    let (errors, warnings, hints) = (count(Severity::Error), count(Severity::Warn), count(Severity::Hint));
    let sum = match said {
        Lang::Ja if findings.is_empty() => "問題は見つかりませんでした".to_owned(),
        Lang::En if findings.is_empty() => "nothing found".to_owned(),
        Lang::Ja => format!("エラー {errors} 件、注意 {warnings} 件、参考 {hints} 件"),
        Lang::En => format!("errors: {errors}, warnings: {warnings}, hints: {hints}"),
    };
    list.push_str(&sum);
    list.push('\n');
    list
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
