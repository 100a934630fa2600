//! `tsukuroi models`: the models there are.

use std::path::PathBuf;

use super::cli::Answer;
use super::{Console, Exit, Failure};

/// Arguments of `models`.
#[derive(Debug, clap::Args)]
pub(super) struct ModelsArgs {
    /// What to do with models.
    #[command(subcommand)]
    verb: ModelsVerb,
}

/// What to do with models.
#[derive(Debug, clap::Subcommand)]
enum ModelsVerb {
    /// List the known models and the installed ones
    List(ListArgs),
    /// Import a model file of this machine (GGUF)
    Import(ImportArgs),
}

/// Arguments of `models list`.
#[derive(Debug, clap::Args)]
struct ListArgs {
    /// Format of the answer
    #[arg(long, value_enum, default_value_t = Answer::Text)]
    format: Answer,
}

/// Arguments of `models import`.
#[derive(Debug, clap::Args)]
struct ImportArgs {
    /// The model file (GGUF)
    file: PathBuf,
    /// Name of the model from now on [default: that of the file]
    #[arg(long)]
    name: Option<String>,
    /// Replace a model of the same name
    #[arg(long)]
    force: bool,
}

pub(super) fn run(_args: &ModelsArgs, _console: &mut Console<'_>) -> Result<Exit, Failure> {
    Ok(Exit::Done)
}
