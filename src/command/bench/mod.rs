//! `tsukuroi bench`: how fast a model runs on this machine.

mod json;
mod table;

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};

use super::cli::Answer;
use super::progress::Meter;
use super::{Console, Exit, Failure, interrupt, setup};
use crate::engine::EngineError;
use crate::engine::bench::{Part, Stage, measure};
use crate::engine::catalogue::Catalogue;
use crate::engine::choose::Choice;
use crate::engine::random_model::{Quantisation, RandomModel, Shape};
use crate::engine::store::{Store, ensure_space};
use crate::lang::{Lang, Message};

/// What the weights of a made-up model are drawn from.
const SEED: u64 = 1;

/// Arguments of `bench`.
#[derive(Debug, clap::Args)]
pub(super) struct BenchArgs {
    /// Model to measure: its name or file (default: one is made up)
    #[arg(long, value_name = "NAME|FILE", conflicts_with_all = ["shape", "quantisation", "keep"])]
    model: Option<String>,
    /// Size of the made-up model: 0.6B, 1.7B, 4B
    #[arg(long, value_name = "SIZE", default_value = "1.7B")]
    shape: Shape,
    /// Form of its weights: Q4_K_M, Q8_0
    #[arg(long, value_name = "FORM", default_value = "Q4_K_M")]
    quantisation: Quantisation,
    /// Make the model in this file and keep it
    #[arg(long, value_name = "FILE")]
    keep: Option<PathBuf>,
    /// Measure only these parts
    #[arg(long, value_enum, value_delimiter = ',', value_name = "PART,…")]
    only: Vec<Wanted>,
    /// Format of the answer
    #[arg(long, value_enum, default_value_t = Answer::Text)]
    format: Answer,
}

/// A part of the measurement, as it is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum Wanted {
    /// Loading.
    Load,
    /// Reading 128, 512, 1,024 and 4,096 tokens.
    Prefill,
    /// Writing one text.
    Decode,
    /// Writing the sections of a letter at once.
    Letter,
}

impl From<Wanted> for Part {
    fn from(wanted: Wanted) -> Self {
        match wanted {
            Wanted::Load => Self::Load,
            Wanted::Prefill => Self::Prefill,
            Wanted::Decode => Self::Decode,
            Wanted::Letter => Self::Letter,
        }
    }
}

pub(super) fn run(args: &BenchArgs, console: &mut Console<'_>) -> Result<Exit, Failure> {
    let cancel = interrupt::listen();
    let meter = Meter::new(console);
    meter.start();
    let measured = measured(args, cancel, &meter);
    meter.finish();
    let (name, figures) = measured?;
    let bytes = match args.format {
        Answer::Json => json::record(&name, &figures),
        Answer::Text => table::table(&name, &figures, console.lang).into_bytes(),
    };
    console.result(&bytes)?;
    let most = figures.speeds.iter().map(|speed| speed.tokens).max();
    if args.only.is_empty() && most.is_none_or(|most| most < 4096) {
        console.notice(&Message::new(
            "コンテキストの短いモデルのため、入り切らない計測は省きました",
            "the model's context is short: what does not fit it was left out",
        ));
    }
    Ok(Exit::Done)
}

type Measured = (String, crate::engine::bench::Figures);

fn measured(args: &BenchArgs, cancel: &AtomicBool, meter: &Meter) -> Result<Measured, Failure> {
    let parts = match args.only.is_empty() {
        true => Part::ALL.to_vec(),
        false => args.only.iter().copied().map(Part::from).collect(),
    };
    let run = |path: &Path| measure(path, &parts, cancel, &|stage| meter.say(&doing(stage)));
    if let Some(asked) = &args.model {
        let (name, path) = chosen(asked)?;
        return Ok((name, run(&path)?));
    }
    let model = RandomModel { shape: args.shape, quantisation: args.quantisation, seed: SEED };
    let name = format!("random {} {}", args.shape.name().unwrap_or_default(), args.quantisation);
    if let Some(path) = &args.keep {
        make(&model, path, cancel, meter)?;
        return Ok((name, run(path)?));
    }
    let folder = tempfile::Builder::new().prefix("tsukuroi-bench-").tempdir();
    let folder = folder.map_err(|why| EngineError::Write { path: std::env::temp_dir(), why })?;
    let path = folder.path().join("random.gguf");
    make(&model, &path, cancel, meter)?;
    Ok((name, run(&path)?))
}

/// The model of a name or in a file.
fn chosen(asked: &str) -> Result<(String, PathBuf), Failure> {
    let folders = setup::folders()?;
    let catalogue = Catalogue::load(&folders.config)?;
    match Choice::of(Some(asked), &catalogue, &Store::new(&folders.data), None)? {
        Choice::Model { path, settings, .. } => Ok((settings.name, path)),
        Choice::Builtin { .. } | Choice::Scripted(_) => Err(Failure::new(
            Exit::Usage,
            format!("`{asked}` はモデルではありません。モデルの名前か GGUF ファイルを指定してください"),
            format!("`{asked}` is no model: name an installed model or a GGUF file"),
        )),
    }
}

fn make(model: &RandomModel, path: &Path, cancel: &AtomicBool, meter: &Meter) -> Result<(), Failure> {
    let total = model.bytes();
    ensure_space(path.parent().unwrap_or(Path::new(".")), total).map_err(written)?;
    let made = model.write(path, |done| {
        let (done, total) = (done / 1_000_000, total / 1_000_000);
        meter.say(&Message::new(
            format!("モデルを作っています {done}/{total} MB"),
            format!("making a model {done}/{total} MB"),
        ));
        if cancel.load(Ordering::Relaxed) { Err(std::io::ErrorKind::Interrupted.into()) } else { Ok(()) }
    });
    match made {
        Err(_) if cancel.load(Ordering::Relaxed) => {
            // Half a model is of no use to anybody; that it cannot be removed matters less than the interruption.
            drop(std::fs::remove_file(path));
            Err(EngineError::Cancelled.into())
        }
        made => made.map_err(written),
    }
}

/// A failure to write: that of the disk, not of a model.
fn written(error: EngineError) -> Failure {
    Failure::Told { exit: Exit::Io, message: error.message() }
}

fn doing(stage: Stage) -> Message {
    match stage {
        Stage::Reading => Message::new("読み込みを測っています", "loading"),
        Stage::WarmUp => Message::new("最初の計算を測っています", "the first pass"),
        Stage::Prefill(count) => {
            Message::new(format!("{count} トークンの読解を測っています"), format!("reading {count} tokens"))
        }
        Stage::Decode => Message::new("単独の書き出しを測っています", "writing one text"),
        Stage::Letter => Message::new("手紙一通の書き出しを測っています", "writing a letter"),
        Stage::Limits => Message::new("機械の限界を測っています", "what the machine can do"),
    }
}

/// The Japanese or the English text.
fn said(lang: Lang, ja: &'static str, en: &'static str) -> &'static str {
    lang.pick(ja, en)
}
