//! `tsukuroi review`: any text against the facts of a case, also one written by hand.

mod accepted;
mod source;

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
use accepted::{Acceptance, Accepted, Wanted};
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
    /// Accept a finding, with a reason that is kept in FILE.review.toml; may be given several times
    #[arg(long, value_name = "RULE[@LINE]", value_parser = accepted::wanted, requires = "reason")]
    accept: Vec<Wanted>,
    /// Why it is accepted
    #[arg(long, value_name = "TEXT", requires = "accept")]
    reason: Option<String>,
    /// Format of the answer
    #[arg(long, value_enum, default_value_t = Answer::Text)]
    format: Answer,
}

#[derive(Serialize)]
struct Record<'a> {
    kind: Option<&'a str>,
    lang: Lang,
    findings: Vec<Judged<'a>>,
}

/// A finding, and why it was accepted if it was.
#[derive(Serialize)]
struct Judged<'a> {
    #[serde(flatten)]
    finding: FindingRecord<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    accepted: Option<Reason<'a>>,
}

#[derive(Serialize)]
struct Reason<'a> {
    reason: &'a str,
    on: &'a str,
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
    let accepted = judged(args, &found, &text, console)?;
    let said = console.lang;
    let acceptance = |finding: &Finding| accepted.as_ref().and_then(|accepted| accepted.of(finding, &text));
    let open: Vec<Finding> = found.iter().filter(|finding| acceptance(finding).is_none()).cloned().collect();
    let bytes = match args.format {
        Answer::Json => {
            let judged = |finding| Judged {
                finding: FindingRecord::of(finding, &text, said),
                accepted: acceptance(finding).map(|kept| Reason { reason: &kept.reason, on: &kept.on }),
            };
            let findings = found.iter().map(judged).collect();
            let mut bytes =
                serde_json::to_vec_pretty(&Record { kind: kind.map(|kind| kind.id.as_str()), lang, findings })
                    .unwrap_or_default();
            bytes.push(b'\n');
            bytes
        }
        Answer::Text => {
            let list = findings::List { name: &args.file.display().to_string(), text: &text, said };
            let mut shown = list.findings(&open, console.screen);
            for (finding, kept) in found.iter().filter_map(|finding| Some((finding, acceptance(finding)?))) {
                shown.push_str(&list.accepted(finding, &kept.reason, &kept.on));
            }
            shown.push_str(&list.sum(&open, found.len() - open.len()));
            shown.into_bytes()
        }
    };
    console.result(&bytes)?;
    let failed = open.iter().any(|finding| finding.severity == Severity::Error);
    Ok(if failed { Exit::Findings } else { Exit::Done })
}

/// What was accepted in the file, with what is accepted now; none for the standard input. Says what has lapsed.
fn judged(
    args: &ReviewArgs,
    found: &[Finding],
    text: &str,
    console: &mut Console<'_>,
) -> Result<Option<Accepted>, Failure> {
    if args.file == Path::new("-") {
        if args.accept.is_empty() {
            return Ok(None);
        }
        return Err(Failure::new(
            Exit::Usage,
            "標準入力の文の指摘は受け入れられません。ファイルに保存して点検してください",
            "findings in the standard input cannot be accepted; save the text to a file and review that",
        ));
    }
    let mut accepted = Accepted::beside(&args.file)?;
    for lapsed in accepted.lapsed(found, text) {
        console.notice(&told_lapsed(lapsed));
    }
    if !args.accept.is_empty() {
        let reason = args.reason.as_deref().unwrap_or_default();
        if reason.trim().is_empty() {
            return Err(Failure::new(
                Exit::Usage,
                "理由が空です。--reason に、なぜ受け入れるのかを書いてください",
                "the reason is empty; say with --reason why the finding is accepted",
            ));
        }
        accepted.accept(&args.accept, (reason, today()), found, text)?;
    }
    Ok(Some(accepted))
}

fn told_lapsed(lapsed: &Acceptance) -> Message {
    let what = lapsed.told();
    Message::new(
        format!("受け入れた指摘 {what} は、文が変わったため無効になりました"),
        format!("what was accepted, {what}, no longer holds: the text has changed there"),
    )
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
