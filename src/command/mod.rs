//! A file a verb; the only room that sees all others.

mod accepted;
mod bench;
mod bytes;
mod check;
mod cli;
mod console;
mod draft;
mod exit;
mod failure;
mod findings;
mod first_response;
mod help;
mod interrupt;
mod kinds;
mod locale;
mod marked;
mod models;
mod next;
mod notices;
mod progress;
mod quoted_orders;
mod review;
mod setup;
mod similar;
mod stage;
mod stages;
mod summary;
mod target;
mod today;
mod transfer_bar;
mod usage;
mod writer;

use std::ffi::OsString;

use clap::FromArgMatches;

pub use console::Console;
pub use exit::Exit;
pub use failure::Failure;
pub use locale::spoken;

use cli::{Cli, Verb};

/// Runs a command line: parse, do, report.
pub fn run(args: &[OsString], console: &mut Console<'_>) -> Exit {
    let matches = help::command(console.lang).try_get_matches_from(args);
    let cli = match matches.and_then(|matches| Cli::from_arg_matches(&matches)) {
        Ok(cli) => cli,
        Err(error) => return usage::report(&error, console),
    };
    console.verbose = cli.common.verbose;
    let done = match &cli.verb {
        Verb::Draft(args) => draft::run(args, &cli.common, console),
        Verb::Review(args) => review::run(args, &cli.common, console),
        Verb::Check(args) => check::run(args, &cli.common, console),
        Verb::Next(args) => next::run(args, console),
        Verb::Similar(args) => similar::run(args, &cli.common, console),
        Verb::Kinds(args) => kinds::run(args, console),
        Verb::Bench(args) => bench::run(args, console),
        Verb::Models(args) => models::run(args, &cli.common, console),
    };
    done.unwrap_or_else(|failure| {
        console.failure(&failure);
        failure.exit()
    })
}
