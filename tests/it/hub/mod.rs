//! The hub: real HTTP against a hub of the tests' own.

mod bad_answers;
mod breaks;
mod fake;
mod hostile;
mod offline;
mod pull;
mod secrets;

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicBool;
use std::time::Duration;

use fake::FakeHub;
use tsukuroi::engine::store::{HubCache, Source};
use tsukuroi::hub::{Event, Hub, HubError, HubSettings, Patience, Remote, Watch};

/// A hub's client that does not wait long.
struct Client {
    hub: Hub,
    source: Source,
    events: Vec<Event>,
}

impl Client {
    fn new(fake: &FakeHub, home: &Path) -> Self {
        let home = OsString::from(home);
        let cache = HubCache::of(&|key| (key == "HF_HOME").then(|| home.clone())).unwrap();
        let settings = HubSettings {
            endpoint: fake.address(),
            token: None,
            proxy: None,
            certificates: None,
            patience: Patience { tries: 3, wait: Duration::from_millis(1), silence: Duration::from_millis(800) },
        };
        let source = Source::new("owner/name", "model.gguf", None).unwrap();
        Self { hub: Hub::new(&settings, cache).unwrap(), source, events: Vec::new() }
    }

    fn look(&mut self) -> Result<Remote, HubError> {
        let never = AtomicBool::new(false);
        let events = &mut self.events;
        let mut event = |event| events.push(event);
        self.hub.look(&self.source, None, &mut Watch { cancel: &never, event: &mut event })
    }

    fn fetch(&mut self, remote: &Remote) -> Result<PathBuf, HubError> {
        let never = AtomicBool::new(false);
        let events = &mut self.events;
        let mut event = |event| events.push(event);
        let mut watch = Watch { cancel: &never, event: &mut event };
        self.hub.fetch(&self.source, remote, &mut watch).map(|(path, _)| path)
    }

    fn get(&mut self) -> Result<PathBuf, HubError> {
        let remote = self.look()?;
        self.fetch(&remote)
    }
}

/// All files in a folder, whatever they are, but locks: where a lock cannot be told from its successor they stay.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).into_iter().flatten() {
        let path = entry.unwrap().path();
        if path.is_dir() && !path.is_symlink() {
            found.extend(files(&path));
        } else if cfg!(unix) || path.extension().is_none_or(|extension| extension != "lock") {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// Bytes that begin like a model, and no other ones twice.
fn bytes(seed: u64, length: usize) -> Vec<u8> {
    let mut state = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
    let mut bytes = b"GGUF".to_vec();
    while bytes.len() < length {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        bytes.push((state >> 32) as u8);
    }
    bytes
}
