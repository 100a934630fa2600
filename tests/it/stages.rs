//! Every document of a stage in one batch: through the program, and the batch itself.

use std::collections::BTreeMap;
use std::fmt::Write;

use std::sync::atomic::AtomicBool;

use tsukuroi::draft::{DraftError, Order, Watch, draft, draft_all};
use tsukuroi::engine::{Ended, Engine, EngineError, Identity, Job, Reply};
use tsukuroi::facts::{Facts, Withheld};
use tsukuroi::kind::{Draftable, Library, Prompt, Writer};
use tsukuroi::lang::Lang;

use crate::desk::{Desk, EN, JA, Run};
use crate::pen::Pen;
use crate::support::{example, path};

const S2: [&str; 5] = ["D06", "D02", "D03", "D04", "D07"];

fn cartons() -> String {
    path("examples/cartons/case.toml").display().to_string()
}

impl Desk {
    /// Drafts a stage of a case into the folder `out` of the desk.
    fn stage(&self, stage: &str, case: &str, more: &[&str]) -> Run {
        let out = self.folder.path().join("out").display().to_string();
        self.run(&[&["draft", "--stage", stage, case, "-o", &out], more].concat())
    }

    fn files(&self) -> Vec<String> {
        let Ok(folder) = std::fs::read_dir(self.folder.path().join("out")) else { return Vec::new() };
        let mut files: Vec<String> =
            folder.map(|file| file.unwrap().file_name().to_string_lossy().into_owned()).collect();
        files.sort();
        files
    }

    fn out(&self, file: &str) -> String {
        std::fs::read_to_string(self.folder.path().join("out").join(file)).unwrap()
    }
}

#[test]
fn a_stage_gives_a_file_a_document_and_a_table() {
    for (lang, code, head) in [(JA, "ja", "ファイル"), (EN, "en", "File")] {
        let desk = Desk::new(lang);
        let run = desk.stage("S2", &cartons(), &["--model", "builtin", "--lang", code]);
        assert_eq!(run.code, 0, "{}", run.err);
        let expected = [
            "D02-client-apology-letter",
            "D03-client-incident-explanation",
            "D04-client-action-plan",
            "D06-client-meeting-request",
            "D07-client-reply-rep-change-demand",
        ];
        assert_eq!(desk.files(), expected.map(|name| format!("{name}.{code}.txt")));
        let lines: Vec<&str> = run.out.lines().collect();
        assert_eq!(lines.len(), 6, "{}", run.out);
        assert!(lines[0].starts_with(head), "{}", run.out);
        // In the order in which they are needed.
        for (line, document) in lines[1..].iter().zip(S2) {
            assert!(line.contains(&format!("{document}-")) && line.contains(&format!(" {document} ")), "{line}");
        }
        // The same bytes as alone.
        let alone = desk.run(&["draft", "D02", &cartons(), "--model", "builtin", "--lang", code]);
        assert_eq!(desk.out(&format!("D02-client-apology-letter.{code}.txt")), alone.out);
    }
}

#[test]
fn the_format_is_that_of_the_files() {
    let desk = Desk::new(EN);
    let run = desk.stage("s3", &cartons(), &["--model", "builtin", "--format", "json", "--explain"]);
    assert_eq!(run.code, 0, "{}", run.err);
    assert!(run.out.starts_with("File"), "{}", run.out);
    let value: serde_json::Value = serde_json::from_str(&desk.out("D09-rep-feedback-note.ja.json")).unwrap();
    assert_eq!(value["kind"], "rep-feedback-note");
}

#[test]
fn what_cannot_be_drafted_is_listed_and_stops_nothing() {
    let desk = Desk::new(JA);
    let demands = std::fs::read_to_string(cartons()).unwrap().replace("kind = \"demand\"", "kind = \"claim\"");
    let case = desk.file("case.toml", &demands).display().to_string();
    let run = desk.stage("S2", &case, &["--model", "builtin"]);
    assert_eq!(run.code, 0, "{}", run.err);
    assert!(run.err.contains("D07 ") && run.err.contains("先方のご要望がありません"), "{}", run.err);
    assert!(!desk.files().is_empty() && desk.files().iter().all(|file| !file.starts_with("D07")));
    assert!(!run.out.contains("D07"), "{}", run.out);
    // Nothing that can be drafted: no folder either.
    for (lang, words) in [(JA, "承認された担当の変更がありません"), (EN, "not drafted")] {
        let desk = Desk::new(lang);
        let run = desk.stage("S6", &cartons(), &["--model", "builtin"]);
        assert_eq!((run.code, run.out.as_str()), (3, ""), "{}", run.err);
        assert!(run.err.contains(words), "{}", run.err);
        assert!(!desk.folder.path().join("out").exists());
    }
}

