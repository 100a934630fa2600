//! `tsukuroi review`: any text against the facts of a case, also one written by hand.

use std::path::{Path, PathBuf};

use jiff::{ToSpan, civil::Date};
use serde::Serialize;

use super::cli::{Answer, Common};
use super::{Console, Exit, Failure, findings, setup};
use crate::export::{FindingRecord, Format, ungrid, unmark};
use crate::facts::Audience;
use crate::kind::Laid;
use crate::lang::{Lang, Message};
use crate::review::{Bearings, Context, Finding, Known, Scope, Severity, review};

/// Longest text taken, in bytes.
const LONGEST: usize = 1 << 20;

/// Arguments of `review`.
#[derive(Debug, clap::Args)]
pub(super) struct ReviewArgs {
    /// The text to check; - for the standard input
    file: PathBuf,
    /// The case file (TOML); without it only the rules that need no facts are asked
    #[arg(long)]
    case: Option<PathBuf>,
    /// The document kind, by name or code; without it only the rules that need none are asked
    #[arg(long)]
    kind: Option<String>,
    /// Whom the text is for, where no kind says so; guessed from the text by default
    #[arg(long, value_parser = audience, conflicts_with = "kind")]
    audience: Option<Audience>,
    /// Format of the answer
    #[arg(long, value_enum, default_value_t = Answer::Text)]
    format: Answer,
}

#[derive(Serialize)]
struct Record<'a> {
    kind: Option<&'a str>,
    lang: Lang,
    findings: Vec<FindingRecord<'a>>,
}

pub(super) fn run(args: &ReviewArgs, common: &Common, console: &mut Console<'_>) -> Result<Exit, Failure> {
    let library = setup::library()?;
    let kind = args.kind.as_deref().map(|name| setup::kind(&library, name)).transpose()?;
    let case = args.case.as_deref().map(setup::case).transpose()?;
    let text = read(&args.file, console)?;
    let lang = common.lang.or(case.as_ref().map(|case| case.groups.case.lang));
    let known = Known { case: case.as_ref(), kind, audience: args.audience, lang, on: today() };
    let bearings = Bearings::of(&known, &text);
    let context = bearings.context();
    let lang = context.lang;
    tell_what_lacks(&known, bearings.audience(), console);
    let found = found(&text, Format::of_file(&args.file), &context)?;
    let said = console.lang;
    let bytes = match args.format {
        Answer::Json => {
            let findings = found.iter().map(|finding| FindingRecord::of(finding, &text, said)).collect();
            let mut bytes =
                serde_json::to_vec_pretty(&Record { kind: kind.map(|kind| kind.id.as_str()), lang, findings })
                    .unwrap_or_default();
            bytes.push(b'\n');
            bytes
        }
        Answer::Text => findings::listed(&found, &args.file.display().to_string(), &text, said).into_bytes(),
    };
    console.result(&bytes)?;
    let failed = found.iter().any(|finding| finding.severity == Severity::Error);
    Ok(if failed { Exit::Findings } else { Exit::Done })
}

/// The day it is, in universal time: near enough to find the year of a date.
fn today() -> Date {
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap_or_default();
    let days = i64::try_from(since.as_secs() / 86_400).unwrap_or(0);
    jiff::civil::date(1970, 1, 1).saturating_add(days.days())
}

/// An audience by its word.
fn audience(word: &str) -> Result<Audience, String> {
    let found = Audience::WORDS.iter().find(|(name, _)| *name == word).map(|(_, audience)| *audience);
    let words = || Audience::WORDS.iter().map(|(name, _)| *name).collect::<Vec<_>>().join(", ");
    found.ok_or_else(words)
}

/// Says which rules were not asked, and for whom the text was taken to be.
fn tell_what_lacks(known: &Known<'_>, reader: Audience, console: &mut Console<'_>) {
    if known.case.is_none() {
        console.notice(&Message::new(
            "事案がないため、事実に照らす規則は使いません（--case で渡せます）",
            "without a case the rules about facts are not asked (give one with --case)",
        ));
    }
    if known.kind.is_none() && known.audience.is_none() {
        let word = reader.word();
        console.notice(&Message::new(
            format!("読み手を {word} とみなしました（--audience または --kind で指定できます）"),
            format!("the text is taken to be for: {word} (say so with --audience or --kind)"),
        ));
    }
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
