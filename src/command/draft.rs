//! `tsukuroi draft`: from a case to a document.

use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicBool;

use super::accepted::{AcceptArgs, Accepted, blocks};
use super::cli::Common;
use super::progress::Meter;
use super::target::Target;
use super::writer::Wanted;
use super::{Console, Exit, Failure, findings, interrupt, notices, setup, writer};
use crate::draft::{Draft, Order, Watch, draft};
use crate::engine::Engine;
use crate::export::{Format, Grounds, Judged, Layout, json, markdown, text};
use crate::facts::{Audience, Facts, Withheld};
use crate::kind::{Kind, Prompt, Tone};
use crate::lang::{Lang, Message};

/// Arguments of `draft`.
#[derive(Debug, clap::Args)]
pub(super) struct DraftArgs {
    /// The document kind, by name or code (client-apology-letter, D02); with --stage leave it out
    pub(super) kind: String,
    /// The case file (TOML)
    #[arg(required_unless_present = "stage")]
    pub(super) case: Option<PathBuf>,
    /// Draft every document of a stage (S0 to S6) into the folder of -o
    #[arg(long, value_name = "STAGE", conflicts_with = "show_prompt")]
    stage: Option<String>,
    /// Write to this file instead of the standard output; with --stage the folder
    #[arg(short, long, value_name = "FILE|DIR")]
    pub(super) output: Option<PathBuf>,
    /// Format [default: by the ending of -o, else txt]
    #[arg(long, value_enum)]
    pub(super) format: Option<Format>,
    /// Who writes: a model's name or file, `builtin`, or `scripted:FILE` for tests
    #[arg(long, value_name = "NAME|FILE")]
    pub(super) model: Option<String>,
    /// Seed of the model's choices: the same seed gives the same draft
    #[arg(long, default_value_t = 0, value_name = "N")]
    pub(super) seed: u64,
    /// How a document to the client sounds
    #[arg(long, value_enum, default_value_t = Tone::Standard)]
    pub(super) tone: Tone,
    /// Neither use nor keep what a model has read of the case (see `models cache`)
    #[arg(long)]
    no_cache: bool,
    /// Show the prompts for a model instead of drafting
    #[arg(long)]
    show_prompt: bool,
    /// Show what each sentence rests on: ids of facts and their lines in the case file
    #[arg(long)]
    pub(super) explain: bool,
    /// Replace a file that exists
    #[arg(long)]
    pub(super) force: bool,
    #[command(flatten)]
    pub(super) accepting: AcceptArgs,
}

impl DraftArgs {
    /// Who is to write.
    pub(super) fn wanted(&self) -> Wanted<'_> {
        Wanted { model: self.model.as_deref(), cache: !self.no_cache }
    }
}

pub(super) fn run(args: &DraftArgs, common: &Common, console: &mut Console<'_>) -> Result<Exit, Failure> {
    if let Some(stage) = &args.stage {
        return super::stage::run(stage, args, common, console);
    }
    let library = setup::library()?;
    let kind = setup::kind(&library, &args.kind)?;
    let case = setup::case(args.case.as_deref().unwrap_or(Path::new("")))?;
    let lang = common.lang.unwrap_or(case.groups.case.lang);
    let facts = Facts::of(&case, kind.spec.audience, lang);
    let refused = |refusal| Failure::refused(&refusal, &case.name, kind.spec.title.get(console.lang));
    let draftable = library.draftable(kind, &facts).map_err(refused)?.in_tone(args.tone);
    // Everything that can fail quickly fails before a model is loaded.
    let output = args.output.as_deref().filter(|path| *path != Path::new("-"));
    let target = output.map(|path| Target::check(path, args.force)).transpose()?;
    args.accepting.need(
        output,
        Failure::new(
            Exit::Usage,
            "指摘を受け入れるには、下書きを書き出すファイルが要ります。-o FILE を指定してください",
            "to accept findings the draft has to go to a file, beside which that is kept: add -o FILE",
        ),
    )?;
    if args.show_prompt {
        deliver(&prompts(&draftable.sources()?.prompts, args.format), target.as_ref(), console)?;
        return Ok(Exit::Done);
    }
    let mut author = writer::author(&args.wanted(), common, console)?;
    let withheld = Withheld::of(&case, &facts);
    let order = Order { draftable: &draftable, case: &case, withheld: &withheld, seed: args.seed };
    let draft = watched(&mut author, console, |engine, watch| draft(&order, engine, watch))?;
    let mut told: Vec<Message> = author.notice.into_iter().collect();
    told.extend(notices::of_case(&case, kind, &facts));
    told.extend(notices::of_draft(&draft));
    if args.tone != Tone::Standard && kind.spec.audience != Audience::Client {
        told.push(Message::new("--tone は先方宛ての文書だけに効きます", "--tone changes documents to the client only"));
    }
    for notice in &told {
        console.notice(&Message::new(format!("注: {}", notice.ja), format!("note: {}", notice.en)));
    }
    let format = args.format.or_else(|| Format::of_file(output?)).unwrap_or(Format::Txt);
    let (found, text) = (draft.reviewed.findings(), &draft.reviewed.laid().text);
    let accepted = args.accepting.judged(output, found, text, console)?;
    let blocked = blocks(&accepted.open(found, text));
    report(&draft, &accepted, console);
    if blocked && format != Format::Json {
        return Ok(Exit::Findings);
    }
    let grounds = args.explain.then(|| Grounds::of(draft.reviewed.document(), &case, &facts));
    let bytes = exported(&draft, &accepted, format, kind, grounds.as_ref(), &told, console.lang);
    deliver(&bytes, target.as_ref(), console)?;
    Ok(match (blocked, draft.interrupted) {
        (true, _) => Exit::Findings,
        (_, true) => Exit::Interrupted,
        _ => Exit::Done,
    })
}

