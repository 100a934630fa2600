//! A file of the hub's cache becomes a model, where it is.

use std::path::Path;
use std::sync::atomic::Ordering;

use super::order::Order;
use crate::command::models::world::{World, failed};
use crate::command::transfer_bar::TransferBar;
use crate::command::{Console, Failure, interrupt};
use crate::engine::EngineError;
use crate::engine::store::{Cached, Going, Installed, Intake, Origin};
use crate::lang::Message;

/// The model, if it is there already and as it was pulled.
pub(super) fn present(order: &Order<'_>, world: &World) -> Result<Option<Installed>, EngineError> {
    let Some(installed) = world.store.find(&order.name)? else {
        return Ok(None);
    };
    let same = installed.note.origin.as_ref().is_some_and(|origin| {
        (origin.repo.as_str(), origin.file.as_str()) == (order.source.repo(), order.source.file())
    });
    let hash = order.sha256.as_ref().is_none_or(|wanted| *wanted == installed.note.sha256());
    if same && hash && !order.update {
        // One that is damaged comes anew.
        return Ok(installed.ensure_unchanged().is_ok().then_some(installed));
    }
    if order.force { Ok(None) } else { Err(EngineError::Exists { name: order.name.clone() }) }
}

/// Takes a file of the cache, if it is the right one.
pub(super) fn from_cache(
    order: &Order<'_>,
    cached: &Cached,
    world: &World,
    console: &Console<'_>,
) -> Result<Option<Installed>, Failure> {
    let pinned = order.pin.as_ref().map(|pin| pin.sha256.clone());
    let Some(expected) = order.sha256.clone().or(pinned).or(cached.sha256.clone()) else {
        return Ok(None);
    };
    match install(order, &cached.path, Some(expected.clone()), false, &cached.commit, world, console) {
        Ok(model) => {
            world.pins.keep(&order.source, &cached.commit, model.note.size(), &expected)?;
            Ok(Some(model))
        }
        // The hub has the right one.
        Err(EngineError::WrongSum { .. } | EngineError::Gguf { .. }) if world.offline.is_none() => Ok(None),
        Err(error) => Err(failed(error)),
    }
}

/// Makes a file of the cache a model, where it is.
pub(super) fn install(
    order: &Order<'_>,
    path: &Path,
    sha256: Option<String>,
    hashed: bool,
    commit: &str,
    world: &World,
    console: &Console<'_>,
) -> Result<Installed, EngineError> {
    let (repo, file) = (order.source.repo().to_owned(), order.source.file().to_owned());
    let origin = Some(Origin { repo, file, commit: commit.to_owned() });
    let bar = TransferBar::new(console, &Message::new("検証しています", "verifying"));
    let damaged =
        world.store.find(&order.name).is_ok_and(|model| model.is_some_and(|model| model.note.origin.is_some()));
    let intake = Intake { force: order.force || damaged, link: true, sha256: sha256.clone(), hashed, origin };
    let cancel = interrupt::listen();
    let done = world.store.import(path, &order.name, &intake, &mut |done, total| {
        bar.show(done, total);
        if cancel.load(Ordering::Relaxed) { Going::Stop } else { Going::On }
    });
    bar.finish();
    match done {
        // Another pull of the same file was quicker.
        Err(EngineError::Exists { name }) => match world.store.find(&name)? {
            Some(model) if Some(model.note.sha256()) == sha256 => Ok(model),
            _ => Err(EngineError::Exists { name }),
        },
        done => done,
    }
}
