//! `tsukuroi models import`.

use std::path::{Path, PathBuf};
use std::sync::atomic::Ordering;

use super::record::{Record, bytes};
use super::world::{World, failed};
use crate::command::cli::Answer;
use crate::command::transfer_bar::TransferBar;
use crate::command::{Console, Exit, Failure, interrupt};
use crate::engine::store::{Going, Installed, Intake, is_sha256};
use crate::lang::Message;

/// Arguments of `models import`.
#[derive(Debug, clap::Args)]
pub(super) struct ImportArgs {
    /// The model file (GGUF), or a folder with config.json, tokenizer.json and safetensors files
    #[arg(value_name = "FILE|DIR")]
    file: PathBuf,
    /// Name of the model from now on [default: that of the file]
    #[arg(long)]
    name: Option<String>,
    /// The SHA-256 that the model file must have
    #[arg(long, value_name = "HEX", value_parser = sha256)]
    sha256: Option<String>,
    /// Leave the files where they are instead of copying them
    #[arg(long)]
    link: bool,
    /// Replace a model of the same name
    #[arg(long)]
    force: bool,
    /// Format of the answer
    #[arg(long, value_enum, default_value_t = Answer::Text)]
    format: Answer,
}

/// A SHA-256 as people paste it.
pub(super) fn sha256(text: &str) -> Result<String, String> {
    let text = text.trim().to_ascii_lowercase();
    let text = text.strip_prefix("sha256:").unwrap_or(&text).to_owned();
    if is_sha256(&text) { Ok(text) } else { Err("64 × 0–9 a–f".to_owned()) }
}

pub(super) fn run(args: &ImportArgs, world: &World, console: &mut Console<'_>) -> Result<Exit, Failure> {
    let name = args.name.clone().unwrap_or_else(|| name_of(&args.file));
    let bar = TransferBar::new(console, &Message::new("取り込んでいます", "importing"));
    let cancel = interrupt::listen();
    // What a list says of its model's file is held to, whoever brings it.
    let listed = world.catalogue.find(&name).and_then(|model| model.sha256.clone());
    let sha256 = args.sha256.clone().or(listed);
    let intake = Intake { force: args.force, link: args.link, sha256, ..Intake::default() };
    let imported = world.store.import(&args.file, &name, &intake, &mut |done, total| {
        bar.show(done, total);
        if cancel.load(Ordering::Relaxed) { Going::Stop } else { Going::On }
    });
    bar.finish();
    let model = imported.map_err(failed)?;
    let sha256 = model.note.sha256();
    let done = Message::new(
        format!("モデル {name} を取り込みました（SHA-256 {sha256}）\n"),
        format!("imported the model {name} (SHA-256 {sha256})\n"),
    );
    told(&model, &done, args.format, world, console)?;
    Ok(Exit::Done)
}

/// Tells that a model is there, and how to use it.
pub(super) fn told(
    model: &Installed,
    done: &Message,
    format: Answer,
    world: &World,
    console: &mut Console<'_>,
) -> Result<(), Failure> {
    let name = &model.name;
    match format {
        Answer::Text => console.result(done.text(console.lang).as_bytes())?,
        Answer::Json => {
            console.result(&bytes(&Record::of(name, world.catalogue.find(name), Some(model), world)?.json()))?;
        }
    }
    if world.catalogue.default_of(name).is_empty() {
        console.notice(&Message::new(
            format!("既定のモデルではありません。下書きでは `--model {name}` を付けてください"),
            format!("it is not the default model: name it when drafting, `--model {name}`"),
        ));
    }
    Ok(())
}

/// A model's name after its file: lower case, and nothing but letters, digits and `.-_`.
pub(super) fn name_of(file: &Path) -> String {
    let name = file.file_name().unwrap_or_default().to_string_lossy().to_ascii_lowercase();
    let stem = name.strip_suffix(".gguf").unwrap_or(&name);
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '.' | '-' | '_');
    let name: String = stem.chars().map(|c| if plain(c) { c } else { '-' }).take(64).collect();
    name.trim_matches(['.', '-', '_']).to_owned()
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::{name_of, sha256};

    #[test]
    fn a_file_gives_its_model_a_name() {
        assert_eq!(name_of(Path::new("a/Qwen3-0.6B-Q8_0.gguf")), "qwen3-0.6b-q8_0");
        assert_eq!(name_of(Path::new("私の model.gguf")), "model");
        assert_eq!(name_of(Path::new("models/Qwen3-0.6B")), "qwen3-0.6b");
    }

    #[test]
    fn a_hash_is_taken_as_people_paste_it() {
        let hash = "0f".repeat(32);
        for text in [hash.clone(), hash.to_uppercase(), format!("sha256:{hash}"), format!(" {hash}\n")] {
            assert_eq!(sha256(&text).as_deref(), Ok(hash.as_str()));
        }
        assert!(sha256("0f").is_err());
    }
}
