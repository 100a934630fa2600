//! `tsukuroi models verify`.

use std::sync::atomic::Ordering;

use serde_json::{Value, json};

use super::record::bytes;
use super::show::unknown;
use super::world::World;
use crate::command::cli::Answer;
use crate::command::transfer_bar::TransferBar;
use crate::command::{Console, Exit, Failure, interrupt};
use crate::engine::EngineError;
use crate::engine::store::{Going, Installed};
use crate::lang::{Lang, Message};

/// Arguments of `models verify`.
#[derive(Debug, clap::Args)]
pub(super) struct VerifyArgs {
    /// Names of models [default: all that are installed]
    names: Vec<String>,
    /// Format of the answer
    #[arg(long, value_enum, default_value_t = Answer::Text)]
    format: Answer,
}

pub(super) fn run(args: &VerifyArgs, world: &World, console: &mut Console<'_>) -> Result<Exit, Failure> {
    let models = named(&args.names, world)?;
    let cancel = interrupt::listen();
    let mut found = Vec::new();
    for model in &models {
        let name = &model.name;
        let bar =
            TransferBar::new(console, &Message::new(format!("{name} を検証しています"), format!("verifying {name}")));
        let result = model.verify(&mut |done, total| {
            bar.show(done, total);
            if cancel.load(Ordering::Relaxed) { Going::Stop } else { Going::On }
        });
        bar.finish();
        if let Err(EngineError::Cancelled) = result {
            return Err(EngineError::Cancelled.into());
        }
        found.push((model, result.err().map(|error| error.message())));
    }
    let answer = match args.format {
        Answer::Json => bytes(&found.iter().map(|(model, fault)| record(model, fault.as_ref())).collect()),
        Answer::Text => found
            .iter()
            .map(|(model, fault)| line(model, fault.as_ref(), console.lang))
            .collect::<String>()
            .into_bytes(),
    };
    console.result(&answer)?;
    if models.is_empty() {
        console.notice(&Message::new("モデルは入っていません", "no model is installed"));
    }
    Ok(if found.iter().any(|(_, fault)| fault.is_some()) { Exit::Model } else { Exit::Done })
}

/// The installed models of some names; all without a name.
pub(super) fn named(names: &[String], world: &World) -> Result<Vec<Installed>, Failure> {
    if names.is_empty() {
        return Ok(world.store.list()?);
    }
    let mut models = Vec::new();
    for name in names {
        match world.store.find(name)? {
            Some(model) => models.push(model),
            None if world.catalogue.find(name).is_some() => {
                return Err(Failure::new(
                    Exit::Model,
                    format!("モデル `{name}` は導入されていません。`tsukuroi models pull {name}` で取得できます。"),
                    format!("the model `{name}` is not installed; get it with `tsukuroi models pull {name}`"),
                ));
            }
            None => return Err(unknown(name, world)?),
        }
    }
    Ok(models)
}

fn record(model: &Installed, fault: Option<&Message>) -> Value {
    json!({ "name": model.name, "ok": fault.is_none(), "sha256": model.note.sha256(), "message": fault })
}

fn line(model: &Installed, fault: Option<&Message>, said: Lang) -> String {
    match fault {
        None => format!("{}: {}\n", model.name, said.pick("取り込んだ時のままです", "as it was taken in")),
        Some(fault) => format!("{}: {}\n", model.name, fault.text(said)),
    }
}
