//! `tsukuroi next`: where a case stands on a day, what is due, which documents to draft, the last-resort gate.

mod json;
mod text;

use std::path::{Path, PathBuf};

use super::cli::Answer;
use super::{Console, Exit, Failure, setup};
use crate::facts::Day;
use crate::workflow::Way;

/// Arguments of `next`.
#[derive(Debug, clap::Args)]
pub(super) struct NextArgs {
    /// The case file (TOML)
    case: PathBuf,
    /// As of this day, year-month-day (default: the day of the case)
    #[arg(long, value_name = "DATE")]
    on: Option<String>,
    /// Format of the answer
    #[arg(long, value_enum, default_value_t = Answer::Text)]
    format: Answer,
}

pub(super) fn run(args: &NextArgs, console: &mut Console<'_>) -> Result<Exit, Failure> {
    let on = args.on.as_deref().map(day).transpose()?;
    let case = setup::case(&args.case)?;
    let way = Way::of(&case.groups, on.unwrap_or(case.groups.case.as_of));
    let bytes = match args.format {
        Answer::Json => json::json(&case, &way, &args.case, console.lang),
        Answer::Text => text::text(&case, &way, &args.case, console.lang).into_bytes(),
    };
    console.result(&bytes)?;
    Ok(Exit::Done)
}

/// A day of the command line. Day and month in an order nobody can tell are refused, as in a case file.
fn day(written: &str) -> Result<Day, Failure> {
    let parsed = written.parse().ok().filter(|_| written.len() == "2026-11-24".len());
    parsed.map(Day).ok_or_else(|| {
        Failure::new(
            Exit::Usage,
            format!("--on の `{written}` は日付として読めません。年-月-日 の順で書いてください（例 --on 2026-11-24）"),
            format!("--on: `{written}` is not a date; write year-month-day, for example --on 2026-11-24"),
        )
    })
}

/// What drafts a document of the case, argument by argument.
fn command(code: &str, case: &Path) -> Vec<String> {
    ["tsukuroi", "draft", code].into_iter().map(str::to_owned).chain([case.display().to_string()]).collect()
}

#[cfg(test)]
mod tests {
    use super::day;

    #[test]
    fn a_day_is_written_year_first() {
        assert!(day("2026-11-24").is_ok());
        for wrong in ["10/11", "2026-11-31", "20261124", "2026-11-24T10:00", "", "tomorrow"] {
            assert!(day(wrong).is_err(), "{wrong}");
        }
    }
}
