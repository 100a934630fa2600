//! `tsukuroi check`: what a case lacks for each document, what contradicts itself in it, and what is risky.

mod checks;
mod lacks;
mod registry;
mod remark;
mod report;
mod survey;

use std::path::{Path, PathBuf};

use super::cli::{Answer, Common};
use super::{Console, Exit, Failure, setup};
use crate::facts::{Case, LoadError};
use crate::lang::Lang;
use lacks::Lacks;
use registry::inspect;
use report::Report;
use survey::Survey;

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

pub(super) fn run(args: &CheckArgs, common: &Common, console: &mut Console<'_>) -> Result<Exit, Failure> {
    let library = setup::library()?;
    let only = args.kind.as_deref().map(|name| setup::kind(&library, name)).transpose()?;
    let case = match load(&args.case)? {
        Ok(case) => case,
        Err(error) if args.format == Answer::Json => {
            console.result(&report::invalid(&error, console.lang))?;
            return Ok(Exit::Invalid);
        }
        Err(error) => return Err(error.into()),
    };
    let langs = common.lang.map_or_else(|| both(case.groups.case.lang), |lang| vec![lang]);
    let kinds = library.kinds().filter(|kind| only.is_none_or(|only| only.id == kind.id));
    let names = library.kinds().map(|kind| kind.id.as_str()).collect();
    let (lacks, remarks) = std::thread::scope(|threads| {
        let remarks = threads.spawn(|| inspect(&Survey::of(&case, names)));
        (Lacks::all(&library, kinds, &case, &langs), remarks.join())
    });
    let remarks = remarks.unwrap_or_else(|panic| std::panic::resume_unwind(panic));
    let report = Report { case: &case, lacks: &lacks, remarks: &remarks, said: console.lang };
    let bytes = match args.format {
        Answer::Json => report.json(),
        Answer::Text => report.text().into_bytes(),
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
