//! `tsukuroi models pull`: the only place that enters the hub's room, and so the only one that reaches the network.

use std::path::Path;

use serde_json::json;

use super::import::{name_of, sha256, told as told_model};
use super::record::bytes as answer_bytes;
use super::world::{World, failed, variable};
use super::{licence, show};
use crate::command::bytes::{minutes, told};
use crate::command::cli::Answer;
use crate::command::transfer_bar::TransferBar;
use crate::command::{Console, Exit, Failure, interrupt};
use crate::engine::EngineError;
use crate::engine::catalogue::Model;
use crate::engine::store::{Cached, Going, HubCache, Installed, Intake, Origin, Pin, Source};
use crate::hub::{Event, Hub, HubError, HubSettings, Remote, Watch};
use crate::lang::Message;

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

/// What is pulled.
struct Order<'a> {
    source: Source,
    name: String,
    model: Option<&'a Model>,
    /// What the user or the list says the SHA-256 is.
    sha256: Option<String>,
    pin: Option<Pin>,
    update: bool,
    force: bool,
}

pub(super) fn run(args: &PullArgs, world: &World, console: &mut Console<'_>) -> Result<Exit, Failure> {
    let order = order(args, world)?;
    if args.dry_run {
        return dry_run(&order, args, world, console);
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

/// What the arguments ask for.
fn order<'a>(args: &PullArgs, world: &'a World) -> Result<Order<'a>, Failure> {
    let wrong = |part: crate::engine::store::WrongPart, text: &str| Failure::Told {
        exit: Exit::Usage,
        message: part.message(text),
    };
    let (source, model) = match args.model.split_once(':') {
        Some((repo, file)) => {
            let source = Source::new(repo, file, args.revision.as_deref()).map_err(|part| wrong(part, &args.model))?;
            let model = world.catalogue.at(&source);
            (source, model)
        }
        None if args.model.contains('/') => {
            return Err(Failure::new(
                Exit::Usage,
                "リポジトリのどのファイルかも書いてください: owner/repo:file.gguf",
                "name the file of the repository, too: owner/repo:file.gguf",
            ));
        }
        None => {
            let Some(model) = world.catalogue.find(&args.model) else {
                return Err(show::unknown(&args.model, world)?);
            };
            let Some(source) = model.source() else {
                let name = &model.name;
                return Err(Failure::new(
                    Exit::Usage,
                    format!(
                        "モデル `{name}` の取得元が models.toml にありません。repo と file を書くか、`tsukuroi models import` を使ってください。"
                    ),
                    format!(
                        "models.toml names no source of the model `{name}`; add repo and file, or use `tsukuroi models import`"
                    ),
                ));
            };
            let source = match &args.revision {
                Some(revision) => source.at(revision).map_err(|part| wrong(part, revision))?,
                None => source,
            };
            (source, Some(model))
        }
    };
    let name = match (&args.name, model) {
        (Some(name), _) => name.clone(),
        (None, Some(model)) => model.name.clone(),
        (None, None) => name_of(Path::new(source.file())),
    };
    if !crate::engine::store::valid_name(&name) {
        return Err(failed(EngineError::Name { name }));
    }
    // What the list says is true of the revision it names.
    let listed = model.filter(|model| model.source().as_ref() == Some(&source)).and_then(|model| model.sha256.clone());
    let pin = if args.update { None } else { world.pins.find(&source)? };
    let (sha256, update, force) = (args.sha256.clone().or(listed), args.update, args.force || args.update);
    Ok(Order { source, name, model, sha256, pin, update, force })
}

