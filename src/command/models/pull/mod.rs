//! `tsukuroi models pull`: the only place that enters the hub's room, and so the only one that reaches the network.

mod dry_run;
mod install;
mod order;
mod tell;

use super::import::{sha256, told as told_model};
use super::licence;
use super::world::{World, failed, variable};
use crate::command::bytes::{minutes, told};
use crate::command::cli::Answer;
use crate::command::transfer_bar::TransferBar;
use crate::command::{Console, Exit, Failure, interrupt};
use crate::engine::EngineError;
use crate::engine::catalogue::Model;
use crate::engine::store::{HubCache, Installed};
use crate::hub::{Event, Hub, HubError, HubSettings, Remote, Watch};
use crate::lang::Message;
use install::{from_cache, install, present};
use order::Order;
use tell::{again, hub_failed, offline, show};

/// Arguments of `models pull`.
#[derive(Debug, clap::Args)]
pub(super) struct PullArgs {
    /// Name of a model of the list, or a file of the hub: owner/repo:file.gguf
    #[arg(value_name = "NAME|owner/repo:file")]
    model: String,
    /// Name of the model from now on [default: that of the list, else of the file]
    #[arg(long)]
    name: Option<String>,
    /// Branch, tag or commit of the repository [default: that of the list, else main]
    #[arg(long, value_name = "REVISION")]
    revision: Option<String>,
    /// The SHA-256 that the file must have
    #[arg(long, value_name = "HEX", value_parser = sha256)]
    sha256: Option<String>,
    /// Show address, size and hash, to get the file elsewhere; nothing is fetched
    #[arg(long)]
    dry_run: bool,
    /// Agree to a licence that is not permissive
    #[arg(long)]
    accept_licence: bool,
    /// Ask the hub for the newest file and pin it anew
    #[arg(long)]
    update: bool,
    /// Replace a model of the same name
    #[arg(long)]
    force: bool,
    /// Format of the answer
    #[arg(long, value_enum, default_value_t = Answer::Text)]
    format: Answer,
}

pub(super) fn run(args: &PullArgs, world: &World, console: &mut Console<'_>) -> Result<Exit, Failure> {
    let order = Order::of(args, world)?;
    if args.dry_run {
        return dry_run::run(&order, args, world, console);
    }
    if let Some(model) = present(&order, world).map_err(failed)? {
        let name = &order.name;
        let done =
            Message::new(format!("モデル {name} は導入済みです\n"), format!("the model {name} is already installed\n"));
        told_model(&model, &done, args.format, world, console)?;
        return Ok(Exit::Done);
    }
    if let Some(model) = order.model.filter(|model| !model.runs()) {
        let (name, family) = (&model.name, &model.family);
        return Err(Failure::new(
            Exit::Model,
            format!("モデル `{name}` の系統 {family} は、この版ではまだ動きません。取得しません。"),
            format!(
                "the model `{name}` is of the family {family}, which this version does not run yet; it is not fetched"
            ),
        ));
    }
    licence::agree(order.model, &order.source, args.accept_licence, console)?;
    let model = pull(&order, world, console)?;
    let (name, size, sha256) = (&model.name, told(model.note.size()), model.note.sha256());
    let done = Message::new(
        format!("モデル {name} を取得しました（{size}、SHA-256 {sha256}）\n"),
        format!("pulled the model {name} ({size}, SHA-256 {sha256})\n"),
    );
    told_model(&model, &done, args.format, world, console)?;
    Ok(Exit::Done)
}

/// Pulls a model of the list whose licence the user has agreed to.
pub(super) fn named(model: &Model, world: &World, console: &mut Console<'_>) -> Result<(), Failure> {
    let Some(source) = model.source() else {
        return Ok(());
    };
    let pin = world.pins.find(&source)?;
    let (name, sha256) = (model.name.clone(), model.sha256.clone());
    let order = Order { source, name, model: Some(model), sha256, pin, update: false, force: false };
    pull(&order, world, console).map(drop)
}

