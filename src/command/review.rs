//! `tsukuroi review`: any text against the facts of a case, also one written by hand.

use std::path::{Path, PathBuf};

use serde::Serialize;

use super::cli::{Answer, Common};
use super::{Console, Exit, Failure, findings, setup};
use crate::export::{FindingRecord, Format, ungrid, unmark};
use crate::facts::{Facts, Withheld};
use crate::kind::Laid;
use crate::lang::Lang;
use crate::review::{Context, Finding, Scope, Severity, review};

/// Longest text taken, in bytes.
const LONGEST: usize = 1 << 20;

/// Arguments of `review`.
#[derive(Debug, clap::Args)]
pub(super) struct ReviewArgs {
    /// The text to check; - for the standard input
    file: PathBuf,
    /// The case file (TOML)
    #[arg(long)]
    case: PathBuf,
    /// The document kind, by name or code
    #[arg(long)]
    kind: String,
    /// Format of the answer
    #[arg(long, value_enum, default_value_t = Answer::Text)]
    format: Answer,
}

#[derive(Serialize)]
struct Record<'a> {
    kind: &'a str,
    lang: Lang,
    findings: Vec<FindingRecord<'a>>,
}

pub(super) fn run(args: &ReviewArgs, common: &Common, console: &mut Console<'_>) -> Result<Exit, Failure> {
    let library = setup::library()?;
    let kind = setup::kind(&library, &args.kind)?;
    let case = setup::case(&args.case)?;
    let lang = common.lang.unwrap_or(case.groups.case.lang);
    let text = read(&args.file, console)?;
    let facts = Facts::of(&case, kind.spec.audience, lang);
    let withheld = Withheld::of(&case, &facts);
    let context = Context::new(&facts, &withheld, kind);
    let found = found(&text, Format::of_file(&args.file), &context)?;
    let said = console.lang;
    let bytes = match args.format {
        Answer::Json => {
            let findings = found.iter().map(|finding| FindingRecord::of(finding, &text, said)).collect();
            let mut bytes = serde_json::to_vec_pretty(&Record { kind: &kind.id, lang, findings }).unwrap_or_default();
            bytes.push(b'\n');
            bytes
        }
        Answer::Text => findings::listed(&found, &args.file.display().to_string(), &text, said).into_bytes(),
    };
    console.result(&bytes)?;
    let failed = found.iter().any(|finding| finding.severity == Severity::Error);
    Ok(if failed { Exit::Findings } else { Exit::Done })
}

/// What the rules find; the places are those in the file, also where it is Markdown.
fn found(text: &str, format: Option<Format>, context: &Context<'_>) -> Result<Vec<Finding>, Failure> {
    let body = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    let mark = text.len() - body.len();
    let plain = if format == Some(Format::Md) { unmark(body, context.lang) } else { ungrid(body) };
    let mut found = review(context, &Laid::plain(&plain.text), Scope::Document)?;
    for finding in &mut found {
        let origin = plain.origin(&finding.span);
        finding.span = origin.start + mark..origin.end + mark;
    }
    Ok(found)
}

/// The text of a file or of the standard input.
fn read(file: &Path, console: &mut Console<'_>) -> Result<String, Failure> {
    let name = file.display().to_string();
    let bytes = if file == Path::new("-") {
        console.read_input(LONGEST + 1)
    } else {
        std::fs::File::open(file).and_then(|opened| {
            let mut bytes = Vec::new();
            let most = u64::try_from(LONGEST).unwrap_or(u64::MAX) + 1;
            std::io::Read::read_to_end(&mut std::io::Read::take(opened, most), &mut bytes)?;
            Ok(bytes)
        })
    };
    let bytes = bytes.map_err(|error| {
        Failure::new(
            Exit::Io,
            format!("`{name}` を読めません（{error}）。ファイル名と権限を確かめてください"),
            format!("cannot read `{name}` ({error}); check the name and the permissions"),
        )
    })?;
    if bytes.len() > LONGEST {
        return Err(Failure::new(
            Exit::Invalid,
            format!("`{name}` は長すぎます（上限 {LONGEST} バイト）。文書を一つずつ点検してください"),
            format!("`{name}` is too long (the limit is {LONGEST} bytes); check one document at a time"),
        ));
    }
    String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        Failure::new(
            Exit::Invalid,
            format!("`{name}` は UTF-8 ではありません（{at} バイト目）。UTF-8 で保存し直してください（例: iconv -f CP932 -t UTF-8 元 > 先）"),
            format!("`{name}` is not UTF-8 (at byte {at}); save it as UTF-8 (for example: iconv -f CP932 -t UTF-8 old > new)"),
        )
    })
}
