//! `tsukuroi models show`.

use super::record::{Record, bytes};
use super::world::World;
use crate::command::bytes::told;
use crate::command::cli::Answer;
use crate::command::{Console, Exit, Failure};
use crate::engine::EngineError;
use crate::engine::catalogue::Thinking;
use crate::lang::Lang;

/// Arguments of `models show`.
#[derive(Debug, clap::Args)]
pub(super) struct ShowArgs {
    /// Name of the model
    name: String,
    /// Format of the answer
    #[arg(long, value_enum, default_value_t = Answer::Text)]
    format: Answer,
}

pub(super) fn run(args: &ShowArgs, world: &World, console: &mut Console<'_>) -> Result<Exit, Failure> {
    let (known, installed) = (world.catalogue.find(&args.name), world.store.find(&args.name)?);
    if known.is_none() && installed.is_none() {
        return Err(unknown(&args.name, world)?);
    }
    let record = Record::of(&args.name, known, installed.as_ref(), world)?;
    let answer = match args.format {
        Answer::Json => bytes(&record.json()),
        Answer::Text => text(&record, console.lang).into_bytes(),
    };
    console.result(&answer)?;
    Ok(Exit::Done)
}

/// No model has this name.
pub(super) fn unknown(name: &str, world: &World) -> Result<Failure, EngineError> {
    let name = crate::engine::shown::shown(name);
    let mut names: Vec<String> = world.catalogue.models().iter().map(|model| model.name.clone()).collect();
    let own = world.store.list()?.into_iter().map(|model| model.name);
    names.extend(own.filter(|name| world.catalogue.find(name).is_none()));
    let names = names.join(", ");
    Ok(Failure::new(
        Exit::Model,
        format!("`{name}` というモデルはありません。あるのは {names} です。"),
        format!("there is no model `{name}`; there are {names}"),
    ))
}

fn text(record: &Record<'_>, said: Lang) -> String {
    let unknown = || said.pick("不明", "unknown").to_owned();
    let mut lines: Vec<(&str, &str, String)> = vec![
        ("名前", "name", format!("{}{}", record.name, record.default_text(said))),
        ("状態", "state", record.state(said).to_owned()),
    ];
    if let Some(model) = record.known {
        let url = model.licence_url.as_ref().map(|url| format!(" {url}")).unwrap_or_default();
        lines.push(("モデル", "model", format!("{} ({}, {})", model.title, model.parameters, model.quantisation)));
        lines.push(("系統", "family", format!("{}{}", model.family, record.support_text(said))));
        lines.push(("ライセンス", "licence", format!("{}{url}", model.licence)));
        if let Some(terms) = &model.terms {
            lines.push(("条件", "terms", said.pick(&terms.ja, &terms.en).clone()));
        }
        if let Some(source) = model.source() {
            lines.push(("取得元", "from", format!("{source} ({})", source.revision())));
        }
        lines.push(("言語", "languages", model.languages.join(" ")));
        lines.push(("文脈長", "context", model.context.to_string()));
        let (ja, en) = match model.thinking {
            Thinking::Never => ("しない", "never"),
            Thinking::Off => ("切って使う", "switched off"),
        };
        lines.push(("思考", "thinking", said.pick(ja, en).to_owned()));
        let s = model.sampling;
        let sampling = format!(
            "temperature {} top_p {} top_k {} min_p {} repetition_penalty {}",
            s.temperature, s.top_p, s.top_k, s.min_p, s.repetition_penalty
        );
        lines.push(("抽出", "sampling", sampling));
        if let Some(gb) = model.memory_gb {
            lines.push(("想定機", "meant for", said.pick(format!("メモリ {gb} GB 以上"), format!("{gb} GB and more"))));
        }
        if let Some(good) = &model.good_for {
            lines.push(("用途", "good for", said.pick(&good.ja, &good.en).clone()));
        }
    }
    let size = record
        .size
        .map(|size| said.pick(format!("{} ({size} バイト)", told(size)), format!("{} ({size} bytes)", told(size))));
    lines.push(("大きさ", "size", size.unwrap_or_else(unknown)));
    lines.push(("SHA-256", "sha256", record.sha256.clone().unwrap_or_else(unknown)));
    lines.push(("メモリ", "memory", record.fit.text(said).to_owned()));
    if let Some(model) = record.installed {
        lines.push(("場所", "path", model.file.display().to_string()));
        if let Some(origin) = &model.note.origin {
            lines.push(("取得元の版", "commit", format!("{} {} {}", origin.repo, origin.file, origin.commit)));
        }
    }
    lines.into_iter().map(|(ja, en, value)| format!("{}: {value}\n", said.pick(ja, en))).collect()
}