/// The model, if it is there already and as it was pulled.
fn present(order: &Order<'_>, world: &World) -> Result<Option<Installed>, EngineError> {
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
    let hub = Hub::new(&settings(cache)?, cache.clone()).map_err(hub_failed)?;
    let remote = look(&hub, order, console)?;
    let (size, fast, slow) = (told(remote.size), minutes(remote.size, 100), minutes(remote.size, 10));
    console.notice(&Message::new(
        format!("{}: {size}（100 Mbps で約 {fast} 分、10 Mbps で約 {slow} 分）", order.source),
        format!("{}: {size} (about {fast} min at 100 Mbit/s, {slow} min at 10 Mbit/s)", order.source),
    ));
    let bar = TransferBar::new(console, &Message::new(order.name.as_str(), order.name.as_str()));
    let mut event = |event| show_event(&bar, &event);
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

/// Takes a file of the cache, if it is the right one.
fn from_cache(
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
fn install(
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
        if cancel.load(std::sync::atomic::Ordering::Relaxed) { Going::Stop } else { Going::On }
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
    let remote = hub.look(&at, known, &mut watch).map_err(hub_failed)?;
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

/// Shows what is needed to get a file elsewhere.
fn dry_run(order: &Order<'_>, args: &PullArgs, world: &World, console: &mut Console<'_>) -> Result<Exit, Failure> {
    let Some(cache) = &world.cache else {
        return Err(EngineError::NoFolder.into());
    };
    let hub = Hub::new(&settings(cache)?, cache.clone()).map_err(hub_failed)?;
    let remote = match (&order.pin, world.offline) {
        // Offline what was learnt earlier is told, and what was not is left out.
        (Some(pin), Some(_)) => {
            let Pin { commit, size, sha256, .. } = pin.clone();
            Some(Remote { commit, size, sha256 })
        }
        (None, Some(_)) => None,
        (_, None) => Some(look(&hub, order, console)?),
    };
    let at = remote.as_ref().and_then(|remote| order.source.at(&remote.commit).ok());
    let address = hub.address(at.as_ref().unwrap_or(&order.source));
    let (file, name) = (order.source.file_name(), &order.name);
    let sha256 = remote.as_ref().map(|remote| remote.sha256.clone()).or(order.sha256.clone());
    let sum = sha256.as_ref().map(|sha256| format!(" --sha256 {sha256}")).unwrap_or_default();
    let import = format!("tsukuroi models import {file} --name {name}{sum}");
    let size = remote.as_ref().map(|remote| remote.size).or(order.model.and_then(|model| model.size));
    let terms = licence::text(order.model, &order.source);
    if args.format == Answer::Json {
        let commit = remote.as_ref().map(|remote| &remote.commit);
        console.result(&answer_bytes(&json!({
            "name": name, "address": address, "file": file, "commit": commit, "size": size, "sha256": sha256,
            "licence": order.model.map(|model| &model.licence), "import": import,
        })))?;
        return Ok(Exit::Done);
    }
    let said = console.lang;
    let unknown = || said.pick("不明", "unknown").to_owned();
    let size = size.map_or_else(unknown, |size| format!("{size} {} ({})", said.pick("バイト", "bytes"), told(size)));
    let lines = [
        (said.pick("取得元", "address"), address),
        (said.pick("大きさ", "size"), size),
        ("SHA-256", sha256.unwrap_or_else(unknown)),
        (said.pick("ライセンス", "licence"), terms.text(said).to_owned()),
        (said.pick("取り込み", "import"), import),
    ];
    let text: String = lines.iter().map(|(key, value)| format!("{key}: {value}\n")).collect();
    console.result(text.as_bytes())?;
    Ok(Exit::Done)
}

fn settings(cache: &HubCache) -> Result<HubSettings, Failure> {
    HubSettings::of(&variable, Some(cache)).map_err(hub_failed)
}

fn show_event(bar: &TransferBar, event: &Event) {
    match event {
        Event::Waiting => bar.tell(&Message::new(
            "別のプログラムが同じファイルを取得しています。終わるのを待ちます",
            "another program is fetching the same file; waiting for it",
        )),
        Event::Resumed { bytes } => {
            bar.begin_at(*bytes);
            let had = told(*bytes);
            bar.tell(&Message::new(
                format!("途中まで届いています。{had} の続きから取得します"),
                format!("going on after the {had} that are there"),
            ));
        }
        Event::Loaded { done, total } => bar.show(*done, *total),
        Event::Broken { why } => bar.tell(&again(why)),
    }
}

fn again(why: &str) -> Message {
    let why = crate::engine::shown::shown(why);
    Message::new(
        format!("接続が切れました（{why}）。もう一度つなぎます"),
        format!("the connection broke ({why}); trying again"),
    )
}

fn offline(order: &Order<'_>, why: &str) -> Failure {
    let (source, name) = (&order.source, &order.name);
    Failure::new(
        Exit::Model,
        format!(
            "ネットワークを使わない設定です（{why}）。{source} はキャッシュにありません。別の機械で取得し、`tsukuroi models import ファイル --name {name}` で取り込んでください。"
        ),
        format!(
            "the network is off ({why}) and the cache does not have {source}; get the file on another machine and use `tsukuroi models import FILE --name {name}`"
        ),
    )
}

/// What a failure of the hub means for the exit code.
fn hub_failed(error: HubError) -> Failure {
    let exit = match error {
        HubError::Engine(error) => return failed(error),
        HubError::Cancelled => Exit::Interrupted,
        HubError::Settings { .. } => Exit::Usage,
        HubError::Unreachable { .. } | HubError::Broken { .. } => Exit::Io,
        HubError::Refused { status, .. } if status == 429 || status >= 500 => Exit::Io,
        HubError::Refused { .. }
        | HubError::BadAnswer { .. }
        | HubError::Page
        | HubError::NoHash
        | HubError::NoModel
        | HubError::WrongSize { .. }
        | HubError::WrongHash { .. } => Exit::Model,
    };
    Failure::Told { exit, message: error.message() }
}
