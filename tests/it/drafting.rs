//! The loop: write, review, repair, else the built-in wording.

use std::collections::BTreeMap;
use std::sync::atomic::AtomicBool;

use tsukuroi::draft::{Draft, DraftError, Made, Order, Reason, TRIES, Watch, draft};
use tsukuroi::engine::{Ended, Engine};
use tsukuroi::facts::{Case, Facts, Withheld};
use tsukuroi::kind::{Library, Prompt, Writer};
use tsukuroi::lang::Lang;

use crate::pen::Pen;
use crate::support::example;

/// The built-in wording, by section: a text that passes.
fn good(library: &Library, case: &Case, kind: &str) -> BTreeMap<String, String> {
    let kind = library.kind(kind).unwrap();
    let facts = Facts::of(case, kind.spec.audience, Lang::Ja);
    library.draftable(kind, &facts).unwrap().sources().unwrap().wording
}

fn drafted(library: &Library, case: &Case, engine: Option<&mut dyn Engine>) -> Result<Draft, DraftError> {
    let kind = library.kind(KIND).unwrap();
    let facts = Facts::of(case, kind.spec.audience, Lang::Ja);
    let withheld = Withheld::of(case, &facts);
    let draftable = library.draftable(kind, &facts).unwrap();
    let order = Order { draftable: &draftable, case, withheld: &withheld, seed: 7 };
    let cancel = AtomicBool::new(false);
    draft(&order, engine, Watch { cancel: &cancel, progress: &|_| {} })
}

fn made<'a>(draft: &'a Draft, section: &str) -> &'a Made {
    draft.sections.iter().find(|made| made.name == section).unwrap()
}

const KIND: &str = "client-apology-letter";

fn library() -> Library {
    Library::embedded().unwrap()
}

#[test]
fn without_a_model_every_prose_section_has_the_built_in_wording() {
    let (library, case) = (library(), example("cartons"));
    let draft = drafted(&library, &case, None).unwrap();
    assert!(!draft.is_blocked() && !draft.interrupted);
    assert_eq!(draft.manifest.model, None);
    assert_eq!(draft.by(Writer::Model).count(), 0);
    assert_eq!(draft.by(Writer::Builtin).count(), good(&library, &case, KIND).len());
    assert!(draft.sections.iter().all(|made| made.tries == 0 && made.fallback.is_none()));
}

#[test]
fn a_good_text_is_used_at_once() {
    let (library, case) = (library(), example("cartons"));
    let wording = good(&library, &case, KIND);
    let text = |prompt: &Prompt, _: u32| (format!("\n{}\n", wording[&prompt.section]), Ended::Stop);
    let mut pen = Pen::new(&text);
    let draft = drafted(&library, &case, Some(&mut pen)).unwrap();
    assert_eq!(draft.by(Writer::Model).count(), wording.len(), "{:#?}", draft.sections);
    assert_eq!(draft.by(Writer::Builtin).count(), 0);
    assert!(draft.by(Writer::Model).all(|made| made.tries == 1 && made.fallback.is_none()));
    assert_eq!(pen.jobs, [(7, 0)]);
    assert_eq!(draft.manifest.seed, 7);
    assert_eq!(draft.manifest.model.as_ref().unwrap().model, "pen");
    assert_eq!(draft.reviewed.laid().text, drafted(&library, &case, None).unwrap().reviewed.laid().text);
}

#[test]
fn a_bad_section_alone_is_written_again_with_what_was_wrong() {
    let (library, case) = (library(), example("cartons"));
    let wording = good(&library, &case, KIND);
    let text = |prompt: &Prompt, attempt: u32| {
        let bad = prompt.section == "apology" && attempt < 2;
        let text = if bad {
            "〇〇様に深くお詫び申し上げます。".to_owned()
        } else {
            wording[&prompt.section].clone()
        };
        (text, Ended::Stop)
    };
    let mut pen = Pen::new(&text);
    let draft = drafted(&library, &case, Some(&mut pen)).unwrap();
    let apology = made(&draft, "apology");
    assert_eq!((apology.writer, apology.tries), (Writer::Model, 3));
    assert_eq!(apology.fallback, None);
    assert_eq!(pen.jobs, [(7, 0), (7, 1), (7, 2)]);
    let [first, second, third] = pen.calls.as_slice() else { panic!("{}", pen.calls.len()) };
    assert_eq!(first.len(), wording.len());
    let original = first.iter().find(|prompt| prompt.section == "apology").unwrap();
    for again in [second, third] {
        let [again] = again.as_slice() else { panic!("{again:#?}") };
        assert_eq!((&again.system, &again.shared), (&original.system, &original.shared));
        let added = again.task.strip_prefix(&original.task).unwrap();
        assert!(added.contains("前回の文の問題") && added.contains("空欄「〇〇」が残っています"), "{added}");
        assert_eq!(added.matches("前回の文の問題").count(), 1);
    }
}

#[test]
fn a_section_that_stays_bad_gets_the_built_in_wording() {
    let (library, case) = (library(), example("cartons"));
    let wording = good(&library, &case, KIND);
    let text = |prompt: &Prompt, _: u32| {
        let bad = prompt.section == "closing";
        let text = if bad {
            "〇月〇日までにご報告いたします。".to_owned()
        } else {
            wording[&prompt.section].clone()
        };
        (text, Ended::Stop)
    };
    let mut pen = Pen::new(&text);
    let draft = drafted(&library, &case, Some(&mut pen)).unwrap();
    let closing = made(&draft, "closing");
    assert_eq!((closing.writer, closing.tries), (Writer::Builtin, TRIES));
    let fallback = closing.fallback.as_ref().unwrap();
    assert_eq!(fallback.reason, Reason::Section);
    assert!(fallback.rules.contains(&"placeholder"), "{fallback:?}");
    assert_eq!(pen.asked["closing"], TRIES);
    assert_eq!(pen.asked["apology"], 1);
    assert!(!draft.reviewed.laid().text.contains('〇'));
    assert!(!draft.is_blocked());
}

