//! `tsukuroi kinds`: the documents that can be drafted.

use serde::Serialize;

use super::cli::Answer;
use super::{Console, Exit, Failure, setup};
use crate::facts::Audience;
use crate::kind::Kind;
use crate::lang::Lang;

/// Arguments of `kinds`.
#[derive(Debug, clap::Args)]
pub(super) struct KindsArgs {
    /// Format of the answer
    #[arg(long, value_enum, default_value_t = Answer::Text)]
    format: Answer,
}

#[derive(Serialize)]
struct KindRecord<'a> {
    kind: &'a str,
    code: &'a str,
    title: Texts<'a>,
    purpose: Texts<'a>,
    audience: Audience,
    own: bool,
}

#[derive(Serialize)]
struct Texts<'a> {
    ja: &'a str,
    en: &'a str,
}

pub(super) fn run(args: &KindsArgs, console: &mut Console<'_>) -> Result<Exit, Failure> {
    let library = setup::library()?;
    let bytes = match args.format {
        Answer::Json => {
            let records: Vec<KindRecord<'_>> = library.kinds().map(record).collect();
            let mut bytes = serde_json::to_vec_pretty(&records).unwrap_or_default();
            bytes.push(b'\n');
            bytes
        }
        Answer::Text => {
            let longest = library.kinds().map(|kind| kind.id.len()).max().unwrap_or(0);
            library.kinds().map(|kind| line(kind, longest, console.lang)).collect::<String>().into_bytes()
        }
    };
    console.result(&bytes)?;
    Ok(Exit::Done)
}

fn record(kind: &Kind) -> KindRecord<'_> {
    let spec = &kind.spec;
    KindRecord {
        kind: &kind.id,
        code: &spec.code,
        title: Texts { ja: &spec.title.ja, en: &spec.title.en },
        purpose: Texts { ja: &spec.purpose.ja, en: &spec.purpose.en },
        audience: spec.audience,
        own: kind.own,
    }
}

fn line(kind: &Kind, longest: usize, lang: Lang) -> String {
    let spec = &kind.spec;
    let (ja, en) = match spec.audience {
        Audience::Client => ("先方宛て", "to the client"),
        Audience::Rep => ("担当者宛て", "to the rep"),
        Audience::Internal => ("社内", "internal"),
        Audience::Personnel => ("上長・人事", "to superior and personnel"),
        Audience::Successor => ("後任宛て", "to the successor"),
        Audience::Expert => ("社外専門家宛て", "to an adviser"),
    };
    let (title, purpose) = (spec.title.get(lang), spec.purpose.get(lang));
    let (open, close, dash) = lang.pick(("（", "）", "　"), (" (", ")", "  "));
    let audience = lang.pick(ja, en);
    // The own ones override what is built in; whoever wonders at a draft looks here.
    let own = if kind.own { lang.pick("［自作］", "  [your own]") } else { "" };
    format!("{}  {:longest$}  {title}{open}{audience}{close}{dash}{purpose}{own}\n", spec.code, kind.id)
}
