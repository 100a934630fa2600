//! `tsukuroi models`: the models there are.

mod cache;
mod first_use;
mod fit;
mod import;
mod licence;
mod list;
mod pull;
mod record;
mod remove;
mod show;
mod verify;
mod world;

pub(super) use first_use::offer;

use super::cli::Common;
use super::{Console, Exit, Failure};
use world::World;

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
    List(list::ListArgs),
    /// Show all that is known of a model
    Show(show::ShowArgs),
    /// Get a model from the hub; the only command that reaches the network
    Pull(pull::PullArgs),
    /// Import a model of this machine: a GGUF file, or a folder of safetensors files
    Import(import::ImportArgs),
    /// Hash installed models anew and compare
    Verify(verify::VerifyArgs),
    /// Remove installed models
    Remove(remove::RemoveArgs),
    /// Show or remove what models have kept of the cases they read
    Cache(cache::CacheArgs),
}

pub(super) fn run(args: &ModelsArgs, common: &Common, console: &mut Console<'_>) -> Result<Exit, Failure> {
    let world = World::of_user(common)?;
    match &args.verb {
        ModelsVerb::List(args) => list::run(args, &world, console),
        ModelsVerb::Show(args) => show::run(args, &world, console),
        ModelsVerb::Pull(args) => pull::run(args, &world, console),
        ModelsVerb::Import(args) => import::run(args, &world, console),
        ModelsVerb::Verify(args) => verify::run(args, &world, console),
        ModelsVerb::Remove(args) => remove::run(args, &world, console),
        ModelsVerb::Cache(args) => cache::run(args, &world, console),
    }
}