#[test]
fn a_text_cut_off_or_going_round_or_empty_is_not_used() {
    let (library, case) = (library(), example("cartons"));
    let wording = good(&library, &case, KIND);
    let text = |prompt: &Prompt, _: u32| {
        let good = wording[&prompt.section].clone();
        match prompt.section.as_str() {
            "apology" => (good, Ended::Length),
            "burden" => (good, Ended::Loop),
            "remedy" => (" \n".to_owned(), Ended::Stop),
            _ => (good, Ended::Stop),
        }
    };
    let draft = drafted(&library, &case, Some(&mut Pen::new(&text))).unwrap();
    for section in ["apology", "burden", "remedy"] {
        let made = made(&draft, section);
        assert_eq!((made.writer, made.tries), (Writer::Builtin, TRIES), "{section}");
        assert!(made.fallback.as_ref().unwrap().rules.contains(&"unfinished"), "{section}");
    }
    assert_eq!(made(&draft, "course").writer, Writer::Model);
}

#[test]
fn a_text_beside_the_point_is_not_used() {
    let (library, case) = (library(), example("cartons"));
    let wording = good(&library, &case, KIND);
    let text = |prompt: &Prompt, _: u32| {
        let beside = prompt.section == "apology";
        (if beside { "本日は晴天です。".to_owned() } else { wording[&prompt.section].clone() }, Ended::Stop)
    };
    let mut pen = Pen::new(&text);
    let draft = drafted(&library, &case, Some(&mut pen)).unwrap();
    let apology = made(&draft, "apology");
    assert_eq!(apology.writer, Writer::Builtin);
    assert!(apology.fallback.as_ref().unwrap().rules.contains(&"required-section"), "{apology:?}");
    assert!(pen.calls[1][0].task.contains("この節の内容（落ち度を具体的に挙げたお詫び）"), "{}", pen.calls[1][0].task);
}

#[test]
fn a_missing_reply_is_an_error() {
    let (library, case) = (library(), example("cartons"));
    let text = |_: &Prompt, _: u32| ("お詫び申し上げます。".to_owned(), Ended::Stop);
    let mut pen = Pen::new(&text);
    pen.leaves_out = Some("burden");
    let error = drafted(&library, &case, Some(&mut pen)).unwrap_err();
    assert!(matches!(&error, DraftError::Replies(message) if message.ja.contains("burden")), "{error:?}");
}

#[test]
fn what_is_finished_at_an_interrupt_is_kept() {
    let (library, case) = (library(), example("cartons"));
    let wording = good(&library, &case, KIND);
    let text = |prompt: &Prompt, _: u32| match prompt.section.as_str() {
        "apology" | "course" => (wording[&prompt.section].clone(), Ended::Stop),
        "burden" => ("TBD".to_owned(), Ended::Stop),
        _ => ("途中".to_owned(), Ended::Cancelled),
    };
    let mut pen = Pen::new(&text);
    pen.interrupted_in = Some(1);
    let draft = drafted(&library, &case, Some(&mut pen)).unwrap();
    assert!(draft.interrupted && !draft.is_blocked());
    assert_eq!(pen.calls.len(), 1);
    assert_eq!(draft.by(Writer::Model).map(|made| made.name.as_str()).collect::<Vec<_>>(), ["apology", "course"]);
    for section in ["burden", "closing"] {
        let made = made(&draft, section);
        assert_eq!(made.writer, Writer::Builtin);
        assert_eq!(made.fallback.as_ref().unwrap().reason, Reason::Interrupted, "{section}");
    }
    assert!(!draft.reviewed.laid().text.contains("途中"));
}

#[test]
fn control_characters_of_a_model_never_reach_a_draft() {
    let (library, case) = (library(), example("cartons"));
    let wording = good(&library, &case, KIND);
    let text =
        |prompt: &Prompt, _: u32| (wording[&prompt.section].replace('。', "。\u{200b}\u{1b}\u{202e}\n"), Ended::Stop);
    let draft = drafted(&library, &case, Some(&mut Pen::new(&text))).unwrap();
    assert_eq!(draft.reviewed.laid().text, drafted(&library, &case, None).unwrap().reviewed.laid().text);
}

#[test]
fn a_manifest_tells_prompts_and_case_apart() {
    let (library, case) = (library(), example("cartons"));
    let one = drafted(&library, &case, None).unwrap().manifest;
    assert_eq!(one, drafted(&library, &case, None).unwrap().manifest);
    let changed = case.source.replace("12,000箱", "13,000箱");
    let other = drafted(&library, &Case::parse("other", &changed).unwrap(), None).unwrap().manifest;
    assert_ne!(one.case_sha256, other.case_sha256);
    assert_ne!(one.prompts_sha256, other.prompts_sha256);
    assert_eq!((one.kind.as_str(), one.lang, one.version), (KIND, Lang::Ja, env!("CARGO_PKG_VERSION")));
    assert_eq!(one.case_sha256.len(), 64);
}
