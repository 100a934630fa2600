//! Connections that break, at any byte.

use std::sync::Mutex;

use super::fake::{FakeHub, Reply};
use super::{Client, bytes, files};
use tsukuroi::hub::{Event, HubError};

const SIZE: usize = 40_000;

/// Numbers below a limit, the same at each run.
fn dice(seed: u64) -> impl FnMut(usize) -> usize {
    let mut state = seed | 1;
    move |below| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state >> 11) as usize % below
    }
}

#[test]
fn two_hundred_breaks_at_random_bytes_all_resume_to_the_right_hash() {
    let mut breaks = 0;
    for seed in 1..=20 {
        let cuts: Vec<usize> = {
            let mut below = dice(seed * 7919);
            (0..10).map(|_| below(SIZE / 6)).collect()
        };
        let left = Mutex::new(cuts.clone());
        let fake = FakeHub::with(bytes(seed, SIZE), move |ask, shelf| {
            let mut reply = shelf.reply(ask);
            if ask.store {
                // Byte 0 too: then nothing but the headers comes.
                reply.cut = left.lock().unwrap().pop();
            }
            reply
        });
        let home = tempfile::tempdir().unwrap();
        let path = Client::new(&fake, home.path()).get().unwrap();
        assert_eq!(std::fs::read(&path).unwrap(), *fake.shelf.bytes, "seed {seed}");
        let asked = fake.asked();
        breaks += asked.iter().filter(|ask| ask.store).count() - 1;
        // Each request goes on where the one before broke.
        let froms: Vec<usize> = asked.iter().filter(|ask| ask.store).map(|ask| ask.from.unwrap_or(0)).collect();
        let mut expected = vec![0];
        for cut in cuts.iter().rev() {
            let next = expected.last().unwrap() + cut;
            expected.push(next);
        }
        assert_eq!(froms, expected, "seed {seed}");
    }
    assert_eq!(breaks, 200);
}

#[test]
fn what_another_run_left_is_gone_on_from_and_a_wrong_piece_is_found_out() {
    for (seed, spoilt) in [(1, false), (2, true)] {
        let home = tempfile::tempdir().unwrap();
        let fake = FakeHub::new(bytes(seed, SIZE));
        let blobs = home.path().join("hub/models--owner--name/blobs");
        std::fs::create_dir_all(&blobs).unwrap();
        let mut half = fake.shelf.bytes[..SIZE / 2].to_vec();
        if spoilt {
            half[SIZE / 3] ^= 1;
        }
        std::fs::write(blobs.join(format!("{}.incomplete", fake.shelf.sha256)), half).unwrap();
        let mut client = Client::new(&fake, home.path());
        let path = client.get().unwrap();
        assert_eq!(std::fs::read(&path).unwrap(), *fake.shelf.bytes);
        let froms: Vec<_> = fake.asked().iter().filter(|ask| ask.store).map(|ask| ask.from).collect();
        assert_eq!(froms, if spoilt { vec![Some(SIZE / 2), None] } else { vec![Some(SIZE / 2)] });
        assert!(client.events.contains(&Event::Resumed { bytes: SIZE as u64 / 2 }));
    }
}

#[test]
fn a_server_that_knows_no_ranges_begins_anew() {
    let left = Mutex::new(vec![SIZE / 3, SIZE / 2]);
    let fake = FakeHub::with(bytes(3, SIZE), move |ask, shelf| {
        if !ask.store {
            return shelf.reply(ask);
        }
        let mut reply = Reply::new(200).body(&shelf.bytes);
        reply.cut = left.lock().unwrap().pop();
        reply
    });
    let home = tempfile::tempdir().unwrap();
    let path = Client::new(&fake, home.path()).get().unwrap();
    assert_eq!(std::fs::read(&path).unwrap(), *fake.shelf.bytes);
}

#[test]
fn a_busy_server_is_asked_again_and_a_silent_one_is_left() {
    let left = Mutex::new(0);
    let fake = FakeHub::with(bytes(4, SIZE), move |ask, shelf| {
        let mut count = left.lock().unwrap();
        *count += 1;
        let mut reply = shelf.reply(ask);
        match *count {
            1 => return Reply::new(503),
            3 => return Reply::new(429).with("Retry-After", "1"),
            // Half of it, and then nothing more without an end.
            5 => (reply.cut, reply.silent) = (Some(SIZE / 2), true),
            _ => {}
        }
        reply
    });
    let home = tempfile::tempdir().unwrap();
    let mut client = Client::new(&fake, home.path());
    let path = client.get().unwrap();
    assert_eq!(std::fs::read(&path).unwrap(), *fake.shelf.bytes);
    let broken = client.events.iter().filter(|event| matches!(event, Event::Broken { .. })).count();
    assert_eq!(broken, 3, "{:?}", client.events);
}

#[test]
fn too_many_breaks_keep_what_came() {
    let fake = FakeHub::with(bytes(5, SIZE), |ask, shelf| {
        let mut reply = shelf.reply(ask);
        if ask.store {
            reply.cut = Some(if ask.from.is_none() { SIZE / 2 } else { 0 });
        }
        reply
    });
    let home = tempfile::tempdir().unwrap();
    let error = Client::new(&fake, home.path()).get().unwrap_err();
    assert!(matches!(error, HubError::Broken { tries: 3, .. }), "{error}");
    let kept = files(home.path());
    assert_eq!(kept.len(), 1, "{kept:?}");
    assert!(kept[0].ends_with(format!("{}.incomplete", fake.shelf.sha256)));
    assert_eq!(std::fs::read(&kept[0]).unwrap(), fake.shelf.bytes[..SIZE / 2]);
}
