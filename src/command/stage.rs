//! `tsukuroi draft --stage`: every document of a stage, in one batch.

use std::path::{Path, PathBuf};

use super::accepted::{Accepted, blocks};
use super::cli::Common;
use super::draft::{DraftArgs, exported, listed as list_findings, watched};
use super::stages::{documents, listed, stage};
use super::summary::{Row, State, table};
use super::target::Target;
use super::{Console, Exit, Failure, notices, setup, writer};
use crate::draft::{Draft, DraftError, Order, draft_all};
use crate::export::{Format, Grounds};
use crate::facts::{Case, Facts, Withheld};
use crate::kind::{Draftable, Kind, Library};
use crate::lang::{Lang, Message};
use crate::workflow::{Paper, Stage, Way};

/// A document of the stage before anybody has written it: what it needs, or why it cannot be drafted.
struct Planned<'a> {
    paper: Paper,
    kind: Option<&'a Kind>,
    view: Option<&'a View>,
}

/// What an audience sees of the case, and what not.
type View = (Facts, Withheld);

pub(super) fn run(code: &str, args: &DraftArgs, common: &Common, console: &mut Console<'_>) -> Result<Exit, Failure> {
    let (stage, folder) = asked(code, args)?;
    let library = setup::library()?;
    let case = setup::case(Path::new(&args.kind))?;
    let lang = common.lang.unwrap_or(case.groups.case.lang);
    let format = args.format.unwrap_or(Format::Txt);
    let due: Vec<Paper> = documents(stage).iter().copied().filter(|paper| is_due(*paper, &case, console)).collect();
    let views = views(&library, &case, &due, lang);
    let planned: Vec<Planned<'_>> = due.into_iter().map(|paper| plan(&library, &views, paper)).collect();
    if planned.is_empty() {
        return Ok(Exit::Done);
    }
    let mut rows = Vec::new();
    let mut sheets = Vec::new();
    for planned in &planned {
        match ready(&library, planned) {
            Ok(draftable) => sheets.push((planned, draftable.in_tone(args.tone))),
            Err(reasons) => rows.push(Row::refused(planned.paper, planned.kind, reasons, lang)),
        }
    }
    // Everything that can fail quickly fails before a model is loaded.
    let files: Vec<PathBuf> = sheets.iter().map(|(planned, _)| folder.join(file_name(planned, lang, format))).collect();
    let targets = targets(&folder, &files, args.force)?;
    let made = if sheets.is_empty() { Vec::new() } else { write(&sheets, &case, args, common, console)? };
    let mut exit = Exit::Done;
    for (((planned, draftable), target), draft) in sheets.iter().zip(&targets).zip(made) {
        let row =
            keep(&Kept { planned, draftable, target, case: &case, format, explain: args.explain }, draft, console)?;
        exit = worse(exit, &row.state);
        rows.push(row);
    }
    // In the order in which the documents are needed, whatever became of them.
    rows.sort_by_key(|row| documents(stage).iter().position(|paper| *paper == row.paper));
    let drafted = rows.iter().any(|row| row.file.is_some());
    held_up(&case, stage, &rows, console);
    table(&rows, stage, console)?;
    Ok(match exit {
        Exit::Done if !drafted => Exit::Invalid,
        exit => exit,
    })
}

/// The drafts, in one batch. The model leaves memory with it.
fn write(
    sheets: &[(&Planned<'_>, Draftable<'_>)],
    case: &Case,
    args: &DraftArgs,
    common: &Common,
    console: &mut Console<'_>,
) -> Result<Vec<Result<Draft, DraftError>>, Failure> {
    let mut author = writer::author(&args.wanted(), common, console)?;
    if let Some(Message { ja, en }) = author.notice.take() {
        console.notice(&Message::new(format!("注: {ja}"), format!("note: {en}")));
    }
    let mut orders = Vec::new();
    for (planned, draftable) in sheets {
        orders.extend(planned.view.map(|(_, withheld)| Order { draftable, case, withheld, seed: args.seed }));
    }
    Ok(watched(&mut author, console, |engine, watch| draft_all(&orders, engine, args.seed, watch)))
}

