//! `tsukuroi models`: the models there are.

use std::path::{Path, PathBuf};
use std::sync::atomic::Ordering;

use serde::Serialize;

use super::cli::Answer;
use super::progress::Meter;
use super::{Console, Exit, Failure, interrupt, setup};
use crate::engine::EngineError;
use crate::engine::catalogue::{Catalogue, Model};
use crate::engine::store::{Going, Installed, Store};
use crate::lang::{Lang, Message};

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
    List(ListArgs),
    /// Import a model file of this machine (GGUF)
    Import(ImportArgs),
}

/// Arguments of `models list`.
#[derive(Debug, clap::Args)]
struct ListArgs {
    /// Format of the answer
    #[arg(long, value_enum, default_value_t = Answer::Text)]
    format: Answer,
}

/// Arguments of `models import`.
#[derive(Debug, clap::Args)]
struct ImportArgs {
    /// The model file (GGUF)
    file: PathBuf,
    /// Name of the model from now on [default: that of the file]
    #[arg(long)]
    name: Option<String>,
    /// Replace a model of the same name
    #[arg(long)]
    force: bool,
}

#[derive(Serialize)]
struct ModelRecord<'a> {
    name: &'a str,
    default: bool,
    installed: bool,
    #[serde(flatten)]
    known: Option<&'a Model>,
    #[serde(skip_serializing_if = "Option::is_none")]
    sha256: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    size: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    source: Option<&'a str>,
}

pub(super) fn run(args: &ModelsArgs, console: &mut Console<'_>) -> Result<Exit, Failure> {
    let folders = setup::folders()?;
    let catalogue = Catalogue::load(&folders.config)?;
    let store = Store::new(&folders.data);
    match &args.verb {
        ModelsVerb::List(args) => list(args, &catalogue, &store, console),
        ModelsVerb::Import(args) => import(args, &catalogue, &store, console),
    }
}

fn list(args: &ListArgs, catalogue: &Catalogue, store: &Store, console: &mut Console<'_>) -> Result<Exit, Failure> {
    let installed = store.list()?;
    let records = records(catalogue, &installed);
    let bytes = match args.format {
        Answer::Json => {
            let mut bytes = serde_json::to_vec_pretty(&records).unwrap_or_default();
            bytes.push(b'\n');
            bytes
        }
        Answer::Text => {
            let longest = records.iter().map(|record| record.name.len()).max().unwrap_or(0);
            records.iter().map(|record| line(record, longest, console.lang)).collect::<String>().into_bytes()
        }
    };
    console.result(&bytes)?;
    if installed.is_empty() {
        console.notice(&Message::new(
            "モデルは入っていません。GGUF ファイルを用意して `tsukuroi models import ファイル` で取り込めます",
            "no model is installed; get a GGUF file and run `tsukuroi models import FILE`",
        ));
    }
    Ok(Exit::Done)
}

/// The known models, then the installed ones that no list knows.
fn records<'a>(catalogue: &'a Catalogue, installed: &'a [Installed]) -> Vec<ModelRecord<'a>> {
    let default = catalogue.default_model().map(|model| model.name.as_str());
    let record = |name: &'a str, known: Option<&'a Model>| {
        let here = installed.iter().find(|model| model.name == name);
        ModelRecord {
            name,
            default: default == Some(name),
            installed: here.is_some(),
            known,
            sha256: here.map(|model| model.note.sha256.as_str()),
            size: here.map(|model| model.note.size),
            source: here.map(|model| model.note.source.as_str()),
        }
    };
    let mut records: Vec<ModelRecord<'_>> =
        catalogue.models().iter().map(|model| record(&model.name, Some(model))).collect();
    let others = installed.iter().filter(|model| catalogue.find(&model.name).is_none());
    records.extend(others.map(|model| record(&model.name, None)));
    records
}

fn line(record: &ModelRecord<'_>, longest: usize, said: Lang) -> String {
    let state = match (record.installed, said) {
        (true, Lang::Ja) => "取り込み済み",
        (true, Lang::En) => "installed    ",
        (false, Lang::Ja) => "未取り込み  ",
        (false, Lang::En) => "not installed",
    };
    let mut about = match record.known {
        Some(model) => format!("{} ({}, {})", model.title, model.quantisation, model.licence),
        None => record.source.unwrap_or_default().to_owned(),
    };
    if record.default {
        about.push_str(said.pick("　既定", ", default"));
    }
    format!("{:longest$}  {state}  {about}\n", record.name)
}

fn import(args: &ImportArgs, catalogue: &Catalogue, store: &Store, console: &mut Console<'_>) -> Result<Exit, Failure> {
    let name = args.name.clone().unwrap_or_else(|| name_of(&args.file));
    let meter = Meter::new(console);
    meter.start();
    let cancel = interrupt::listen();
    let imported = store.import(&args.file, &name, args.force, &mut |done, total| {
        meter.copied(done, total);
        if cancel.load(Ordering::Relaxed) { Going::Stop } else { Going::On }
    });
    meter.finish();
    let model = imported.map_err(|error| match error {
        EngineError::Read { .. } | EngineError::Write { .. } | EngineError::Exists { .. } => {
            Failure::Told { exit: Exit::Io, message: error.message() }
        }
        EngineError::Name { .. } => Failure::Told { exit: Exit::Usage, message: error.message() },
        error => error.into(),
    })?;
    let (name, sha256) = (&model.name, &model.note.sha256);
    let message = Message::new(
        format!("モデル {name} を取り込みました（SHA-256 {sha256}）\n"),
        format!("imported the model {name} (SHA-256 {sha256})\n"),
    );
    console.result(message.text(console.lang).as_bytes())?;
    if catalogue.default_model().is_none_or(|default| default.name != *name) {
        console.notice(&Message::new(
            format!("既定のモデルではありません。下書きでは `--model {name}` を付けてください"),
            format!("it is not the default model: name it when drafting, `--model {name}`"),
        ));
    }
    Ok(Exit::Done)
}

/// A model's name after its file: lower case, and nothing but letters, digits and `.-_`.
fn name_of(file: &Path) -> String {
    let stem = file.file_stem().unwrap_or_default().to_string_lossy().to_ascii_lowercase();
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '.' | '-' | '_');
    let name: String = stem.chars().map(|c| if plain(c) { c } else { '-' }).take(64).collect();
    name.trim_matches(['.', '-', '_']).to_owned()
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::name_of;

    #[test]
    fn a_file_gives_its_model_a_name() {
        assert_eq!(name_of(Path::new("a/Qwen3-0.6B-Q8_0.gguf")), "qwen3-0.6b-q8_0");
        assert_eq!(name_of(Path::new("私の model.gguf")), "model");
    }
}
