//! Kept beginnings, without a model: numbers that mean nothing.

use proptest::prelude::*;

use super::super::decoder::{KvType, PageShape, Sequence};
use super::form;
use super::{Kept, WORTH};
use crate::engine::store::Beginnings;

const SHAPE: PageShape = PageShape { layers: 1, kv_heads: 1, head_dim: 2, kv: KvType::F16 };
const KEY: [u8; 32] = [7; 32];

/// A sequence of so many tokens, each with keys and values of its own.
fn sequence(shape: PageShape, tokens: usize) -> Sequence {
    let mut sequence = Sequence::new(shape);
    sequence.reserve(tokens);
    for at in 0..tokens {
        let number = at as f32 / 8.0;
        sequence.keep(0, at, &[number, -number], &[number + 1.0, 0.5]);
    }
    sequence.advance(tokens);
    sequence
}

fn bytes(sequence: &Sequence) -> Vec<u8> {
    let mut bytes = Vec::new();
    assert!(form::write(&mut bytes, &KEY, sequence, &|| false).unwrap());
    assert_eq!(bytes.len() as u64, form::size(sequence.shape(), sequence.len()));
    bytes
}

fn read(bytes: &[u8], shape: PageShape, tokens: usize) -> std::io::Result<Sequence> {
    form::read(&mut &*bytes, bytes.len() as u64, &KEY, &shape, tokens)
}

#[test]
fn a_file_gives_back_what_was_written_and_to_nobody_else() {
    for kv in [KvType::F16, KvType::F32] {
        let shape = PageShape { kv, ..SHAPE };
        let (whole, tokens) = (sequence(shape, 100), 100);
        let written = bytes(&whole);
        let again = read(&written, shape, tokens).unwrap();
        assert_eq!((again.len(), bytes(&again)), (100, written.clone()));
        let wider = PageShape { head_dim: 4, ..shape };
        assert!(read(&written, wider, tokens).is_err() && read(&written, shape, 99).is_err());
        let other = form::read(&mut &*written, written.len() as u64, &[8; 32], &shape, tokens);
        assert!(other.is_err(), "another key");
        // It grows after its length was seen.
        let longer = [&written[..], &[0]].concat();
        assert!(form::read(&mut &*longer, written.len() as u64, &KEY, &shape, tokens).is_err());
        assert!(read(&longer, shape, tokens).is_err());
    }
    assert!(!form::write(&mut Vec::new(), &KEY, &sequence(SHAPE, 3), &|| true).unwrap(), "stopped");
}

proptest! {
    #[test]
    fn a_changed_byte_or_a_cut_at_any_place_is_found(place: prop::sample::Index, bit in 0..8u8) {
        let mut written = bytes(&sequence(SHAPE, 70));
        let at = place.index(written.len());
        prop_assert!(read(&written[..at], SHAPE, 70).is_err());
        prop_assert!(form::read(&mut &written[..at], written.len() as u64, &KEY, &SHAPE, 70).is_err());
        written[at] ^= 1 << bit;
        prop_assert!(read(&written, SHAPE, 70).is_err());
    }
}

fn kept(folder: &tempfile::TempDir, model: &str) -> Kept {
    Kept::new(Beginnings::new(folder.path()), model, None)
}

