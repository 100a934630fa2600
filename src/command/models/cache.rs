//! `tsukuroi models cache`: the beginnings of prompts that models have kept.

use serde_json::json;

use super::record::bytes;
use super::world::{World, failed};
use crate::command::bytes::told;
use crate::command::cli::Answer;
use crate::command::{Console, Exit, Failure};
use crate::engine::store::{Beginnings, KeptFile};
use crate::lang::Message;

/// Arguments of `models cache`.
#[derive(Debug, clap::Args)]
pub(super) struct CacheArgs {
    /// `clear` removes all (default: show them)
    #[arg(value_enum)]
    what: Option<What>,
    /// Format of the answer
    #[arg(long, value_enum, default_value_t = Answer::Text)]
    format: Answer,
}

/// What to do with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum What {
    /// Remove all.
    Clear,
}

pub(super) fn run(args: &CacheArgs, world: &World, console: &mut Console<'_>) -> Result<Exit, Failure> {
    let kept = Beginnings::new(&world.folders.cache);
    let cleared = args.what.is_some();
    let files = if cleared { kept.clear() } else { kept.list() }.map_err(failed)?;
    let answer = match args.format {
        Answer::Json => {
            let list: Vec<_> = files
                .iter()
                .map(|file| json!({"path": file.path.display().to_string(), "bytes": file.bytes}))
                .collect();
            let folder = kept.folder().display().to_string();
            bytes(&json!({"folder": folder, "removed": cleared, "bytes": sum(&files), "files": list}))
        }
        Answer::Text => {
            let list: String =
                files.iter().map(|file| format!("{:>9}  {}\n", told(file.bytes), file.path.display())).collect();
            let (count, all, folder) = (files.len(), told(sum(&files)), kept.folder().display());
            let last = match cleared {
                true => Message::new(
                    format!("{count} 個、計 {all} を消しました（{folder}）\n"),
                    format!("removed: {count} files, {all} in all ({folder})\n"),
                ),
                false => Message::new(
                    format!("{count} 個、計 {all}（{folder}）\n"),
                    format!("{count} files, {all} in all ({folder})\n"),
                ),
            };
            format!("{list}{}", last.text(console.lang)).into_bytes()
        }
    };
    console.result(&answer)?;
    if !cleared && !files.is_empty() {
        console.notice(&Message::new(
            "モデルが読んだ事案の冒頭です。事案の内容を計算で一部取り出せる形で含みます。`tsukuroi models cache clear` で消せます",
            "beginnings of prompts as models read them: parts of the cases can be computed back from them; `tsukuroi models cache clear` removes them",
        ));
    }
    Ok(Exit::Done)
}

fn sum(files: &[KeptFile]) -> u64 {
    files.iter().map(|file| file.bytes).sum()
}