#[test]
fn errors_of_the_review_keep_a_document_back() {
    let desk = Desk::new(EN);
    let blank = std::fs::read_to_string(cartons()).unwrap().replace("化粧箱KB-240の納入\"", "化粧箱〇〇の納入\"");
    let case = desk.file("case.toml", &blank).display().to_string();
    let run = desk.stage("S2", &case, &["--model", "builtin"]);
    assert_eq!(run.code, 1, "{}", run.err);
    assert!(run.err.contains("error[placeholder]") && run.err.contains("D02 "), "{}", run.err);
    assert!(!desk.files().contains(&"D02-client-apology-letter.ja.txt".to_owned()));
}

#[test]
fn files_that_exist_are_kept_unless_forced() {
    for (lang, words) in [(JA, "--force"), (EN, "exist already")] {
        let desk = Desk::new(lang);
        assert_eq!(desk.stage("S2", &cartons(), &["--model", "builtin"]).code, 0);
        let file = desk.folder.path().join("out/D02-client-apology-letter.ja.txt");
        std::fs::write(&file, "mine").unwrap();
        let run = desk.stage("S2", &cartons(), &["--model", "no-such-model"]);
        assert_eq!((run.code, run.out.as_str()), (5, ""), "{}", run.err);
        assert!(run.err.contains(words) && run.err.contains("D02-client-apology-letter.ja.txt"), "{}", run.err);
        assert_eq!(std::fs::read_to_string(&file).unwrap(), "mine");
        assert_eq!(desk.stage("S2", &cartons(), &["--model", "builtin", "--force"]).code, 0);
        assert_ne!(std::fs::read_to_string(&file).unwrap(), "mine");
    }
}

#[test]
fn a_command_line_without_sense_is_told() {
    let desk = Desk::new(JA);
    for (args, words) in [
        (vec!["draft", "--stage", "S9", "case.toml", "-o", "x"], "S0 安全・受付"),
        (vec!["draft", "--stage", "S2", "case.toml"], "-o DIR"),
        (vec!["draft", "--stage", "S2", "D02", "case.toml", "-o", "x"], "--stage では文書の種類を書きません"),
        (vec!["draft", "--stage", "S2", "case.toml", "-o", "x", "--show-prompt"], "一緒に使えません"),
        (vec!["draft", "D02"], "足りない引数"),
    ] {
        let run = desk.run(&args);
        assert_eq!((run.code, run.out.as_str()), (2, ""), "{args:?}: {}", run.err);
        assert!(run.err.contains(words), "{args:?}: {}", run.err);
    }
    let file = desk.file("file", "").display().to_string();
    let run = desk.run(&["draft", "--stage", "S2", &cartons(), "-o", &format!("{file}/x")]);
    assert_eq!(run.code, 5, "{}", run.err);
}

/// The built-in wording of the documents of S2: by document, by section.
fn wordings(library: &Library) -> BTreeMap<&'static str, BTreeMap<String, String>> {
    let case = example("cartons");
    let wording = |code: &'static str| {
        let kind = library.kind(code).unwrap();
        let facts = Facts::of(&case, kind.spec.audience, Lang::Ja);
        (code, library.draftable(kind, &facts).unwrap().sources().unwrap().wording)
    };
    S2.into_iter().map(wording).collect()
}

