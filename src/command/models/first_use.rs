//! The first draft on a terminal with no model: one question whether to get one, never a second.

use super::world::World;
use super::{licence, pull};
use crate::command::bytes::{minutes, told};
use crate::command::cli::Common;
use crate::command::{Console, Failure};
use crate::engine::catalogue::Model;
use crate::engine::store::FirstUse;
use crate::engine::total_memory;
use crate::lang::Message;

/// Offers the default model for download, once. Whether one was installed.
///
/// Nothing is asked in a pipe, offline, or where the answer cannot be kept; and the network is reached only after a
/// yes, so that a size nobody has learnt yet is told after it.
pub(in crate::command) fn offer(common: &Common, console: &mut Console<'_>) -> Result<bool, Failure> {
    if !console.interactive || common.offline {
        return Ok(false);
    }
    let world = World::of_user(common)?;
    let first = FirstUse::new(&world.folders.data);
    let defaults = world.catalogue.defaults(total_memory());
    let Some(model) = defaults.first().filter(|_| world.offline.is_none() && !first.was_asked()) else {
        return Ok(false);
    };
    let Some(question) = question(model, &world) else {
        return Ok(false);
    };
    // Kept before it is asked: an answer that never comes is one, too.
    if first.keep("no").is_err() {
        return Ok(false);
    }
    if !console.agrees(&question) {
        let name = &model.name;
        console.notice(&Message::new(
            format!("組み込みの文面で続けます。あとで `tsukuroi models pull {name}` で取得できます"),
            format!("going on with the built-in wording; `tsukuroi models pull {name}` gets it later"),
        ));
        return Ok(false);
    }
    drop(first.keep("yes"));
    match pull::named(model, &world, console) {
        Ok(()) => Ok(true),
        // The draft does not wait for the model.
        Err(failure) => {
            console.failure(&failure);
            Ok(false)
        }
    }
}

/// The question: what, how large, how long, under which licence. None for a model that the hub does not have.
fn question(model: &Model, world: &World) -> Option<Message> {
    let source = model.source()?;
    let pin = world.pins.find(&source).ok().flatten();
    let size = model.size.or(pin.map(|pin| pin.size));
    let (ja, en) = match size {
        Some(size) => {
            let (all, fast, slow) = (told(size), minutes(size, 100), minutes(size, 10));
            (
                format!("{all}。100 Mbps なら約 {fast} 分、10 Mbps なら約 {slow} 分"),
                format!("{all}, about {fast} min at 100 Mbit/s, {slow} min at 10 Mbit/s"),
            )
        }
        None => (
            "未確認。「はい」の後にハブに尋ね、取得の前に時間の目安と共に示します".to_owned(),
            "not known yet; after a yes the hub is asked, and size and time are told before it begins".to_owned(),
        ),
    };
    let (title, licence) = (&model.title, licence::text(Some(model), &source));
    Some(Message::new(
        format!(
            "文章を書くモデルがまだありません（なくても組み込みの文面で下書きできます）。\n  モデル: {title}（{source}）\n  大きさ: {ja}\n  ライセンス: {}\n取得しますか。この質問は一度だけです",
            licence.ja
        ),
        format!(
            "No model is installed yet (drafts are complete without one).\n  model: {title} ({source})\n  size: {en}\n  licence: {}\nDownload it? This is asked only once.",
            licence.en
        ),
    ))
}
