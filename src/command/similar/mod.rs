//! `tsukuroi similar`: past cases like this one, why they are alike, and what helped then.

mod json;
mod text;

use std::path::{Path, PathBuf};

use super::cli::{Answer, Common};
use super::{Console, Exit, Failure, setup};
use crate::facts::LoadError;
use crate::facts::read::line_column;
use crate::lang::{Lang, Message};
use crate::precedent::{Folder, Lessons, Match, Precedent, lessons, rank};

/// Arguments of `similar`.
#[derive(Debug, clap::Args)]
pub(super) struct SimilarArgs {
    /// The case file (TOML)
    case: PathBuf,
    /// The folder of past case files (*.toml); without it, the built-in patterns alone
    #[arg(long = "in", value_name = "DIR")]
    within: Option<PathBuf>,
    /// How many to show
    #[arg(long, value_name = "N", default_value_t = 5, value_parser = clap::value_parser!(u16).range(1..))]
    top: u16,
    /// Format of the answer
    #[arg(long, value_enum, default_value_t = Answer::Text)]
    format: Answer,
    /// Print the lessons as [[lessons]] entries to paste into the case file
    #[arg(long, conflicts_with = "format")]
    paste: bool,
}

/// What was found, and where.
struct Found<'a> {
    case: &'a Path,
    within: Option<&'a Path>,
    /// How many past cases were read.
    read: usize,
    broken: &'a [(PathBuf, LoadError)],
    matches: Vec<Match<'a>>,
}

pub(super) fn run(args: &SimilarArgs, common: &Common, console: &mut Console<'_>) -> Result<Exit, Failure> {
    let case = setup::case(&args.case)?;
    let mut folder = match &args.within {
        Some(within) => {
            let read = Folder::read(within, &args.case);
            read.map_err(|error| Failure::Told { exit: Exit::Io, message: error.message })?
        }
        None => Folder::default(),
    };
    tell_left_out(args, &folder, console);
    let read = folder.precedents.len();
    if read == 0 && !folder.broken.is_empty() {
        let count = folder.broken.len();
        return Err(Failure::new(
            Exit::Invalid,
            format!("過去の事案を一件も読めませんでした（{count} 件とも）。上の問題を直すか、--in を外してください"),
            format!("none of the past cases could be read ({count}); mend the problems above, or leave out --in"),
        ));
    }
    let patterns = Precedent::built_in().map_err(|message| Failure::Told { exit: Exit::Invalid, message })?;
    folder.precedents.extend(patterns);
    let mut matches = rank(&case, &folder.precedents);
    matches.truncate(usize::from(args.top));
    if args.paste {
        let lessons = lessons(&case, &matches, console.lang);
        tell_lessons(&lessons, console);
        console.result(lessons.toml.as_bytes())?;
        return Ok(Exit::Done);
    }
    let found = Found { case: &args.case, within: args.within.as_deref(), read, broken: &folder.broken, matches };
    let lang = common.lang.unwrap_or(console.lang);
    let bytes = match args.format {
        Answer::Json => json::json(&found, lang),
        Answer::Text => text::text(&found, lang).into_bytes(),
    };
    console.result(&bytes)?;
    Ok(Exit::Done)
}

/// Names every file that was left out, on the side.
fn tell_left_out(args: &SimilarArgs, folder: &Folder, console: &mut Console<'_>) {
    for (path, error) in &folder.broken {
        let told = |lang: Lang| first_problem(error, lang);
        let path = shown(path);
        console.notice(&Message::new(
            format!("注意: `{path}` は読めないため飛ばしました（{}）", told(Lang::Ja)),
            format!("note: `{path}` was skipped, it cannot be read ({})", told(Lang::En)),
        ));
    }
    if folder.beyond > 0 {
        console.notice(&Message::new(
            format!("注意: 事案ファイルが多すぎるため、{} 件を調べていません", folder.beyond),
            format!("note: there are too many case files; {} were not looked at", folder.beyond),
        ));
    }
    if let Some(within) = args.within.as_ref().filter(|_| folder.precedents.is_empty() && folder.broken.is_empty()) {
        let within = shown(within);
        console.notice(&Message::new(
            format!("注意: `{within}` に過去の事案ファイル（*.toml）がありません。組み込みの型とだけ比べます"),
            format!(
                "note: there are no past case files (*.toml) in `{within}`; only the built-in patterns are compared"
            ),
        ));
    }
}

/// A path as it can be printed: whoever names a file in a shared folder must not speak to the terminal.
fn shown(path: &Path) -> String {
    path.display().to_string().chars().map(|c| if c.is_control() { '\u{FFFD}' } else { c }).collect()
}

fn first_problem(error: &LoadError, lang: Lang) -> String {
    let Some(problem) = error.problems.first() else { return String::new() };
    let message = problem.message.text(lang).lines().next().unwrap_or_default().to_owned();
    if error.source.is_empty() {
        return message;
    }
    let (line, _) = line_column(&error.source, problem.span.start);
    lang.pick(format!("{line}行目: {message}"), format!("line {line}: {message}"))
}

fn tell_lessons(lessons: &Lessons, console: &mut Console<'_>) {
    let list = |names: &[String]| names.join(", ");
    if !lessons.known.is_empty() {
        let known = list(&lessons.known);
        console.notice(&Message::new(
            format!("事案ファイルにすでにある教訓は除きました: {known}"),
            format!("lessons the case file has already were left out: {known}"),
        ));
    }
    if !lessons.silent.is_empty() {
        let silent = list(&lessons.silent);
        console.notice(&Message::new(
            format!("教訓（[outcome] の lesson か helped）の記載がないため除きました: {silent}"),
            format!("left out, as they tell no lesson (`lesson` or `helped` of [outcome]): {silent}"),
        ));
    }
    if lessons.count == 0 {
        console.notice(&Message::new("貼り付ける教訓はありません", "there are no lessons to paste"));
    }
}