/// Replies to every section of S2, good for the first document that has the section.
fn script(desk: &Desk, but: &str, more: &[(&str, &str)]) -> String {
    let library = Library::embedded().unwrap();
    let mut texts: BTreeMap<String, String> = BTreeMap::new();
    for wording in wordings(&library).into_values() {
        for (section, text) in wording {
            texts.entry(section).or_insert(text);
        }
    }
    let mut file = String::new();
    for (section, text) in texts.iter().filter(|(section, _)| *section != but) {
        let more = more.iter().find(|(name, _)| name == section).map_or("", |(_, more)| more);
        writeln!(file, "[[reply]]\nsection = \"{section}\"\ntext = {}\n{more}", toml::Value::from(text.as_str()))
            .unwrap();
    }
    format!("scripted:{}", desk.file("replies.toml", &file).display())
}

/// A section that only one document of S2 has.
fn own_section(code: &str) -> String {
    let library = Library::embedded().unwrap();
    let mut all = wordings(&library);
    let own = all.remove(code).unwrap();
    own.into_keys()
        .find(|section| all.values().all(|other| !other.contains_key(section)))
        .expect("a section of its own")
}

#[test]
fn a_scripted_writer_writes_what_passes() {
    let desk = Desk::new(EN);
    let model = script(&desk, "", &[]);
    let run = desk.stage("S2", &cartons(), &["--model", &model]);
    assert_eq!(run.code, 0, "{}", run.err);
    assert_eq!(desk.files().len(), 5);
    let table: Vec<&str> = run.out.lines().skip(1).collect();
    assert!(table.iter().all(|line| line.contains("model")), "{}", run.out);
    let letter = desk.run(&["draft", "D02", &cartons(), "--model", &model]);
    assert_eq!(desk.out("D02-client-apology-letter.ja.txt"), letter.out, "as if it had been made alone");
}

#[test]
fn a_document_the_model_fails_on_stops_no_other() {
    let desk = Desk::new(JA);
    let model = script(&desk, &own_section("D07"), &[]);
    let run = desk.stage("S2", &cartons(), &["--model", &model]);
    assert_eq!(run.code, 4, "{}", run.err);
    assert_eq!(desk.files().len(), 4, "{:?}", desk.files());
    assert!(desk.files().iter().all(|file| !file.starts_with("D07")));
    assert!(run.err.contains("D07 ") && run.err.contains(&own_section("D07")), "{}", run.err);
}

#[test]
fn an_interrupt_keeps_what_is_finished() {
    let desk = Desk::new(JA);
    let own = own_section("D07");
    let model = script(&desk, "", &[(&own, "ended = \"cancelled\"")]);
    let run = desk.stage("S2", &cartons(), &["--model", &model]);
    assert_eq!(run.code, 130, "{}", run.err);
    assert_eq!(desk.files().len(), 5);
    let lines: Vec<&str> = run.out.lines().filter(|line| line.contains("（中断）")).collect();
    assert!(lines.len() == 1 && lines[0].contains("D07"), "{}", run.out);
}

/// What the batch is made from.
struct Bench {
    library: Library,
    views: Vec<(&'static str, Facts, Withheld)>,
    case: tsukuroi::facts::Case,
}

impl Bench {
    fn new() -> Self {
        let (library, case) = (Library::embedded().unwrap(), example("cartons"));
        let view = |code: &'static str| {
            let facts = Facts::of(&case, library.kind(code).unwrap().spec.audience, Lang::Ja);
            let withheld = Withheld::of(&case, &facts);
            (code, facts, withheld)
        };
        let views = S2.into_iter().map(view).collect();
        Self { library, views, case }
    }

    fn draftables(&self) -> Vec<Draftable<'_>> {
        let kind = |code| self.library.kind(code).unwrap();
        self.views.iter().map(|(code, facts, _)| self.library.draftable(kind(code), facts).unwrap()).collect()
    }

    fn orders<'a>(&'a self, draftables: &'a [Draftable<'a>]) -> Vec<Order<'a>> {
        let pairs = draftables.iter().zip(&self.views);
        pairs.map(|(draftable, (_, _, withheld))| Order { draftable, case: &self.case, withheld, seed: 7 }).collect()
    }

    /// The good text for a prompt: by what its document shares, and its section.
    fn good(&self) -> BTreeMap<(String, String), String> {
        let sources = self.draftables().into_iter().map(|draftable| draftable.sources().unwrap());
        let texts = sources.flat_map(|sources| {
            let prompts = sources.prompts.into_iter();
            prompts
                .map(|prompt| {
                    let text = sources.wording[&prompt.section].clone();
                    ((prompt.shared, prompt.section), text)
                })
                .collect::<Vec<_>>()
        });
        texts.collect()
    }
}

