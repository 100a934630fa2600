//! `tsukuroi review`: any text against the facts of a case, also one written by hand.

mod source;

use std::path::{Path, PathBuf};

use serde::Serialize;

use super::accepted::{AcceptArgs, blocks};
use super::cli::{Answer, Common};
use super::today::today;
use super::{Console, Exit, Failure, findings, setup};
use crate::export::{FindingRecord, Format, ungrid, unmark};
use crate::facts::Audience;
use crate::kind::Laid;
use crate::lang::{Lang, Message};
use crate::review::{Bearings, Context, Finding, Known, Scope, review};
use source::read;

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
    #[command(flatten)]
    accepting: AcceptArgs,
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
    let file = Some(args.file.as_path()).filter(|file| *file != Path::new("-"));
    args.accepting.need(
        file,
        Failure::new(
            Exit::Usage,
            "標準入力の文の指摘は受け入れられません。ファイルに保存して点検してください",
            "findings in the standard input cannot be accepted; save the text to a file and review that",
        ),
    )?;
    let accepted = args.accepting.judged(file, &found, &text, console)?;
    let said = console.lang;
    let bytes = match args.format {
        Answer::Json => {
            let findings = accepted.records(&found, &text, said);
            let mut bytes =
                serde_json::to_vec_pretty(&Record { kind: kind.map(|kind| kind.id.as_str()), lang, findings })
                    .unwrap_or_default();
            bytes.push(b'\n');
            bytes
        }
        Answer::Text => {
            let list = findings::List { name: &args.file.display().to_string(), text: &text, said };
            accepted.listed(&found, &list, console.screen).into_bytes()
        }
    };
    console.result(&bytes)?;
    Ok(if blocks(&accepted.open(&found, &text)) { Exit::Findings } else { Exit::Done })
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