/// Lets somebody write, with a line of progress where a model does; Ctrl-C keeps what is finished.
pub(super) fn watched<T>(
    author: &mut writer::Author,
    console: &mut Console<'_>,
    write: impl FnOnce(Option<&mut dyn Engine>, Watch<'_>) -> T,
) -> T {
    static NEVER: AtomicBool = AtomicBool::new(false);
    let Some(engine) = author.engine.as_deref_mut() else {
        return write(None, Watch { cancel: &NEVER, progress: &|_| {} });
    };
    let meter = Meter::new(console);
    meter.start();
    let cancel = interrupt::listen();
    let made = write(Some(&mut *engine), Watch { cancel, progress: &|progress| meter.show(progress) });
    meter.finish();
    writer::details(engine, console);
    made
}

/// What the review found, where there is something, and with `-v` how each section came to be.
fn report(draft: &Draft, accepted: &Accepted, console: &mut Console<'_>) {
    let found = draft.reviewed.findings();
    if blocks(&accepted.open(found, &draft.reviewed.laid().text)) {
        console.notice(&Message::new(
            "点検でエラーがあるため、下書きを出しません。事案ファイルの該当する項目を直すか、問題がないと確かめた指摘を --accept 規則@行 --reason 理由 で受け入れてください",
            "the review found errors, so no draft is given; mend the entries of the case file they come from, or accept findings that you know to be wrong with --accept RULE@LINE --reason WHY",
        ));
    }
    if !found.is_empty() {
        let listed = |said: Lang| listed(draft, accepted, said.pick("下書き", "draft"), said);
        console.notice(&Message::new(listed(Lang::Ja), listed(Lang::En)));
    }
    if console.verbose > 0 {
        for made in &draft.sections {
            let (name, tries, writer) = (&made.name, made.tries, format!("{:?}", made.writer).to_lowercase());
            console.notice(&Message::new(
                format!("  {name}: {writer}（試行 {tries} 回）"),
                format!("  {name}: {writer} (tries: {tries})"),
            ));
        }
    }
}

/// The findings in a draft; `name` stands for it.
pub(super) fn listed(draft: &Draft, accepted: &Accepted, name: &str, said: Lang) -> String {
    let list = findings::List { name, text: &draft.reviewed.laid().text, said };
    accepted.listed(draft.reviewed.findings(), &list, false).trim_end().to_owned()
}

/// The draft as a file of the format.
pub(super) fn exported(
    draft: &Draft,
    accepted: &Accepted,
    format: Format,
    kind: &Kind,
    grounds: Option<&Grounds>,
    notices: &[Message],
    said: Lang,
) -> Vec<u8> {
    let lang = draft.reviewed.document().lang;
    let layout = Layout { profile: kind.spec.profile, grounds };
    match format {
        Format::Txt => text(&draft.reviewed, &layout),
        Format::Md => markdown(&draft.reviewed, &layout),
        Format::Json => {
            let (text, found) = (&draft.reviewed.laid().text, draft.reviewed.findings());
            let judged =
                Judged { findings: accepted.records(found, text, said), blocked: blocks(&accepted.open(found, text)) };
            json(draft, judged, kind.spec.title.get(lang), notices, said)
        }
    }
}

fn prompts(prompts: &[Prompt], format: Option<Format>) -> Vec<u8> {
    if format == Some(Format::Json) {
        let mut bytes = serde_json::to_vec_pretty(prompts).unwrap_or_default();
        bytes.push(b'\n');
        return bytes;
    }
    let mut text = String::new();
    if let Some(first) = prompts.first() {
        text.push_str(&format!("===== system =====\n{}\n\n===== shared =====\n{}\n", first.system, first.shared));
    }
    for prompt in prompts {
        let (section, most) = (&prompt.section, prompt.max_chars);
        text.push_str(&format!("\n===== {section} (max {most}) =====\n{}\n", prompt.task));
    }
    text.into_bytes()
}

/// To the file, or to the standard output.
fn deliver(bytes: &[u8], target: Option<&Target>, console: &mut Console<'_>) -> Result<(), Failure> {
    match target {
        Some(target) => target.write(bytes),
        None => console.result(bytes),
    }
}
