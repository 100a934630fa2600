//! `tsukuroi check`: what a case lacks for each document, and what is risky in it.

mod dates;
mod lacks;
mod promises;
mod risk;

use std::path::{Path, PathBuf};

use serde::Serialize;

use super::cli::{Answer, Common};
use super::{Console, Exit, Failure, setup};
use crate::facts::read::line_column;
use crate::facts::{Case, LoadError};
use crate::lang::Lang;
use lacks::Lacks;
use risk::{Risk, risks};

/// Arguments of `check`.
#[derive(Debug, clap::Args)]
pub(super) struct CheckArgs {
    /// The case file (TOML)
    case: PathBuf,
    /// Check for documents of this kind only
    #[arg(long)]
    kind: Option<String>,
    /// Format of the answer
    #[arg(long, value_enum, default_value_t = Answer::Text)]
    format: Answer,
}

#[derive(Serialize)]
struct Record<'a> {
    case: &'a str,
    valid: bool,
    problems: Vec<ProblemRecord<'a>>,
    kinds: Vec<LacksRecord<'a>>,
    risks: Vec<RiskRecord<'a>>,
}

#[derive(Serialize)]
struct ProblemRecord<'a> {
    line: usize,
    column: usize,
    message: &'a str,
    help: &'a str,
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
struct RiskRecord<'a> {
    risk: &'a str,
    line: usize,
    id: Option<String>,
    message: &'a str,
}

pub(super) fn run(args: &CheckArgs, common: &Common, console: &mut Console<'_>) -> Result<Exit, Failure> {
    let library = setup::library()?;
    let only = args.kind.as_deref().map(|name| setup::kind(&library, name)).transpose()?;
    let case = match load(&args.case)? {
        Ok(case) => case,
        Err(error) if args.format == Answer::Json => {
            console.result(&invalid(&error, console.lang))?;
            return Ok(Exit::Invalid);
        }
        Err(error) => return Err(error.into()),
    };
    let langs = common.lang.map_or_else(|| both(case.groups.case.lang), |lang| vec![lang]);
    let kinds = library.kinds().filter(|kind| only.is_none_or(|only| only.id == kind.id));
    let lacks: Vec<Lacks> = kinds
        .flat_map(|kind| langs.iter().map(|lang| Lacks::of(&library, kind, &case, *lang)).collect::<Vec<_>>())
        .collect();
    let risks = risks(&case);
    let said = console.lang;
    let bytes = match args.format {
        Answer::Json => json(&case, &lacks, &risks, said),
        Answer::Text => text(&case, &lacks, &risks, said).into_bytes(),
    };
    console.result(&bytes)?;
    // Asked about one kind, the answer is whether it can be drafted in the language of documents.
    let wanted = common.lang.unwrap_or(case.groups.case.lang);
    let refused = only.is_some() && lacks.iter().any(|lacks| lacks.lang == wanted && !lacks.missing.is_empty());
    Ok(if refused { Exit::Invalid } else { Exit::Done })
}

/// The case; a file that cannot be read at all fails, one that is not valid is an answer.
fn load(path: &Path) -> Result<Result<Case, LoadError>, Failure> {
    match Case::load(path) {
        Ok(case) => Ok(Ok(case)),
        Err(error) => match setup::case(path) {
            Err(failure) if failure.exit() == Exit::Io => Err(failure),
            _ => Ok(Err(error)),
        },
    }
}

fn both(first: Lang) -> Vec<Lang> {
    vec![first, first.other()]
}

fn bytes(record: &Record<'_>) -> Vec<u8> {
    let mut bytes = serde_json::to_vec_pretty(record).unwrap_or_default();
    bytes.push(b'\n');
    bytes
}

fn invalid(error: &LoadError, said: Lang) -> Vec<u8> {
    let problems = error.problems.iter().map(|problem| {
        let (line, column) = line_column(&error.source, problem.span.start);
        ProblemRecord { line, column, message: problem.message.text(said), help: problem.help.text(said) }
    });
    let problems = problems.collect();
    bytes(&Record { case: &error.name, valid: false, problems, kinds: Vec::new(), risks: Vec::new() })
}

fn json(case: &Case, lacks: &[Lacks], risks: &[Risk], said: Lang) -> Vec<u8> {
    let kinds = lacks.iter().map(|lacks| LacksRecord {
        kind: &lacks.kind,
        code: &lacks.code,
        lang: lacks.lang,
        ready: lacks.missing.is_empty(),
        missing: lacks.missing.iter().map(|message| message.text(said)).collect(),
    });
    let risks = risks.iter().map(|risk| RiskRecord {
        risk: risk.name,
        line: risk.line,
        id: risk.id.as_ref().map(ToString::to_string),
        message: risk.message.text(said),
    });
    let record =
        Record { case: &case.name, valid: true, problems: Vec::new(), kinds: kinds.collect(), risks: risks.collect() };
    bytes(&record)
}

fn text(case: &Case, lacks: &[Lacks], risks: &[Risk], said: Lang) -> String {
    let longest = lacks.iter().map(|lacks| lacks.kind.len()).max().unwrap_or(0);
    let mut text = said.pick("作れる文書\n", "Documents\n").to_owned();
    for lacks in lacks {
        let (code, kind, lang) = (&lacks.code, &lacks.kind, lacks.lang);
        let state = if lacks.missing.is_empty() {
            said.pick("作れます", "ready").to_owned()
        } else {
            said.pick(format!("不足 {} 件", lacks.missing.len()), format!("{} missing", lacks.missing.len()))
        };
        text.push_str(&format!("  {code}  {kind:longest$}  {lang}  {state}\n"));
        for message in &lacks.missing {
            text.push_str(&format!("      - {}\n", message.text(said)));
        }
    }
    text.push_str(said.pick("\n注意すること\n", "\nMind\n"));
    if risks.is_empty() {
        text.push_str(said.pick("  ありません\n", "  nothing\n"));
    }
    for risk in risks {
        text.push_str(&format!("  {}:{}: [{}] {}\n", case.name, risk.line, risk.name, risk.message.text(said)));
    }
    text
}
