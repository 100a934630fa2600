//! What is needed to get a file elsewhere.

use serde_json::json;

use super::order::Order;
use super::{PullArgs, hub, look};
use crate::command::bytes::told;
use crate::command::cli::Answer;
use crate::command::models::licence;
use crate::command::models::record::bytes as answer_bytes;
use crate::command::models::world::World;
use crate::command::{Console, Exit, Failure};
use crate::engine::store::Pin;
use crate::hub::Remote;

/// Shows what is needed to get a file elsewhere.
pub(super) fn run(
    order: &Order<'_>,
    args: &PullArgs,
    world: &World,
    console: &mut Console<'_>,
) -> Result<Exit, Failure> {
    let (hub, _) = hub(world)?;
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