/// The stage and the folder, where both are named and nothing else is.
fn asked(code: &str, args: &DraftArgs) -> Result<(Stage, PathBuf), Failure> {
    let usage = |ja: String, en: String| Err(Failure::new(Exit::Usage, ja, en));
    let Some(stage) = stage(code) else {
        return usage(
            format!("段階 `{code}` はありません。次のどれかを指定してください: {}", listed(Lang::Ja)),
            format!("there is no stage `{code}`; name one of: {}", listed(Lang::En)),
        );
    };
    if args.case.is_some() {
        return usage(
            "--stage では文書の種類を書きません。`tsukuroi draft --stage S2 CASE -o DIR` のように指定してください"
                .to_owned(),
            "with --stage no document kind is named: `tsukuroi draft --stage S2 CASE -o DIR`".to_owned(),
        );
    }
    args.accepting.need(
        None,
        Failure::new(
            Exit::Usage,
            "--stage では指摘を受け入れられません。文書を一つずつ下書きして受け入れてください",
            "with --stage no finding is accepted; draft the document by itself and accept it there",
        ),
    )?;
    match args.output.as_deref().filter(|path| *path != Path::new("-")) {
        Some(folder) => Ok((stage, folder.to_owned())),
        None => usage(
            "--stage では書き出すフォルダーが要ります。-o DIR を指定してください".to_owned(),
            "with --stage a folder is needed: add -o DIR".to_owned(),
        ),
    }
}

/// Whether a document of the stage is still to be made. One that has gone out is told and left, but for the progress
/// report, of which there are several.
fn is_due(paper: Paper, case: &Case, console: &mut Console<'_>) -> bool {
    let groups = &case.groups;
    let gone = groups.documents.iter().filter(|made| paper.is_named(&made.kind) && made.date <= groups.case.as_of);
    let Some(last) = gone.max_by_key(|made| made.date).filter(|_| paper != Paper::ProgressReport) else { return true };
    let (code, day, id) = (paper.code(), last.date, &last.id);
    console.notice(&Message::new(
        format!("{code} は {day} に済んでいます（{id}）。もう一度作るには `tsukuroi draft {code} 事案` としてください"),
        format!("{code} was made on {day} ({id}); `tsukuroi draft {code} CASE` drafts it again"),
    ));
    false
}

/// The view of each audience that a document is for; documents for the same readers share what is gathered from it.
fn views(library: &Library, case: &Case, papers: &[Paper], lang: Lang) -> Vec<View> {
    let kinds = papers.iter().filter_map(|paper| library.kind(paper.code()).ok());
    let mut views: Vec<View> = Vec::new();
    for audience in kinds.map(|kind| kind.spec.audience) {
        if views.iter().all(|(facts, _)| facts.audience() != audience) {
            let facts = Facts::of(case, audience, lang);
            let withheld = Withheld::of(case, &facts);
            views.push((facts, withheld));
        }
    }
    views
}

fn plan<'a>(library: &'a Library, views: &'a [View], paper: Paper) -> Planned<'a> {
    let kind = library.kind(paper.code()).ok();
    let view = kind.and_then(|kind| views.iter().find(|(facts, _)| facts.audience() == kind.spec.audience));
    Planned { paper, kind, view }
}

/// The document, if the case gives what it needs.
fn ready<'a>(library: &'a Library, planned: &'a Planned<'a>) -> Result<Draftable<'a>, Vec<Message>> {
    let (Some(kind), Some((facts, _))) = (planned.kind, planned.view) else {
        return Err(vec![Message::new(
            "この版では下書きできません（`tsukuroi kinds` で作れる文書が見られます）",
            "this version does not draft it (`tsukuroi kinds` lists what it drafts)",
        )]);
    };
    library.draftable(kind, facts).map_err(|refusal| refusal.reasons)
}

/// `D02-client-apology-letter.ja.txt`.
fn file_name(planned: &Planned<'_>, lang: Lang, format: Format) -> String {
    let kind = planned.kind.map_or("", |kind| kind.id.as_str());
    format!("{}-{kind}.{}.{}", planned.paper.code(), lang.code(), format.ending())
}

