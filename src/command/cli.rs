//! The command line.

use clap::{ArgAction, Args, Parser, Subcommand};

use super::{bench, check, draft, kinds, models, next, review, similar};
use crate::lang::Lang;

/// What scripts can rely on.
const EXIT_CODES: &str = "Exit codes: 0 done, 1 the review found errors, 2 usage, 3 the case file or the draft is not \
                          valid, 4 the model is missing or not valid, 5 reading or writing failed, 130 interrupted.";

/// Drafts and checks documents for a manager whose rep is in trouble with an important client.
///
/// Everything happens on this machine; only `models pull` reaches the network, and it sends nothing of a case.
#[derive(Debug, Parser)]
#[command(name = "tsukuroi", version, disable_help_subcommand = true, disable_help_flag = true)]
#[command(max_term_width = 100, after_help = EXIT_CODES)]
pub(super) struct Cli {
    /// What to do.
    #[command(subcommand)]
    pub(super) verb: Verb,
    /// What every verb takes.
    #[command(flatten)]
    pub(super) common: Common,
}

/// What every verb takes.
#[derive(Args, Clone, Debug)]
pub(super) struct Common {
    /// Language of documents and messages (default: the case's for documents, LANG for messages)
    #[arg(long, global = true, value_name = "ja|en")]
    pub(super) lang: Option<Lang>,
    /// Tell more; twice for still more
    #[arg(short, long, global = true, action = ArgAction::Count)]
    pub(super) verbose: u8,
    /// Never reach for the network
    #[arg(long, global = true)]
    pub(super) offline: bool,
    /// Print help
    #[arg(short, long, global = true, action = ArgAction::Help)]
    pub(super) help: Option<bool>,
}

/// The verbs.
#[derive(Debug, Subcommand)]
pub(super) enum Verb {
    /// Draft a document from a case
    Draft(draft::DraftArgs),
    /// Check any text against a case, also one written by hand
    Review(review::ReviewArgs),
    /// Show what a case lacks and what is risky in it
    Check(check::CheckArgs),
    /// Show where a case stands, what is due, and which documents to draft
    Next(next::NextArgs),
    /// Find past cases like this one, and what helped then
    Similar(similar::SimilarArgs),
    /// List the documents that can be drafted
    Kinds(kinds::KindsArgs),
    /// List, get, import, verify and remove models
    Models(models::ModelsArgs),
    /// Measure how fast a model runs on this machine
    Bench(bench::BenchArgs),
}

/// The format of an answer that a person or a program reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub(super) enum Answer {
    /// For a person.
    Text,
    /// For a program.
    Json,
}
