//! `tsukuroi models remove`.

use super::verify::named;
use super::world::{World, failed};
use crate::command::bytes::told;
use crate::command::{Console, Exit, Failure};
use crate::engine::EngineError;
use crate::engine::store::{Installed, Source};
use crate::lang::Message;

/// Arguments of `models remove`.
#[derive(Debug, clap::Args)]
pub(super) struct RemoveArgs {
    /// Names of models
    #[arg(required = true)]
    names: Vec<String>,
    /// Remove the file from the cache it shares with other programs, too
    #[arg(long)]
    purge: bool,
}

pub(super) fn run(args: &RemoveArgs, world: &World, console: &mut Console<'_>) -> Result<Exit, Failure> {
    // All names are looked at before anything goes.
    for model in named(&args.names, world)? {
        world.store.remove(&model).map_err(failed)?;
        let name = &model.name;
        let done = Message::new(format!("モデル {name} を消しました\n"), format!("removed the model {name}\n"));
        console.result(done.text(console.lang).as_bytes())?;
        if let Some(place) = &model.note.place {
            let freed = if args.purge { purge(&model, world).map_err(failed)? } else { None };
            let (place, size) = (place.display(), told(model.note.size()));
            console.notice(&match freed {
                Some(freed) => {
                    let freed = told(freed);
                    Message::new(format!("キャッシュからも消しました（{freed}）"), format!("and from the cache ({freed})"))
                }
                None if model.note.origin.is_some() => Message::new(
                    format!("ファイル（{size}）は、ほかのプログラムと共用のキャッシュ {place} に残っています。`--purge` を付けると一緒に消せます"),
                    format!("its file ({size}) stays in the cache it shares with other programs, {place}; `--purge` removes it too"),
                ),
                None => Message::new(
                    format!("元のファイル（{size}）は {place} に残っています"),
                    format!("its file ({size}) stays where it was, in {place}"),
                ),
            });
        }
    }
    Ok(Exit::Done)
}

/// Removes a model's file from the hub's cache; none if it is not there by the cache's own account.
fn purge(model: &Installed, world: &World) -> Result<Option<u64>, EngineError> {
    let (Some(cache), Some(origin)) = (&world.cache, &model.note.origin) else {
        return Ok(None);
    };
    let Ok(source) = Source::new(&origin.repo, &origin.file, Some(&origin.commit)) else {
        return Ok(None);
    };
    let freed = cache.purge(&source, &model.note.sha256());
    freed.map(Some).map_err(|why| EngineError::write(cache.root(), why))
}