/// The files, none of which may be there already, in a folder made for them where there is none.
fn targets(folder: &Path, files: &[PathBuf], force: bool) -> Result<Vec<Target>, Failure> {
    let there: Vec<&PathBuf> = files.iter().filter(|file| !force && file.symlink_metadata().is_ok()).collect();
    if there.len() > 1 {
        let list = there.iter().map(|file| format!("\n  {}", file.display())).collect::<String>();
        return Err(Failure::new(
            Exit::Io,
            format!("すでにあるファイルがあります。別のフォルダーにするか、--force で上書きしてください:{list}"),
            format!("some files exist already; name another folder, or replace them with --force:{list}"),
        ));
    }
    if !files.is_empty() && !folder.exists() {
        let made = std::fs::create_dir(folder);
        made.map_err(|error| {
            let folder = folder.display();
            Failure::new(
                Exit::Io,
                format!("フォルダー `{folder}` を作れません（{error}）。書けるフォルダーを指定してください"),
                format!("cannot make the folder `{folder}` ({error}); name one that can be written"),
            )
        })?;
    }
    files.iter().map(|file| Target::check(file, force)).collect()
}

/// What a draft is kept with.
struct Kept<'a> {
    planned: &'a Planned<'a>,
    draftable: &'a Draftable<'a>,
    target: &'a Target,
    case: &'a Case,
    format: Format,
    explain: bool,
}

/// Writes the file of a draft that may go out; of another one, what is wrong with it.
fn keep(kept: &Kept<'_>, draft: Result<Draft, DraftError>, console: &mut Console<'_>) -> Result<Row, Failure> {
    let (kind, facts) = (kept.draftable.kind(), kept.draftable.facts());
    let lang = facts.lang();
    let draft = match draft {
        Ok(draft) => draft,
        Err(error) => {
            let Failure::Told { message, exit } = Failure::from(error) else { return Err(Failure::BrokenPipe) };
            let row = Row::refused(kept.planned.paper, Some(kind), vec![message], lang);
            return Ok(row.failed(exit));
        }
    };
    let mut told = notices::of_case(kept.case, kind, facts);
    told.extend(notices::of_draft(&draft));
    let code = kept.planned.paper.code();
    let shown = if console.verbose > 0 { told.clone() } else { notices::fallen_back(&draft) };
    for Message { ja, en } in shown {
        console.notice(&Message::new(format!("注: {code}: {ja}"), format!("note: {code}: {en}")));
    }
    let (text, found) = (&draft.reviewed.laid().text, draft.reviewed.findings());
    // What was accepted when the document was drafted by itself.
    let accepted = Accepted::beside(kept.target.path())?;
    let open = accepted.open(found, text);
    let blocked = blocks(&open);
    if !found.is_empty() && (blocked || console.verbose > 0) {
        let listed = list_findings(&draft, &accepted, code, console.lang);
        console.notice(&Message::new(listed.clone(), listed));
    }
    let row = Row::drafted(kept.planned.paper, kind, &draft, &open, lang);
    // A draft with errors is given to programs only, which see them beside the text.
    if blocked && kept.format != Format::Json {
        return Ok(row);
    }
    let grounds = kept.explain.then(|| Grounds::of(draft.reviewed.document(), kept.case, facts));
    kept.target.write(&exported(&draft, &accepted, kept.format, kind, grounds.as_ref(), &told, console.lang))?;
    Ok(row.written(kept.target.path()))
}

/// What has to be settled before a document that has been drafted can go out.
fn held_up(case: &Case, stage: Stage, rows: &[Row], console: &mut Console<'_>) {
    let way = Way::of(&case.groups, case.groups.case.as_of);
    let due = way.documents.iter().filter(|document| document.stage == Some(stage));
    for document in due.filter(|due| rows.iter().any(|row| row.paper == due.paper && row.file.is_some())) {
        for reason in &document.blocked {
            let (code, Message { ja, en }) = (document.paper.code(), &reason.text);
            console.notice(&Message::new(
                format!("注: {code} を出す前に: {ja}"),
                format!("note: before {code} goes out: {en}"),
            ));
        }
    }
}

/// How the whole ends: interrupted before all, then a model that failed, then errors.
fn worse(exit: Exit, state: &State) -> Exit {
    match (exit, state) {
        (Exit::Interrupted, _) | (_, State::Interrupted) => Exit::Interrupted,
        (Exit::Model, _) | (_, State::Failed(Exit::Model)) => Exit::Model,
        (_, State::Failed(failed)) => *failed,
        (_, State::Blocked) => Exit::Findings,
        (exit, _) => exit,
    }
}
