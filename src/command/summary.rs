//! What became of each document of a stage: the files on the standard output, the rest beside it.

use std::path::{Path, PathBuf};

use super::accepted::blocks;
use super::{Console, Exit, Failure};
use crate::draft::Draft;
use crate::kind::{Kind, Writer};
use crate::lang::{Lang, Message};
use crate::review::{Finding, Severity};
use crate::workflow::{Paper, Stage};

/// What became of a document.
pub(super) struct Row {
    /// Which.
    pub(super) paper: Paper,
    /// Its title.
    title: String,
    /// What became of it.
    pub(super) state: State,
    /// The file it was written to.
    pub(super) file: Option<PathBuf>,
    /// Sections by the model, of those somebody wrote; the model's tries.
    sections: (usize, usize, u32),
    /// Errors, warnings, hints.
    found: [usize; 3],
    /// Why it was not drafted.
    reasons: Vec<Message>,
}

/// What became of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum State {
    /// Drafted.
    Done,
    /// Drafted, and stopped by the user before the model was done.
    Interrupted,
    /// The review found errors.
    Blocked,
    /// The case lacks what it needs, or no such kind is known.
    Refused,
    /// The model failed, or a template is wrong.
    Failed(Exit),
}

impl Row {
    /// A document that cannot be drafted.
    pub(super) fn refused(paper: Paper, kind: Option<&Kind>, reasons: Vec<Message>, lang: Lang) -> Self {
        Self {
            paper,
            title: kind.map_or_else(|| paper.title().text(lang).to_owned(), |kind| kind.spec.title.get(lang).clone()),
            state: State::Refused,
            file: None,
            sections: (0, 0, 0),
            found: [0; 3],
            reasons,
        }
    }

    /// A document that has been drafted, with the findings that nobody has accepted.
    pub(super) fn drafted(paper: Paper, kind: &Kind, draft: &Draft, open: &[Finding], lang: Lang) -> Self {
        let (model, builtin) = (draft.by(Writer::Model).count(), draft.by(Writer::Builtin).count());
        let tries = draft.sections.iter().map(|made| made.tries).sum();
        let count = |wanted| open.iter().filter(|finding| finding.severity == wanted).count();
        let state = match (blocks(open), draft.interrupted) {
            (true, _) => State::Blocked,
            (_, true) => State::Interrupted,
            _ => State::Done,
        };
        Self {
            state,
            sections: (model, model + builtin, tries),
            found: [count(Severity::Error), count(Severity::Warn), count(Severity::Hint)],
            ..Self::refused(paper, Some(kind), Vec::new(), lang)
        }
    }

    /// The same, failed.
    pub(super) fn failed(self, exit: Exit) -> Self {
        Self { state: State::Failed(exit), ..self }
    }

    /// The same, written to a file.
    pub(super) fn written(self, file: &Path) -> Self {
        Self { file: Some(file.to_owned()), ..self }
    }

    /// Who wrote it, after how many tries, and what the review found.
    fn cells(&self, said: Lang) -> Vec<String> {
        let (model, all, tries) = self.sections;
        let by = match model {
            0 => said.pick("組み込みの文面", "built-in wording").to_owned(),
            _ if model == all => said.pick("モデル", "model").to_owned(),
            _ => said.pick(format!("モデル {model}/{all} 節"), format!("model, {model} of {all} sections")),
        };
        let [errors, warnings, hints] = self.found;
        let found = match (errors + warnings + hints, said) {
            (0, _) => said.pick("なし", "none").to_owned(),
            (_, Lang::Ja) => format!("エラー {errors}、注意 {warnings}、参考 {hints}"),
            (_, Lang::En) => format!("errors {errors}, warnings {warnings}, hints {hints}"),
        };
        let file = self.file.as_ref().map(|file| file.display().to_string()).unwrap_or_default();
        let state = if self.state == State::Interrupted { said.pick("（中断）", " (interrupted)") } else { "" };
        vec![file, self.paper.code().to_owned(), self.title.clone() + state, by, tries.to_string(), found]
    }
}

/// The files as a table on the standard output; what was not drafted, with reasons, beside it.
pub(super) fn table(rows: &[Row], stage: Stage, console: &mut Console<'_>) -> Result<(), Failure> {
    let said = console.lang;
    let written: Vec<&Row> = rows.iter().filter(|row| row.file.is_some()).collect();
    if !written.is_empty() {
        let head = said.pick(
            ["ファイル", "番号", "文書", "書き手", "試行", "点検"],
            ["File", "Code", "Document", "Written by", "Tries", "Review"],
        );
        let mut cells = vec![head.map(str::to_owned).to_vec()];
        cells.extend(written.iter().map(|row| row.cells(said)));
        console.result(crate::export::aligned(&cells).as_bytes())?;
    }
    for row in rows.iter().filter(|row| row.file.is_none()) {
        console.notice(&missing(row));
    }
    let (all, done, code) = (rows.len(), written.len(), stage.code());
    let name = stage.name();
    console.notice(&Message::new(
        format!("{code} {}: {all} 件のうち {done} 件を書き出しました", name.ja),
        format!("{code} ({}): {done} of {all} documents written", name.en),
    ));
    Ok(())
}

/// A document that was not written, and why.
fn missing(row: &Row) -> Message {
    let list = |lang: Lang| row.reasons.iter().map(|reason| format!("\n  - {}", reason.text(lang))).collect::<String>();
    let (code, title) = (row.paper.code(), &row.title);
    match row.state {
        State::Blocked => Message::new(
            format!(
                "{code} {title}: 点検でエラーがあるため、下書きを出しません。事案ファイルの該当する項目を直してください"
            ),
            format!(
                "{code} {title}: the review found errors, so no draft is given; mend the entries of the case file they come from"
            ),
        ),
        _ => Message::new(
            format!("{code} {title}: 下書きできません{}", list(Lang::Ja)),
            format!("{code} {title}: not drafted{}", list(Lang::En)),
        ),
    }
}
