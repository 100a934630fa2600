//! Beginnings kept on the disk: never another text, and not read again.

use std::fs;
use std::path::Path;

use tsukuroi::engine::candle::{Candle, LoadOptions};
use tsukuroi::engine::store::Beginnings;
use tsukuroi::engine::{Engine, Reply, Sampling, Step};
use tsukuroi::kind::Prompt;

use super::support::job::{prompt, settings, try_write, write, write_until};
use super::support::tiny::{Placed, RECORDED, Shape, model};

const WARM: Sampling = Sampling { temperature: 1.0, top_k: 0, top_p: 1.0, min_p: 0.0, repetition_penalty: 1.1 };

fn placed(tied: bool) -> Placed {
    Placed::new(&model(&Shape { context: 2048, ..RECORDED }, tied))
}

fn open(file: &Placed, cache: Option<&Path>) -> Candle {
    let beginnings = cache.map(Beginnings::new);
    let options = LoadOptions { free: true, beginnings, ..LoadOptions::default() };
    Candle::load(&file.path(), &settings(WARM), &options).expect("a sound model")
}

fn prompts(facts: &str) -> Vec<Prompt> {
    let shared = format!("{}{facts}\n", "[E1] 納期が遅れた。\n".repeat(30));
    ["a", "b", "c"].map(|section| Prompt { shared: shared.clone(), ..prompt(section, 40) }).to_vec()
}

/// What is written, how often it was told that the first prompt is being read, and the notes.
fn run(file: &Placed, cache: Option<&Path>, prompts: &[Prompt]) -> (Vec<Reply>, usize, String) {
    let mut engine = open(file, cache);
    engine.notes();
    let (replies, heard) = write_until(&mut engine, prompts, |_| false);
    let reads = heard.iter().filter(|progress| progress.section == 0 && progress.step == Step::Reading).count();
    (replies, reads, engine.notes().into_iter().map(|note| note.en + "\n").collect())
}

#[test]
fn a_draft_is_the_same_with_and_without_and_reads_once() {
    let (file, cache) = (placed(false), tempfile::tempdir().unwrap());
    let all = prompts("[E2] one");
    let (plain, reads, notes) = run(&file, None, &all);
    assert!(!notes.contains("beginning") && reads > 3, "{reads} {notes}");
    let (first, reads_first, notes) = run(&file, Some(cache.path()), &all);
    assert!(notes.contains("is kept for the next run"), "{notes}");
    let (second, reads_second, notes) = run(&file, Some(cache.path()), &all);
    assert!(notes.contains("was read in an earlier run"), "{notes}");
    assert_eq!((&first, &second), (&plain, &plain));
    assert_eq!((reads_first, reads_second), (reads, 2), "the whole beginning at once, and the rest");
    // A fact that has changed, and another model: both are read.
    let (_, changed, _) = run(&file, Some(cache.path()), &prompts("[E2] two"));
    let (_, other, _) = run(&placed(true), Some(cache.path()), &all);
    assert_eq!((changed, other), (reads, reads));
    assert_eq!(Beginnings::new(cache.path()).list().unwrap().len(), 3);
    // Nothing of the text is in it.
    for file in Beginnings::new(cache.path()).list().unwrap() {
        let bytes = fs::read(file.path).unwrap();
        assert!(!bytes.windows(6).any(|part| part == "納期".as_bytes()));
    }
}

#[test]
fn what_is_damaged_is_told_and_not_used() {
    let (file, cache) = (placed(false), tempfile::tempdir().unwrap());
    let all = prompts("[E2] one");
    let (plain, reads, _) = run(&file, Some(cache.path()), &all);
    let kept = Beginnings::new(cache.path()).list().unwrap().remove(0).path;
    let sound = fs::read(&kept).unwrap();
    for at in [0, 40, 80, sound.len() / 2, sound.len() - 1] {
        let mut bytes = sound.clone();
        bytes[at] ^= 16;
        fs::write(&kept, &bytes).unwrap();
        let (replies, again, notes) = run(&file, Some(cache.path()), &all);
        assert_eq!((replies, again), (plain.clone(), reads));
        assert!(notes.contains("damaged, not used"), "{notes}");
        assert_eq!(fs::read(&kept).unwrap(), sound, "kept anew");
    }
}

#[test]
fn two_engines_may_keep_the_same_at_once() {
    let (file, cache) = (placed(false), tempfile::tempdir().unwrap());
    let all = prompts("[E2] one");
    let plain = run(&file, None, &all).0;
    std::thread::scope(|scope| {
        for _ in 0..3 {
            scope.spawn(|| assert_eq!(run(&file, Some(cache.path()), &all).0, plain));
        }
    });
    assert_eq!(Beginnings::new(cache.path()).list().unwrap().len(), 1);
    assert_eq!(run(&file, Some(cache.path()), &all).1, 2);
}

#[test]
fn a_reading_that_is_cut_short_keeps_nothing() {
    let (file, cache) = (placed(false), tempfile::tempdir().unwrap());
    let all = prompts("[E2] one");
    let mut engine = open(&file, Some(cache.path()));
    write_until(&mut engine, &all, |progress| progress.step == Step::Reading);
    assert!(try_write(&mut engine, &all[..1], 1, 0).is_ok(), "and the engine goes on");
    drop(engine);
    let mut again = open(&file, Some(cache.path()));
    assert_eq!(write(&mut again, &all, 1, 0), run(&file, None, &all).0);
}