#[test]
fn what_one_run_keeps_the_next_one_finds_and_no_other() {
    let folder = tempfile::tempdir().unwrap();
    let tokens: Vec<u32> = (0..WORTH as u32 + 9).collect();
    let (empty, whole) = (Sequence::new(SHAPE), sequence(SHAPE, tokens.len()));
    let mut first = kept(&folder, "a");
    assert!(first.find(&empty, &tokens).is_none() && first.notes().is_empty());
    first.keep(&tokens, &whole, WORTH - 1);
    assert!(first.notes().is_empty(), "not worth it");
    first.keep(&tokens, &whole, tokens.len());
    assert_eq!(first.notes().len(), 1);
    let mut second = kept(&folder, "a");
    assert_eq!(bytes(&second.find(&empty, &tokens).unwrap()), bytes(&whole));
    assert_eq!(second.notes().len(), 1);
    let mut changed = tokens.clone();
    changed[3] += 1;
    assert!(second.find(&empty, &changed).is_none() && second.find(&empty, &tokens[1..]).is_none());
    assert!(second.find(&sequence(SHAPE, 10), &tokens).is_none(), "few are missing");
    assert!(kept(&folder, "b").find(&empty, &tokens).is_none(), "another model");
    let mut on_device = Kept::new(Beginnings::new(folder.path()), "a", Some("cuda"));
    assert!(on_device.find(&empty, &tokens).is_none(), "computed elsewhere");
    let f32s = PageShape { kv: KvType::F32, ..SHAPE };
    assert!(second.find(&Sequence::new(f32s), &tokens).is_none(), "another form");
    assert!(second.notes().is_empty(), "a miss is nothing to tell");
}

#[test]
fn a_damaged_file_is_told_and_replaced() {
    let folder = tempfile::tempdir().unwrap();
    let tokens: Vec<u32> = (0..WORTH as u32).collect();
    let (empty, whole) = (Sequence::new(SHAPE), sequence(SHAPE, tokens.len()));
    let mut run = kept(&folder, "a");
    run.keep(&tokens, &whole, tokens.len());
    run.notes();
    let file = Beginnings::new(folder.path()).list().unwrap().remove(0).path;
    let sound = std::fs::read(&file).unwrap();
    for damaged in [&sound[..9], &[], &[&sound[..], b"x"].concat()] {
        std::fs::write(&file, damaged).unwrap();
        assert!(run.find(&empty, &tokens).is_none());
        assert!(run.notes()[0].en.contains("damaged"));
    }
    run.keep(&tokens, &whole, tokens.len());
    run.notes();
    assert_eq!(std::fs::read(&file).unwrap(), sound);
}

#[test]
fn two_runs_at_once_and_many_cases_keep_to_the_bound() {
    let folder = tempfile::tempdir().unwrap();
    let beginnings = Beginnings::new(folder.path());
    std::thread::scope(|scope| {
        for run in 0..4u32 {
            let folder = &folder;
            scope.spawn(move || {
                for case in 0..6 {
                    // Two cases that two runs share, and others.
                    let start = if case < 2 { case } else { run * 100 + case };
                    let tokens: Vec<u32> = (start..start + WORTH as u32).collect();
                    let mut kept = kept(folder, "a");
                    let found = kept.find(&Sequence::new(SHAPE), &tokens);
                    let whole = sequence(SHAPE, tokens.len());
                    assert!(found.is_none_or(|found| bytes(&found) == bytes(&whole)));
                    kept.keep(&tokens, &whole, tokens.len());
                    drop(kept);
                }
            });
        }
    });
    let files = beginnings.list().unwrap();
    assert!((1..=4).contains(&files.len()), "{files:?}");
    #[cfg(unix)]
    for file in &files {
        use std::os::unix::fs::PermissionsExt;
        assert_eq!(file.path.metadata().unwrap().permissions().mode() & 0o777, 0o600);
        assert_eq!(beginnings.folder().metadata().unwrap().permissions().mode() & 0o777, 0o700);
    }
}

#[test]
fn a_folder_that_cannot_be_written_is_told_and_nothing_else() {
    let folder = tempfile::tempdir().unwrap();
    // A file where the folder should be: nobody can write there, not even the superuser.
    std::fs::write(folder.path().join("beginnings"), "").unwrap();
    let tokens: Vec<u32> = (0..WORTH as u32).collect();
    let mut run = kept(&folder, "a");
    assert!(run.find(&Sequence::new(SHAPE), &tokens).is_none());
    run.notes();
    run.keep(&tokens, &sequence(SHAPE, tokens.len()), tokens.len());
    assert!(run.notes()[0].en.starts_with("the beginning is not kept"));
}
