//! A source → what the hub has there: commit, size, SHA-256.

use ureq::http::Method;

use super::answer::Head;
use super::wire::{Stop, Wire, pause};
use super::{Event, HubError, Patience, Watch};

/// What the hub has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remote {
    /// The commit.
    pub commit: String,
    /// Bytes of the file.
    pub size: u64,
    /// SHA-256 of the file.
    pub sha256: String,
}

/// Asks for a file's commit, size and SHA-256.
pub(super) fn look(
    wire: &Wire,
    url: &str,
    known: Option<&str>,
    patience: Patience,
    watch: &mut Watch<'_>,
) -> Result<Remote, HubError> {
    let mut wait = patience.wait;
    for left in (0..patience.tries).rev() {
        match ask(wire, url, known, watch) {
            Ok(remote) => return Ok(remote),
            Err(Stop::Fatal(error)) => return Err(error),
            Err(Stop::Broken(why)) if left == 0 => return Err(HubError::Broken { why, tries: patience.tries }),
            Err(Stop::Broken(why)) => (watch.event)(Event::Broken { why }),
        }
        pause(wait, watch.cancel)?;
        wait *= 2;
    }
    Err(HubError::Broken { why: String::new(), tries: patience.tries })
}

fn ask(wire: &Wire, url: &str, known: Option<&str>, watch: &mut Watch<'_>) -> Result<Remote, Stop> {
    // The hub itself tells all of it before it redirects; its store may not answer this method at all.
    let near = wire.open(&Method::HEAD, url, None, false, watch.cancel)?;
    let near = if near.head()?.status == 405 || near.head()?.status == 501 {
        wire.open(&Method::GET, url, Some(0), false, watch.cancel)?
    } else {
        near
    };
    if let Some(remote) = read(&near.heads, known)? {
        return Ok(remote);
    }
    let far = wire.open(&Method::HEAD, url, None, true, watch.cancel)?;
    match read(&far.heads, known)? {
        Some(remote) => Ok(remote),
        None if far.heads.iter().all(|head| matches!(head.commit(), Ok(None))) => {
            Err(HubError::bad_header("X-Repo-Commit").into())
        }
        None => Err(HubError::bad_header("X-Linked-Size").into()),
    }
}

/// What the heads tell; none where a redirect must be followed for it.
fn read(heads: &[Head], known: Option<&str>) -> Result<Option<Remote>, Stop> {
    let Some((last, before)) = heads.split_last() else {
        return Ok(None);
    };
    let redirect = (300..400).contains(&last.status);
    if !redirect && last.status != 200 && last.status != 206 {
        return Err(refused(last));
    }
    if last.is_page() && before.is_empty() && last.sha256()?.is_none() {
        return Err(HubError::Page.into());
    }
    let (mut commit, mut sha256, mut size) = (None, None, None);
    for head in heads {
        commit = commit.or(head.commit()?);
        sha256 = sha256.or(head.sha256()?);
        size = size.or(head.number("x-linked-size")?);
    }
    if !redirect {
        let length = if last.status == 206 { last.range()?.2 } else { last.number("content-length")? };
        size = size.or(length);
    }
    let (Some(commit), Some(size)) = (commit, size) else {
        return if redirect { Ok(None) } else { missing(heads) };
    };
    if size == 0 {
        return Err(HubError::bad_header("X-Linked-Size").into());
    }
    match (sha256, known) {
        (Some(sha256), _) => Ok(Some(Remote { commit, size, sha256 })),
        (None, Some(known)) => Ok(Some(Remote { commit, size, sha256: known.to_owned() })),
        (None, None) if redirect => Ok(None),
        (None, None) => Err(HubError::NoHash.into()),
    }
}

fn missing(heads: &[Head]) -> Result<Option<Remote>, Stop> {
    let commit = heads.iter().any(|head| matches!(head.commit(), Ok(Some(_))));
    Err(HubError::bad_header(if commit { "Content-Length" } else { "X-Repo-Commit" }).into())
}

/// An answer that is no file.
pub(super) fn refused(head: &Head) -> Stop {
    let wait = head.retry_after();
    match head.status {
        408 | 500 | 502 | 503 | 504 => Stop::Broken(format!("HTTP {}", head.status)),
        429 if wait.is_none_or(|wait| wait <= 2) => Stop::Broken("HTTP 429".to_owned()),
        status => Stop::Fatal(HubError::Refused { status, wait }),
    }
}