#[test]
fn all_sections_of_all_documents_are_one_call_and_come_back_to_their_documents() {
    let bench = Bench::new();
    let good = bench.good();
    let text = |prompt: &Prompt, attempt: u32| {
        let bad = prompt.section == "apology" && attempt == 0;
        let good = good[&(prompt.shared.clone(), prompt.section.clone())].clone();
        (if bad { "〇〇様にお詫び申し上げます。".to_owned() } else { good }, Ended::Stop)
    };
    let mut pen = Pen::new(&text);
    let draftables = bench.draftables();
    let orders = bench.orders(&draftables);
    let cancel = AtomicBool::new(false);
    let watch = Watch { cancel: &cancel, progress: &|_| {} };
    let drafts = draft_all(&orders, Some(&mut pen), 7, watch);
    assert_eq!(pen.jobs, [(7, 0), (7, 1)], "a call a try");
    let shared: Vec<&String> = pen.calls[0].iter().map(|prompt| &prompt.shared).collect();
    let mut changes = shared.clone();
    changes.dedup();
    assert_eq!(changes.len(), S2.len(), "document by document");
    assert!(pen.calls[1].iter().all(|prompt| prompt.section == "apology"));
    for ((order, made), code) in orders.iter().zip(drafts).zip(S2) {
        let made = made.unwrap();
        assert_eq!(made.by(Writer::Builtin).count(), 0, "{code}: {:#?}", made.sections);
        let alone = draft(order, Some(&mut Pen::new(&text)), watch).unwrap();
        assert_eq!(made.reviewed.laid().text, alone.reviewed.laid().text, "{code}");
        assert_eq!(made.sections, alone.sections, "{code}");
        assert_eq!(made.manifest, alone.manifest, "{code}");
    }
}

/// Refuses every call with a prompt that shares a word, as a model does with one too long for it.
struct Short<'a>(Pen<'a>, &'static str);

impl Engine for Short<'_> {
    fn identity(&self) -> Identity {
        self.0.identity()
    }

    fn write(&mut self, prompts: &[Prompt], job: &Job<'_>) -> Result<Vec<Reply>, EngineError> {
        match prompts.iter().find(|prompt| prompt.shared.starts_with(self.1)) {
            Some(long) => Err(EngineError::Context { section: long.section.clone(), prompt: 9, reply: 9, context: 9 }),
            None => self.0.write(prompts, job),
        }
    }
}

#[test]
fn a_prompt_too_long_stops_its_own_document_only() {
    let bench = Bench::new();
    let good = bench.good();
    let text = |prompt: &Prompt, _: u32| (good[&(prompt.shared.clone(), prompt.section.clone())].clone(), Ended::Stop);
    let mut short = Short(Pen::new(&text), "# 文書\nお詫び状");
    let draftables = bench.draftables();
    let cancel = AtomicBool::new(false);
    let drafts =
        draft_all(&bench.orders(&draftables), Some(&mut short), 7, Watch { cancel: &cancel, progress: &|_| {} });
    for (made, code) in drafts.iter().zip(S2) {
        match made {
            Ok(made) => assert!(code != "D02" && made.by(Writer::Builtin).count() == 0, "{code}"),
            Err(error) => assert!(code == "D02" && matches!(error, DraftError::Engine(EngineError::Context { .. }))),
        }
    }
}

#[test]
fn a_stop_before_the_batch_leaves_the_built_in_wording() {
    let bench = Bench::new();
    let text = |_: &Prompt, _: u32| (String::new(), Ended::Stop);
    let mut pen = Pen::new(&text);
    let draftables = bench.draftables();
    let cancel = AtomicBool::new(true);
    let drafts = draft_all(&bench.orders(&draftables), Some(&mut pen), 7, Watch { cancel: &cancel, progress: &|_| {} });
    assert!(pen.calls.is_empty());
    assert!(drafts.into_iter().all(|made| made.is_ok_and(|made| made.interrupted && !made.is_blocked())));

    assert!(draft_all(&[], None, 7, Watch { cancel: &cancel, progress: &|_| {} }).is_empty());
}
