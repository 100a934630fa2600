//! What is wrong with a case file, shown with its line, column and excerpt.

use std::fmt;

use miette::{GraphicalReportHandler, GraphicalTheme, LabeledSpan, MietteDiagnostic, NamedSource};

use super::Span;
use crate::lang::{Lang, Message};

/// One problem of a case file: where, what, and what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Byte range in the file.
    pub span: Span,
    /// What is wrong.
    pub message: Message,
    /// What to write instead.
    pub help: Message,
}

/// A case file that could not be taken, with all its problems.
#[derive(Clone, Debug)]
pub struct LoadError {
    /// Name of the file, as the user gave it.
    pub name: String,
    /// Text of the file; empty where it could not be read as text.
    pub source: String,
    /// The problems, in the order of the file; never empty.
    pub problems: Vec<Problem>,
}

impl LoadError {
    /// The report for a person: each problem with file, line, column, excerpt and help.
    #[must_use]
    pub fn report(&self, lang: Lang) -> String {
        let handler = GraphicalReportHandler::new_themed(GraphicalTheme::unicode_nocolor())
            .with_links(false)
            .with_context_lines(1)
            .with_width(100);
        let mut report = String::new();
        for problem in &self.problems {
            let diagnostic = MietteDiagnostic::new(problem.message.text(lang))
                .with_help(problem.help.text(lang))
                .with_labels(self.label(problem));
            let shown =
                miette::Report::new(diagnostic).with_source_code(NamedSource::new(&self.name, self.source.clone()));
            // Writing into a String cannot fail; a handler's own failure must not hide the problem.
            if handler.render_report(&mut report, shown.as_ref()).is_err() {
                report.push_str(problem.message.text(lang));
                report.push('\n');
            }
        }
        report
    }

    fn label(&self, problem: &Problem) -> Option<LabeledSpan> {
        let end = problem.span.end.min(self.source.len());
        let start = problem.span.start.min(end);
        (!self.source.is_empty()).then(|| LabeledSpan::underline(start..end))
    }
}

impl fmt::Display for LoadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.report(Lang::En))
    }
}

impl std::error::Error for LoadError {}

/// One-based line and column (in characters) of a byte offset.
#[must_use]
pub(crate) fn line_column(source: &str, offset: usize) -> (usize, usize) {
    let before = source.get(..offset).unwrap_or(source);
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().unwrap_or("").chars().count() + 1;
    (line, column)
}
