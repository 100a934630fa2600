//! Damaged headers: thousands of them, no panic, short messages.

use std::fs;

use tsukuroi::engine::Sampling;
use tsukuroi::engine::candle::{Candle, LoadOptions, check};

use super::support::assert_fit;
use super::support::job::{prompt, settings, try_write};
use super::support::tiny::{Placed, SMALLEST, model};

/// What a count, a length, a type or an offset is changed to.
const VALUES: [u64; 8] = [0, 1, 0x7fff_ffff, 1 << 31, 0xffff_ffff, 1 << 40, 1 << 63, u64::MAX];

/// Checks a file with some bytes changed; gives whether it was refused. One that is accepted has to run.
fn refused(placed: &Placed, bytes: &[u8]) -> bool {
    fs::write(placed.path(), bytes).expect("a file");
    if let Err(error) = check(&placed.path()) {
        assert_fit(&error);
        return true;
    }
    let options = LoadOptions { available_memory: Some(1 << 30), ..LoadOptions::default() };
    let loaded = Candle::load(&placed.path(), &settings(Sampling::default()), &options);
    let written = loaded.and_then(|mut engine| try_write(&mut engine, &[prompt("a", 2)], 0, 0));
    if let Err(error) = written {
        assert_fit(&error);
    }
    false
}

#[test]
fn every_count_length_type_and_offset_is_held_against_the_file() {
    let written = model(&SMALLEST, false).write();
    let placed = Placed::bytes(&written.bytes);
    let mut mutants = 0;
    // The lengths of the many tokens are alike: some of them stand for all.
    let fields = written.fields.iter().enumerate().filter(|(at, _)| at % 9 == 0 || *at > 420);
    for (_, &(at, width)) in fields {
        for value in VALUES {
            let mut bytes = written.bytes.clone();
            bytes[at..at + width].copy_from_slice(&value.to_le_bytes()[..width]);
            if bytes != written.bytes {
                refused(&placed, &bytes);
                mutants += 1;
            }
        }
    }
    assert!(mutants > 1000, "{mutants}");
}

#[test]
fn every_shortened_file_is_refused() {
    let bytes = model(&SMALLEST, false).write().bytes;
    let placed = Placed::bytes(&bytes);
    for length in (0..bytes.len()).step_by(211) {
        assert!(refused(&placed, &bytes[..length]), "{length} bytes");
    }
}

/// Numbers that look random and are always the same.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % limit
    }
}

/// Flips single bits; most hit the header, which is the first part.
fn flip(count: usize) {
    let sound = model(&SMALLEST, false).write().bytes;
    let placed = Placed::bytes(&sound);
    let mut numbers = Numbers(1);
    for _ in 0..count {
        let mut bytes = sound.clone();
        bytes[numbers.below(9000)] ^= 1 << numbers.below(8);
        refused(&placed, &bytes);
    }
}

#[test]
fn flipped_bytes_do_no_harm() {
    flip(300);
}

#[test]
#[ignore = "minutes: the whole count of the security notes"]
fn ten_thousand_of_each_do_no_harm() {
    flip(10_000);
    let written = model(&SMALLEST, false).write();
    let placed = Placed::bytes(&written.bytes);
    let mut numbers = Numbers(2);
    for _ in 0..10_000 {
        let mut bytes = written.bytes.clone();
        for _ in 0..=numbers.below(2) {
            let (at, width) = written.fields[numbers.below(written.fields.len())];
            let value = VALUES[numbers.below(VALUES.len())];
            bytes[at..at + width].copy_from_slice(&value.to_le_bytes()[..width]);
        }
        refused(&placed, &bytes);
    }
}
