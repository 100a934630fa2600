//! What `check` answers, for a person and for a program.

use std::fmt::Write;

use serde::Serialize;

use super::lacks::Lacks;
use super::remark::{Group, Remark};
use crate::command::findings::severity;
use crate::facts::read::line_column;
use crate::facts::{Case, LoadError};
use crate::lang::Lang;
use crate::review::Severity;

/// What is told of a case.
pub(super) struct Report<'a> {
    /// The case.
    pub(super) case: &'a Case,
    /// What it lacks, document by document.
    pub(super) lacks: &'a [Lacks],
    /// What the checks found, by weight.
    pub(super) remarks: &'a [Remark],
    /// The language of the answer.
    pub(super) said: Lang,
}

#[derive(Serialize)]
struct Record<'a> {
    case: &'a str,
    valid: bool,
    problems: Vec<ProblemRecord<'a>>,
    summary: Summary,
    kinds: Vec<LacksRecord<'a>>,
    risks: Vec<RemarkRecord<'a>>,
}

#[derive(Serialize)]
struct ProblemRecord<'a> {
    line: usize,
    column: usize,
    message: &'a str,
    help: &'a str,
}

/// How much there is of what.
#[derive(Clone, Copy, Debug, Default, Serialize)]
struct Summary {
    contradictions: usize,
    gaps: usize,
    risks: usize,
    errors: usize,
    warnings: usize,
    hints: usize,
    /// Documents that cannot be drafted yet, counted by language.
    documents_not_ready: usize,
}

#[derive(Serialize)]
struct LacksRecord<'a> {
    kind: &'a str,
    code: &'a str,
    lang: Lang,
    ready: bool,
    missing: Vec<&'a str>,
}

#[derive(Serialize)]
struct RemarkRecord<'a> {
    risk: &'a str,
    group: Group,
    severity: Severity,
    line: usize,
    id: Option<String>,
    message: &'a str,
    #[serde(rename = "do")]
    todo: &'a str,
}

/// The answer of a program about a case file that is not valid.
pub(super) fn invalid(error: &LoadError, said: Lang) -> Vec<u8> {
    let problems = error.problems.iter().map(|problem| {
        let (line, column) = line_column(&error.source, problem.span.start);
        ProblemRecord { line, column, message: problem.message.text(said), help: problem.help.text(said) }
    });
    let (problems, summary) = (problems.collect(), Summary::default());
    bytes(&Record { case: &error.name, valid: false, problems, summary, kinds: Vec::new(), risks: Vec::new() })
}

fn bytes(record: &Record<'_>) -> Vec<u8> {
    let mut bytes = serde_json::to_vec_pretty(record).unwrap_or_default();
    bytes.push(b'\n');
    bytes
}

impl Report<'_> {
    /// For a program.
    pub(super) fn json(&self) -> Vec<u8> {
        let said = self.said;
        let kinds = self.lacks.iter().map(|lacks| LacksRecord {
            kind: &lacks.kind,
            code: &lacks.code,
            lang: lacks.lang,
            ready: lacks.missing.is_empty(),
            missing: lacks.missing.iter().map(|message| message.text(said)).collect(),
        });
        let risks = self.remarks.iter().map(|remark| RemarkRecord {
            risk: remark.name,
            group: remark.group,
            severity: remark.severity,
            line: remark.line,
            id: remark.id.as_ref().map(ToString::to_string),
            message: remark.what.text(said),
            todo: remark.todo.text(said),
        });
        bytes(&Record {
            case: &self.case.name,
            valid: true,
            problems: Vec::new(),
            summary: self.summary(),
            kinds: kinds.collect(),
            risks: risks.collect(),
        })
    }

    /// For a person: the documents, then what was found, group by group, and how much it is.
    pub(super) fn text(&self) -> String {
        let mut text = self.documents();
        for group in Group::ALL {
            self.group(group, &mut text);
        }
        let sum = self.summary();
        let Summary { contradictions, gaps, risks, errors, warnings, hints, documents_not_ready } = sum;
        text.push_str(&self.said.pick(
            format!(
                "\n矛盾 {contradictions} 件、不足 {gaps} 件、注意 {risks} 件（エラー {errors}、注意 {warnings}、参考 {hints}）。まだ作れない文書 {documents_not_ready} 件\n"
            ),
            format!(
                "\ncontradictions: {contradictions}, missing: {gaps}, to mind: {risks} (errors {errors}, warnings {warnings}, hints {hints}); documents not ready: {documents_not_ready}\n"
            ),
        ));
        text
    }

    fn documents(&self) -> String {
        let said = self.said;
        let longest = self.lacks.iter().map(|lacks| lacks.kind.len()).max().unwrap_or(0);
        let mut text = said.pick("作れる文書\n", "Documents\n").to_owned();
        for lacks in self.lacks {
            let (code, kind, lang) = (&lacks.code, &lacks.kind, lacks.lang);
            let state = if lacks.missing.is_empty() {
                said.pick("作れます", "ready").to_owned()
            } else {
                said.pick(format!("不足 {} 件", lacks.missing.len()), format!("{} missing", lacks.missing.len()))
            };
            // Writing into a String cannot fail.
            let _ = writeln!(text, "  {code}  {kind:longest$}  {lang}  {state}");
            for message in &lacks.missing {
                let _ = writeln!(text, "      - {}", message.text(said));
            }
        }
        text
    }

    fn group(&self, group: Group, text: &mut String) {
        let said = self.said;
        let remarks: Vec<&Remark> = self.remarks.iter().filter(|remark| remark.group == group).collect();
        let (heading, count) = (group.heading(said), remarks.len());
        let _ = writeln!(text, "\n{}", said.pick(format!("{heading}（{count} 件）"), format!("{heading} ({count})")));
        if remarks.is_empty() {
            text.push_str(said.pick("  ありません\n", "  nothing\n"));
        }
        for remark in remarks {
            let (file, line, name) = (&self.case.name, remark.line, remark.name);
            let grave = severity(remark.severity, said);
            let _ = writeln!(text, "  {file}:{line}: {grave}[{name}] {}", plain(remark.what.text(said)));
            let _ = writeln!(text, "      → {}", plain(remark.todo.text(said)));
        }
    }

    fn summary(&self) -> Summary {
        let of = |group| self.remarks.iter().filter(|remark| remark.group == group).count();
        let grave = |severity| self.remarks.iter().filter(|remark| remark.severity == severity).count();
        Summary {
            contradictions: of(Group::Contradiction),
            gaps: of(Group::Gap),
            risks: of(Group::Risk),
            errors: grave(Severity::Error),
            warnings: grave(Severity::Warn),
            hints: grave(Severity::Hint),
            documents_not_ready: self.lacks.iter().filter(|lacks| !lacks.missing.is_empty()).count(),
        }
    }
}

/// On one line, without anything a terminal would obey: the words are those of the case.
fn plain(text: &str) -> String {
    crate::draft::clean::line(text)
}
