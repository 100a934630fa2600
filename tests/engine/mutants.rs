//! Damaged headers: thousands of them, no panic, short messages.

use std::fs;

use tsukuroi::engine::candle::check;

use super::support::assert_fit;
use super::support::tiny::{Placed, SMALLEST, model};

/// Checks a file with some bytes changed; gives whether it was refused.
fn refused(placed: &Placed, bytes: &[u8]) -> bool {
    fs::write(placed.path(), bytes).expect("a file");
    match check(&placed.path()) {
        Ok(()) => false,
        Err(error) => {
            assert_fit(&error);
            true
        }
    }
}

#[test]
fn every_count_length_type_and_offset_is_held_against_the_file() {
    let written = model(&SMALLEST, false).write();
    let placed = Placed::bytes(&written.bytes);
    let mut mutants = 0;
    // The lengths of the many tokens are alike: some of them stand for all.
    let fields = written.fields.iter().enumerate().filter(|(at, _)| *at < 60 || at % 9 == 0 || *at > 420);
    for (_, &(at, width)) in fields {
        for value in [0, 1, 0x7fff_ffff, 1 << 31, u64::from(u32::MAX), 1 << 40, 1 << 63, u64::MAX] {
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
    for length in (0..bytes.len()).step_by(61) {
        assert!(refused(&placed, &bytes[..length]), "{length} bytes");
    }
}

#[test]
fn flipped_bytes_do_no_harm() {
    let sound = model(&SMALLEST, false).write().bytes;
    let placed = Placed::bytes(&sound);
    let mut state = 1u64;
    for _ in 0..1000 {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let mut bytes = sound.clone();
        // Most flips hit the header, which is the first part.
        let at = (state >> 33) as usize % 9000;
        bytes[at] ^= 1 << (state >> 61);
        refused(&placed, &bytes);
    }
}
