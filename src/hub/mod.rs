//! The hub that models come from: the only room that reaches the network, and `models pull` alone enters it.
//!
//! ```text
//! settings   where the hub is, the token, the proxy, the certificates
//! address    which addresses are gone to
//! wire       one request in a thread: redirects, headers, a body that comes in pieces
//! answer     what a header must look like before it is believed
//! remote     a source → its commit, size and SHA-256
//! part       the bytes that are there already
//! lock       one pull of a file at a time
//! transfer   the bytes that lack, through breaks, up to the right hash
//! error      what went wrong, and what to do about it
//! ```
//!
//! hf-hub names the addresses and the cache; its own download is not used: it checks neither size nor hash and sends
//! the token along to whatever host it is redirected to.

mod address;
mod answer;
mod error;
mod lock;
mod part;
mod remote;
mod settings;
mod transfer;
mod wire;

use std::path::PathBuf;
use std::sync::atomic::AtomicBool;

use hf_hub::api::sync::{Api, ApiBuilder};

pub use error::HubError;
pub use remote::Remote;
pub use settings::{HubSettings, Patience};

use crate::engine::store::{HubCache, Source, repo_of};
use wire::Wire;

/// The hub, and the cache its files go to.
pub struct Hub {
    wire: Wire,
    names: Api,
    cache: HubCache,
    patience: Patience,
}

/// What happens while a file is fetched.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// Another program fetches the same file; this one waits for it.
    Waiting,
    /// Bytes that are there already, from an earlier try.
    Resumed {
        /// So many.
        bytes: u64,
    },
    /// Bytes that are there, of all.
    Loaded {
        /// So many.
        done: u64,
        /// Of so many.
        total: u64,
    },
    /// The connection broke; another try follows.
    Broken {
        /// Why.
        why: String,
    },
}

/// Who watches a transfer.
pub struct Watch<'a> {
    /// Set from outside to stop.
    pub cancel: &'a AtomicBool,
    /// Hears what happens.
    pub event: &'a mut dyn FnMut(Event),
}

impl Hub {
    /// A hub. No connection is made yet.
    ///
    /// # Errors
    /// When an address, the token or a certificate file cannot be used.
    pub fn new(settings: &HubSettings, cache: HubCache) -> Result<Self, HubError> {
        let wire = Wire::new(settings)?;
        let names = ApiBuilder::from_cache(cache.inner())
            .with_endpoint(settings.endpoint.clone())
            .with_token(None)
            .with_progress(false)
            .build()
            .map_err(|why| HubError::Settings { what: "HF_ENDPOINT", why: why.to_string() })?;
        Ok(Self { wire, names, cache, patience: settings.patience })
    }

    /// The address of a file.
    #[must_use]
    pub fn address(&self, source: &Source) -> String {
        self.names.repo(repo_of(source)).url(source.file())
    }

    /// Asks the hub for the commit, the size and the SHA-256 of a file. `known` is the SHA-256 where it is known from
    /// elsewhere, for hubs that tell none.
    ///
    /// # Errors
    /// When the hub cannot be reached, refuses, or answers something else.
    pub fn look(&self, source: &Source, known: Option<&str>, watch: &mut Watch<'_>) -> Result<Remote, HubError> {
        remote::look(&self.wire, &self.address(source), known, self.patience, watch)
    }

    /// Fetches a file into the cache and gives its path: what is there already is not fetched again, what broke off
    /// goes on where it broke, and only what has the right size and SHA-256 gets the file's name. Returns whether
    /// any bytes were fetched beside the path.
    ///
    /// # Errors
    /// When the bytes cannot be had, are wrong, or do not fit the disk.
    pub fn fetch(&self, source: &Source, remote: &Remote, watch: &mut Watch<'_>) -> Result<(PathBuf, bool), HubError> {
        let at_commit = source.at(&remote.commit).map_err(|_| HubError::bad_header("X-Repo-Commit"))?;
        let addresses = [self.address(&at_commit), self.address(source)];
        transfer::fetch(&self.wire, &addresses, &self.cache, source, remote, self.patience, watch)
    }
}
