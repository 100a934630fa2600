//! `tsukuroi models list`.

use serde_json::Value;
use unicode_width::UnicodeWidthStr;

use super::fit::Fit;
use super::record::{Record, bytes};
use super::world::World;
use crate::command::bytes::told;
use crate::command::cli::Answer;
use crate::command::{Console, Exit, Failure};
use crate::lang::{Lang, Message};

/// Arguments of `models list`.
#[derive(Debug, clap::Args)]
pub(super) struct ListArgs {
    /// Format of the answer
    #[arg(long, value_enum, default_value_t = Answer::Text)]
    format: Answer,
}

pub(super) fn run(args: &ListArgs, world: &World, console: &mut Console<'_>) -> Result<Exit, Failure> {
    let installed = world.store.list()?;
    let here = |name: &str| installed.iter().find(|model| model.name == name);
    let mut records = Vec::new();
    for model in world.catalogue.models() {
        records.push(Record::of(&model.name, Some(model), here(&model.name), world)?);
    }
    for model in installed.iter().filter(|model| world.catalogue.find(&model.name).is_none()) {
        records.push(Record::of(&model.name, None, Some(model), world)?);
    }
    let answer = match args.format {
        Answer::Json => bytes(&Value::Array(records.iter().map(Record::json).collect())),
        Answer::Text => table(&records, console.lang).into_bytes(),
    };
    console.result(&answer)?;
    if installed.is_empty() {
        console.notice(&Message::new(
            "モデルは入っていません。`tsukuroi models pull 名前` で取得するか、`tsukuroi models import ファイル` で取り込めます",
            "no model is installed; get one with `tsukuroi models pull NAME` or `tsukuroi models import FILE`",
        ));
    }
    Ok(Exit::Done)
}

/// A row a model, in columns.
fn table(records: &[Record<'_>], said: Lang) -> String {
    let head = said.pick(
        ["名前", "状態", "大きさ", "言語", "ライセンス", "メモリ", "モデル"],
        ["NAME", "STATE", "SIZE", "LANGUAGES", "LICENCE", "MEMORY", "MODEL"],
    );
    let mut rows = vec![head.map(str::to_owned)];
    rows.extend(records.iter().map(|record| row(record, said)));
    let widths: Vec<usize> =
        (0..head.len()).map(|at| rows.iter().map(|row| row[at].width()).max().unwrap_or(0)).collect();
    let mut text = String::new();
    for row in rows {
        let mut line = String::new();
        for (cell, width) in row.iter().zip(&widths) {
            line.push_str(cell);
            line.push_str(&" ".repeat(width - cell.width() + 2));
        }
        text.push_str(line.trim_end());
        text.push('\n');
    }
    text
}

fn row(record: &Record<'_>, said: Lang) -> [String; 7] {
    let unknown = said.pick("不明", "unknown");
    let about = match (record.known, record.installed) {
        (Some(model), _) => format!("{} ({})", model.title, model.quantisation),
        (None, Some(model)) => model.note.source.clone(),
        (None, None) => String::new(),
    };
    [
        record.name.to_owned(),
        record.state(said).to_owned(),
        record.size.map_or_else(|| unknown.to_owned(), told),
        record.known.map_or_else(|| unknown.to_owned(), |model| model.languages.join(" ")),
        record.known.map_or_else(|| unknown.to_owned(), |model| model.licence.clone()),
        memory(record, said),
        format!("{about}{}{}", record.default_text(said), record.support_text(said)),
    ]
}

/// Whether it fits the memory; where that is not known, which laptops it is meant for.
fn memory(record: &Record<'_>, said: Lang) -> String {
    match record.known.and_then(|model| model.memory_gb) {
        Some(gb) if record.fit == Fit::Unknown => said.pick(format!("{gb} GB 機向け"), format!("for {gb} GB")),
        _ => record.fit.text(said).to_owned(),
    }
}