/// Gets a model: from the cache if it is there, else from the hub.
fn pull(order: &Order<'_>, world: &World, console: &mut Console<'_>) -> Result<Installed, Failure> {
    let Some(cache) = &world.cache else {
        return Err(EngineError::NoFolder.into());
    };
    let commit = order.pin.as_ref().map(|pin| pin.commit.as_str());
    if let Some(cached) = cache.find(&order.source, commit).filter(|_| !order.update)
        && let Some(model) = from_cache(order, &cached, world, console)?
    {
        return Ok(model);
    }
    if let Some(why) = world.offline {
        return Err(offline(order, why));
    }
    let (hub, cache) = hub(world)?;
    let remote = look(&hub, order, console)?;
    let (size, fast, slow) = (told(remote.size), minutes(remote.size, 100), minutes(remote.size, 10));
    console.notice(&Message::new(
        format!("{}: {size}（100 Mbps で約 {fast} 分、10 Mbps で約 {slow} 分）", order.source),
        format!("{}: {size} (about {fast} min at 100 Mbit/s, {slow} min at 10 Mbit/s)", order.source),
    ));
    let bar = TransferBar::new(console, &Message::new(order.name.as_str(), order.name.as_str()));
    let mut event = |event| show(&bar, &event);
    let mut watch = Watch { cancel: interrupt::listen(), event: &mut event };
    let fetched = hub.fetch(&order.source, &remote, &mut watch);
    bar.finish();
    let (path, came) = fetched.map_err(hub_failed)?;
    let known = Some(remote.sha256.clone());
    let installed = install(order, &path, known, true, &remote.commit, world, console);
    if came && installed.is_err() {
        // A file that is no model of this program is worth no room.
        drop(cache.purge(&order.source, &remote.sha256));
    }
    let installed = installed.map_err(failed)?;
    world.pins.keep(&order.source, &remote.commit, remote.size, &remote.sha256)?;
    Ok(installed)
}

/// The hub, and the cache its files go to.
fn hub(world: &World) -> Result<(Hub, &HubCache), Failure> {
    let cache = world.cache.as_ref().ok_or(EngineError::NoFolder)?;
    let settings = HubSettings::of(&variable, Some(cache)).map_err(hub_failed)?;
    Ok((Hub::new(&settings, cache.clone()).map_err(hub_failed)?, cache))
}

/// Asks the hub, and holds what it says against what is known.
fn look(hub: &Hub, order: &Order<'_>, console: &mut Console<'_>) -> Result<Remote, Failure> {
    let at = match &order.pin {
        Some(pin) => order.source.at(&pin.commit).unwrap_or_else(|_| order.source.clone()),
        None => order.source.clone(),
    };
    let known = order.sha256.as_deref().or(order.pin.as_ref().map(|pin| pin.sha256.as_str()));
    let mut event = |event| {
        if let Event::Broken { why } = event {
            console.notice(&again(&why));
        }
    };
    let mut watch = Watch { cancel: interrupt::listen(), event: &mut event };
    let looked = match hub.look(&at, known, &mut watch) {
        // A mirror may know branches only; what it has there must be what is pinned.
        Err(HubError::Refused { status: 404, .. }) if at != order.source => hub.look(&order.source, known, &mut watch),
        looked => looked,
    };
    let remote = looked.map_err(hub_failed)?;
    let listed = order.model.and_then(|model| model.size).filter(|_| order.sha256.is_some());
    let size = order.pin.as_ref().map(|pin| pin.size).or(listed);
    if known.is_some_and(|known| known != remote.sha256) || size.is_some_and(|size| size != remote.size) {
        let (source, found) = (&order.source, &remote.sha256);
        let known = known.unwrap_or("-");
        return Err(Failure::new(
            Exit::Model,
            format!(
                "ハブの {source} が、記録されたもの（SHA-256 {known}）と違います（ハブ {found}）。取得しません。新しい版でよければ `--update` を付けてください。"
            ),
            format!(
                "what the hub has as {source} (SHA-256 {found}) is not what is on record (SHA-256 {known}), so it is not fetched; add `--update` if the new one is wanted"
            ),
        ));
    }
    Ok(remote)
}
